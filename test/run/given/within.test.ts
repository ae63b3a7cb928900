import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWithinFolder } from '../../../src/run/given/within.ts';

describe('a path within a folder', () => {
  it.each([
    ['/data', '/data', true],
    ['/data/out', '/data', true],
    ['/data/..out', '/data', true],
    ['/data-of-last-year', '/data', false],
    ['/out', '/data', false],
    ['/', '/data', false],
    ['/data', '/', true],
    ['/Data/out', '/data', false],
  ])('%s in %s: %s', (path, folder, within) => {
    expect(isWithinFolder(path, folder, posix)).toBe(within);
  });

  it.each([
    ['C:\\data', 'C:\\data', true],
    ['C:\\data\\out', 'C:\\data', true],
    ['c:\\DATA\\Out', 'C:\\data', true],
    ['C:/data/out', 'C:\\data', true],
    ['C:\\data', 'C:\\', true],
    ['C:\\data-of-last-year', 'C:\\data', false],
    ['C:\\', 'C:\\data', false],
    ['D:\\data\\out', 'C:\\data', false],
    ['\\\\server\\share\\data\\out', '\\\\server\\share\\data', true],
    ['\\\\server\\other\\data', '\\\\server\\share', false],
  ])('on Windows, %s in %s: %s', (path, folder, within) => {
    expect(isWithinFolder(path, folder, win32)).toBe(within);
  });
});
