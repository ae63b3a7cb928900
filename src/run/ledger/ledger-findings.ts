import { join } from 'node:path';
import { type Day, formatDay } from '../../domain/day.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import type { ListedRecord } from '../../record/ledger/ledger-book.ts';
import type { PostingHeader } from '../../record/ledger/posting.ts';
import type { LedgerStanding } from '../../record/ledger/standing.ts';
import type { Difference } from '../../record/verify/difference.ts';

/** Why a ledger is not to be used. */
export function ledgerUnsound(path: string, difference: Difference): Finding {
  const hint = `see verify --ledger ${path}, and put the ledger back from a copy; nothing may be paid from it as it is`;
  return differenceFinding('ledger-unsound', path, difference, hint);
}

/** A difference in a folder as a finding of one of the codes for it. */
export function differenceFinding(
  code: 'ledger-unsound' | 'ledger-difference' | 'run-difference',
  folder: string,
  { file, line, says, value }: Difference,
  hint: string,
): Finding {
  const place = { file: join(folder, file), ...(line === undefined ? {} : { line }) };
  return finding(code, place, { message: says, hint, ...(value === undefined ? {} : { value }) });
}

/** Something in the folder of a ledger that is not read. */
export function strayInLedger(path: string, name: string): Finding {
  const message = 'does not belong into a ledger, and is not read';
  const hint = 'move it elsewhere; if it is a copy of a record, see that the record is there under its own name';
  return finding('stray-file', { file: join(path, name) }, { message, hint });
}

/** Something in a run folder that is no part of the run. */
export function strayInRun(path: string, name: string): Finding {
  const message = 'is no part of the run, and is not read';
  return finding('stray-file', { file: join(path, name) }, { message, hint: 'move it elsewhere' });
}

/** A lock that keeps everybody from posting. */
export function ledgerLocked(path: string, lock: string): Finding {
  const message = 'another record is being made, or was given up by a program that was killed';
  const hint = 'wait a minute and try again; if nobody is at work on the ledger, delete this file, and nothing else';
  return finding('ledger-locked', { file: join(path, lock) }, { message, hint });
}

type Refused = Exclude<LedgerStanding, { kind: 'may-be-posted' | 'already-posted' }>;

/** Why a run may not be posted as the ledger stands. */
export function standingFinding(run: string, standing: Refused): Finding {
  const place = { field: 'RUN' };
  switch (standing.kind) {
    case 'posted-otherwise': {
      const message = `a different run for this scheme and period is posted already, as ${sayPosting(standing.posting)}`;
      const hint = 'compare the two with diff; run again with --ledger to pay or recover only what is different';
      return finding('posted-otherwise', place, { message, value: run, hint });
    }
    case 'stale': {
      const message = `more of this scheme was posted since the run was made: ${sayPostings(standing.since)}`;
      const hint = 'run again with --ledger, and post the new run: it takes account of what was posted since';
      return finding('stale-run', place, { message, value: run, hint });
    }
    case 'other-ledger': {
      const message = 'the run was made with another ledger: the posting that it follows is none of this one';
      const hint = 'give the ledger that the run was made with, or run again with this one';
      return finding('stale-run', place, { message, value: run, hint });
    }
  }
}

const postingsTold = 3;

function sayPostings(postings: readonly PostingHeader[]): string {
  const told = postings.slice(0, postingsTold).map(sayPosting).join('; ');
  const more = postings.length - postingsTold;
  return more > 0 ? `${told}; and ${more} more` : told;
}

/** `posting 42 (dorset-ccip-2015-16, Q2, as at 2015-11-15, approved by A. Smith, 2015-11-20)`. */
export function sayPosting({ serial, scheme, period, asAt, approvedBy, postedAt }: PostingHeader): string {
  return `posting ${serial} (${scheme}, ${period}, ${sayAsAt(asAt)}, approved by ${approvedBy}, ${postedAt.slice(0, 10)})`;
}

/** A record of any kind, as a sentence names it. */
export function sayRecord(record: ListedRecord): string {
  switch (record.kind) {
    case 'posting':
      return sayPosting(record.posting);
    case 'hand-off': {
      const { serial, channel, payOn, by } = record.handOff;
      return `hand-off ${serial} (${channel}, to be paid on ${formatDay(payOn)}, by ${by})`;
    }
    case 'settlement': {
      const { serial, file, on, by } = record.settlement;
      return `settlement ${serial} (${file}, ${formatDay(on)}, by ${by})`;
    }
  }
}

function sayAsAt(asAt: Day): string {
  return `as at ${formatDay(asAt)}`;
}
