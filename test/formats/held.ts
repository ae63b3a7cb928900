import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import type { ColumnForm } from '../../src/domain/column-form.ts';
import { documents } from '../../src/formats/documents.ts';
import { headerOf, type TableTold } from '../../src/formats/tables/table.ts';
import { writtenTables } from '../../src/formats/tables/tables.ts';

// Every document and table that a test gets from the program is held against its schema: test/make/host.ts gives it to these.

/** The kinds that were met so far in this file of tests. */
export const kindsMet = new Set<string>();

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const checks = new Map<string, ValidateFunction>();

/** Throws where a JSON document is not as its schema has it. */
function holdDocument(data: unknown, where: string): void {
  const kind = kindOf(data);
  const check = kind === null ? null : checkOf(kind);
  if (kind === null || check === null) throw new Error(`${where}: a JSON document of no kind that schema knows`);
  kindsMet.add(kind);
  if (check(data)) return;
  throw new Error(`${where} is no ${kind}: ${ajv.errorsText(check.errors, { separator: '; ' })}`);
}

function kindOf(data: unknown): string | null {
  const format = typeof data === 'object' && data !== null && 'format' in data ? String(data.format) : '';
  return /^quarterday\/([a-z-]+)\/\d+$/.exec(format)?.[1] ?? null;
}

function checkOf(kind: string): ValidateFunction | null {
  const known = checks.get(kind);
  if (known) return known;
  const schema = documents.find((each) => each.kind === kind)?.schema();
  if (typeof schema !== 'object' || schema === null) return null;
  const check = ajv.compile(schema);
  checks.set(kind, check);
  return check;
}

/** Holds what a command printed as JSON: one document on stdout, where it prints any, and a finding in each line on stderr. */
export function holdPrinted(args: readonly string[], stdout: string, stderr: string): void {
  if (!asksForJson(args)) return;
  const where = `what ${args.join(' ')} prints`;
  if (stdout !== '' && !isOfAnotherStandard(args)) holdDocument(JSON.parse(stdout), where);
  for (const line of stderr.split('\n')) if (line !== '') holdDocument(JSON.parse(line), `${where} on stderr`);
}

function asksForJson(args: readonly string[]): boolean {
  return args.includes('--format=json') || args[args.indexOf('--format') + 1] === 'json';
}

/** A JSON Schema, the lines for a shell, and help are the same in every format. */
function isOfAnotherStandard(args: readonly string[]): boolean {
  if (args.includes('--help') || args.includes('-h') || args[0] === 'completion') return true;
  return args[0] === 'schema' && args[1]?.endsWith('.csv') === false && !args[1].startsWith('-');
}

/** What stands beside or below the paths on the line of a command, by when and how long it was written. */
export function filesThere(args: readonly string[], folder = process.cwd()): ReadonlyMap<string, string> {
  const named = ['--out', '--ledger'].flatMap((flag) => valuesOf(args, flag));
  const beside = args[0] === 'batch' ? args.slice(1, 2).map(dirname) : [];
  const files = [...new Set([...named, ...beside])].flatMap((path) => filesIn(resolve(folder, path)));
  return new Map(files.map((file) => [file, markOf(file)]));
}

/** Holds the files that a command wrote: those that were not there before, or were others. */
export function holdWritten(args: readonly string[], before: ReadonlyMap<string, string>, folder?: string): void {
  for (const [file, mark] of filesThere(args, folder)) {
    if (mark !== '' && before.get(file) !== mark) holdFile(args[0] ?? '', file);
  }
}

function valuesOf(args: readonly string[], flag: string): string[] {
  return args.flatMap((arg, at) => {
    if (arg.startsWith(`${flag}=`)) return [arg.slice(flag.length + 1)];
    return arg === flag ? args.slice(at + 1, at + 2) : [];
  });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Blank for what is no file. */
function markOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() === true ? `${stat.ino} ${stat.mtimeMs} ${stat.size}` : '';
}

function holdFile(command: string, file: string): void {
  const name = basename(file);
  // What people wrote stands as it is in a run folder; what they fill in, and the file of a channel, is in their own layout.
  const isCopy = basename(dirname(file)) === 'inputs' && name !== 'posted.csv';
  // What is still being written by another run of a batch has no name of its own yet.
  const isUnfinished = file.includes('/.quarterday-');
  const isTheirs = command === 'template' || (command === 'import' && name !== 'import.json') || command === 'new';
  if (isCopy || isTheirs || isUnfinished) return;
  if (name.endsWith('.json')) holdDocument(JSON.parse(readFileSync(file, 'utf8')), file);
  const table = writtenTables.find((each) => file.endsWith(`/${each.file}`));
  if (table && (command !== 'hand-off' || name === 'to-recover.csv')) holdTable(table, file);
}

/** Throws where a CSV has other columns than it says, or a cell that is not of the form of its column. */
function holdTable(table: TableTold, file: string): void {
  kindsMet.add(table.file);
  const [header = [], ...rows]: string[][] = parse(readFileSync(file));
  if (header.join() !== headerOf(table).join()) throw new Error(`${file} has the columns ${header.join()}`);
  for (const [at, row] of rows.entries()) {
    for (const [place, column] of table.columns.entries()) {
      const cell = row[place] ?? '';
      if (cell === '' ? column.blank : isOfForm(cell, column.form, column.choices)) continue;
      throw new Error(`${file}, row ${at + 2}: ${column.name} is ${JSON.stringify(cell)}, no ${column.form}`);
    }
  }
}

const forms: Readonly<Record<Exclude<ColumnForm, 'choice'>, RegExp>> = {
  id: /^[^\r\n]+$/,
  words: /\S/,
  day: /^\d{4}-\d\d-\d\d$/,
  amount: /^-?\d+\.\d\d$/,
  whole: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  exact: /^-?\d+(\.\d+|\/\d+)?$/,
  share: /^\d+(\.\d+)?%?$|^\d+\/\d+$/,
  sha256: /^[0-9a-f]{64}$/,
};

function isOfForm(cell: string, form: ColumnForm, choices: readonly string[] = []): boolean {
  return form === 'choice' ? choices.includes(cell) : forms[form].test(cell);
}
