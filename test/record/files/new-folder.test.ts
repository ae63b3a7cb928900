import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { fillNewFolder, isFree, NewFolder, writeNewFolder } from '../../../src/record/files/new-folder.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing, refusalOf } from '../failing.ts';

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

  it('takes texts in pieces, and bytes', () => {
    const path = join(emptyFolder(), 'data');
    expect(writeNewFolder(path, new Map([['a.csv', ['a,', 'b\r\n']]]))).toHaveLength(1);
    expect(readFileSync(join(path, 'a.csv'), 'utf8')).toBe('a,b\r\n');
    const folder = new NewFolder(`${path}-2`);
    folder.write('b.bin', ['text £', Buffer.from([0, 255]), 'text']);
    expect(folder.publish()).toBe(true);
    expect(readFileSync(join(`${path}-2`, 'b.bin'))).toEqual(
      Buffer.from([...Buffer.from('text £'), 0, 255, ...Buffer.from('text')]),
    );
  });

  it('makes its names last, from within, before it gets its own', () => {
    const parent = emptyFolder();
    const synced: string[] = [];
    const files: FileCalls = {
      ...systemFiles,
      syncFolder: (path) => synced.push(path.startsWith(join(parent, '.quarterday-')) ? basename(path) : path),
      rename(from, to) {
        synced.push('rename');
        systemFiles.rename(from, to);
      },
    };
    const folder = new NewFolder(join(parent, 'data'), files);
    for (const name of ['one/a.csv', 'two/b.csv', 'one/c.csv', 'd.csv']) folder.write(name, ['x']);
    folder.publish();
    expect(synced).toEqual(['one', 'two', expect.stringMatching(/^\.quarterday-/), 'rename', parent]);
  });

  it('is told to be unknown where the system does not let it be looked at', () => {
    const { files } = failing((call) => call === 'exists' && 'EACCES');
    expect(() => isFree('/data', files)).toThrow('could not look at /data: EACCES');
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

  it('makes many files last beside one another: none is whole before all of them are', async () => {
    const path = join(emptyFolder(), 'data');
    const { files, calls } = failing(() => false);
    const folder = new NewFolder(path, files);
    for (let n = 0; n < 40; n += 1) await folder.writeBeside(`letters/${n}.txt`, [`letter ${n}`]);
    expect(() => folder.publish()).toThrow('a file is not saved yet');
    await folder.saved();
    for (const call of ['create', 'size', 'syncBeside', 'close'])
      expect(calls.filter((each) => each === call)).toHaveLength(40);
    expect(folder.publish()).toBe(true);
    expect(readFileSync(join(path, 'letters', '39.txt'), 'utf8')).toBe('letter 39');
  });

  it('leaves nothing half-written of many, whichever call fails', async () => {
    const parent = emptyFolder();
    const write = async (path: string, files: FileCalls) => {
      const folder = new NewFolder(path, files);
      try {
        for (let n = 0; n < 3; n += 1) await folder.writeBeside(`letters/${n}.txt`, [`letter ${n}`]);
        await folder.saved();
        folder.publish();
      } catch (error) {
        await folder.saved().catch(() => {});
        folder.abandon();
        throw error;
      }
    };
    const { files, calls } = failing(() => false);
    await write(join(parent, 'whole', 'data'), files);
    for (let at = 0; at < calls.length; at += 1) {
      const path = join(parent, `n${at}`, 'data');
      const spoilt = failing((_, n) => n === at);
      await expect(write(path, spoilt.files), `call ${at}`).rejects.toThrow(refusalOf(calls[at]));
      expect(existsSync(path)).toBe(false);
      expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
      // Every file that was opened is closed, or was tried to be.
      const asked = (call: string) => spoilt.calls.filter((each) => each === call).length;
      expect(asked('close'), `call ${at}`).toBeGreaterThanOrEqual(asked('create') - 1);
    }
  });

  it('leaves nothing half-written, whichever call fails', () => {
    const parent = emptyFolder();
    const { files, calls } = failing(() => false);
    writeNewFolder(join(parent, 'whole', 'data'), texts, files);
    expect(calls.length).toBeGreaterThan(10);
    for (let at = 0; at < calls.length; at += 1) {
      const path = join(parent, `n${at}`, 'data');
      const spoilt = failing((_, n) => n === at);
      const write = () => writeNewFolder(path, texts, spoilt.files);
      expect(write, `call ${at}`).toThrow(refusalOf(calls[at]));
      expect(existsSync(path)).toBe(false);
      expect(readdirSync(parent).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });
});

describe('a new folder that is filled as one goes', () => {
  const fill = async (folder: NewFolder) => (await folder.writeBeside('a.csv', ['a\r\n'])).bytes;

  it('stands when it is full, and answers what it came to', async () => {
    const path = join(emptyFolder(), 'data');
    expect(await fillNewFolder(path, fill)).toBe(3);
    expect(readdirSync(path)).toEqual(['a.csv']);
  });

  it('leaves nothing where nothing is to stand', async () => {
    const parent = emptyFolder();
    expect(await fillNewFolder(join(parent, 'data'), async (folder) => (await fill(folder)) - 3 || null)).toBeNull();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('leaves nothing beside who took its name meanwhile', async () => {
    const parent = emptyFolder();
    const path = join(parent, 'data');
    const taken = fillNewFolder(path, async (folder) => {
      writeNewFolder(path, texts);
      return fill(folder);
    });
    expect(await taken).toBe('taken');
    expect([readdirSync(parent), readdirSync(path).sort()]).toEqual([['data'], ['a.csv', 'b.json']]);
  });

  it('leaves nothing of what failed among it', async () => {
    const parent = emptyFolder();
    const failed = fillNewFolder(join(parent, 'data'), async (folder) => {
      await fill(folder);
      throw new Error('not told');
    });
    await expect(failed).rejects.toThrow('not told');
    expect(readdirSync(parent)).toEqual([]);
  });
});
