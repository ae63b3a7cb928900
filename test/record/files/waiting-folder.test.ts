import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { WaitingFolder } from '../../../src/record/files/waiting-folder.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';
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
    expect(readdirSync(root)).toEqual(['.quarterday-hand-off-ab12']);
    expect(new WaitingFolder(target, 'hand-off-ab12').isThere).toBe(true);
    expect(folder.place()).toBe(true);
    expect(readdirSync(root)).toEqual(['pay']);
    expect(filesIn(target)).toEqual(Object.fromEntries(texts));
  });

  it('takes the place of one that was left, and of an empty folder, but of nothing else', () => {
    mkdirSync(join(root, '.quarterday-x'), { recursive: true });
    writeFileSync(join(root, '.quarterday-x', 'old'), '');
    mkdirSync(target);
    const folder = new WaitingFolder(target, 'x');
    folder.write(texts);
    expect(folder.place()).toBe(true);
    expect(Object.keys(filesIn(target)).sort()).toEqual(['control.txt', 'payments.csv']);
    const other = new WaitingFolder(target, 'y');
    other.write(texts);
    expect(other.place()).toBe(false);
    expect(other.isThere).toBe(true);
    other.abandon();
    expect(readdirSync(root)).toEqual(['pay']);
  });

  it('fails at any call while it is written: nothing is left', () => {
    const { files: whole, calls } = failing(() => false);
    new WaitingFolder(target, 'x', whole).write(texts);
    rmSync(root, { recursive: true });
    for (const [at, call] of calls.entries()) {
      const { files } = failing((_, n) => n === at);
      const where = `call ${at}, ${call}`;
      expect(() => new WaitingFolder(target, 'x', files).write(texts), where).toThrow('ENOSPC');
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
      expect(() => new WaitingFolder(target, 'x', files).place(), call).toThrow('ENOSPC');
      const [name = ''] = readdirSync(root);
      expect(Object.keys(filesIn(join(root, name))).sort(), call).toEqual(['control.txt', 'payments.csv']);
    }
  });
});
