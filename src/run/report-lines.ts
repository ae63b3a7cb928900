import { cutRows } from '../data/csv/cut-cells.ts';
import type { ToldReport } from '../report/explain/rows.ts';

/** Finds the practice code in a line of a report. Neither it nor a cell before it ever has quotes. */
export function codeIn(report: ToldReport): (line: string) => string {
  if (report === 'refused.csv') return (line) => line.split(',', 3)[2] ?? '';
  return (line) => line.slice(0, line.indexOf(','));
}

/** The cells of lines of a report; where they are not as this program writes them, rows without cells. */
export function cellsOf(lines: readonly string[]): readonly (readonly string[])[] {
  return cutRows(lines) ?? lines.map(() => []);
}
