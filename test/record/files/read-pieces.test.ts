import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { readIfThere, readWhole } from '../../../src/record/files/read-pieces.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

describe('a whole file', () => {
  const content = Buffer.from('0123456789'.repeat(1000));
  let path: string;
  beforeEach(() => {
    path = join(emptyFolder(), 'file');
    writeFileSync(path, content);
  });

  it.each([0, 1, 9_999, 10_000, 10_001, 50_000])('is read to its end where the system tells %i bytes', (told) => {
    expect(readWhole(path, { ...systemFiles, size: () => told })).toEqual(content);
  });

  it('is read to its end where the system gives a few bytes at a time', () => {
    const few = {
      ...systemFiles,
      read: (file: number, into: Uint8Array) => systemFiles.read(file, into.subarray(0, 7)),
    };
    expect(readWhole(path, few)).toEqual(content);
  });

  it('may be empty, or not there', () => {
    writeFileSync(`${path}-empty`, '');
    expect(readWhole(`${path}-empty`, systemFiles)).toEqual(Buffer.alloc(0));
    expect(readIfThere(`${path}-none`, systemFiles)).toBeNull();
  });

  it.each([
    ['openToRead', 'open'],
    ['size', 'look at'],
    ['read', 'read'],
    ['close', 'close'],
  ])('is told to be unreadable where the system refuses to %s, and never taken for none', (refused, verb) => {
    const { files } = failing((call) => call === refused && 'EACCES');
    expect(() => readWhole(path, files)).toThrow(`could not ${verb} ${path}: EACCES`);
    expect(() => readIfThere(path, files)).toThrow(`could not ${verb} ${path}: EACCES`);
  });

  it('is closed where it cannot be read', () => {
    const { files, calls } = failing((call) => call === 'read' && 'EIO');
    expect(() => readWhole(path, files)).toThrow('EIO');
    expect(calls.at(-1)).toBe('close');
  });
});
