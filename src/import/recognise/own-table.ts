import { type TableDescription, tables } from '../../data/tables/tables.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import { nearest, plainName } from '../../domain/words/nearest.ts';
import type { Sheet } from '../sheet.ts';
import type { FoundHeader } from './recognised.ts';

/** How far a row holds the names of the columns of a table, whatever their spelling. */
export interface Likeness {
  readonly table: TableDescription;
  readonly header: FoundHeader;
  /** Columns that the table needs and the row has not. */
  readonly missing: readonly string[];
  readonly needed: number;
  readonly matched: number;
}

/** Holds a row against a table. */
export function likeness(table: TableDescription, names: readonly string[], row: number, sheet: Sheet): Likeness {
  const at = new Map<string, number>();
  const spelt = names.map(plainName);
  for (const { name } of table.columns) {
    const index = spelt.indexOf(plainName(name));
    if (index >= 0) at.set(name, index);
  }
  const needed = table.columns.filter((column) => isNeeded(table, column, sheet));
  const missing = needed.map(({ name }) => name).filter((name) => !at.has(name));
  return { table, header: { row, at, names }, missing, needed: needed.length - missing.length, matched: at.size };
}

/** The tables that a row is like, the likest first: those of which it has every needed column, by how many these are. */
export function tablesLike(names: readonly string[], row: number, sheet: Sheet): readonly Likeness[] {
  return tables
    .map((table) => likeness(table, names, row, sheet))
    .filter(({ matched }) => matched > 0)
    .sort((a, b) => isWhole(b) - isWhole(a) || b.needed - a.needed || b.matched - a.matched);
}

function isWhole({ missing }: Likeness): number {
  return missing.length === 0 ? 1 : 0;
}

/** Of practices.csv, where the sheet or file is called so, the code is enough: names may come from a directory. */
function isNeeded(table: TableDescription, column: TableDescription['columns'][number], sheet: Sheet): boolean {
  if (column.optional) return false;
  return column.name !== 'practice_name' || !isCalled(sheet, table);
}

/** Whether a sheet, or a file of one, has the name of a table. */
export function isCalled({ file, name }: Sheet, table: TableDescription): boolean {
  const stem = name ?? file.replace(/\.[a-z]+$/i, '');
  return plainName(stem) === plainName(table.file.replace('.csv', ''));
}

/** Columns of a sheet that the table has not, by their letters; `meant` where the name is nearly one of a column that is not there, `twice` where it is that of one that is. */
export function columnsBeside({ table, header }: { readonly table: TableDescription; readonly header: FoundHeader }) {
  const taken = new Set(header.at.values());
  const free = table.columns.map(({ name }) => name).filter((name) => !header.at.has(name));
  return header.names.flatMap((name, index) => {
    if (taken.has(index) || name.trim() === '') return [];
    const isOwn = name === 'notes' || name.startsWith('x_');
    const twice = [...header.at.keys()].find((taken) => plainName(taken) === plainName(name)) ?? null;
    return [{ letters: columnLetters(index + 1), index, name, meant: isOwn ? null : nearest(name, free), twice }];
  });
}
