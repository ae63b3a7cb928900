import { addPence, noPence, type Pence, parseAmount } from '../../domain/money/money.ts';
import { csvRow, type Sink } from '../csv/csv.ts';
import type { HandOver } from '../csv/row-bytes.ts';
import { clawbackColumns } from './clawbacks.ts';
import { paymentColumns } from './payments.ts';
import { refusedColumns } from './refused.ts';
import { statementColumns } from './statements.ts';
import { withheldColumns } from './withheld.ts';
import { workingsColumns } from './workings.ts';

/** Every report of a run with its columns (contract 6). */
const reportColumns = {
  'payments.csv': paymentColumns,
  'clawbacks.csv': clawbackColumns,
  'statements.csv': statementColumns,
  'withheld.csv': withheldColumns,
  'refused.csv': refusedColumns,
  'workings.csv': workingsColumns,
} as const;

export type ReportName = keyof typeof reportColumns;

/** One thing for each report. */
export function byReport<T>(make: (name: ReportName) => T): Record<ReportName, T> {
  return {
    'payments.csv': make('payments.csv'),
    'clawbacks.csv': make('clawbacks.csv'),
    'statements.csv': make('statements.csv'),
    'withheld.csv': make('withheld.csv'),
    'refused.csv': make('refused.csv'),
    'workings.csv': make('workings.csv'),
  };
}

/** The columns that are added up; what the workings hold is steps, not sums. */
const summedColumns: Readonly<Record<ReportName, readonly string[]>> = {
  'payments.csv': ['amount'],
  'clawbacks.csv': ['amount'],
  'statements.csv': ['payments', 'clawbacks', 'net'],
  'withheld.csv': ['amount'],
  'refused.csv': [],
  'workings.csv': [],
};

/** A report as it is written. It adds up its amounts from the cells themselves, so that a total is held against the file. */
export class Report {
  readonly #sink: Sink;
  readonly #summed: readonly { readonly column: string; readonly at: number }[];
  readonly #statusAt: number;
  readonly #totals = new Map<string, Pence>();
  #rows = 0;

  constructor(name: ReportName, sink: Sink) {
    const columns: readonly string[] = reportColumns[name];
    this.#sink = sink;
    this.#summed = summedColumns[name].map((column) => ({ column, at: columns.indexOf(column) }));
    this.#statusAt = columns.indexOf('status');
    sink(csvRow(columns));
  }

  /** Rows written, the header not counted. */
  get rows(): number {
    return this.#rows;
  }

  write(cells: readonly string[]): void {
    this.#sink(csvRow(cells));
    this.#rows += 1;
    for (const { column, at } of this.#summed) {
      const amount = parseAmount(cells[at] ?? '');
      if (amount === null) throw new Error(`a report got ${cells[at]} as its ${column}`);
      this.#add(column, amount);
      if (this.#statusAt >= 0) this.#add(`${column} ${cells[this.#statusAt]}`, amount);
    }
  }

  /** Writes rows that are put together already, of a report in which nothing is added up. */
  readonly writeRows: HandOver = (bytes, count) => {
    if (this.#summed.length > 0) throw new Error('rows that are not added up');
    this.#sink(bytes);
    this.#rows += count;
  };

  /** What a column adds up to in all rows, or in those with a status. */
  total(column: string, status?: string): Pence {
    return this.#totals.get(status === undefined ? column : `${column} ${status}`) ?? noPence;
  }

  #add(key: string, amount: Pence): void {
    this.#totals.set(key, addPence(this.#totals.get(key) ?? noPence, amount));
  }
}
