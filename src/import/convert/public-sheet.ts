import type { Day } from '../../domain/day.ts';
import { formatDay, parseDay } from '../../domain/day.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import type { FoundHeader, PublicKind } from '../recognise/recognised.ts';
import { type Sheet, type SheetRow, sheetRange } from '../sheet.ts';
import { shortestDecimal, tidy } from './cell-text.ts';
import type { Converted } from './converted.ts';

/** A public file that was recognised. */
export interface PublicSheet {
  readonly sheet: Sheet;
  readonly kind: PublicKind;
  readonly header: FoundHeader;
}

/** Whose rows of a public file are taken, and what it does not say itself. */
export interface PublicContext {
  /** The practices that take part, or null where nothing says who they are: then the commissioner of a row does. */
  readonly practices: ReadonlySet<string> | null;
  readonly commissioner: string | null;
  readonly asAt: Day | null;
  readonly scheme: Scheme;
}

/** What a public file is called, where it is said what was taken. */
const publicNames: Readonly<Record<PublicKind, string>> = {
  'list-of-totals': 'national list of patients, totals of practices',
  'list-by-five-years': 'national list of patients, by five-year age',
  'list-by-age': 'national list of patients, by sex and single age',
  'list-across': 'national list of patients of 2013 to 2017, ages across',
  map: 'national map of practices',
  directory: 'national directory of practices (epraccur)',
  'network-members': 'national list of members of networks',
  achievement: 'national file of achievement (QOF)',
};

/** Takes the cells of a row by the name of their column: a blank text where there is none. */
export type RowReader = (row: SheetRow, column: string) => string;

export function rowReader({ header }: PublicSheet): RowReader {
  return (row, column) => {
    const cell = row.cells[header.at.get(column) ?? -1] ?? null;
    if (cell === null) return '';
    if (cell.kind === 'number') return shortestDecimal(cell.number);
    return cell.kind === 'date' && cell.day !== null ? formatDay(cell.day) : tidy(cell.shown);
  };
}

/** The rows of the file below the names of its columns. */
export function dataRows({ sheet, header }: PublicSheet): readonly SheetRow[] {
  return sheet.rows.filter(({ number }) => number > header.row);
}

/** The place of a column from 1, or 1 where it has none. */
export function columnPlace({ header }: PublicSheet, column: string): number {
  return (header.at.get(column) ?? 0) + 1;
}

/** The first of several names under which a column may stand. */
export function columnAmong({ header }: PublicSheet, names: readonly string[]): string | null {
  return names.find((name) => header.at.has(name)) ?? null;
}

/** A day as the directory writes it, `20130401`, or as it should be; null for a blank or any other text. */
export function directoryDay(text: string): Day | null {
  return parseDay(text) ?? parseDay(text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
}

/** What a public file becomes; `columns` says of which of its own columns each column of the table was made. */
export function convertedOf(
  source: PublicSheet,
  table: string,
  columns: Readonly<Record<string, string>>,
  made: Pick<Converted, 'rows' | 'left' | 'findings'>,
): Converted {
  const { sheet, header, kind } = source;
  const letters = Object.entries(columns).flatMap(([name, own]) => {
    const index = header.at.get(own);
    return index === undefined ? [] : [[name, columnLetters(index + 1)] as const];
  });
  const width = Math.max(header.names.length, ...[...header.at.values()].map((index) => index + 1));
  return {
    file: sheet.file,
    sheet: sheet.name,
    what: publicNames[kind],
    table,
    isPublic: true,
    isHidden: sheet.isHidden,
    range: sheetRange(Math.max(header.row, 1), sheet.rows.at(-1)?.number ?? header.row, width),
    columns: new Map(letters),
    columnsLeft: [],
    formulas: 0,
    ...made,
  };
}
