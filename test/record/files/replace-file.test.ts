import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { replaceFile } from '../../../src/record/files/replace-file.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

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

it('makes its name last, and says what the system refuses', () => {
  const path = join(emptyFolder(), 'batch.json');
  const { files, calls } = failing(() => false);
  replaceFile(path, 'first\n', files);
  expect(calls.slice(-3)).toEqual(['close', 'rename', 'syncFolder']);
  const refusing = (call: string) => failing((each) => each === call).files;
  expect(() => replaceFile(path, 'second\n', refusing('rename'))).toThrow(
    /^could not rename .*\.quarterday-[0-9a-f]{16}: ENOSPC/,
  );
  expect(() => replaceFile(path, 'second\n', refusing('syncFolder'))).toThrow(
    `could not save ${dirname(path)}: ENOSPC`,
  );
});
