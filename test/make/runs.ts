import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { emptyFolder, quarterday } from './host.ts';

/** What a run is made of, beside the scheme. */
export interface RunOf {
  readonly period: string;
  readonly asAt: string;
  readonly data: string;
  /** More words of the command line. */
  readonly more?: readonly string[];
}

/** Makes a run into a folder of its own, gone when the test is over. Answers the path of the run folder. */
export async function runFolder(scheme: string, { period, asAt, data, more = [] }: RunOf): Promise<string> {
  const args = ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, '--out', emptyFolder()];
  const { exit, stdout, stderr } = await quarterday([...args, ...more, '--format', 'json']);
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout).folder;
}

/** The data folder of a fixture. */
export function fixtureData(fixture: string): string {
  return fileURLToPath(new URL(`../../fixtures/${fixture}/data`, import.meta.url));
}

/** A copy of a folder in which the text of some files is changed. */
export function changed(data: string, changes: Readonly<Record<string, (text: string) => string>>): string {
  const copy = join(emptyFolder(), 'data');
  cpSync(data, copy, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const before = readFileSync(join(copy, file), 'utf8');
    const after = change(before);
    expect(after, `nothing changed in ${file}`).not.toBe(before);
    writeFileSync(join(copy, file), after);
  }
  return copy;
}

/** The rows of a report as objects; only for files in which no cell has quotes where they are looked at. */
export function rowsOf(folder: string, file: string): Record<string, string>[] {
  const [header = '', ...rows] = readFileSync(join(folder, file), 'utf8').trimEnd().split('\r\n');
  const names = header.split(',');
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, at) => [names[at] ?? '', cell])));
}

function cells(row: string): string[] {
  return [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
}
