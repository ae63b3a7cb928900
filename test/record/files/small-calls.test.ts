import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { ParentFolder } from '../../../src/record/files/parent-folder.ts';
import { isObject, isTextList, parsedJson } from '../../../src/record/files/plain-json.ts';
import { pieces, readPieces } from '../../../src/record/files/read-pieces.ts';
import { ScratchFolder } from '../../../src/record/files/scratch-folder.ts';
import { attempt, attemptBeside, SystemFailure, systemCodeOf } from '../../../src/record/files/system-failure.ts';
import { takeName } from '../../../src/record/files/take-name.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

let root: string;
beforeEach(() => {
  root = emptyFolder();
});

const refusal = (code: unknown) => Object.assign(new Error('no'), { code, syscall: 'rename' });

describe('what the system refuses', () => {
  it('is told with what was being done, and to what', () => {
    const act = () => {
      throw refusal('EIO');
    };
    const told = expect.objectContaining({
      name: 'SystemFailure',
      message: 'could not rename a.csv: no',
      code: 'EIO',
      syscall: 'rename',
      path: 'a.csv',
      leftBehind: null,
    });
    expect(() => attempt('rename', 'a.csv', act)).toThrow(told);
    return expect(attemptBeside('rename', 'a.csv', async () => act())).rejects.toThrow(told);
  });

  it.each([
    ['a fault of ours', new TypeError('a fault')],
    ['an error with a code of another kind', refusal(5)],
    ['an error with a code alone', Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' })],
    ['an error with a call alone', Object.assign(new Error('no'), { syscall: 'rename' })],
  ])('is not %s, which stays what it is', (_, error) => {
    expect(systemCodeOf(error)).toBeNull();
    let thrown: unknown = null;
    try {
      attempt('rename', 'a.csv', () => {
        throw error;
      });
    } catch (caught) {
      thrown = caught;
    }
    expect(thrown).toBe(error);
  });

  it('has a code only where it is an error', () => {
    for (const none of [null, undefined, 'EIO', { code: 'EIO', syscall: 'read' }])
      expect(systemCodeOf(none)).toBeNull();
    expect(systemCodeOf(new SystemFailure('keep', 'a.csv', 'CHANGED', 'it changed'))).toBe('CHANGED');
  });
});

describe('the real file system', () => {
  const nextFile = () => {
    const opened = systemFiles.openToRead(join(root, 'a'));
    systemFiles.close(opened);
    return opened;
  };

  it('tells files and folders from what is neither, wherever a link leads', () => {
    writeFileSync(join(root, 'file'), '');
    mkdirSync(join(root, 'folder'));
    symlinkSync('file', join(root, 'link'));
    symlinkSync('folder', join(root, 'other link'));
    expect(systemFiles.list(root).toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'file', kind: 'file' },
      { name: 'folder', kind: 'folder' },
      { name: 'link', kind: 'other' },
      { name: 'other link', kind: 'other' },
    ]);
  });

  it('makes the names in a folder last, and leaves nothing open', () => {
    writeFileSync(join(root, 'a'), '');
    const before = nextFile();
    systemFiles.syncFolder(root);
    expect(nextFile()).toBe(before);
    expect(() => systemFiles.syncFolder(join(root, 'none'))).toThrow('ENOENT');
  });
});

