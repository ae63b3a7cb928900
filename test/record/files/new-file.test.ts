import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FileCalls, systemFiles } from '../../../src/record/files/file-calls.ts';
import { NewFile } from '../../../src/record/files/new-file.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = emptyFolder();
  path = join(folder, 'file');
});

function filled(file: NewFile, pieces: readonly (string | Uint8Array)[]): NewFile {
  for (const piece of pieces) {
    if (typeof piece === 'string') file.writeText(piece);
    else file.writeBytes(piece);
  }
  return file;
}

/** What a file of these pieces comes to. */
function expected(pieces: readonly (string | Uint8Array)[]) {
  const content = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  const written = { name: 'a.csv', sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
  return { content, written };
}

/** The system's calls, with how many bytes it was given at a time. */
function counting(): { files: FileCalls; given: number[] } {
  const given: number[] = [];
  const write = (file: number, bytes: Uint8Array) => {
    given.push(bytes.length);
    return systemFiles.write(file, bytes);
  };
  return { files: { ...systemFiles, write }, given };
}

describe('a new file', () => {
  it('is all that was written, text and bytes, in order, with its hash and its size', () => {
    const text = fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }), fc.nat({ max: 30_000 }));
    const piece = fc.oneof(
      text.map(([some, times]) => some.repeat(times)),
      fc.string({ unit: 'grapheme' }),
      fc.uint8Array({ maxLength: 100 }),
    );
    let files = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        files += 1;
        const { content, written } = expected(pieces);
        const own = join(folder, `${files}`);
        expect(filled(new NewFile('a.csv', own, systemFiles), pieces).close()).toEqual(written);
        expect(readFileSync(own).equals(content)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is written in pieces of 256 KiB, or as near as its characters allow', () => {
    const { files, given } = counting();
    const pieces = Array.from({ length: 100 }, (_, at) => `${`${at % 10}`.repeat(8191)}\n`);
    const { content, written } = expected(pieces);
    expect(filled(new NewFile('a.csv', path, files), pieces).close()).toEqual(written);
    expect(readFileSync(path).equals(content)).toBe(true);
    // Each 8 KiB may take three times as many: with 29 of them held there might be no room for the next.
    expect(given).toEqual([245_760, 245_760, 245_760, 81_920]);
  });

  it('may have text that is longer than a piece, behind what was written before', () => {
    const { files, given } = counting();
    const pieces = ['before', '−'.repeat(100_000), 'after'];
    const { content, written } = expected(pieces);
    expect(filled(new NewFile('a.csv', path, files), pieces).close()).toEqual(written);
    expect(readFileSync(path).equals(content)).toBe(true);
    expect(given).toEqual([300_006, 5]);
  });

  it('is whole where the system takes some bytes at a time', () => {
    const pieces = ['é£−'.repeat(2000), Buffer.from([0, 255, 128])];
    const { content, written } = expected(pieces);
    const write = (file: number, bytes: Uint8Array) => systemFiles.write(file, bytes.subarray(0, 997));
    expect(filled(new NewFile('a.csv', path, { ...systemFiles, write }), pieces).close()).toEqual(written);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  it.each([
    ['takes nothing', { write: () => 0 }],
    ['has a byte less than it took', { size: () => 3 }],
    ['has a byte more', { size: () => 5 }],
  ])('is refused where the system %s', (_, odd) => {
    const file = filled(new NewFile('a.csv', path, { ...systemFiles, ...odd }), ['text']);
    expect(() => file.close()).toThrow(
      expect.objectContaining({
        name: 'SystemFailure',
        code: 'SHORT',
        syscall: 'write',
        path,
        message: `could not write ${path}: the system took less than was written`,
      }),
    );
    file.abandon();
  });

  it.each(['write', 'size', 'sync', 'close'])(
    'is closed once, or was tried to be, where the system refuses to %s',
    (refused) => {
      const { files, calls } = failing((call) => call === refused);
      const file = filled(new NewFile('a.csv', path, files), ['text']);
      expect(() => file.close()).toThrow('ENOSPC');
      file.abandon();
      file.abandon();
      expect(calls.filter((call) => call === 'close')).toHaveLength(1);
    },
  );

  it('may be made to last while others are written', async () => {
    const { files, calls } = failing(() => false);
    const { written, saved } = filled(new NewFile('a.csv', path, files), ['text']).closeBeside();
    expect(written).toEqual(expected(['text']).written);
    expect(calls).not.toContain('close');
    await saved;
    expect(calls.slice(-2)).toEqual(['syncBeside', 'close']);
  });

  it.each([
    ['syncBeside', 'save'],
    ['close', 'close'],
  ])('is closed once, or was tried to be, where %s is refused meanwhile', async (refused, verb) => {
    const { files, calls } = failing((call) => call === refused);
    const file = filled(new NewFile('a.csv', path, files), ['text']);
    await expect(file.closeBeside().saved).rejects.toThrow(`could not ${verb} ${path}: ENOSPC`);
    file.abandon();
    expect(calls.filter((call) => call === 'close')).toHaveLength(1);
  });
});
