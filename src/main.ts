#!/usr/bin/env node
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepingCode } from './kept-code.ts';
import { exits } from './terminal/exit.ts';
import type { Ended, Host, Output } from './terminal/host.ts';

/** A stream of the process. A reader that went away (EPIPE) is nothing wrong: what is left is dropped. */
function output(stream: NodeJS.WriteStream): Output {
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : null,
    write(text) {
      if (failure === null && text !== '') stream.write(text);
    },
    async finished() {
      await new Promise((resolve) => stream.write('', resolve));
      return failure !== null && 'code' in failure && failure.code === 'EPIPE' ? null : failure;
    },
  };
}

/** Starts this very file again. What it prints is kept, and it is told to stop when this one is. */
async function again(args: readonly string[]): Promise<Ended> {
  const { spawn } = await import('node:child_process');
  const { signal } = interrupted;
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill(signal.reason);
  signal.addEventListener('abort', stop);
  const kept = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      kept[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      signal.removeEventListener('abort', stop);
      resolve({ exit, ...kept });
    });
  });
}

/** What was compiled is kept for the next start, unless Node's own variable for that turns it off. Answers what is left to do at the end. */
function keepCompiled(): () => void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE !== undefined) return () => {};
  const user = process.getuid?.();
  const folder = join(tmpdir(), `quarterday-code-${user ?? 'mine'}`);
  const node = `${process.version} ${process.arch}`;
  return keepingCode({ folder, bundles: dirname(fileURLToPath(import.meta.url)), user, node });
}

const keepTheRest = keepCompiled();

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort(signal));

const { NO_COLOR, FORCE_COLOR, TERM } = process.env;

const host: Host = {
  args: process.argv.slice(2),
  env: { NO_COLOR, FORCE_COLOR, TERM },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  schemes: new URL('../schemes/', import.meta.url),
  fonts: new URL('../fonts/', import.meta.url),
  temporary: tmpdir(),
  interrupted: interrupted.signal,
  now: () => new Date().toISOString(),
  clock: () => process.uptime() * 1000,
  again,
  machine: `Node ${process.version} ${process.platform} ${process.arch}`,
};
import('./cli/run-command.ts')
  .then(({ runCommand }) => runCommand(host))
  // All that was written has been taken by now. To end here spares the wait for what V8 still compiles on the side.
  .then((code) => {
    keepTheRest();
    process.exit(code);
  })
  .catch((error: Error) => {
    process.stderr.write(`This copy of quarterday cannot be loaded: ${error.message}\n  fix: install it again\n`);
    process.exitCode = exits.system;
  });
