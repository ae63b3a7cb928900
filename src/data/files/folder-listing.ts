import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { nearest } from '../../domain/words/nearest.ts';
import type { Note } from '../csv/note.ts';
import { tables, useOf } from '../tables/tables.ts';

/** A table that is held in memory has its bounds; claims.csv is not held and has none. */
const mostBytes = 256 * 1024 * 1024;

/** The files of a data folder that are to be read, looked at in order of name by code unit. What is missing, out of place or of no use is noted. */
export function listFolder(dir: string, scheme: Scheme, note: Note): ReadonlySet<string> {
  const entries = readdirSync(dir, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map(({ name }) => name));
  const files = new Set<string>();
  for (const entry of entries) if (isToBeRead(dir, entry, scheme, note)) files.add(entry.name);
  for (const { file } of tables)
    if (useOf(file, scheme) === 'needed' && !names.has(file)) note(missingFile(file, names));
  return files;
}

function isToBeRead(dir: string, entry: Dirent, scheme: Scheme, note: Note): boolean {
  const { name: file } = entry;
  const isTable = tables.some((table) => table.file === file);
  if (!isTable && (file.startsWith('.') || file.toUpperCase().startsWith('README'))) return false;
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

function missingFile(file: string, names: ReadonlySet<string>) {
  const other = nearest(
    file,
    [...names].filter((name) => !tables.some((table) => table.file === name)),
  );
  return finding(
    'missing-file',
    { file },
    {
      message: `the file is not in the data folder; expected it, because the scheme needs it`,
      hint:
        other === null
          ? `add ${file} to the folder; quarterday template writes an empty one`
          : `rename ${other} to ${file}`,
    },
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
  const meant = nearest(
    file,
    tables.map((table) => table.file),
  );
  return finding(
    'unknown-file',
    { file },
    {
      message: `is no table of a data folder; expected ${tables.map((table) => table.file).join(', ')}; it was not read`,
      hint: meant === null ? 'move it out of the folder' : `did you mean ${meant}? rename the file`,
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
      message: 'the file is larger than 256 MiB; expected a table of practices; it was not read',
      hint: 'check that this is the right file: only claims.csv may be as large as that',
    },
  );
}
