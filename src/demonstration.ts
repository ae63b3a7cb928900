import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `npm start`: the main job on the fixtures, a payment run of each agreed scheme into a temporary folder. */
const runs = [
  { scheme: 'cambridgeshire-qef-2017-18', period: 'third', asAt: '2018-05-01' },
  { scheme: 'dorset-ccip-2015-16', period: 'Q4', asAt: '2016-07-31' },
  { scheme: 'west-hampshire-qps-2019-20', period: 'Q4', asAt: '2020-04-30' },
];

const program = fileURLToPath(new URL('main.js', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'quarterday-runs-'));

for (const { scheme, period, asAt } of runs) {
  const data = fileURLToPath(new URL(`../fixtures/${scheme}/data`, import.meta.url));
  const args = ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, '--out', out];
  process.stdout.write(`\n$ quarterday ${args.join(' ')}\n\n`);
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
process.stdout.write(`\nThe run folders are in ${out}\n`);
process.stdout.write(
  'Next: node dist/main.js help start, which goes from nothing to a first posting of your own; npm link puts quarterday on the PATH.\n',
);
