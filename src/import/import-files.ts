import type { Encoding } from '../data/files/encoding.ts';
import { useOf } from '../data/tables/table-use.ts';
import type { TableDescription } from '../data/tables/tables.ts';
import type { Day } from '../domain/day.ts';
import { type Finding, finding, type MadeFinding, saidFinding } from '../domain/findings/finding.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';
import { type AssembledTable, assembleTables } from './assemble/tables.ts';
import type { DateSpelling } from './convert/cell-text.ts';
import type { Converted } from './convert/converted.ts';
import { convertOwnTable } from './convert/own-rows.ts';
import { convertPublic } from './convert/public.ts';
import type { PublicSheet } from './convert/public-sheet.ts';
import { readSheets } from './files/read-file.ts';
import { recognise } from './recognise/recognise.ts';
import type { Recognised } from './recognise/recognised.ts';
import { nameOf, placeIn, type Sheet } from './sheet.ts';

/** A file that was given. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** What was said about the files. */
export interface ImportOptions {
  readonly scheme: Scheme;
  readonly asAt: Day | null;
  readonly commissioner: string | null;
  readonly dates: DateSpelling;
  readonly encoding: Encoding;
  /** Sheets, or files without any, by name, with the table that each was said to be. */
  readonly asked: ReadonlyMap<string, TableDescription>;
}

/** What became of one sheet; null where nothing could be made of it, with the reason. */
export interface SheetRead {
  readonly sheet: Sheet;
  readonly converted: Converted | null;
  readonly left: string;
}

export interface FileRead {
  readonly file: GivenFile;
  readonly sheets: readonly SheetRead[];
}

export interface Imported {
  readonly tables: readonly AssembledTable[];
  readonly files: readonly FileRead[];
  readonly findings: readonly Finding[];
}

/** Makes the tables of a data folder of the files that people have. Pure: the same files give the same tables. */
export function importFiles(files: readonly GivenFile[], options: ImportOptions): Imported {
  const findings: Finding[] = [];
  const note = (each: MadeFinding): void => {
    findings.push(saidFinding(options.scheme.words, each));
  };
  const read = files.map((file) => ({ file, found: sheetsOf(file, options, note) }));
  const all = read.flatMap(({ found }) => found);
  const converted = new Map<Sheet, Converted>();
  for (const { sheet, is } of all) {
    if (is.kind === 'table') converted.set(sheet, convertOwnTable(sheet, is.table, is.header, options));
  }
  const publics = all.flatMap(({ sheet, is }): PublicSheet[] =>
    is.kind === 'public' ? [{ sheet, kind: is.public, header: is.header }] : [],
  );
  for (const [sheet, made] of convertPublic(publics, [...converted.values()], options)) converted.set(sheet, made);
  const inOrder = all.flatMap(({ sheet }) => converted.get(sheet) ?? []);
  const tables = assembleTables(inOrder).filter((table) => saysSomething(table, options.scheme));
  // One by one: a spoilt sheet may have more findings than a call takes arguments.
  for (const each of [...inOrder, ...tables]) each.findings.forEach(note);
  return {
    tables,
    files: read.map(({ file, found }) => ({
      file,
      sheets: found.map(({ sheet, is }) => ({ sheet, converted: converted.get(sheet) ?? null, left: leftBecause(is) })),
    })),
    findings,
  };
}

/** A sheet of a form that was left empty says nothing: an empty paid.csv would say that nothing was paid before. */
function saysSomething({ file, rows, findings }: AssembledTable, scheme: Scheme): boolean {
  return rows.length > 0 || findings.length > 0 || useOf(file, scheme) === 'needed';
}

interface FoundSheet {
  readonly sheet: Sheet;
  readonly is: Recognised;
}

/** The sheets of a file and what they are. A file of which nothing is known is told as a whole. */
function sheetsOf(
  file: GivenFile,
  { encoding, asked }: ImportOptions,
  note: (finding: MadeFinding) => void,
): FoundSheet[] {
  let refused = 0;
  const counted = (each: MadeFinding) => {
    if (each.severity === 'error') refused += 1;
    note(each);
  };
  const found = readSheets(file.name, file.bytes, encoding, counted).map((sheet) => {
    const table = asked.get(sheet.name ?? sheet.file) ?? null;
    return { sheet, is: sheet.rows.length === 0 ? blankSheet : recognise(sheet, table, counted) };
  });
  const isKnown = refused > 0 || found.some(({ is }) => is.kind !== 'unlike');
  const [first] = found;
  if (!isKnown && first)
    note(unknownFile(found.find(({ is }) => is.kind === 'unlike' && is.nearest !== null) ?? first));
  return found;
}

const blankSheet: Recognised = { kind: 'unlike', looksLike: 'nothing in it', nearest: null };

function leftBecause(is: Recognised): string {
  switch (is.kind) {
    case 'unlike':
      return `no table: ${is.looksLike}`;
    case 'refused':
      return 'refused';
    case 'table':
    case 'public':
      return '';
  }
}

function unknownFile({ sheet, is }: FoundSheet): MadeFinding {
  const looksLike = is.kind === 'unlike' ? `${is.looksLike}; nearest to ${is.nearest ?? 'none'}` : '';
  return finding('unknown-source', placeIn(sheet, sheet.rows[0]?.number), {
    message: `${nameOf(sheet)} has the columns of no table of the data folder and of no national file (${looksLike}); nothing of the file was taken`,
    hint: 'name its columns as the table does, say --sheet NAME=TABLE if it has them under a title, or leave the file out',
  });
}
