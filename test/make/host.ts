import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished } from 'vitest';
import { runCommand } from '../../src/cli/run-command.ts';
import type { Host, Output } from '../../src/terminal/host.ts';
import { filesThere, holdPrinted, holdWritten } from '../formats/held.ts';

/** What a command printed and ended with. */
export interface Told {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where commands make their temporary files: a folder of this test file's own, so that what others left there is not told. */
const ownFolder = mkdtempSync(join(tmpdir(), 'quarterday-test-'));
afterAll(() => rmSync(ownFolder, { recursive: true, force: true }));

/** That folder, made again where another test file that shares this module is through: so mutants are run. */
function temporaryFolder(): string {
  mkdirSync(ownFolder, { recursive: true });
  return ownFolder;
}

/** Runs a command in a host where nothing is a terminal, but for what is given. What it prints and writes is held against its schema. */
export async function quarterday(args: readonly string[], given: Partial<Host> = {}): Promise<Told> {
  const [stdout, stderr] = [written(), written()];
  const before = filesThere(args);
  const exit = await runCommand({ ...hostOf(args, given), stdout, stderr, ...given });
  holdPrinted(args, stdout.text(), stderr.text());
  holdWritten(args, before);
  return { exit, stdout: stdout.text(), stderr: stderr.text() };
}

/** A host in which nothing is a terminal. */
export function hostOf(args: readonly string[], given: Partial<Host> = {}): Host {
  const [stdout, stderr] = [written(), written()];
  return {
    args,
    env: {},
    stdout,
    stderr,
    schemes: new URL('../../schemes/', import.meta.url),
    fonts: new URL('../../fonts/', import.meta.url),
    temporary: temporaryFolder(),
    interrupted: new AbortController().signal,
    now: () => '2018-05-02T09:00:00.000Z',
    clock: () => 0,
    again: (more) => quarterday(more, given),
    machine: 'Node v20.19.0 linux x64',
  };
}

/** A stream that keeps what is written to it, and may have failed. */
export function written(given: Partial<Output> = {}): Output & { text(): string } {
  let all = '';
  return {
    isTerminal: false,
    columns: null,
    write: (text) => {
      all += text;
    },
    finished: async () => null,
    text: () => all,
    ...given,
  };
}

/** An empty folder that is gone when the test is over; one made for a whole file, when the file is. */
export function emptyFolder(): string {
  if (expect.getState().currentTestName === undefined) return mkdtempSync(join(temporaryFolder(), 'of-file-'));
  const folder = mkdtempSync(join(tmpdir(), 'quarterday-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files, gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(emptyFolder(), 'data');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
