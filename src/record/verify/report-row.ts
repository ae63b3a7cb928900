import { type Pence, parseAmount } from '../../domain/money/money.ts';

/** One row of a report. */
export interface ReportRow {
  readonly line: number;
  readonly text: string;
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** Where each column stands, from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The rows of a report below its header, in order. */
export type RowsOf = (report: string) => Iterable<ReportRow>;

export function cell({ cells, columns }: ReportRow, column: string): string {
  return cells[columns.get(column) ?? -1] ?? '';
}

/** The amount in a column, or null where there is none. */
export function amountIn(row: ReportRow, column: string): Pence | null {
  return parseAmount(cell(row, column));
}
