import { cutCells } from '../data/cells.ts';
import type { ToldReport } from '../report/explain/rows.ts';

/** Finds the practice code in a line of a report. Neither it nor a cell before it ever has quotes. */
export function codeIn(report: ToldReport): (line: string) => string {
  if (report === 'refused.csv') return (line) => line.split(',', 3)[2] ?? '';
  return (line) => line.slice(0, line.indexOf(','));
}

/** The cells of a line of a report; none where it is not as this program writes it. */
export function cellsOf(line: string): readonly string[] {
  const cells = cutCells(line);
  return 'isOpen' in cells ? [] : cells;
}
