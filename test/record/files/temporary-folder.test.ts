import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { systemFiles } from '../../../src/record/files/file-calls.ts';
import { leftTemporaryFolders, makeTemporaryFolder } from '../../../src/record/files/temporary-folder.ts';
import { openRunFolder } from '../../../src/record/run-folder/run-folder.ts';
import { emptyFolder } from '../../make/host.ts';
import { failing } from '../failing.ts';

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

it('is a folder that nobody else can look into', () => {
  const path = makeTemporaryFolder(emptyFolder());
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

it('is one around a run that is being made', () => {
  const parent = emptyFolder();
  const folder = openRunFolder(parent);
  const [name = ''] = readdirSync(parent);
  expect(statSync(join(parent, name)).mode & 0o777).toBe(0o700);
  expect(leftTemporaryFolders(parent)).toEqual([]);
  expect(folder.abandon()).toBeNull();
  expect(readdirSync(parent)).toEqual([]);
});

it('is left behind where its process has ended, and in use where it has not', () => {
  const parent = emptyFolder();
  const left = `.quarterday-${endedProcess()}-0123456789abcdef`;
  for (const name of [left, '.quarterday-1x-0123456789abcdef', 'runs']) mkdirSync(join(parent, name));
  writeFileSync(join(parent, `.quarterday-${endedProcess()}-fedcba9876543210`), 'a file is none');
  const inUse = makeTemporaryFolder(parent);
  expect(basename(inUse)).toMatch(new RegExp(`^\\.quarterday-${process.pid}-[0-9a-f]{16}$`));
  expect(leftTemporaryFolders(parent)).toEqual([join(parent, left)]);
  expect(leftTemporaryFolders(join(parent, 'nowhere'))).toEqual([]);
});

it('is in use where its process is that of somebody else, and those that are left are named in order', () => {
  const parent = emptyFolder();
  const letters = ['c', 'a', 'b'];
  const ended = endedProcess();
  for (const letter of letters) mkdirSync(join(parent, `.quarterday-${ended}-${letter.repeat(16)}`));
  mkdirSync(join(parent, '.quarterday-1-0123456789abcdef'));
  const list = (path: string) => systemFiles.list(path).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  expect(leftTemporaryFolders(parent, { ...systemFiles, list })).toEqual(
    letters.sort().map((letter) => join(parent, `.quarterday-${ended}-${letter.repeat(16)}`)),
  );
});

it('is told where the system refuses to make it, or to look for it', () => {
  const parent = emptyFolder();
  const refusing = (call: string) => failing((each) => each === call && 'EACCES').files;
  expect(() => makeTemporaryFolder(parent, refusing('makePrivateFolder'))).toThrow(/^could not make .*\.quarterday-/);
  expect(() => leftTemporaryFolders(parent, refusing('list'))).toThrow(`could not list ${parent}: EACCES`);
});