describe('a folder that takes a name', () => {
  it.each(['EEXIST', 'ENOTEMPTY', 'ENOTDIR'])('does not get it where the rename says %s', (code) => {
    expect(takeName('a', 'b', failing((call) => call === 'rename' && code).files)).toBe(false);
  });

  it('does not get that of a file or of a full folder, and gets that of an empty one', () => {
    const [from, file, full, empty] = ['from', 'file', 'full', 'empty'].map((name) => join(root, name));
    for (const folder of [from, full, empty]) mkdirSync(folder ?? '');
    for (const name of ['from/own', 'full/theirs', 'file']) writeFileSync(join(root, name), '');
    expect(takeName(from ?? '', file ?? '', systemFiles)).toBe(false);
    expect(takeName(from ?? '', full ?? '', systemFiles)).toBe(false);
    expect(takeName(from ?? '', empty ?? '', systemFiles)).toBe(true);
    expect([readdirSync(root).sort(), readdirSync(empty ?? '')]).toEqual([['empty', 'file', 'full'], ['own']]);
  });

  it('gets it where another program removes the empty folder first', () => {
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    for (const folder of [from, to]) mkdirSync(folder);
    const files: FileCalls = {
      ...systemFiles,
      removeFolder(path) {
        rmSync(path, { recursive: true });
        systemFiles.removeFolder(path);
      },
    };
    expect(takeName(from, to, files)).toBe(true);
    expect(readdirSync(root)).toEqual(['to']);
  });

  it('is told what else the system refuses', () => {
    const [from, to] = [join(root, 'from'), join(root, 'to')];
    for (const folder of [from, to]) mkdirSync(folder);
    const refusing = (call: string) => failing((each) => each === call && 'EACCES').files;
    expect(() => takeName(from, to, refusing('exists'))).toThrow(`could not look at ${to}: EACCES`);
    expect(() => takeName(from, to, refusing('removeFolder'))).toThrow(`could not remove ${to}: EACCES`);
    expect(() => takeName(from, to, refusing('rename'))).toThrow(`could not rename ${to}: EACCES`);
  });
});

describe('a parent folder', () => {
  it('is made with those above it, made last from within, and goes with them', () => {
    const synced: string[] = [];
    const files: FileCalls = { ...systemFiles, syncFolder: (path) => synced.push(path) };
    const folder = new ParentFolder(join(root, 'a', 'b', 'c'), files);
    folder.make();
    folder.sync();
    expect(synced).toEqual([join(root, 'a', 'b', 'c'), root, join(root, 'a'), join(root, 'a', 'b')]);
    folder.abandon();
    expect(readdirSync(root)).toEqual([]);
  });

  it('stays where it was there before, or where somebody else made it or uses it', () => {
    mkdirSync(join(root, 'there'));
    const there = new ParentFolder(join(root, 'there'), systemFiles);
    there.make();
    there.abandon();
    const overtaken = new ParentFolder(join(root, 'theirs'), {
      ...systemFiles,
      makeFolder(path) {
        mkdirSync(path);
        systemFiles.makeFolder(path);
      },
    });
    overtaken.make();
    overtaken.abandon();
    const used = new ParentFolder(join(root, 'used', 'inner'), systemFiles);
    used.make();
    mkdirSync(join(root, 'used', 'other'));
    used.abandon();
    expect(readdirSync(root).sort()).toEqual(['theirs', 'there', 'used']);
    expect(readdirSync(join(root, 'used'))).toEqual(['other']);
  });

  it('is told what the system refuses', () => {
    const path = join(root, 'a');
    const folder = (call: string) => new ParentFolder(path, failing((each) => each === call && 'EACCES').files);
    expect(() => folder('exists').make()).toThrow(`could not look at ${path}: EACCES`);
    expect(() => folder('makeFolder').make()).toThrow(`could not make ${path}: EACCES`);
    expect(() => folder('syncFolder').sync()).toThrow(`could not save ${path}: EACCES`);
  });
});

