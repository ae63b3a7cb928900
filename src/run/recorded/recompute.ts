import { join } from 'node:path';
import { thePeriodIsOver } from '../../calculate/checks.ts';
import { ScratchFolder } from '../../record/files/scratch-folder.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../record/files/temporary-folder.ts';
import { type Manifest, schemeFile } from '../../record/run-folder/manifest.ts';
import { openRunFolder } from '../../record/run-folder/run-folder.ts';
import type { Difference } from '../../record/verify/difference.ts';
import { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Watch } from '../../terminal/terminal.ts';
import { version } from '../../terminal/version.ts';
import { publishRun, readRun, workOutRun } from '../work-out-run.ts';
import { firstDifference, firstDifferenceInFigures } from './first-difference.ts';
import type { MadeBy } from './made-by.ts';
import { readRecordedSource } from './recorded-source.ts';

/** A run folder that is to be made again. */
export interface RecordedFolder {
  readonly path: string;
  readonly manifest: Manifest;
  /** Null where the folder does not say, which is a difference of its own. */
  readonly madeBy: MadeBy | null;
}

/** What came of making a run again. */
export interface Recomputed<Read> {
  readonly differences: readonly Difference[];
  /** What was read from the new run; null where it is another. */
  readonly same: Read | null;
}

/**
 * Makes a run again from the inputs that its folder keeps, and compares the two, file by file: what this version made to the byte. Where
 * nothing differs, `read` sees the folder of the new run before it goes.
 */
export async function recompute<Read>(
  recorded: RecordedFolder,
  host: Host,
  watch: Watch,
  read: (made: string) => Read,
): Promise<Recomputed<Read>> {
  const parent = makeTemporaryFolder(host.temporary);
  try {
    const findings = new Findings(false, () => {});
    const made = await makeAgain(recorded, parent, host, { findings, progress: watch.progress });
    const differences = made === null ? noRunAnyMore(findings) : compare(recorded, made);
    return { differences, same: made === null || differences.length > 0 ? null : read(made) };
  } finally {
    removeTemporaryFolder(parent);
  }
}

/** Answers the folder of the run, or null where the inputs make none, which is noted. */
async function makeAgain(
  { path, manifest }: RecordedFolder,
  parent: string,
  host: Host,
  watch: Watch,
): Promise<string | null> {
  const source = await readRecordedSource(path, manifest, watch.findings);
  if (source) watch.findings.noteAll(thePeriodIsOver(source));
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

function noRunAnyMore({ groups }: Findings): readonly Difference[] {
  return groups
    .filter(({ severity }) => severity === 'error')
    .flatMap(({ findings }) => findings)
    .map(({ file, message }) => ({ file: inFolder(file), says: `makes no run any more: ${message}` }));
}

/** Where a file of which something was found stands in a run folder. */
function inFolder(file = 'run.json'): string {
  return file.endsWith('.csv') || file === schemeFile ? join('inputs', file) : file;
}

/** Everything but where and when the run was made; the inputs of the new one are those of the old. */
function compare({ path, manifest, madeBy }: RecordedFolder, made: string): readonly Difference[] {
  const first = madeBy?.kin === 'this-major' ? firstDifferenceInFigures : firstDifference;
  return [...Object.keys(manifest.controls.rows), 'summary.json', 'run.json']
    .map((file) => first(file, path, made))
    .filter((each) => each !== null);
}
