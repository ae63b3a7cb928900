import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { filesThere, holdPrinted, holdWritten } from '../formats/held.ts';
import { emptyFolder, type Told } from './host.ts';

// The program as it is built (`npm run bundle`), in processes of its own. What it prints and writes is held against its schema here too.

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The file that node runs. */
export const builtProgram = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** How a process is started: where, with which environment, and with which options of node. */
export interface Started {
  readonly folder?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly node?: readonly string[];
  /** Killed without a chance to clear up after so many milliseconds. */
  readonly killAfter?: number;
}

/** What a process told, null as its exit where it was killed, and how long it took. */
export interface Ended extends Omit<Told, 'exit'> {
  readonly exit: number | null;
  readonly milliseconds: number;
}

/** Starts the program, for a test that sends it signals. */
export function startBuilt(
  args: readonly string[],
  given: Started = {},
): ChildProcessByStdio<null, Readable, Readable> {
  if (!existsSync(builtProgram)) throw new Error('dist/main.js is not built: npm run bundle');
  const { folder = process.cwd(), env = process.env, node = [] } = given;
  return spawn(process.execPath, [...node, builtProgram, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the program to its end. */
export function runBuilt(args: readonly string[], given: Started = {}): Promise<Ended> {
  const { folder = process.cwd(), killAfter } = given;
  const before = filesThere(args, folder);
  const began = performance.now();
  const child = startBuilt(args, given);
  const kept = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      kept[name] += text;
    });
  }
  const timer = killAfter === undefined ? null : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve, reject) => {
    child.on('close', (exit) => {
      if (timer) clearTimeout(timer);
      const milliseconds = performance.now() - began;
      try {
        if (exit !== null) {
          holdPrinted(args, kept.stdout, kept.stderr);
          holdWritten(args, before, folder);
        }
        resolve({ exit, ...kept, milliseconds });
      } catch (error) {
        reject(error);
      }
    });
  });
}

/** Runs a line of shell in a folder, with `quarterday` as a command. */
export function shellBuilt(line: string, folder = root): Omit<Ended, 'milliseconds'> {
  if (!existsSync(builtProgram)) throw new Error('dist/main.js is not built: npm run bundle');
  const script = `set -o pipefail; quarterday() { '${process.execPath}' '${builtProgram}' "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: emptyFolder() },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  // What goes into another program, or into a file, is not all that was printed.
  if (/^quarterday [^|<>;&]*$/.test(line)) holdPrinted(line.split(' ').slice(1), stdout, stderr);
  return { exit: status, stdout, stderr };
}

/** The arguments of a run of the last quarter of Dorset. */
export function dorsetQ4(data: string, out: string): string[] {
  return ['run', 'dorset-ccip-2015-16', '--period', 'Q4', '--as-at', '2016-07-31', '--data', data, '--out', out];
}
