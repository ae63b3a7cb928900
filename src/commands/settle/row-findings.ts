import type { JudgedRow, OpenSum } from '../../domain/bank/sums.ts';
import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { formatPounds, noPence } from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';
import type { LedgerBook } from '../../record/ledger/ledger-book.ts';
import type { OpenedBook } from '../../run/ledger/ledger-book-read.ts';

interface BankFile {
  readonly file: string;
  /** The day on which it is read. */
  readonly on: Day;
}

/** What is to be told of the rows of a file that the ledger did not hold: what is kept apart, and days that are hard to believe. */
export function rowFindings(rows: readonly JudgedRow[], { words, ledger }: OpenedBook, source: BankFile): Finding[] {
  const open = rows.some(({ found }) => found === 'unmatched') ? ledger.book.open() : [];
  return rows.flatMap((row) => [...keptApart(words, row, ledger, open, source), ...strangeDay(row, ledger, source)]);
}

function keptApart(
  words: Words,
  row: JudgedRow,
  { book }: LedgerBook,
  open: readonly OpenSum[],
  { file }: BankFile,
): Finding[] {
  const place = { file, line: row.line };
  const sum = book.sentUnder(row.reference);
  switch (row.found) {
    case 'unmatched': {
      const message = `nothing was handed over under this reference; ${sayRow(words, row)}`;
      return [finding('bank-unmatched', place, { message, value: row.reference, hint: perhaps(row, open) })];
    }
    case 'duplicate': {
      const message = `the sum of ${formatPounds(words, sum?.amount ?? row.amount ?? noPence)} was settled before; ${sayRow(words, row)}`;
      return [finding('bank-duplicate', place, { message, value: row.reference, hint: 'ask the channel at once' })];
    }
    case 'more-than-sent': {
      const message = `${formatPounds(words, sum?.amount ?? noPence)} was sent, and with this row it comes to more; ${sayRow(words, row)}`;
      return [finding('bank-more-than-sent', place, { message, value: row.reference, hint: 'ask the channel' })];
    }
    case 'settled':
    case 'part':
    case 'rejected':
    case 'returned':
    case 'pending':
      return [];
  }
}

/** A like sum is named, and never taken. */
function perhaps({ amount }: JudgedRow, open: readonly OpenSum[]): string {
  const like = open.filter((each) => each.open === amount || each.amount === amount).slice(0, likeTold);
  if (like.length === 0) return 'find out what it is; no open sum is like it';
  const names = like.map(({ reference, payee }) => `${reference} (${payee})`);
  return `perhaps ${names.join(' or ')}, which is open with the same sum; it was not taken for it`;
}

const likeTold = 3;

function strangeDay(row: JudgedRow, ledger: LedgerBook, { file, on }: BankFile): Finding[] {
  const sum = ledger.book.sentUnder(row.reference);
  const says =
    sum === null
      ? null
      : sayDay(
          row,
          sum.sent.find(({ reference }) => reference === row.reference)?.payOn ?? null,
          postedOn(sum.posting, ledger),
          on,
        );
  if (says === null) return [];
  const hint = 'see that the map reads days as the channel writes them';
  return [finding('bank-day', { file, line: row.line }, { message: says, value: formatDay(row.day), hint })];
}

function postedOn(posting: number, ledger: LedgerBook): Day | null {
  return parseDay((ledger.postingOf(posting)?.postedAt ?? '').slice(0, 10));
}

function sayDay({ day, status }: JudgedRow, payOn: Day | null, posted: Day | null, on: Day): string | null {
  if (day > on) return `lies after the day on which the file is read, ${formatDay(on)}`;
  if (posted !== null && day < posted) return `lies before the day of the posting, ${formatDay(posted)}`;
  const isPaid = status === 'settled' || status === 'part' || status === 'returned';
  if (isPaid && payOn !== null && day < payOn)
    return `lies before the day on which it was to be paid, ${formatDay(payOn)}`;
  return null;
}

function sayRow(words: Words, { status, day, amount }: JudgedRow): string {
  return `the row says ${status}${amount === null ? '' : `, ${formatPounds(words, amount)}`}, ${formatDay(day)}`;
}
