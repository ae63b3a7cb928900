import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { cellAddress, columnLetters } from '../../domain/words/cell-address.ts';
import { type Merge, placeIn, type Sheet, type SheetRow } from '../sheet.ts';

/** Merged cells within the rows and columns that were taken. */
export function mergeFindings(sheet: Sheet, rows: readonly SheetRow[], columns: readonly number[]): MadeFinding[] {
  const numbers = rows.map(({ number }) => number);
  return sheet.merges
    .filter((merge) => leavesBlank(merge, numbers, columns))
    .map(({ top, left, bottom, right }) => {
      const range = `${cellAddress(left, top)}:${cellAddress(right, bottom)}`;
      const value = rows.find(({ number }) => number === top)?.cells[left - 1]?.shown;
      return finding('merged-cells', placeIn(sheet, top, left), {
        message: `the cells ${range} are merged, so that all but the first are blank; expected a value in each row`,
        hint: 'unmerge them, and write the value into each row that it is meant for',
        ...(value === undefined ? {} : { value }),
      });
    });
}

/** Whether a merge leaves a cell of the table blank: it covers two rows of it, or two columns of one. */
function leavesBlank(
  { top, left, bottom, right }: Merge,
  rows: readonly number[],
  columns: readonly number[],
): boolean {
  const within = columns.filter((column) => column >= left && column <= right).length;
  if (within === 0) return false;
  const first = firstFrom(rows, top);
  const covered = [rows[first], rows[first + 1]].filter((row) => row !== undefined && row <= bottom).length;
  return covered > 1 || (covered === 1 && within > 1);
}

/** The place of the first number that is not below another, in a list in order. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? least) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What is hidden and holds values: one finding for the sheet, the rows and the columns each, with the first cell. */
export function hiddenFindings(sheet: Sheet, rows: readonly SheetRow[], columns: readonly number[]): MadeFinding[] {
  const findings: MadeFinding[] = [];
  const [first] = rows;
  if (sheet.isHidden && first) findings.push(hidden(sheet, first.number, columns[0] ?? 1, 'the sheet is hidden'));
  const hiddenRows = rows.filter(({ number }) => sheet.hiddenRows.has(number));
  const [row] = hiddenRows;
  if (row) {
    const numbers = hiddenRows.map(({ number }) => number);
    findings.push(
      hidden(sheet, row.number, columns[0] ?? 1, `${counted('row', numbers.map(String))} hidden or filtered away`),
    );
  }
  const hiddenColumns = columns.filter((column) => sheet.hiddenColumns.has(column));
  const [column] = hiddenColumns;
  if (column !== undefined && first)
    findings.push(hidden(sheet, first.number, column, `${counted('column', hiddenColumns.map(columnLetters))} hidden`));
  return findings;
}

function hidden(sheet: Sheet, row: number, column: number, what: string): MadeFinding {
  return finding('hidden-cells', placeIn(sheet, row, column), {
    message: `${what}; expected to see what is taken; the values were taken like the rest`,
    hint: 'show everything in the spreadsheet, and delete what is not meant to count',
  });
}

/** `row 7 is`, `rows 7, 9 and 3 more are`. */
function counted(what: string, names: readonly string[]): string {
  if (names.length === 1) return `${what} ${names[0]} is`;
  const shown = names.slice(0, 5);
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return `${what}s ${all.slice(0, -1).join(', ')} and ${all.at(-1)} are`;
}
