import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { groupsByKey, linesWithKey } from '../../../src/record/files/sorted-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'quarterday-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\r\n`).join(''));
  return path;
}

const codeOf = (line: string) => line.slice(0, line.indexOf(','));
const code = (number: number) => `Z${String(number).padStart(5, '0')}`;

describe('the lines of one practice in a sorted file', () => {
  const header = 'practice_code,says';
  const numbers = [...Array(3000).keys()].map((index) => index * 2);
  const rows = numbers.flatMap((number) =>
    [...Array(number % 5).keys()].map((row) => `${code(number)},"row ${row} – ${'£'.repeat(number % 90)}"`),
  );
  const large = file('large.csv', [header, ...rows]);

  it('are all found, and only they, wherever they stand in a large file', () => {
    for (const number of [...numbers.filter((number) => number % 62 === 0), 2, 4, 6, 5994, 5996, 5998]) {
      const expected = rows.filter((line) => codeOf(line) === code(number));
      expect(linesWithKey(large, code(number), codeOf)).toEqual(expected);
    }
  });

  it('are none for a practice between two others, before the first or after the last', () => {
    for (const number of [1, 2999, 3001, 7000]) expect(linesWithKey(large, code(number), codeOf)).toEqual([]);
    expect(linesWithKey(large, 'A00001', codeOf)).toEqual([]);
  });

  it('are found where one line is longer than what is read at once', () => {
    const long = [`Z00001,${'x'.repeat(200_000)}`, 'Z00002,b', `Z00003,${'y'.repeat(200_000)}`, 'Z00004,d'];
    const path = file('long.csv', [header, ...long]);
    for (const line of long) expect(linesWithKey(path, codeOf(line), codeOf)).toEqual([line]);
  });

  it('are none in a file with a header alone, or without one', () => {
    expect(linesWithKey(file('header.csv', [header]), 'Z00001', codeOf)).toEqual([]);
    expect(linesWithKey(file('empty.csv', []), 'Z00001', codeOf)).toEqual([]);
  });

  it('are found where lines end without a carriage return, the last of them without any end', () => {
    const path = join(folder, 'plain.csv');
    writeFileSync(path, 'practice_code,says\nZ00001,a\nZ00001,b\nZ00002,c');
    expect(linesWithKey(path, 'Z00001', codeOf)).toEqual(['Z00001,a', 'Z00001,b']);
    expect(linesWithKey(path, 'Z00002', codeOf)).toEqual(['Z00002,c']);
    expect([...groupsByKey(path, codeOf)]).toEqual([
      { key: 'Z00001', lines: ['Z00001,a', 'Z00001,b'] },
      { key: 'Z00002', lines: ['Z00002,c'] },
    ]);
  });

  it('are no group where there are none', () => {
    expect([...groupsByKey(file('none.csv', [header]), codeOf)]).toEqual([]);
    expect([...groupsByKey(file('nothing.csv', []), codeOf)]).toEqual([]);
  });

  it('leave no file open, read to their end or not', () => {
    const nextFile = () => {
      const opened = openSync(large, 'r');
      closeSync(opened);
      return opened;
    };
    const before = nextFile();
    linesWithKey(large, code(2), codeOf);
    for (const _ of groupsByKey(large, codeOf)) break;
    expect([...groupsByKey(large, codeOf)]).not.toEqual([]);
    expect(nextFile()).toBe(before);
  });

  it('are told to be unreadable where the file is not there, or none', () => {
    const none = join(folder, 'none-at-all.csv');
    expect(() => linesWithKey(none, 'Z00001', codeOf)).toThrow(`could not open ${none}: ENOENT`);
    expect(() => [...groupsByKey(none, codeOf)]).toThrow(`could not open ${none}: ENOENT`);
    expect(() => linesWithKey(folder, 'Z00001', codeOf)).toThrow(`could not read ${folder}: EISDIR`);
  });

  it('come practice by practice', () => {
    const groups = [...groupsByKey(large, codeOf)];
    expect(groups.flatMap(({ lines }) => lines)).toEqual(rows);
    expect(groups.map(({ key }) => key)).toEqual([...new Set(rows.map(codeOf))]);
  });
});
