import { finding } from '../../domain/findings/finding.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { SystemFailure } from '../../record/files/system-failure.ts';
import { linesAddUp } from '../../record/ledger/check-posting.ts';
import { settleMarkers } from '../../record/ledger/markers.ts';
import { postedLines } from '../../record/ledger/posted-lines.ts';
import type { PostedLine, Posting, PostingHeader } from '../../record/ledger/posting.ts';
import { publishPosting } from '../../record/ledger/publish-posting.ts';
import { standingOf } from '../../record/ledger/standing.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import type { LedgerHead, Manifest } from '../../record/run-folder/manifest.ts';
import { openRecordedRun } from '../../record/run-folder/read-run-folder.ts';
import { checkFolder } from '../../record/verify/check-folder.ts';
import { differenceFinding, ledgerLocked, ledgerUnsound, standingFinding } from '../../run/ledger-findings.ts';
import { newFolderMistake, pathMistake } from '../../run/paths.ts';
import { reportRows } from '../../run/report-rows.ts';
import { failureFinding } from '../../terminal/failures.ts';
import type { Host } from '../../terminal/host.ts';
import { heedInterruption } from '../../terminal/interruption.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { PostRequest } from '../request.ts';
import { tellPosted } from './post-text.ts';

/** A run that is exactly as it was made, with the lines that it posts. */
interface RunToPost {
  readonly manifest: Manifest;
  readonly runId: string;
  readonly lines: readonly PostedLine[];
}

interface LedgerState {
  readonly head: LedgerHead;
  readonly postings: readonly PostingHeader[];
}

/**
 * Records an approved run in the ledger. Another program may post at the same moment: then the ledger is read again, and
 * the run judged by what stands there.
 */
export async function postRun(request: PostRequest, host: Host, terminal: Terminal): Promise<void> {
  const run = await openRunToPost(request, terminal);
  const mistake = newFolderMistake(request.ledger, '--ledger');
  if (mistake) terminal.findings.note(mistake);
  if (!run || mistake) return;
  for (;;) {
    heedInterruption(host.interrupted);
    settleMarkers(request.ledger);
    const ledger = readLedger(request.ledger, terminal);
    if (!ledger) return;
    const standing = standingOf(run.manifest, run.runId, ledger);
    if (standing.kind === 'already-posted') return tellPosted(standing.posting, 'already', terminal);
    if (!isConfirmed(run, request, terminal)) return;
    if (standing.kind !== 'may-be-posted') return terminal.findings.note(standingFinding(request.run, standing));
    if (publish(postingOf(run, ledger, request, host), request, host, terminal)) return;
  }
}

async function openRunToPost({ run: path }: PostRequest, { findings }: Terminal): Promise<RunToPost | null> {
  const mistake = pathMistake(path, 'folder', 'RUN');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const hint = 'see what verify says of the folder, and post it as run made it';
  const { differences } = checkFolder(path);
  findings.noteAll(differences.map((each) => differenceFinding('run-not-sound', path, each, hint)));
  if (differences.length > 0) return null;
  const opened = openRecordedRun(path);
  if (opened.kind === 'not-a-run') throw new Error(`a whole run folder of which ${opened.file} ${opened.why}`);
  const { manifest, runId } = opened.run;
  const lines = postedLines(reportRows(path));
  const mistakes = linesAddUp({ lines, controls: manifest.controls });
  findings.noteAll(mistakes.map((says) => differenceFinding('run-not-sound', path, { file: 'run.json', says }, hint)));
  return mistakes.length > 0 ? null : { manifest, runId, lines };
}

/** Null where nothing may be posted to the ledger as it is, which is noted. */
function readLedger(path: string, { findings }: Terminal): LedgerState | null {
  const postings: PostingHeader[] = [];
  const walk = walkLedger(path, ({ lines: _, ...header }) => postings.push(header));
  findings.noteAll(walk.differences.map((each) => ledgerUnsound(path, each)));
  if (walk.differences.length > 0) return null;
  if (walk.lock === null) return { head: walk.head, postings };
  findings.note(ledgerLocked(path, walk.lock));
  return null;
}

function isConfirmed({ manifest }: RunToPost, { confirmTotal }: PostRequest, { findings }: Terminal): boolean {
  const { net } = manifest.controls;
  if (net === confirmTotal) return true;
  const message = `the net total of the run is ${formatAmount(net)}, not ${formatAmount(confirmTotal)}`;
  const hint = 'compare the run with what was approved; if it is the right one, give its net total to the penny';
  findings.note(
    finding('confirm-total', { field: '--confirm-total' }, { message, value: formatAmount(confirmTotal), hint }),
  );
  return false;
}

function postingOf(
  { manifest, runId, lines }: RunToPost,
  { head }: LedgerState,
  request: PostRequest,
  host: Host,
): Posting {
  const { scheme, period, asAt, controls } = manifest;
  return {
    serial: head.serial + 1,
    previous: head.sha256,
    run: runId,
    scheme,
    period,
    asAt,
    controls,
    approvedBy: request.approvedBy,
    postedAt: host.now(),
    lines,
  };
}

/** False where another program was quicker, and all is to be judged again. */
function publish(posting: Posting, { ledger }: PostRequest, { machine }: Host, terminal: Terminal): boolean {
  try {
    const publication = publishPosting(ledger, posting);
    if (publication.kind === 'overtaken') return false;
    terminal.stands(`The run is posted as ${posting.serial}.`);
    tellPosted(posting, 'now', terminal);
    if (publication.notLasting) terminal.findings.note(failureFinding(publication.notLasting, machine));
    return true;
  } catch (error) {
    const left = error instanceof SystemFailure ? error.leftBehind : null;
    if (left !== null) terminal.stands(`Nothing was posted, but ${left} could not be removed: delete it.`);
    throw error;
  }
}
