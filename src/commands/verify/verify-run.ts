import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Manifest, manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { checkFolder } from '../../record/verify/check-folder.ts';
import type { Difference } from '../../record/verify/difference.ts';
import { footingDifferences } from '../../record/verify/footing.ts';
import { summaryDifferences } from '../../record/verify/summary.ts';
import { workingsDifferences } from '../../record/verify/workings.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { differenceFinding, strayInRun } from '../../run/ledger/ledger-findings.ts';
import { type MadeBy, madeBy, otherMajorVersion } from '../../run/recorded/made-by.ts';
import { recompute } from '../../run/recorded/recompute.ts';
import { readRecordedSource } from '../../run/recorded/recorded-source.ts';
import { reportRows } from '../../run/recorded/report-rows.ts';
import { Findings } from '../../terminal/findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal, Watch } from '../../terminal/terminal.ts';
import type { VerifyRequest } from '../request.ts';

/** A run folder that was looked at. */
export interface RunProof {
  readonly path: string;
  readonly runId: string;
  readonly manifest: Manifest;
  readonly madeBy: MadeBy | null;
  readonly files: number;
  readonly recomputed: boolean;
}

/** Proves a run folder; every difference is noted. Null where it cannot be told what run it is. */
export async function verifyRun(
  path: string,
  { recompute: again }: Pick<VerifyRequest, 'recompute'>,
  host: Host,
  terminal: Terminal,
): Promise<RunProof | null> {
  const { findings } = terminal;
  const mistake = pathMistake(path, 'folder', 'RUN');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const made = madeBy(path);
  if (made?.kin === 'other-major') {
    findings.note(otherMajorVersion(path, made.version));
    return null;
  }
  const { differences, manifest, files, isComplete, strays } = checkFolder(path);
  const differ = (found: readonly Difference[]) =>
    findings.noteAll(found.map((each) => differenceFinding('run-difference', path, each, hint)));
  findings.noteAll(strays.map((name) => strayInRun(path, name)));
  differ(differences);
  if (manifest === null) return null;
  await terminal.progress.pause();
  if (isComplete) differ(await totalsDifferences(path, manifest, terminal));
  await terminal.progress.pause();
  const recomputed = again && isComplete;
  if (recomputed) differ((await recompute({ path, manifest, madeBy: made }, host, terminal, () => true)).differences);
  return { path: resolve(path), runId: runIdOf(manifestJson(manifest)), manifest, madeBy: made, files, recomputed };
}

const hint =
  'find out who changed it and when; the folder as it was made is in your copies, or comes from the same run again';

/** Every report against the control totals and the workings. */
async function totalsDifferences(path: string, manifest: Manifest, { progress }: Watch): Promise<Difference[]> {
  const { rows } = manifest.controls;
  const source = await readRecordedSource(path, manifest, new Findings(false, () => {}));
  if (source === null) return [{ file: join('inputs', 'scheme.json'), says: 'is no scheme of which this is a run' }];
  const { schemeFile, period } = source;
  const periods = schemeFile.scheme.periods.slice(0, period.index + 1).map(({ id }) => id);
  progress.restart(Object.values(rows).reduce((sum, each) => sum + each, 0));
  const added = reportRows(path, () => progress.step('rows of reports added up'));
  const footing = footingDifferences(manifest, added);
  // The other reports are read beside the workings.
  progress.restart(rows['workings.csv']);
  const followed = reportRows(path, (report) => {
    if (report === 'workings.csv') progress.step('rows of workings held against the reports');
  });
  return [
    ...footing,
    ...workingsDifferences(manifest, followed, new Set(periods)),
    ...summaryDifferences(manifest, readFileSync(join(path, 'summary.json'), 'utf8')),
  ];
}
