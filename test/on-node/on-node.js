// `npm run on-node -- 24`: types, build and tests by another Node, which is fetched into a temporary folder for as long as it takes.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const [version, ...tests] = process.argv.slice(2);
if (!/^\d+(\.\d+){0,2}$/.test(version ?? '')) {
  process.stderr.write('Which Node? npm run on-node -- VERSION [TESTS...], such as npm run on-node -- 24\n');
  process.exit(2);
}

/** Runs a command to its end; what it says goes where this program speaks. Answers whether it was good. */
function run(command, args, env = process.env) {
  process.stdout.write(`\n$ ${[command, ...args].join(' ')}\n`);
  // On Windows npm is a script, which a shell alone can start.
  return spawnSync(command, args, { env, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

const folder = mkdtempSync(join(tmpdir(), 'quarterday-node-'));
try {
  const fetched = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts=false'];
  if (!run('npm', [...fetched, `node@${version}`])) throw new Error(`Node ${version} could not be fetched`);
  const bin = join(folder, 'node_modules', 'node', 'bin');
  if (process.platform !== 'win32') chmodSync(join(bin, 'node'), 0o755);
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const steps = [
    ['node', '--version'],
    ['node', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'],
    ['node', 'build.config.js'],
    ['node', 'node_modules/vitest/vitest.mjs', 'run', ...tests],
  ];
  process.exitCode = steps.every(([command, ...args]) => run(command, args, env)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
