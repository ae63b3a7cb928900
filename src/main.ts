#!/usr/bin/env node
import module from 'node:module';
import { tmpdir } from 'node:os';
import { exits } from './terminal/exit.ts';
import type { Host, Output } from './terminal/host.ts';

/** A stream of the process. A reader that went away (EPIPE) is nothing wrong: what is left is dropped. */
function output(stream: NodeJS.WriteStream): Output {
  let failure: Error | null = null;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error;
  });
  return {
    isTerminal: stream.isTTY === true,
    write(text) {
      if (failure === null && text !== '') stream.write(text);
    },
    async finished() {
      await new Promise((resolve) => stream.write('', resolve));
      return failure !== null && 'code' in failure && failure.code === 'EPIPE' ? null : failure;
    },
  };
}

// From Node 22.1 on what was compiled is kept for the next start.
const enableCompileCache: unknown = Reflect.get(module, 'enableCompileCache');
if (typeof enableCompileCache === 'function') enableCompileCache();

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
  machine: `Node ${process.version} ${process.platform} ${process.arch}`,
};
import('./cli/run-command.ts')
  .then(({ runCommand }) => runCommand(host))
  // All that was written has been taken by now. To end here spares the wait for what V8 still compiles on the side.
  .then((code) => process.exit(code))
  .catch((error: Error) => {
    process.stderr.write(`This copy of quarterday cannot be loaded: ${error.message}\n  fix: install it again\n`);
    process.exitCode = exits.system;
  });
