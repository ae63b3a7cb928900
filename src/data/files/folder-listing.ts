import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { isSystemFile } from '../../domain/system-files.ts';
import { plainName, stepsBetween } from '../../domain/words/nearest.ts';
import { ours } from '../../domain/words/sentence.ts';
import type { Note } from '../csv/note.ts';
import { useOf } from '../tables/table-use.ts';
import { tables } from '../tables/tables.ts';

/** A table that is held in memory has its bounds; claims.csv is not held and has none. */
const mostBytes = 256 * 1024 * 1024;

/** The files of a data folder that are to be read, looked at in order of name by code unit. What is missing, out of place or of no use is noted. */
export function listFolder(dir: string, scheme: Scheme, note: Note): ReadonlySet<string> {
  const entries = readdirSync(dir, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  const files = new Set<string>();
  const meant = new Set<string>();
  for (const entry of entries) {
    const table = tableMeantBy(entry.name, tables);
    if (table !== null && !entry.isDirectory() && isLeftOut(entry.name, table, names)) {
      meant.add(table);
      note(misnamedFile(entry.name, table, names.has(table)));
    } else if (isToBeRead(dir, entry, scheme, note)) files.add(entry.name);
  }
  for (const { file } of tables)
    if (useOf(file, scheme) === 'needed' && !names.has(file) && !meant.has(file)) note(missingFile(file));
  return files;
}

/** The table for which a file was most likely meant that has not quite its name: `Paid.csv`, `payed.csv`, `paid (1).csv`, `paid.csv.csv`. */
export function tableMeantBy(name: string, known: readonly { readonly file: string }[]): string | null {
  if (name.startsWith('.') || isSystemFile(name) || known.some(({ file }) => file === name)) return null;
  const stem = plainName(name)
    .replace(/^copy of /, '')
    .replace(/( (csv|txt|xlsx?|xlsm|ods|copy|final|new|old|v?\d+))+$/, '');
  const near = known
    .map(({ file }) => ({ file, steps: stepsBetween(stem, plainName(file.replace('.csv', ''))) }))
    .filter(({ file, steps }) => steps <= mostSteps && stem.startsWith(file.charAt(0)));
  const least = Math.min(...near.map(({ steps }) => steps));
  return near.find(({ steps }) => steps === least)?.file ?? null;
}

/** So many letters of a name may be other ones: it is better to ask once too often than to leave money out. */
const mostSteps = 2;

/** A workbook beside the table that was saved from it is left out on purpose; any other file so named holds rows that would be missed. */
export function isLeftOut(name: string, table: string, names: ReadonlySet<string>): boolean {
  return !(/\.(xlsx?|xlsm|ods)$/i.test(name) && names.has(table));
}

function isToBeRead(dir: string, entry: Dirent, scheme: Scheme, note: Note): boolean {
  const { name: file } = entry;
  const isTable = tables.some((table) => table.file === file);
  if (
    !isTable &&
    (isSystemFile(file) || file.startsWith('.') || file === 'import.json' || file.toUpperCase().startsWith('README'))
  )
    return false;
  if (isTable ? !entry.isFile() : !entry.isFile() && !entry.isDirectory()) {
    note(notAFile(file, entry));
    return false;
  }
  if (!isTable) {
    note(unknownFile(file));
    return false;
  }
  if (useOf(file, scheme) === 'unused') {
    note(unusedFile(file));
    return false;
  }
  const { size } = statSync(join(dir, file));
  if (file === 'claims.csv' || size <= mostBytes) return true;
  note(tooLarge(file));
  return false;
}

function missingFile(file: string) {
  return finding(
    'missing-file',
    { file },
    {
      message: `the file is not in the data folder; expected it, because the scheme needs it`,
      hint: `add ${file} to the folder; quarterday template writes an empty one`,
    },
  );
}

/** The finding for such a file. */
export function misnamedFile(file: string, table: string, isThere: boolean) {
  const isWorkbook = /\.(xlsx?|xlsm|ods)$/i.test(file);
  const hint = isThere
    ? `put its rows into ${table} if they are to count, and move the file out of the folder`
    : isWorkbook
      ? `save its sheet as ${table} ("CSV UTF-8"), or move the file out of the folder`
      : `rename it to ${table} if its rows are to count, or move it out of the folder`;
  return finding(
    'misnamed-file',
    { file },
    { message: `the name is close to ${table}, and what the file holds would be left out; expected ${table}`, hint },
  );
}

function unusedFile(file: string) {
  return finding(
    'unused-file',
    { file },
    {
      message: 'the scheme has no use for this file; expected it not to be there; it was not read',
      hint: 'check that this is the folder of the right scheme, or remove the file',
    },
  );
}

function unknownFile(file: string) {
  return finding(
    'unknown-file',
    { file },
    {
      message: `is no table of a data folder; expected ${tables.map((table) => table.file).join(', ')}; it was not read`,
      hint: 'move it out of the folder',
    },
  );
}

function notAFile(file: string, entry: Dirent) {
  const what = entry.isSymbolicLink() ? 'a symbolic link' : entry.isDirectory() ? 'a folder' : 'a special file';
  return finding(
    'not-a-plain-file',
    { file },
    {
      message: `is ${what}; expected a plain file`,
      hint: 'copy the file itself into the data folder',
    },
  );
}

function tooLarge(file: string) {
  return finding(
    'file-too-large',
    { file },
    {
      message: ours`the file is larger than 256 MiB; expected a table of practices; it was not read`,
      hint: 'check that this is the right file: only claims.csv may be as large as that',
    },
  );
}
