import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFree, NewFolder, writeNewFolder } from '../../../src/record/files/new-folder.ts';
import { SystemFailure } from '../../../src/record/files/system-failure.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

const texts = new Map([
  ['a.csv', 'a\r\n'],
  ['b.json', '{}\n'],
]);

describe('a new folder', () => {
  it('is written whole, above folders that are missing and in place of an empty one', () => {
    const parent = emptyFolder();
    const path = join(parent, 'x', 'y', 'data');
    expect(writeNewFolder(path, texts)?.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.csv', 3],
      ['b.json', 3],
    ]);
    expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('a\r\n');
    const empty = join(parent, 'empty');
    mkdirSync(empty);
    expect(isFree(empty)).toBe(true);
    writeNewFolder(empty, texts);
    expect(isFree(empty)).toBe(false);
    expect(readdirSync(parent).sort()).toEqual(['empty', 'x']);
  });

  it('takes nothing from one that holds something', () => {
    const parent = emptyFolder();
    const path = join(parent, 'data');
    mkdirSync(path);
    writeFileSync(join(path, 'mine.txt'), 'mine');
    expect(writeNewFolder(path, texts)).toBeNull();
    expect(readdirSync(parent)).toEqual(['data']);
    expect(readdirSync(path)).toEqual(['mine.txt']);
  });

  it('takes a file in parts, with others between them, and is not whole before its end', () => {
    const path = join(emptyFolder(), 'data');
    const folder = new NewFolder(path);
    folder.writePart('all.txt', ['a']);
    folder.write('inner/b.txt', ['b']);
    folder.writePart('all.txt', ['b']);
    expect(() => folder.publish()).toThrow('all.txt is not whole');
    expect(folder.write('all.txt', ['c']).bytes).toBe(3);
    expect(folder.publish()).toBe(true);
    expect(readFileSync(join(path, 'all.txt'), 'utf8')).toBe('abc');
  });

  it('lets go of what was written in part', () => {
    const parent = emptyFolder();
    const { files, calls } = failing(() => false);
    const folder = new NewFolder(join(parent, 'data'), files);
    folder.writePart('all.txt', ['a']);
    folder.abandon();
    expect(calls.filter((call) => call === 'create' || call === 'close')).toEqual(['create', 'close']);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves nothing half-written, whichever call fails', () => {
    const parent = emptyFolder();
    const { files, calls } = failing(() => false);
    writeNewFolder(join(parent, 'whole'), texts, files);
    expect(calls.length).toBeGreaterThan(10);
    for (let at = 0; at < calls.length; at += 1) {
      const path = join(parent, `n${at}`, 'data');
      const spoilt = failing((_, n) => n === at);
      const write = () => writeNewFolder(path, texts, spoilt.files);
      expect(write, `call ${at}`).toThrow(SystemFailure);
      expect(existsSync(path)).toBe(false);
      expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });
});
