import { postedLines } from '../../record/ledger/posted-lines.ts';
import type { PostedLine } from '../../record/ledger/posting.ts';
import { type Manifest, manifestJson, runIdOf } from '../../record/run-folder/manifest.ts';
import { checkFolder } from '../../record/verify/check-folder.ts';
import type { Difference } from '../../record/verify/difference.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { differenceFinding, strayInRun } from '../../run/ledger/ledger-findings.ts';
import { keptRows } from '../../run/ledger/posted-rows-held.ts';
import { madeBy, notOfThisVersion } from '../../run/recorded/made-by.ts';
import { recompute } from '../../run/recorded/recompute.ts';
import { reportRows } from '../../run/recorded/report-rows.ts';
import { noRunButOutlook } from '../../run/recorded/run-folder-findings.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** A run that came out to the byte when it was made again, with what it posts. */
export interface RunToPost {
  readonly manifest: Manifest;
  readonly runId: string;
  readonly lines: readonly PostedLine[];
  /** What it took from the ledger: its posted.csv. */
  readonly taken: string;
}

/**
 * Holds a run folder against its checksums and makes the run again. What is posted is read from the new run, so that it is what comes of
 * the inputs, whatever becomes of the folder meanwhile. Null where it may not be posted, which is noted.
 */
export async function openRunToPost(path: string, host: Host, terminal: Terminal): Promise<RunToPost | null> {
  const { findings } = terminal;
  const mistake = pathMistake(path, 'folder', 'RUN') ?? noRunButOutlook(path);
  const made = mistake === null ? madeBy(path) : null;
  if (mistake) findings.note(mistake);
  if (made !== null && made.kin !== 'this-version') findings.note(notOfThisVersion(path, made.version));
  if (findings.forbid) return null;
  const { differences, manifest, strays } = checkFolder(path);
  const differ = (found: readonly Difference[]) =>
    findings.noteAll(found.map((each) => differenceFinding('run-difference', path, each, hint)));
  findings.noteAll(strays.map((name) => strayInRun(path, name)));
  differ(differences);
  if (manifest === null || findings.forbid) return null;
  await terminal.progress.pause();
  const runId = runIdOf(manifestJson(manifest));
  const { differences: found, same } = await recompute({ path, manifest, madeBy: made }, host, terminal, (folder) => ({
    lines: postedLines(reportRows(folder)),
    taken: keptRows(folder),
  }));
  differ(found);
  return same && { manifest, runId, ...same };
}

const hint = 'see what verify --recompute says of the folder, and post the run as it was made, or made again';
