import { type Finding, finding } from '../../domain/findings/finding.ts';
import { sterling } from '../../domain/money/currency.ts';
import { formatAmount, isSignOf } from '../../domain/money/money.ts';
import { SystemFailure } from '../../record/files/system-failure.ts';
import { settleMarkers } from '../../record/ledger/markers.ts';
import { type ChainedPosting, type Posting, postingText } from '../../record/ledger/posting.ts';
import { publishRecord } from '../../record/ledger/publish-record.ts';
import { SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import { hashesOf } from '../../record/ledger/sealed.ts';
import { standingOf } from '../../record/ledger/standing.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import { type LedgerHead, schemeSha256Of } from '../../record/run-folder/manifest.ts';
import { newFolderMistake } from '../../run/given/paths.ts';
import { inOneCurrency } from '../../run/ledger/currencies.ts';
import {
  differenceFinding,
  ledgerLocked,
  ledgerUnsound,
  standingFinding,
  strayInLedger,
} from '../../run/ledger/ledger-findings.ts';
import { postedRowsDifference } from '../../run/ledger/posted-rows-held.ts';
import { failureFinding } from '../../terminal/failures.ts';
import type { Host } from '../../terminal/host.ts';
import { heedInterruption } from '../../terminal/interruption.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { PostRequest } from '../request.ts';
import { tellPosted } from './post-text.ts';
import { openRunToPost, type RunToPost } from './run-to-post.ts';

interface LedgerState {
  readonly head: LedgerHead;
  readonly ofScheme: SchemeLedger;
}

/**
 * Records an approved run in the ledger. Another program may post at the same moment: then the ledger is read again, and
 * the run judged by what stands there.
 */
export async function postRun(request: PostRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const mistake = newFolderMistake(request.ledger, '--ledger');
  if (mistake) findings.note(mistake);
  const run = await openRunToPost(request.run, host, terminal);
  if (run && !isConfirmed(run, request)) findings.note(notConfirmed(run, request));
  if (!run || findings.forbid) return;
  for (let isFirst = true; ; isFirst = false) {
    heedInterruption(host.interrupted);
    settleMarkers(request.ledger);
    const ledger = readLedger(run, request, terminal, isFirst);
    if (!ledger) return;
    const standing = standingOf(run.manifest, run.runId, ledger.ofScheme.postings);
    if (standing.kind === 'already-posted') {
      const newest = ledger.head;
      return tellPosted(standing.posting, { newest, ledger: request.ledger, run: request.run }, 'already', terminal);
    }
    if (standing.kind !== 'may-be-posted') return findings.note(standingFinding(request.run, standing));
    const difference = postedRowsDifference(run.taken, run.manifest, ledger.ofScheme);
    if (difference) return findings.note(differenceFinding('run-difference', request.run, difference, takenHint));
    if (publish(postingOf(run, ledger, request, host), request, host, terminal)) return;
  }
}

const takenHint = 'run again with --ledger, and post the new run';

/** Null where nothing may be posted to the ledger as it is, which is noted. */
function readLedger(
  { manifest }: RunToPost,
  { ledger: path }: PostRequest,
  { findings }: Terminal,
  isFirst: boolean,
): LedgerState | null {
  const ofScheme = new SchemeLedger(manifest.scheme);
  const { head, currency, differences, lock, strays } = walkLedger(path, { posting: ofScheme.take });
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  if (isFirst) findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  if (lock !== null && differences.length === 0) findings.note(ledgerLocked(path, lock));
  findings.noteAll(inOneCurrency(manifest, currency));
  return findings.forbid ? null : { head, ofScheme };
}

/** What stands before a sum says its currency too. */
function isConfirmed(run: RunToPost, request: PostRequest): boolean {
  return run.manifest.controls.net === request.confirmTotal.amount && isInCurrency(run, request);
}

function isInCurrency({ manifest }: RunToPost, { confirmTotal: { sign } }: PostRequest): boolean {
  return sign === null || isSignOf(sign, manifest.currency ?? sterling);
}

/** The right total is not told: who posts a run is to know it. A sign of another currency is, whatever stands behind it. */
function notConfirmed(run: RunToPost, request: PostRequest): Finding {
  const { amount } = request.confirmTotal;
  const { code } = run.manifest.currency ?? sterling;
  const message = isInCurrency(run, request)
    ? 'this is not the net total of the run'
    : `the run pays in ${code}, and the sum has the sign of another currency; expected a sum in ${code}`;
  const hint = 'compare the run with what was approved; if it is the right one, give the net total that was approved';
  return finding('confirm-total', { field: '--confirm-total' }, { message, value: formatAmount(amount), hint });
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
    schemeSha256: schemeSha256Of(manifest),
    period,
    asAt,
    ...(manifest.currency && { currency: manifest.currency }),
    controls,
    approvedBy: request.approvedBy,
    postedAt: host.now(),
    lines,
  };
}

/** False where another program was quicker, and all is to be judged again. */
function publish(posting: Posting, { ledger, run }: PostRequest, { machine }: Host, terminal: Terminal): boolean {
  try {
    const publication = publishRecord(ledger, { kind: 'posting', posting });
    if (publication.kind === 'overtaken') return false;
    terminal.stands(`The run is posted as ${posting.serial}.`);
    const chained = chainedOf(posting);
    tellPosted(chained, { newest: chained, ledger, run }, 'now', terminal);
    if (publication.notLasting) terminal.findings.note(failureFinding(publication.notLasting, machine));
    return true;
  } catch (error) {
    const left = error instanceof SystemFailure ? error.leftBehind : null;
    if (left !== null) terminal.stands(`Nothing was posted, but ${left} could not be removed: delete it.`);
    throw error;
  }
}

function chainedOf({ lines, ...header }: Posting): ChainedPosting {
  return { ...header, sha256: hashesOf(Buffer.from(postingText({ ...header, lines }), 'utf8')).whole };
}
