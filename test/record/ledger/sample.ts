import { day } from '../../../src/domain/day.ts';
import { noPence, type Pence, pence, subtractPence, sumPence } from '../../../src/domain/money/money.ts';
import type { PostedLine, Posting, PostingHeader } from '../../../src/record/ledger/posting.ts';
import { publishPosting } from '../../../src/record/ledger/publish-posting.ts';
import { type LedgerWalk, walkLedger } from '../../../src/record/ledger/walk-ledger.ts';
import type { Controls } from '../../../src/record/run-folder/manifest.ts';

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

/** Posts runs one after another, each after the one before. */
export function postAll(path: string, runs: readonly string[]): void {
  for (const run of runs) {
    const { head } = walk(path);
    publishPosting(path, posting({ serial: head.serial + 1, previous: head.sha256, run }));
  }
}

/** A ledger read through, with the postings that it holds. */
export function walk(path: string): LedgerWalk & { readonly postings: readonly PostingHeader[] } {
  const postings: PostingHeader[] = [];
  return { ...walkLedger(path, (each) => postings.push(each)), postings };
}
