import { finding } from '../../domain/findings/finding.ts';
import { nearest, plainName } from '../../domain/words/nearest.ts';
import { ours, ourText } from '../../domain/words/sentence.ts';
import { strangeIn } from '../cells/characters.ts';
import type { TableDescription } from '../tables/tables.ts';
import type { Note } from './note.ts';

/** Where the columns of a table stand in a file. */
export interface Header {
  readonly line: number;
  /** The place of each known column, from 0. */
  readonly at: ReadonlyMap<string, number>;
  /** How many cells a row has. */
  readonly width: number;
  /** Every needed column is there, so that the rows can be read. */
  readonly complete: boolean;
  /** It goes on with blank names; that has been told. */
  readonly hasEmptyColumns: boolean;
}

/** Whether a row holds names of columns of the table, whatever their spelling: two at least, or half of what it holds. */
export function looksLikeHeader(table: TableDescription, cells: readonly string[]): boolean {
  const names = table.columns.map(({ name }) => name);
  const found = (spelt: (name: string) => string) => {
    const known = new Set(names.map(spelt));
    return cells.filter((cell) => known.has(spelt(cell))).length;
  };
  const isEnough = (columns: number) => columns >= 2 || (columns === 1 && cells.length <= 2);
  // Nearly every file spells them as they are: the classes of Unicode that `plainName` asks are made ready for no other.
  return isEnough(found((name) => name)) || isEnough(found(plainName));
}

/** Reads the names of the columns. Every one that is unknown, double, blank or missing is a finding. */
export function readHeader(table: TableDescription, cells: readonly string[], line: number, note: Note): Header {
  const named = withoutBlankTail(cells);
  const at = new Map<string, number>();
  const meant = new Set<string>();
  const place = (index: number) => ({ file: table.file, line, column: index + 1, field: named[index] ?? '' });
  for (const [index, cell] of named.entries()) {
    const known = table.columns.some(({ name }) => name === cell);
    if (cell.trim() === '') note(blankColumn(place(index)));
    else if (known && at.has(cell)) note(duplicateColumn(place(index), (at.get(cell) ?? 0) + 1));
    else if (known) at.set(cell, index);
    else if (cell !== 'notes' && !cell.startsWith('x_')) {
      const likely = likelyColumn(table, cell, named);
      if (likely !== null) meant.add(likely);
      if (likely !== null || !table.open) note(unknownColumn(place(index), table, likely));
    }
  }
  const missing = table.columns.filter(({ name, optional }) => !optional && !at.has(name));
  for (const { name, holds } of missing) if (!meant.has(name)) note(missingColumn(table, line, name, holds));
  const hasEmptyColumns = named.length < cells.length;
  if (hasEmptyColumns) note(emptyColumns({ file: table.file, line, column: named.length + 1 }));
  return { line, at, width: named.length, complete: missing.length === 0, hasEmptyColumns };
}

/** The warning for cells without a name and without content at the end of a row. */
export function emptyColumns(place: { readonly file: string; readonly line: number; readonly column: number }) {
  return finding('empty-columns', place, {
    message:
      'the row goes on with empty cells after the last named column; expected it to end there; they are ignored, here and below',
    hint: 'delete the empty columns in the spreadsheet, and save the file again',
  });
}

function withoutBlankTail(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

/** The column that an unknown name stands for: one that is not there under its own name. */
function likelyColumn(table: TableDescription, cell: string, named: readonly string[]): string | null {
  const free = table.columns.map(({ name }) => name).filter((name) => !named.includes(name));
  const alike = free.find((name) => plainName(name) === plainName(cell));
  return alike ?? (table.open ? null : nearest(cell, free));
}

type HeaderPlace = { readonly file: string; readonly line: number; readonly column: number; readonly field: string };

function unknownColumn(place: HeaderPlace, table: TableDescription, likely: string | null) {
  const strange = strangeIn(place.field);
  const names = table.columns.map(({ name }) => name).join(', ');
  return finding('unknown-column', place, {
    message: `${strange === null ? 'is no column of this table' : `holds ${strange}`}; expected ${names}, notes, or a name that begins with x_`,
    hint:
      likely === null
        ? `remove the column, or name it x_… so that it is ignored`
        : `did you mean ${likely}? rename the column`,
    value: place.field,
  });
}

function duplicateColumn(place: HeaderPlace, first: number) {
  return finding('duplicate-column', place, {
    message: `the column is there twice, first as column ${first}; expected it once`,
    hint: 'remove one of the two, or rename it x_… so that it is ignored',
    value: place.field,
  });
}

function blankColumn({ field, ...place }: HeaderPlace) {
  return finding('blank-column', place, {
    message: 'the column has no name; expected one in the first row',
    hint: 'name the column, or remove it with its cells',
    value: field,
  });
}

function missingColumn(table: TableDescription, line: number, name: string, holds: string) {
  return finding(
    'missing-column',
    { file: table.file, line, field: name },
    {
      message: ours`the column ${name} is missing; expected it to hold ${ourText(holds)}`,
      hint: `add the column ${name}`,
    },
  );
}
