import { addPence, noPence, type Pence, pence } from '../../domain/money/money.ts';
import {
  cellsOf,
  columnsOf,
  type ReportColumnOf,
  type ReportName,
  type ReportRow,
  summedColumns,
} from '../../domain/run-folder.ts';
import { csvRow, type Sink } from '../csv/csv.ts';
import type { HandOver } from '../csv/row-bytes.ts';

/** The reports of a run, each by its name. */
export type Reports = { readonly [N in ReportName]: Report<N> };

/** Begins each report with its header. */
export function openReports(sinks: Readonly<Record<ReportName, Sink>>): Reports {
  const report = <N extends ReportName>(name: N) => new Report(name, sinks[name]);
  return {
    'payments.csv': report('payments.csv'),
    'clawbacks.csv': report('clawbacks.csv'),
    'statements.csv': report('statements.csv'),
    'withheld.csv': report('withheld.csv'),
    'refused.csv': report('refused.csv'),
    'workings.csv': report('workings.csv'),
  };
}

/** A report as it is written. It adds up its amounts from the cells themselves, so that a total is held against the file. */
export class Report<N extends ReportName = ReportName> {
  readonly #name: N;
  readonly #sink: Sink;
  readonly #cellsOf: (row: ReportRow<N>) => string[];
  readonly #totals = new Map<string, Pence>();
  #rows = 0;

  constructor(name: N, sink: Sink) {
    this.#name = name;
    this.#sink = sink;
    this.#cellsOf = cellsOf(name);
    sink(csvRow(columnsOf(name)));
  }

  /** Rows written, the header not counted. */
  get rows(): number {
    return this.#rows;
  }

  write(row: ReportRow<N>): void {
    this.#sink(csvRow(this.#cellsOf(row)));
    this.#rows += 1;
    const cells: Readonly<Record<string, unknown>> = row;
    for (const column of summedColumns[this.#name]) {
      const amount = cells[column];
      if (typeof amount !== 'bigint') throw new Error(`a report got ${amount} as its ${column}`);
      this.#add(column, amount);
      if ('status' in row) this.#add(`${column} ${row.status}`, amount);
    }
  }

  /** Writes rows that are put together already, of a report in which nothing is added up. */
  readonly writeRows: HandOver = (bytes, count) => {
    if (summedColumns[this.#name].length > 0) throw new Error('rows that are not added up');
    this.#sink(bytes);
    this.#rows += count;
  };

  /** What a column adds up to in all rows, or in those with a status. */
  total(column: ReportColumnOf<N, 'amount'>, status?: string): Pence {
    return this.#totals.get(status === undefined ? column : `${column} ${status}`) ?? noPence;
  }

  #add(key: string, amount: bigint): void {
    this.#totals.set(key, addPence(this.#totals.get(key) ?? noPence, pence(amount)));
  }
}
