import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { replaceFile } from '../../../src/record/files/replace-file.ts';
import { emptyFolder } from '../../make/host.ts';

it('writes a file in place of the one that is there', () => {
  const path = join(emptyFolder(), 'batch.json');
  replaceFile(path, 'first\n');
  replaceFile(path, 'second\n');
  expect(readFileSync(path, 'utf8')).toBe('second\n');
});

it.each(['create', 'write', 'size', 'sync', 'close', 'rename'] as const)(
  'leaves what is there, and nothing beside it, where the system refuses to %s',
  (call) => {
    const folder = emptyFolder();
    const path = join(folder, 'batch.json');
    writeFileSync(path, 'first\n');
    const refusing = {
      ...systemFiles,
      [call]: () => {
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    };
    expect(() => replaceFile(path, 'second\n', refusing)).toThrow();
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['batch.json'], 'first\n']);
  },
);
