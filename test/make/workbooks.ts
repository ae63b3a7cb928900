import { type BookType, type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';

/** A cell as a test writes it: what is typed, or a cell of the library's with a type of its own. */
export type Typed = string | number | boolean | null | CellObject;

export interface MadeSheet {
  readonly rows: readonly (readonly Typed[])[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** `A1:C1`. */
  readonly merges?: readonly string[];
}

/** A cell with the number of a day, shown as a date. */
export function dateCell(text: string, format = 'dd/mm/yyyy'): CellObject {
  const days = (Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return { t: 'n', v: days, z: format };
}

export function shownAs(number: number, format: string): CellObject {
  return { t: 'n', v: number, z: format };
}

export function formulaCell(formula: string, result: number): CellObject {
  return { t: 'n', v: result, f: formula };
}

/** A workbook with these sheets, as the library writes it. */
export function workbook(
  sheets: Readonly<Record<string, MadeSheet>>,
  bookType: BookType = 'xlsx',
  date1904 = false,
): Buffer {
  const book = utils.book_new();
  const made = Object.entries(sheets);
  for (const [name, sheet] of made) utils.book_append_sheet(book, worksheet(sheet), name);
  book.Workbook = { WBProps: { date1904 }, Sheets: made.map(([, { hidden }]) => ({ Hidden: hidden ? 1 : 0 })) };
  return write(book, { type: 'buffer', bookType });
}

function worksheet({ rows, hiddenRows = [], hiddenColumns = [], merges = [] }: MadeSheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === null ? undefined : cell))));
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  sheet['!rows'] = [];
  for (const row of hiddenRows) sheet['!rows'][row - 1] = { hidden: true };
  sheet['!cols'] = [];
  for (const column of hiddenColumns) sheet['!cols'][column - 1] = { hidden: true };
  return sheet;
}
