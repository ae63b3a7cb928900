import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { writeNewFile } from '../../../src/record/files/new-file.ts';
import { emptyFolder } from '../../make/host.ts';

it('writes a file that is not there yet', () => {
  const path = join(emptyFolder(), 'scheme.json');
  expect(writeNewFile(path, '{}\n')).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('{}\n');
});

it('leaves a file that is there as it is', () => {
  const path = join(emptyFolder(), 'scheme.json');
  writeFileSync(path, 'mine');
  expect(writeNewFile(path, '{}\n')).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('mine');
});

it.each(['create', 'write', 'size', 'sync', 'close'] as const)(
  'leaves nothing where the system refuses to %s',
  (call) => {
    const folder = emptyFolder();
    const refusing = {
      ...systemFiles,
      [call]: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: call });
      },
    };
    expect(() => writeNewFile(join(folder, 'scheme.json'), '{}\n', refusing)).toThrow('no space left');
    expect(readdirSync(folder)).toEqual([]);
  },
);
