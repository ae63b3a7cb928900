import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../domain/findings/finding.ts';
import { columnNumber } from '../../domain/words/cell-address.ts';
import { cutCells } from '../csv/cut-cells.ts';
import { tables } from '../tables/tables.ts';

/** Adds to a finding about a row that was imported the cell that a person typed. */
export type NameSource = (finding: Finding) => Finding;

/** In bytes: of a larger table the lines alone are named. */
const largest = 64 * 1024 * 1024;

/** In bytes: a longer one is read with its table. */
const longestHeader = 4096;

/** Finds in a data folder where its rows came from: their x_source, and in import.json the letters of the columns. Nothing is read before it is needed. */
export function openRowSources(dir: string): NameSource {
  const sources = new Map<string, readonly string[]>();
  let letters: Letters | null = null;

  function sourcesOf(file: string): readonly string[] {
    const known = sources.get(file);
    if (known) return known;
    const read = readSources(join(dir, file));
    sources.set(file, read);
    return read;
  }

  return (finding) => {
    const { file, sheet, line, field } = finding;
    if (file === undefined || sheet !== undefined || line === undefined) return finding;
    if (!tables.some((table) => table.file === file)) return finding;
    const source = sourcesOf(file)[line - 1] ?? '';
    if (source === '') return finding;
    letters ??= readLetters(join(dir, 'import.json'));
    return { ...finding, source: cellsNamed(source, field, letters) };
  };
}

/** What stands in x_source on each line of a table; nothing where it has no such column. */
function readSources(path: string): readonly string[] {
  if (!existsSync(path) || statSync(path).size > largest || !mayHaveSources(path)) return [];
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  const header = cells(lines[0] ?? '');
  const at = header.indexOf('x_source');
  return at < 0 ? [] : lines.map((line, index) => (index === 0 ? '' : (cells(line)[at] ?? '')));
}

/** Whether x_source may stand in the header: a large table that was written by hand is not read whole to find none in its rows. */
function mayHaveSources(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(longestHeader);
    const read = start.subarray(0, readSync(file, start));
    const lineEnd = read.indexOf('\n');
    return lineEnd < 0 || read.subarray(0, lineEnd).includes('x_source');
  } finally {
    closeSync(file);
  }
}

function cells(line: string): readonly string[] {
  const cut = cutCells(line);
  return 'isOpen' in cut ? [] : cut;
}

/** The letters of the columns of each sheet, by `evidence.xlsx Evidence` or `list.csv`. */
type Letters = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What import.json says of columns. It may have been changed or be missing: then rows are named without. */
function readLetters(path: string): Letters {
  const letters = new Map<string, ReadonlyMap<string, string>>();
  if (!existsSync(path)) return letters;
  const data = parsed(readFileSync(path, 'utf8'));
  for (const file of list(data, 'files')) {
    for (const sheet of list(file, 'sheets')) {
      const [name, of] = [fieldOf(file, 'file'), fieldOf(sheet, 'sheet')];
      const columns = Object.entries(objectOf(sheet, 'columns')).filter(
        (each): each is [string, string] => typeof each[1] === 'string',
      );
      if (typeof name === 'string') letters.set(typeof of === 'string' ? `${name} ${of}` : name, new Map(columns));
    }
  }
  return letters;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldOf(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Object.entries(data).find(([name]) => name === key)?.[1] : null;
}

function list(data: unknown, key: string): readonly unknown[] {
  const value = fieldOf(data, key);
  return Array.isArray(value) ? value : [];
}

function objectOf(data: unknown, key: string): object {
  const value = fieldOf(data, key);
  return typeof value === 'object' && value !== null ? value : {};
}

/** `evidence.xlsx Evidence!B15` of `evidence.xlsx Evidence!15`. Of several sources those that have the column are named. */
function cellsNamed(source: string, field: string | undefined, letters: Letters): string {
  const named = source.split('; ').map((each) => {
    const [, place = each, mark = '', row = ''] = /^(.*)([!:])(\d+)$/.exec(each) ?? [];
    const column = field === undefined ? undefined : letters.get(place)?.get(field);
    if (column === undefined) return { has: false, text: each };
    return { has: true, text: mark === '!' ? `${place}!${column}${row}` : `${each}:${columnNumber(column)}` };
  });
  const those = named.filter(({ has }) => has);
  return (those.length > 0 ? those : named).map(({ text }) => text).join('; ');
}
