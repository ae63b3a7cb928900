import { formatDay } from '../domain/day.ts';
import type { ImportDocument, SheetData } from '../formats/import.ts';
import type { Converted } from './convert/converted.ts';
import type { FileRead, ImportOptions, SheetRead } from './import-files.ts';

/** A table as it was written. */
export interface WrittenTable {
  readonly file: string;
  readonly rows: number;
  readonly sha256: string;
}

export const importRecordFile = 'import.json';

/** What was done, for import.json: each file, each sheet, what was taken, what was left and why. No clock and no path. */
export function importRecord(
  files: readonly FileRead[],
  tables: readonly WrittenTable[],
  leftOut: readonly string[],
  { scheme, asAt, commissioner, dates }: ImportOptions,
): string {
  const data: ImportDocument = {
    format: 'quarterday/import/1',
    scheme: scheme.id,
    as_at: asAt === null ? null : formatDay(asAt),
    commissioner,
    dates,
    files: filesData(files),
    tables,
    left_out: leftOut,
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** What became of each file, sheet by sheet, as data. */
export function filesData(files: readonly FileRead[]): ImportDocument['files'] {
  return files.map(({ file, sheets }) => ({
    file: file.name,
    sha256: file.sha256,
    bytes: file.bytes.length,
    sheets: sheets.map(sheetData),
  }));
}

function sheetData({ sheet, converted, left }: SheetRead): SheetData {
  if (converted === null) return { sheet: sheet.name, table: null, left };
  return {
    sheet: sheet.name,
    what: converted.what,
    table: converted.table,
    hidden: converted.isHidden,
    range: converted.range,
    columns: Object.fromEntries(converted.columns),
    columns_left: converted.columnsLeft,
    rows_taken: converted.rows.length,
    rows_left: converted.left,
    formulas: converted.formulas,
  };
}

/** What was taken of a sheet and what was left, in a few lines for a person. */
export function saySheet(converted: Converted): readonly string[] {
  const { what, table, rows, left, formulas, columnsLeft } = converted;
  const taken = `${count(rows.length, 'row')} taken${what === table ? '' : ` (${what})`}`;
  const lost = left.map(({ why, rows: number, at }) => `${count(number, 'row')} left: ${why}${named(at)}`);
  const beside = columnsLeft.length === 0 ? [] : [`columns left: ${columnsLeft.map(({ name }) => name).join(', ')}`];
  const worked = formulas === 0 ? [] : [`${count(formulas, 'cell')} taken from formulas`];
  return [taken, ...lost, ...beside, ...worked];
}

/** A few rows are named here; import.json names them all. */
function named(at: string): string {
  const places = at.split(',');
  return places.length > 4 || at.includes('-') ? '' : ` (${places.length === 1 ? 'row' : 'rows'} ${places.join(', ')})`;
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
