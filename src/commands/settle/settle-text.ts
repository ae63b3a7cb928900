import type { BankBook } from '../../domain/bank/bank-book.ts';
import { type BankJudgement, type JudgedRow, judgements } from '../../domain/bank/sums.ts';
import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { visible } from '../../domain/words/visible.ts';
import type { Words } from '../../domain/words/words.ts';
import type { SettleDocument } from '../../formats/money.ts';
import type { BankSettlement } from '../../record/ledger/settlement.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import { inTwo } from '../../terminal/in-two.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { newestRecord } from '../post/post-text.ts';

/** What a file of a channel came to. */
export interface Settled {
  readonly words: Words;
  /** Null where every row was in the ledger already. */
  readonly settlement: BankSettlement | null;
  /** How many rows the ledger held before. */
  readonly known: number;
  readonly newest: LedgerHead;
  /** How every sum stands now. */
  readonly book: BankBook;
}

/** Says what became of the rows, what is still open, and which record is the newest of the ledger. */
export function tellSettled(settled: Settled, ledger: string, terminal: Terminal): void {
  if (terminal.format === 'json') {
    terminal.printJson(settledData(settled));
    return;
  }
  terminal.printLines(settledText(settled));
  if (settled.settlement === null) return;
  const open = `quarterday ledger ${shellQuoted(ledger)} --open lists what is still open. Note`;
  terminal.next(
    `Next: ${settled.book.open().length === 0 ? 'nothing is open any more; note' : open} the sha256 in the minutes.`,
  );
}

function settledText({ words, settlement, known, newest, book }: Settled): string {
  const open = book.open();
  const told = (settlement === null ? [] : countsOf(settlement.rows, book)).map(({ found, rows, sum }) =>
    counted(words, wordOf(found), rows, 'row', sum),
  );
  const before = known > 0 && settlement !== null ? [counted(words, 'known before', known, 'row')] : [];
  const stillOpen = counted(words, 'still open', open.length, 'sum', sumPence(open.map((each) => each.open)));
  const by = settlement === null ? [] : [['by', visible(settlement.by)] as const];
  const head =
    settlement === null
      ? 'nothing new: the ledger holds every row of the file'
      : `recorded as ${settlement.serial}: ${visible(settlement.file)}, read on ${formatDay(settlement.on)}`;
  return `${head}\n${inTwo([...told, ...before, stillOpen, ...by, newestRecord(newest)], 11)}`;
}

/** Rows and sums in one column: a sum that is told in several rows stands in each. */
function counted(
  words: Words,
  name: string,
  count: number,
  noun: 'row' | 'sum',
  sum?: Pence,
): readonly [string, string] {
  const of = `${String(count).padStart(6)} ${count === 1 ? noun : `${noun}s`}`;
  return [name, sum === undefined ? of : `${of.padEnd(11)}  ${formatPounds(words, sum)}`];
}

function wordOf(found: BankJudgement): string {
  return found.replaceAll('-', ' ');
}

interface Count {
  readonly found: BankJudgement;
  readonly rows: number;
  readonly sum: Pence;
}

function countsOf(rows: readonly JudgedRow[], book: BankBook): readonly Count[] {
  return judgements.flatMap((found) => {
    const own = rows.filter((row) => row.found === found);
    const sum = sumPence(own.map((row) => amountOf(row, book)));
    return own.length === 0 ? [] : [{ found, rows: own.length, sum }];
  });
}

/** A row without an amount is about the whole sum. */
function amountOf({ amount, reference }: JudgedRow, book: BankBook): Pence {
  return amount ?? book.amountSent(reference) ?? noPence;
}

function settledData({ words, settlement, known, newest, book }: Settled): SettleDocument {
  const rows = settlement?.rows ?? [];
  const open = book.open();
  return {
    format: 'quarterday/settle/1',
    ...currencyKey(words),
    serial: settlement?.serial ?? null,
    file: settlement?.file ?? null,
    on: settlement === null ? null : formatDay(settlement.on),
    by: settlement?.by ?? null,
    known_before: known,
    counts: countsOf(rows, book).map(({ found, rows: count, sum }) => ({ found, rows: count, sum: formatAmount(sum) })),
    rows: rows.map((row) => ({
      line: row.line,
      reference: row.reference,
      status: row.status,
      day: formatDay(row.day),
      amount: formatAmount(amountOf(row, book)),
      found: row.found,
    })),
    open: open.length,
    open_sum: formatAmount(sumPence(open.map((each) => each.open))),
    newest: { serial: newest.serial, sha256: newest.sha256 },
  };
}
