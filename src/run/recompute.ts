import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ScratchFolder } from '../record/files/scratch-folder.ts';
import type { Manifest } from '../record/run-folder/manifest.ts';
import { openRunFolder } from '../record/run-folder/run-folder.ts';
import type { Difference } from '../record/verify/difference.ts';
import { Findings } from '../terminal/findings.ts';
import type { Host } from '../terminal/host.ts';
import type { Watch } from '../terminal/terminal.ts';
import { version } from '../terminal/version.ts';
import { firstDifference, sameBytes } from './first-difference.ts';
import { readRecordedSource } from './recorded-source.ts';
import { publishRun, readRun, workOutRun } from './work-out-run.ts';

/** Makes a run again from the inputs that its folder keeps, and compares the two, file by file. */
export async function recompute(path: string, manifest: Manifest, host: Host, watch: Watch): Promise<Difference[]> {
  const parent = await mkdtemp(join(host.temporary, 'quarterday-recompute-'));
  try {
    const findings = new Findings(false, () => {});
    const made = await makeAgain(path, manifest, parent, host, { findings, progress: watch.progress });
    return made === null ? noRunAnyMore(findings) : compare(path, made, manifest);
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Answers the folder of the run, or null where the inputs make none, which is noted. */
async function makeAgain(
  path: string,
  manifest: Manifest,
  parent: string,
  host: Host,
  watch: Watch,
): Promise<string | null> {
  const source = await readRecordedSource(path, manifest, watch.findings);
  const read = source && (await readRun(source, new ScratchFolder(parent), watch));
  if (!read) return null;
  const folder = openRunFolder(parent);
  try {
    const run = await workOutRun(read, folder, watch);
    if (!run) return null;
    const provenance = { when: host.now(), version, machine: host.machine, arguments: host.args };
    return publishRun(run, folder, provenance, watch).path;
  } finally {
    folder.abandon();
  }
}

function noRunAnyMore({ groups }: Findings): Difference[] {
  return groups
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ findings }) => findings)
    .map(({ file, message }) => ({ file: inFolder(file), says: `makes no run any more: ${message}` }));
}

function inFolder(file: string | undefined): string {
  return file === undefined
    ? 'run.json'
    : file.endsWith('.csv') || file === 'scheme.json'
      ? join('inputs', file)
      : file;
}

/** Everything but where and when the run was made; the inputs of the new one are those of the old. */
function compare(recorded: string, made: string, { controls }: Manifest): Difference[] {
  return [...Object.keys(controls.rows), 'summary.json', 'run.json']
    .filter((file) => !sameBytes(join(recorded, file), join(made, file)))
    .map((file) => firstDifference(file, recorded, made));
}
