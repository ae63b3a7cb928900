import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { SystemFailure } from '../../../src/record/files/system-failure.ts';
import { openRunFolder, type RunFolder } from '../../../src/record/run-folder/run-folder.ts';
import { failing, refusalOf } from '../failing.ts';
import { filesIn, manifest, provenance, sha256, temporaryFolder } from '../sample.ts';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
  writeFileSync(join(root, 'claims.csv'), 'claims');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** A whole run into `out`; what it throws, after it was abandoned. */
function attemptRun(files: FileCalls): unknown {
  let folder: RunFolder | null = null;
  try {
    folder = openRunFolder(join(root, 'out'), files);
    folder.sink('payments.csv')('practice_code\r\n');
    folder.keepInput('paid.csv', Buffer.from('a'), sha256('a'));
    folder.keepInputFrom('claims.csv', join(root, 'claims.csv'), sha256('claims'));
    folder.publish(manifest, provenance);
    return null;
  } catch (error) {
    folder?.abandon();
    return error;
  }
}

function remains(): string[] {
  return readdirSync(root).filter((name) => name !== 'claims.csv');
}

describe('a run folder when the system refuses', () => {
  it('is asked to make every byte and every name last', () => {
    const { files, calls } = failing(() => false);
    expect(attemptRun(files)).toBeNull();
    const made = calls.filter((call) => call === 'create');
    expect(made).toHaveLength(6);
    for (const call of ['size', 'sync']) expect(calls.filter((each) => each === call)).toHaveLength(made.length);
    expect(calls.slice(-7)).toEqual([
      'syncFolder',
      'syncFolder',
      'exists',
      'rename',
      'syncFolder',
      'syncFolder',
      'removeFolder',
    ]);
  });

  it('fails once, at any call: nothing is left, and the failure names its path', () => {
    const { files: whole, calls } = failing(() => false);
    expect(attemptRun(whole)).toBeNull();
    rmSync(join(root, 'out'), { recursive: true });
    for (let at = 0; at < calls.length - 1; at += 1) {
      const error = attemptRun(failing((_, n) => n === at).files);
      expect(error, `call ${at}, ${calls[at]}`).toMatchObject({
        code: 'ENOSPC',
        message: expect.stringMatching(refusalOf(calls[at])),
      });
      expect(remains(), `call ${at}, ${calls[at]}`).toEqual([]);
    }
  });

  it('fails for good, from any call but those that clear up: the run is not there, or it is whole', () => {
    const { files: whole, calls } = failing(() => false);
    expect(attemptRun(whole)).toBeNull();
    const [run = ''] = readdirSync(join(root, 'out'));
    const complete = filesIn(join(root, 'out', run));
    rmSync(join(root, 'out'), { recursive: true });
    for (let at = 0; at < calls.length - 1; at += 1) {
      const clears = (call: string) => call === 'removeTree' || call === 'removeFolder';
      const error = attemptRun(failing((call, n) => n >= at && !clears(call)).files);
      expect(error, `call ${at}, ${calls[at]}`).toMatchObject({ code: 'ENOSPC' });
      if (remains().length > 0) {
        expect(readdirSync(join(root, 'out'))).toEqual([run]);
        expect(filesIn(join(root, 'out', run))).toEqual(complete);
        rmSync(join(root, 'out'), { recursive: true });
      }
    }
  });

  it('stands where only the last call fails, which clears up, and clears up when it is closed', () => {
    let refusals = 0;
    const { files } = failing((call) => {
      if (call === 'removeFolder') refusals += 1;
      return call === 'removeFolder' && refusals === 1;
    });
    const folder = openRunFolder(join(root, 'out'), files);
    const { kind, path } = folder.publish(manifest, provenance);
    expect(kind).toBe('published');
    expect(readdirSync(join(root, 'out'))).toHaveLength(2);
    expect(folder.abandon()).toBeNull();
    expect(readdirSync(join(root, 'out'))).toEqual([basename(path)]);
  });

  it('says which folder it could not remove, which is no run by its name', () => {
    const folder = openRunFolder(join(root, 'out'), failing((call) => call === 'removeTree').files);
    const left = folder.abandon();
    expect(left).toMatch(/\/out\/\.quarterday-\d+-[0-9a-f]{16}$/);
    expect(filesIn(left ?? '')).toEqual({});
  });

  it('goes on where the system takes less than it was given', () => {
    const piecemeal: FileCalls = {
      ...systemFiles,
      write: (file, bytes) => systemFiles.write(file, bytes.subarray(0, 3)),
    };
    expect(attemptRun(piecemeal)).toBeNull();
    const [run = ''] = readdirSync(join(root, 'out'));
    expect(filesIn(join(root, 'out', run))['payments.csv']).toBe('practice_code\r\n');
  });

  it.each([
    ['takes nothing', { write: () => 0 }],
    ['has less than it took', { size: () => 1 }],
  ])('fails where the system %s', (_, odd) => {
    expect(attemptRun({ ...systemFiles, ...odd })).toMatchObject({
      code: 'SHORT',
      message: expect.stringContaining('the system took less than was written'),
    });
    expect(remains()).toEqual([]);
  });

  it('takes a name that was taken in the meantime for a conflict', () => {
    for (const code of ['EEXIST', 'ENOTEMPTY']) {
      const rename = () => {
        throw Object.assign(new Error(code), { code, syscall: 'rename' });
      };
      const folder = openRunFolder(root, { ...systemFiles, rename });
      expect(folder.publish(manifest, provenance).kind).toBe('target-exists');
      folder.abandon();
      expect(remains()).toEqual([]);
    }
  });

  it('lets a fault of ours through as it is', () => {
    const write = () => {
      throw new TypeError('a fault');
    };
    expect(attemptRun({ ...systemFiles, write })).toBeInstanceOf(TypeError);
    expect(remains()).toEqual([]);
  });

  it('says what the real system says', () => {
    writeFileSync(join(root, 'out'), 'a file where a folder is needed');
    const error = attemptRun(systemFiles);
    expect(error).toBeInstanceOf(SystemFailure);
    expect(error).toMatchObject({ code: 'ENOTDIR' });
    expect(remains()).toEqual(['out']);
  });
});
