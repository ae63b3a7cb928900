import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { WaitingFolder } from '../../../src/record/files/waiting-folder.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing, refusalOf } from '../failing.ts';
import { filesIn } from '../sample.ts';

let root: string;
let target: string;
beforeEach(() => {
  root = join(emptyFolder(), 'parent');
  target = join(root, 'pay');
});

const texts = new Map([
  ['payments.csv', 'a,b\r\n'],
  ['control.txt', 'rows: 1\r\n'],
]);

describe('a folder that waits', () => {
  it('is seen under its name only when it is placed', () => {
    const folder = new WaitingFolder(target, 'hand-off-ab12');
    folder.write(texts);
    expect(readdirSync(root)).toEqual([expect.stringMatching(/^\.quarterday-hand-off-ab12-[0-9a-f]{16}$/)]);
    expect(new WaitingFolder(target, 'hand-off-ab12').isThere).toBe(true);
    expect(folder.place()).toBe(true);
    expect(readdirSync(root)).toEqual(['pay']);
    expect(filesIn(target)).toEqual(Object.fromEntries(texts));
  });

  it('takes the place of an empty folder, but of nothing else', () => {
    mkdirSync(target, { recursive: true });
    const folder = new WaitingFolder(target, 'x');
    folder.write(texts);
    expect(folder.place()).toBe(true);
    expect(Object.keys(filesIn(target)).sort()).toEqual(['control.txt', 'payments.csv']);
    const other = new WaitingFolder(target, 'y');
    other.write(new Map([['payments.csv', 'c,d\r\n']]));
    expect(other.place()).toBe(false);
    expect(other.isThere).toBe(true);
    other.abandon();
    expect(readdirSync(root)).toEqual(['pay']);
  });

  it('is not there before it is written, nor is it placed', () => {
    const folder = new WaitingFolder(target, 'x');
    expect([folder.isThere, new WaitingFolder(join(target, 'deep'), 'x').isThere]).toEqual([false, false]);
    mkdirSync(root);
    expect(folder.isThere).toBe(false);
    expect(() => folder.place()).toThrow(`could not rename ${target}: ENOENT`);
    new WaitingFolder(target, 'y').write(texts);
    expect(folder.isThere).toBe(false);
  });

  it('has its name where another program gave it while it was being placed', () => {
    const files: FileCalls = {
      ...systemFiles,
      rename(from, to) {
        systemFiles.rename(from, to);
        if (to === target) systemFiles.rename(from, to);
      },
    };
    const folder = new WaitingFolder(target, 'x', files);
    folder.write(texts);
    expect(folder.place()).toBe(true);
    expect(filesIn(target)).toEqual(Object.fromEntries(texts));
  });

  it('makes its names last before it waits, and closes each of its files', () => {
    const { files, calls } = failing(() => false);
    new WaitingFolder(target, 'x', files).write(texts);
    expect(calls.slice(-4)).toEqual(['syncFolder', 'rename', 'syncFolder', 'syncFolder']);
    const half = failing((call) => call === 'write');
    expect(() => new WaitingFolder(`${target}-2`, 'y', half.files).write(texts)).toThrow('ENOSPC');
    expect(half.calls.filter((call) => call === 'create' || call === 'close')).toEqual(['create', 'close']);
  });

  it('is found again by its id, and those that were left beside it go', () => {
    new WaitingFolder(target, 'x').write(texts);
    new WaitingFolder(target, 'x').write(texts);
    expect(new WaitingFolder(target, 'x').place()).toBe(true);
    expect(readdirSync(root)).toEqual(['pay']);
    expect(filesIn(target)).toEqual(Object.fromEntries(texts));
  });

  it('stays where another program that makes the same gives up, or is writing still', () => {
    const [own, other] = [new WaitingFolder(target, 'x'), new WaitingFolder(target, 'x')];
    own.write(texts);
    const half = failing((call) => call === 'write');
    expect(() => new WaitingFolder(target, 'x', half.files).write(texts)).toThrow('ENOSPC');
    other.write(texts);
    other.abandon();
    expect(readdirSync(root)).toEqual([own.path.slice(root.length + 1)]);
    expect(own.place()).toBe(true);
    expect(filesIn(target)).toEqual(Object.fromEntries(texts));
  });

  it('has its name where another program gave it, or gave it to one that is the same', () => {
    const own = new WaitingFolder(target, 'x');
    own.write(texts);
    expect(new WaitingFolder(target, 'x').place()).toBe(true);
    expect(own.place()).toBe(true);
    const late = new WaitingFolder(target, 'x');
    late.write(texts);
    expect(late.place()).toBe(true);
    expect(readdirSync(root)).toEqual(['pay']);
  });

  it('fails at any call while it is written: nothing is left', () => {
    const { files: whole, calls } = failing(() => false);
    new WaitingFolder(target, 'x', whole).write(texts);
    rmSync(root, { recursive: true });
    for (const [at, call] of calls.entries()) {
      const { files } = failing((_, n) => n === at);
      const where = `call ${at}, ${call}`;
      expect(() => new WaitingFolder(target, 'x', files).write(texts), where).toThrow(refusalOf(call));
      expect(existsSync(root), where).toBe(false);
    }
  });

  it('fails at any call while it is placed: it has its name, or goes on waiting', () => {
    const written = () => {
      rmSync(root, { recursive: true, force: true });
      new WaitingFolder(target, 'x').write(texts);
    };
    written();
    const { files: whole, calls } = failing(() => false);
    new WaitingFolder(target, 'x', whole).place();
    for (const [at, call] of calls.entries()) {
      written();
      const { files } = failing((_, n) => n === at);
      const isLast = at >= calls.lastIndexOf('syncFolder') + 1;
      const place = () => new WaitingFolder(target, 'x', files).place();
      // It has its name when it looks for others of its id.
      if (isLast) expect(place(), call).toBe(true);
      else expect(place, call).toThrow(refusalOf(call));
      const [name = ''] = readdirSync(root);
      expect(Object.keys(filesIn(join(root, name))).sort(), call).toEqual(['control.txt', 'payments.csv']);
    }
  });
});
