import { finding } from '../../domain/findings/finding.ts';
import { LedgerBook, type ListedRecord } from '../../record/ledger/ledger-book.ts';
import type { FiledPosting } from '../../record/ledger/plain-posting.ts';
import { SchemeLedger } from '../../record/ledger/scheme-ledger.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import type { Difference } from '../../record/verify/difference.ts';
import { pathMistake } from '../../run/given/paths.ts';
import { differenceFinding, sayRecord, strayInLedger } from '../../run/ledger/ledger-findings.ts';
import { keptRows, postedRowsDifference } from '../../run/ledger/posted-rows-held.ts';
import { postingDifferences } from '../../run/ledger/posting-held.ts';
import { reportRows } from '../../run/recorded/report-rows.ts';
import type { Findings } from '../../terminal/findings.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { RunProof } from './verify-run.ts';

/** How many records of each kind there are. */
export interface RecordCounts {
  readonly postings: number;
  readonly handOffs: number;
  readonly settlements: number;
}

/** A ledger that was walked from the first posting to the last. */
export interface LedgerProof {
  readonly path: string;
  readonly head: LedgerHead;
  readonly counts: RecordCounts;
  /** What a killed program left behind; it does no harm. */
  readonly leftBehind: readonly string[];
  readonly lock: string | null;
  /** Whether the newest record is the one that was noted elsewhere; null where none was given. */
  readonly isNewestAsNoted: boolean | null;
  /** As what the run is posted, where one was given and is posted. */
  readonly postedAs: number | null;
}

/** Proves a ledger, and that a run is posted in it just as its folder has it; every difference is noted. */
export async function verifyLedger(
  path: string,
  noted: string | null,
  run: RunProof | null,
  terminal: Terminal,
): Promise<LedgerProof | null> {
  const { findings } = terminal;
  const mistake = pathMistake(path, 'folder', '--ledger');
  if (mistake) {
    findings.note(mistake);
    return null;
  }
  const ofScheme = new SchemeLedger(run?.manifest.scheme ?? '');
  const ofRun: FiledPosting[] = [];
  const { takers, records } = new LedgerBook();
  const { head, differences, leftBehind, lock, strays } = walkLedger(path, {
    ...takers,
    posting(posting, sha256) {
      takers.posting?.(posting, sha256);
      ofScheme.take(posting, sha256);
      if (posting.run === run?.runId) ofRun.push(posting);
    },
  });
  const [posted] = ofRun;
  const differ = (found: readonly Difference[]) =>
    findings.noteAll(found.map((each) => differenceFinding('ledger-difference', path, each, hint)));
  findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  differ(differences);
  if (run) {
    noteTaken(run, ofScheme, findings);
    if (!posted) findings.note(notPosted(run));
    else differ(postingDifferences(posted, run.manifest, reportRows(run.path)));
  }
  const isNewestAsNoted = noted === null ? null : noted === head.sha256;
  if (noted !== null && !isNewestAsNoted)
    differ([
      newestDifference(
        noted,
        head,
        records.find(({ sha256 }) => sha256 === noted),
      ),
    ]);
  return { path, head, counts: countsOf(records), leftBehind, lock, isNewestAsNoted, postedAs: posted?.serial ?? null };
}

function countsOf(records: readonly ListedRecord[]): RecordCounts {
  const of = (kind: ListedRecord['kind']) => records.filter((each) => each.kind === kind).length;
  return { postings: of('posting'), handOffs: of('hand-off'), settlements: of('settlement') };
}

const hint = 'find out who changed it and when, and put the ledger back from a copy';

/** What the run says that it took from the ledger. */
function noteTaken(run: RunProof, ofScheme: SchemeLedger, findings: Findings): void {
  const difference = postedRowsDifference(keptRows(run.path), run.manifest, ofScheme);
  if (difference === null) return;
  const withIts = 'give the ledger that the run was made with';
  findings.note(differenceFinding('run-difference', run.path, difference, withIts));
}

function notPosted({ path, runId }: RunProof) {
  const message = `no posting of the ledger is of this run, ${runId}`;
  const help = 'post the run, or give the folder of the run that was posted: quarterday ledger lists the postings';
  return finding('not-posted', { field: 'RUN' }, { message, value: path, hint: help });
}

function newestDifference(
  noted: string,
  { serial, sha256 }: LedgerHead,
  earlier: ListedRecord | undefined,
): Difference {
  const newest = sha256 === null ? 'there is no record' : `the newest record is ${serial}, with the sha256 ${sha256}`;
  const says =
    earlier === undefined ? 'no record has the one that was noted' : `the one that was noted is ${sayRecord(earlier)}`;
  return { file: '.', says: `${newest}; ${says}`, value: noted };
}