describe('a file that is read piece by piece', () => {
  const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => at % 251));

  it('is whole, in a small piece first and then in larger ones', () => {
    const path = join(root, 'file');
    writeFileSync(path, content);
    const read: Buffer[] = [];
    readPieces(path, systemFiles, (piece) => read.push(Buffer.from(piece)));
    expect(Buffer.concat(read).equals(content)).toBe(true);
    const KiB = 1024;
    expect(read.slice(0, 5).map(({ length }) => length)).toEqual([
      16 * KiB,
      64 * KiB,
      256 * KiB,
      1024 * KiB,
      1024 * KiB,
    ]);
  });

  it('is closed at its end, where it is left before, and where it cannot be read', () => {
    const path = join(root, 'file');
    writeFileSync(path, 'text');
    const { files, calls } = failing(() => false);
    readPieces(path, files, () => {});
    expect(calls).toEqual(['openToRead', 'read', 'read', 'close']);
    for (const _ of pieces(path, files)) break;
    expect(calls.slice(4)).toEqual(['openToRead', 'read', 'close']);
    const refusing = failing((call) => call === 'read' && 'EIO');
    expect(() => readPieces(path, refusing.files, () => {})).toThrow(`could not read ${path}: EIO`);
    expect(refusing.calls).toEqual(['openToRead', 'read', 'close']);
    expect(() => readPieces(join(root, 'none'), systemFiles, () => {})).toThrow(`could not open ${join(root, 'none')}`);
  });
});

describe('a scratch folder', () => {
  it('is made with its first file, for nobody else, and removed with all of them', () => {
    const { files, calls } = failing(() => false);
    const scratch = new ScratchFolder(root, files);
    expect(scratch.remove()).toBeNull();
    expect(calls).toEqual([]);
    const [one, two] = [scratch.create('one'), scratch.create('two')];
    expect(calls).toEqual(['makePrivateFolder', 'create', 'create']);
    scratch.write('one', one, Buffer.from('text'));
    scratch.close(two);
    expect(calls.at(-1)).toBe('close');
    scratch.discard('two');
    const [folder = ''] = readdirSync(root);
    expect(readdirSync(join(root, folder))).toEqual(['one']);
    scratch.openToRead('one');
    expect(scratch.remove()).toBeNull();
    expect(readdirSync(root)).toEqual([]);
    // Each that is open is closed once.
    expect(calls.slice(-3)).toEqual(['close', 'close', 'removeTree']);
    expect(calls.filter((call) => call === 'close')).toHaveLength(3);
  });

  it('is told what the system refuses', () => {
    const scratch = new ScratchFolder(root);
    scratch.create('one');
    const [folder = ''] = readdirSync(root);
    const at = (name: string) => join(root, folder, name);
    expect(() => scratch.create('one')).toThrow(`could not create ${at('one')}: EEXIST`);
    expect(() => scratch.openToRead('none')).toThrow(`could not open ${at('none')}: ENOENT`);
    expect(() => scratch.discard('none')).toThrow(`could not remove ${at('none')}: ENOENT`);
    expect(() => scratch.read('one', 999_999, Buffer.alloc(1))).toThrow(`could not read ${at('one')}: EBADF`);
    expect(() => scratch.write('one', 999_999, Buffer.alloc(1))).toThrow(`could not write ${at('one')}: EBADF`);
    scratch.remove();
    const refused = new ScratchFolder(root, failing((call) => call === 'makePrivateFolder').files);
    expect(() => refused.create('one')).toThrow(/^could not make /);
    expect(refused.remove()).toBeNull();
  });

  it.each(['close', 'removeTree'])('that cannot be removed is named, where the system refuses to %s', (call) => {
    const scratch = new ScratchFolder(root, failing((each) => each === call).files);
    scratch.create('one');
    expect(scratch.remove()).toBe(join(root, readdirSync(root)[0] ?? ''));
  });
});

describe('JSON that anybody may have written', () => {
  it('is a value, or nothing', () => {
    expect([parsedJson('{"a": [1]}'), parsedJson('null'), parsedJson('{'), parsedJson('')]).toEqual([
      { a: [1] },
      null,
      null,
      null,
    ]);
  });

  it('is an object, or none', () => {
    expect([{}, { a: 1 }].map(isObject)).toEqual([true, true]);
    expect([null, undefined, [], 'a', 1, true].filter(isObject)).toEqual([]);
  });

  it('is a list of texts, or none', () => {
    expect([[], ['a'], ['a', 'b']].map(isTextList)).toEqual([true, true, true]);
    expect([null, 'a', {}, [1], ['a', null], { length: 0 }].filter(isTextList)).toEqual([]);
  });
});
