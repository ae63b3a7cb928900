import { join } from 'node:path';
import { cutRows } from '../../data/csv/cut-cells.ts';
import { type ReportName, type ReportRow, rowOf } from '../../domain/run-folder.ts';
import { groupsByKey, type LineGroup, linesWithKey } from '../../record/files/sorted-lines.ts';

/** The lines of a report about one practice, in order. */
export type LinesOf = (report: ReportName, code: string) => readonly string[];

/** Finds the lines of a practice by halving each report: for one practice of many. */
export function linesInFolder(folder: string): LinesOf {
  return (report, code) => linesWithKey(join(folder, report), code, codeIn(report));
}

/** Reads the reports side by side from their beginning: for all practices, asked for in order of code, and of each report once. */
export function linesInTurn(folder: string): LinesOf {
  const open = new Map<ReportName, (code: string) => readonly string[]>();
  return (report, code) => {
    const known = open.get(report) ?? inTurn(groupsByKey(join(folder, report), codeIn(report)));
    open.set(report, known);
    return known(code);
  };
}

function inTurn(groups: Iterator<LineGroup>): (code: string) => readonly string[] {
  let next = groups.next();
  return (code) => {
    while (!next.done && next.value.key < code) next = groups.next();
    if (next.done || next.value.key !== code) return [];
    const { lines } = next.value;
    next = groups.next();
    return lines;
  };
}

/** Finds the practice code in a line of a report. Neither it nor a cell before it ever has quotes. */
function codeIn(report: ReportName): (line: string) => string {
  if (report === 'refused.csv') return (line) => line.split(',', 3)[2] ?? '';
  return (line) => line.slice(0, line.indexOf(','));
}

/** The rows that lines of a report make; null where this program did not write one of them. */
export function rowsOfLines<N extends ReportName>(report: N, lines: readonly string[]): ReportRow<N>[] | null {
  const rows = cutRows(lines)?.map((cells) => rowOf(report, cells));
  const sound = rows?.filter((row) => row !== null);
  return sound && sound.length === lines.length ? sound : null;
}
