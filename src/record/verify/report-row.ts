import { type Pence, parseAmount } from '../../domain/money/money.ts';
import type { ReportColumn, ReportColumnOf, ReportName } from '../../domain/run-folder.ts';

/** One row of a report as it stands in its file. Its cells are taken one by one, as most of them are never looked at. */
export interface ReadRow<N extends ReportName> {
  /** Which report it is of: known to the compiler alone. */
  readonly report?: N;
  readonly line: number;
  readonly text: string;
  /** As many as there are columns. */
  readonly cells: readonly string[];
  /** Where each column stands, from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The rows of a report below its header, in order. */
export type RowsOf = <N extends ReportName>(report: N) => Iterable<ReadRow<N>>;

/** The text of a cell; empty where the file has no such column, which is a difference that is told by itself. */
export function cell<N extends ReportName>({ cells, columns }: ReadRow<N>, column: ReportColumn<N>): string {
  return cells[columns.get(column) ?? -1] ?? '';
}

/** The amount in a column, or null where there is none. */
export function amountIn<N extends ReportName>(
  row: ReadRow<N>,
  column: ReportColumnOf<N, 'amount'> | ReportColumnOf<N, 'amount or blank'>,
): Pence | null {
  return parseAmount(cell(row, column));
}
