import type { BankBook } from '../../domain/bank/bank-book.ts';
import { type BankJudgement, type JudgedRow, judgements } from '../../domain/bank/sums.ts';
import { formatDay } from '../../domain/day.ts';
import { currencyKey } from '../../domain/money/currency.ts';
import { formatAmount, formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { spokenWords } from '../../domain/words/spoken.ts';
import { visible } from '../../domain/words/visible.ts';
import type { SettleDocument } from '../../formats/money.ts';
import type { BankSettlement } from '../../record/ledger/settlement.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import { shellQuoted } from '../../terminal/shell-quote.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { newestLine } from '../post/post-text.ts';

/** What a file of a channel came to. */
export interface Settled {
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
  terminal.print(settledText(settled));
  if (settled.settlement !== null)
    terminal.next(
      `Next: quarterday ledger ${shellQuoted(ledger)} --open lists what is still open. Note the sha256 in the minutes.`,
    );
}

function settledText({ settlement, known, newest, book }: Settled): string {
  const lines =
    settlement === null
      ? ['nothing new: the ledger holds every row of the file']
      : [
          `recorded as ${settlement.serial}: ${visible(settlement.file)}, read on ${formatDay(settlement.on)}`,
          ...countsOf(settlement.rows, book).map(
            ({ found, rows, sum }) => `  ${wordOf(found).padEnd(15)}${counted(rows, 'row')}  ${formatPounds(sum)}`,
          ),
        ];
  const open = book.open();
  const more = [
    ...(known > 0 && settlement !== null ? [`  known before   ${counted(known, 'row').trimEnd()}`] : []),
    `  still open     ${counted(open.length, 'sum')}  ${formatPounds(sumPence(open.map((each) => each.open)))}`,
    ...(settlement === null ? [] : [`  by             ${visible(settlement.by)}`]),
  ];
  return `${[...lines, ...more].map((line) => `${line}\n`).join('')}${newestLine(newest)}`;
}

/** Rows and sums in one column: a sum that is told in several rows stands in each. */
function counted(count: number, noun: 'row' | 'sum'): string {
  return `${String(count).padStart(6)} ${(count === 1 ? noun : `${noun}s`).padEnd(4)}`;
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

function settledData({ settlement, known, newest, book }: Settled): SettleDocument {
  const rows = settlement?.rows ?? [];
  const open = book.open();
  return {
    format: 'quarterday/settle/1',
    ...currencyKey(spokenWords()),
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
