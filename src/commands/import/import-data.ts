import { basename } from 'node:path';
import { readInput, sha256Of } from '../../data/files/input.ts';
import type { TableDescription } from '../../data/tables/tables.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { type GivenFile, type Imported, type ImportOptions, importFiles } from '../../import/import-files.ts';
import { importRecord, importRecordFile, type WrittenTable } from '../../import/import-record.ts';
import { tableNamed } from '../../import/recognise/recognise.ts';
import { writeNewFolder } from '../../record/files/new-folder.ts';
import { csvRow } from '../../report/csv/csv.ts';
import { filledFolderMistake, pathMistake, targetExists } from '../../run/given/paths.ts';
import { openScheme } from '../../run/given/scheme-file.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { ImportRequest } from '../request.ts';
import { sheetMistakes } from './sheets-asked.ts';
import { tellImport } from './tell-import.ts';

/** Makes a data folder of the files that people have: all of it, or nothing, or with --partial the tables that are sound. */
export async function importData(request: ImportRequest, host: Host, terminal: Terminal): Promise<void> {
  const { findings } = terminal;
  const source = openScheme(request.scheme, host, terminal);
  findings.noteAll(lineMistakes(request));
  if (!source || findings.forbid) return;
  const files = request.files.map(givenFile);
  const options = { ...request, scheme: source.scheme, asked: tablesAsked(request) };
  const imported = importFiles(files, options);
  findings.noteAll(sheetMistakes(request, imported));
  findings.noteAll(imported.findings);
  write(request, options, imported, terminal);
}

/** What is wrong with the command line, before any file is opened. */
function lineMistakes({ files, out, sheets }: ImportRequest): Finding[] {
  const paths = files.flatMap((path) => pathMistake(path, 'file', 'FILE') ?? []);
  const outMistake = filledFolderMistake(out);
  const names = files.map((path) => basename(path));
  const twice = files.filter((path, index) => names.indexOf(basename(path)) < index).map(sameName);
  const unknown = sheets.filter(({ table }) => tableNamed(table) === null).map(({ table }) => noSuchTable(table));
  return [...paths, ...(outMistake ? [outMistake] : []), ...twice, ...unknown];
}

function givenFile(path: string): GivenFile {
  const bytes = readInput(path);
  return { name: basename(path), bytes, sha256: sha256Of(bytes) };
}

function tablesAsked({ sheets }: ImportRequest): ReadonlyMap<string, TableDescription> {
  return new Map(
    sheets.flatMap(({ sheet, table }) => {
      const description = tableNamed(table);
      return description ? [[sheet, description] as const] : [];
    }),
  );
}

/** Nothing is written unless all is sound; with --partial the sound tables are, and the others are named. */
function write(request: ImportRequest, options: ImportOptions, imported: Imported, terminal: Terminal): void {
  const { findings } = terminal;
  const tables = imported.tables.filter(({ isSound }) => isSound);
  const leftOut = imported.tables.filter(({ isSound }) => !isSound).map(({ file }) => file);
  if (tables.length === 0 && !findings.forbid) findings.note(nothingToWrite());
  if ((findings.forbid && !request.partial) || tables.length === 0) return;
  const texts = new Map(tables.map((table) => [table.file, tableText(table)]));
  const written = tables.map(({ file, rows }): WrittenTable => {
    return { file, rows: rows.length, sha256: sha256Of(Buffer.from(texts.get(file) ?? '')) };
  });
  texts.set(importRecordFile, importRecord(imported.files, written, leftOut, options));
  if (writeNewFolder(request.out, texts) === null) {
    findings.note(targetExists(request.out));
    return;
  }
  tellImport(request, imported, written, leftOut, terminal);
}

/** A table with the source of each row beside it. */
function tableText({ columns, rows }: Imported['tables'][number]): string {
  const header = csvRow([...columns, 'x_source']);
  return (
    header + rows.map(({ cells, source }) => csvRow([...columns.map((name) => cells[name] ?? ''), source])).join('')
  );
}

function nothingToWrite(): Finding {
  const message = 'no file holds a row of a table; expected some';
  const hint = 'fill the tables in; those that were left empty say nothing';
  return finding('unknown-source', { field: 'FILE' }, { message, hint });
}

function sameName(path: string): Finding {
  const message =
    'another file of this name is given; expected names that tell them apart, because each row names its file';
  return finding('option-value', { field: 'FILE' }, { message, value: path, hint: 'rename one of the two' });
}

function noSuchTable(table: string): Finding {
  const message = 'there is no such table in a data folder';
  const hint = 'name a table as its file is named, with or without .csv, such as evidence';
  return finding('option-value', { field: '--sheet' }, { message, value: table, hint });
}
