import type { BankJudgement, BankStatus, JudgedRow } from '../../../src/domain/bank/sums.ts';
import { day } from '../../../src/domain/day.ts';
import { noPence, type Pence, pence, subtractPence, sumPence } from '../../../src/domain/money/money.ts';
import type { Controls } from '../../../src/domain/run-folder.ts';
import type { FileCalls } from '../../../src/record/files/file-calls.ts';
import type { HandOff } from '../../../src/record/ledger/hand-off.ts';
import type { PostedLine, Posting, PostingHeader } from '../../../src/record/ledger/posting.ts';
import { publishRecord, type RecordOutcome } from '../../../src/record/ledger/publish-record.ts';
import type { BankSettlement } from '../../../src/record/ledger/settlement.ts';
import { type LedgerWalk, walkLedger } from '../../../src/record/ledger/walk-ledger.ts';

/** Every so many bytes of a record are changed in turn: all of them, but a few while mutants are hunted, which go through this hundreds of times. */
export const everyBytes = process.env.MUTANTS ? 13 : 1;

/** A line of money. */
export function line(practice: string, component: string, period: string, amount: number): PostedLine {
  return { practice, payee: practice, component, period, amount: pence(amount) };
}

const someLines = [line('Z00001', 'reviews', 'spring', 150), line('Z00002', 'reviews', 'spring', -50)];

/** The first posting of a ledger, its control totals those of its lines, but for what is given. */
export function posting(given: Partial<Posting> = {}): Posting {
  const lines = given.lines ?? someLines;
  return {
    serial: 1,
    previous: null,
    run: 'ab12'.repeat(16),
    scheme: 'sample-2020-21',
    schemeSha256: 'f00d'.repeat(16),
    period: 'spring',
    asAt: day('2020-10-15'),
    controls: controlsOf(lines),
    approvedBy: 'A. Smith',
    postedAt: '2020-11-01T10:00:00.000Z',
    lines,
    ...given,
  };
}

/** A hand-off of that posting: Z00001 is paid, Z00002 is to give back. */
export function handOff(given: Partial<HandOff> = {}): HandOff {
  return {
    serial: 1,
    previous: null,
    channel: 'payables',
    channelSha256: 'c0de'.repeat(16),
    payOn: day('2020-11-13'),
    by: 'B. Jones',
    folderSha256: 'fade'.repeat(16),
    again: null,
    files: [{ name: 'payments.csv', sha256: 'beef'.repeat(16), rows: 1 }],
    sums: [{ reference: 'QD1PZ00001', posting: 1, payee: 'Z00001', amount: pence(150) }],
    recover: [{ reference: 'QD1PZ00002', posting: 1, payee: 'Z00002', amount: pence(-50) }],
    ...given,
  };
}

/** What the bank said of it: all is paid. */
export function settlement(given: Partial<BankSettlement> = {}): BankSettlement {
  return {
    serial: 1,
    previous: null,
    file: 'status.csv',
    fileSha256: 'dead'.repeat(16),
    mapSha256: 'face'.repeat(16),
    on: day('2020-11-16'),
    by: 'C. Brown',
    rows: [bankRow('QD1PZ00001', 'settled', 150, 'settled')],
    ...given,
  };
}

/** A row of it. */
export function bankRow(reference: string, status: BankStatus, amount: number, found: BankJudgement): JudgedRow {
  return { line: 2, reference, status, day: day('2020-11-13'), amount: pence(amount), found };
}

function controlsOf(lines: readonly PostedLine[]): Controls {
  const amounts = lines.map(({ amount }) => amount);
  const payments = sumPence(amounts.filter((amount) => amount > 0n));
  const due: Pence = subtractPence(noPence, sumPence(amounts.filter((amount) => amount < 0n)));
  return {
    practices: 2,
    entitlement: payments,
    alreadyPaid: due,
    payments,
    clawbacks: { due, deferred: noPence, proposed: noPence, waived: noPence },
    net: subtractPence(payments, due),
    notPaid: noPence,
    paidAhead: noPence,
    rows: { 'payments.csv': 1 },
  };
}

/** A run id that begins with a letter. */
export function runId(letter: string): string {
  return letter.repeat(64);
}

/** Adds a posting to a ledger. */
export function publishPosting(path: string, posting: Posting, files?: FileCalls): RecordOutcome {
  return publishRecord(path, { kind: 'posting', posting }, files);
}

/** Posts runs one after another, each after the one before. */
export function postAll(path: string, runs: readonly string[]): void {
  for (const run of runs) {
    const { head } = walk(path);
    publishPosting(path, posting({ serial: head.serial + 1, previous: head.sha256, run }));
  }
}

/** A ledger read through, with the postings that it holds. */
export function walk(path: string, files?: FileCalls): LedgerWalk & { readonly postings: readonly PostingHeader[] } {
  const postings: PostingHeader[] = [];
  return { ...walkLedger(path, { posting: (each) => postings.push(each) }, files), postings };
}
