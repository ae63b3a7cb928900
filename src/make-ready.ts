import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exits } from './cli/exit.ts';
import type { Output } from './cli/world.ts';
import { loaded, readyFile } from './ready-code.ts';

// The last step of the build: carries out every command once, on a fixture, and keeps what V8 compiled for it.

const scheme = 'dorset-ccip-2015-16';
const data = fileURLToPath(new URL(`../fixtures/${scheme}/data`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quarterday-build-'));

/** A stream that keeps what is written to it. */
function written(): Output & { text(): string } {
  let all = '';
  return {
    isTerminal: false,
    write(text) {
      all += text;
    },
    finished: async () => null,
    text: () => all,
  };
}

/** Carries out one command; throws where that could not be done. */
async function carriedOut(...args: string[]): Promise<void> {
  const stderr = written();
  const { runCommand } = await import('./cli/run-command.ts');
  const exit = await runCommand({
    args,
    env: {},
    stdout: written(),
    stderr,
    schemes: new URL('../schemes/', import.meta.url),
    temporary: folder,
    interrupted: new AbortController().signal,
    now: () => new Date().toISOString(),
    clock: () => performance.now(),
    machine: process.version,
  });
  if (exit !== exits.done && exit !== exits.difference) throw new Error(`${args.join(' ')}\n${stderr.text()}`);
}

/** Carries out every command that reads a scheme or a run. */
async function carryOutAll(): Promise<void> {
  const out = join(folder, 'runs');
  const run = ['run', scheme, '--data', data, '--ledger', join(folder, 'ledger')];
  await carriedOut('show', scheme);
  await carriedOut('check', scheme, '--data', data);
  await carriedOut('template', scheme, '--out', join(folder, 'template'));
  await carriedOut(...run, '--period', 'Q4', '--as-at', '2016-07-31');
  await carriedOut(...run, '--period', 'Q3', '--as-at', '2016-04-30', '--out', out);
  await carriedOut(...run, '--period', 'Q4', '--as-at', '2016-07-31', '--out', out);
  const [earlier = '', later = ''] = readdirSync(out).map((name) => join(out, name));
  await carriedOut('verify', later, '--recompute');
  await carriedOut('explain', later, '--practice', 'Z10001');
  await carriedOut('diff', earlier, later);
}

/** Keeps what V8 has compiled by now. */
function keepReadyCode(): void {
  for (const [path, script] of loaded) {
    const { at, bytes } = readyFile(path, script.createCachedData());
    writeFileSync(at, bytes);
  }
}

carryOutAll()
  .then(keepReadyCode)
  .finally(() => rmSync(folder, { recursive: true }));
