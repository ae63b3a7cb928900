import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ReportName, reportNames } from '../../domain/run-folder.ts';
import { systemFiles } from '../../record/files/file-calls.ts';
import { parsedJson } from '../../record/files/plain-json.ts';
import { pieces } from '../../record/files/read-pieces.ts';
import type { Difference } from '../../record/verify/difference.ts';
import type { ReadRow } from '../../record/verify/report-row.ts';
import { reportRows } from './report-rows.ts';

/** Whether two files hold the same, however large they are. */
function sameBytes(a: string, b: string): boolean {
  const [left, right] = [pieces(a, systemFiles), pieces(b, systemFiles)];
  try {
    for (;;) {
      const [one, other] = [left.next(), right.next()];
      if (one.done || other.done) return one.done === other.done;
      if (!Buffer.from(one.value).equals(other.value)) return false;
    }
  } finally {
    left.return(undefined);
    right.return(undefined);
  }
}

/** Where the sentences of the program stand, which a version may word otherwise: in a column of a report, under a key of summary.json. */
const wording: ReadonlySet<string> = new Set(['formula', 'reason', 'message', 'hint']);

/** Where a file of a run is first different from that of the run made again, in the words of the report; null where it is the same to the byte. */
export function firstDifference(file: string, recorded: string, made: string): Difference | null {
  if (sameBytes(join(recorded, file), join(made, file))) return null;
  const report = reportNames.find((name) => name === file);
  if (!report) return firstLineDifference(file, linesOf(join(recorded, file)), linesOf(join(made, file)));
  const says = 'has the same rows, but another header, quotes or line ends';
  return firstRowDifference(report, recorded, made, new Set()) ?? { file, says };
}

/** The same of a run that another version made: every code, date, amount and row, but not how it is worded. */
export function firstDifferenceInFigures(file: string, recorded: string, made: string): Difference | null {
  const report = reportNames.find((name) => name === file);
  if (report) return firstRowDifference(report, recorded, made, wording);
  const [before, after] = [recorded, made].map((folder) => figuresIn(readFileSync(join(folder, file), 'utf8')));
  return before === after ? null : firstLineDifference(file, before?.split('\n') ?? [], after?.split('\n') ?? []);
}

/** A JSON text without what is only worded. */
function figuresIn(text: string): string {
  return JSON.stringify(parsedJson(text), (key, value) => (wording.has(key) ? undefined : value), 2);
}

function firstLineDifference(file: string, before: readonly string[], after: readonly string[]): Difference {
  const at = before.findIndex((line, index) => line !== after[index]);
  const index = at < 0 ? before.length : at;
  return { file, line: index + 1, says: sayFigures('', before[index]?.trim(), after[index]?.trim()) };
}

function firstRowDifference(
  file: ReportName,
  recorded: string,
  made: string,
  ignored: ReadonlySet<string>,
): Difference | null {
  const [left, right] = [reportRows(recorded)(file)[Symbol.iterator](), reportRows(made)(file)[Symbol.iterator]()];
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done && other.done) return null;
    const says = rowDifference(one.done ? null : one.value, other.done ? null : other.value, ignored);
    if (says !== null) return { file, says, ...(one.done ? {} : { line: one.value.line }) };
  }
}

function rowDifference(
  recorded: ReadRow<ReportName> | null,
  made: ReadRow<ReportName> | null,
  ignored: ReadonlySet<string>,
): string | null {
  if (recorded === null || made === null || keyOf(recorded) !== keyOf(made)) {
    return sayFigures('', recorded?.cells.join(','), made?.cells.join(','));
  }
  for (const [column, index] of made.columns) {
    const [before, after] = [recorded.cells[index], made.cells[index]];
    if (before !== after && !ignored.has(column)) return sayFigures(`${keyOf(made)}, ${column}: `, before, after);
  }
  return recorded.cells.length === made.cells.length ? null : 'has a row of another number of cells';
}

function keyOf(row: ReadRow<ReportName>): string {
  return ['practice_code', 'component', 'period', 'step']
    .map((column) => row.cells[row.columns.get(column) ?? -1] ?? '')
    .filter((text) => text !== '')
    .join(' ');
}

function sayFigures(where: string, recorded: string | undefined, made: string | undefined): string {
  return `${where}recorded ${recorded ?? 'nothing more'}, made again ${made ?? 'nothing more'}`;
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}
