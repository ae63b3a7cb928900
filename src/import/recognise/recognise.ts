import { knownFileOf } from '../../data/csv/known-files.ts';
import type { Note } from '../../data/csv/note.ts';
import { type TableDescription, tables } from '../../data/tables/tables.ts';
import { finding } from '../../domain/findings/finding.ts';
import { nearest } from '../../domain/words/nearest.ts';
import { nameOf, placeIn, type Sheet, shownCells } from '../sheet.ts';
import { isCalled, type Likeness, likeness, tablesLike } from './own-table.ts';
import type { FoundHeader, PublicKind, Recognised } from './recognised.ts';
import { publicName } from './spelling.ts';

/** So many rows are looked at for the names of columns below titles. */
const within = 40;

/** Finds out what a sheet is from the names of its columns, wherever they stand; `asked` is the table that it was said to be. */
export function recognise(sheet: Sheet, asked: TableDescription | null, note: Note): Recognised {
  const rows = sheet.rows.slice(0, within);
  if (asked !== null) return askedFor(sheet, asked, note);
  let best: Likeness | null = null;
  for (const row of rows) {
    const names = shownCells(row);
    const found = publicFile(sheet, names, row.number, note);
    if (found !== null) return found;
    const [likest, second] = tablesLike(names, row.number, sheet);
    if (!likest) continue;
    if (likest.missing.length === 0) return settle(sheet, likest, second, note);
    if (best === null || likest.matched > best.matched) best = likest;
  }
  if (best !== null && best.matched >= 2) return incomplete(sheet, best, note);
  return { kind: 'unlike', looksLike: firstNames(sheet), nearest: best?.table.file ?? nearestTable(sheet) };
}

/** The table with the most names that are a letter or two from those of a sheet; null where none has any. */
function nearestTable(sheet: Sheet): string | null {
  const names = namesOf(sheet);
  const [near] = tables
    .map(({ file, columns }) => ({ file, near: columns.filter(({ name }) => nearest(name, names) !== null).length }))
    .sort((a, b) => b.near - a.near);
  return near && near.near > 0 ? near.file : null;
}

/** A table is taken where no other fits as well, or where the sheet has its name. */
function settle(sheet: Sheet, likest: Likeness, second: Likeness | undefined, note: Note): Recognised {
  const isTie = second?.missing.length === 0 && second.needed === likest.needed && second.matched === likest.matched;
  if (!isTie) return { kind: 'table', table: likest.table, header: likest.header };
  const called = [likest, second].find(({ table }) => isCalled(sheet, table));
  if (called) return { kind: 'table', table: called.table, header: called.header };
  note(
    finding('unknown-source', placeIn(sheet, likest.header.row), {
      message: `the columns fit ${likest.table.file} as well as ${second.table.file}; expected those of one table`,
      hint: `give --sheet "${sheet.name ?? sheet.file}=${likest.table.file.replace('.csv', '')}", or the other`,
    }),
  );
  return { kind: 'refused' };
}

function publicFile(sheet: Sheet, names: readonly string[], row: number, note: Note): Recognised | null {
  const known = knownFileOf(names);
  if (known === null) {
    if (!isListOfTotals(names)) return null;
    return { kind: 'public', public: 'list-of-totals', header: publicHeader('list-of-totals', names, row) };
  }
  const { kind, says, hint } = known;
  if (kind === 'list-by-area' || kind === 'commissioner-members') {
    note(finding('known-file', placeIn(sheet, row), { message: `${says}; it was not taken`, hint }));
    return { kind: 'refused' };
  }
  return { kind: 'public', public: kind, header: publicHeader(kind, names, row) };
}

/** The monthly file of totals, before and after 2022, and those of its sisters whose code is called CODE. */
function isListOfTotals(names: readonly string[]): boolean {
  const spelt = new Set(names.map(publicName));
  return (
    spelt.has('NUMBER_OF_PATIENTS') && (spelt.has('CODE') || spelt.has('PRACTICE_CODE')) && spelt.has('EXTRACT_DATE')
  );
}

/** The columns of epraccur, which has no names: those that count, by their places. */
const directoryColumns = new Map([
  ['ORGCODE', 0],
  ['NAME', 1],
  ['OPENDATE', 10],
  ['CLOSEDATE', 11],
  ['COMMISSIONER', 14],
  ['PRESCRSET', 25],
]);

function publicHeader(kind: PublicKind, names: readonly string[], row: number): FoundHeader {
  const hasNames = kind !== 'directory' || names.some((name) => publicName(name) === 'ORGCODE');
  if (!hasNames) return { row: 0, at: directoryColumns, names: [] };
  const at = new Map<string, number>();
  for (const [index, name] of names.map(publicName).entries()) if (name !== '' && !at.has(name)) at.set(name, index);
  return { row, at, names };
}

/** The sheet was said to be a table: the row that is likest to its names is taken for them. */
function askedFor(sheet: Sheet, table: TableDescription, note: Note): Recognised {
  const found = sheet.rows
    .slice(0, within)
    .map((row) => likeness(table, shownCells(row), row.number, sheet))
    .sort((a, b) => b.matched - a.matched)[0];
  if (found && found.missing.length === 0) return { kind: 'table', table, header: found.header };
  if (found && found.matched > 0) return incomplete(sheet, found, note);
  const names = table.columns.filter(({ optional }) => !optional).map(({ name }) => name);
  note(
    finding('unknown-source', placeIn(sheet), {
      message: `no row of the sheet holds the names of the columns of ${table.file}; expected ${names.join(', ')}`,
      hint: 'name the columns as the table does; quarterday template --xlsx makes a workbook that has them',
    }),
  );
  return { kind: 'refused' };
}

/** Two columns of a table are there and others are not: it was most likely meant to be one. */
function incomplete(sheet: Sheet, { table, header, missing }: Likeness, note: Note): Recognised {
  for (const name of missing) {
    const holds = table.columns.find((column) => column.name === name)?.holds ?? '';
    note(
      finding('missing-column', placeIn(sheet, header.row, undefined, name), {
        message: `looks like ${table.file}, but the column ${name} is missing; expected it to hold ${holds}`,
        hint: `name the column ${name}, or leave ${nameOf(sheet)} out; if it is another table, say --sheet NAME=TABLE`,
      }),
    );
  }
  return { kind: 'refused' };
}

/** The first names that stand in a sheet, for a person to see what it is. */
function firstNames(sheet: Sheet): string {
  const names = namesOf(sheet);
  return names.length === 0 ? 'nothing in it' : names.slice(0, 5).join(', ').slice(0, 120);
}

/** What stands in the first row that has two cells, or else in the first. */
function namesOf(sheet: Sheet): readonly string[] {
  const row = sheet.rows.find(({ cells }) => cells.filter((cell) => cell !== null).length > 1) ?? sheet.rows[0];
  return row ? shownCells(row).filter((name) => name.trim() !== '') : [];
}

/** The table of a name, with or without its ending. */
export function tableNamed(name: string): TableDescription | null {
  return tables.find(({ file }) => file === name || file === `${name}.csv`) ?? null;
}
