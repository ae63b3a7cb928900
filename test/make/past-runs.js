// Makes fixtures/past-runs anew from the data folders of the fixtures: npm run bundle && node test/make/past-runs.js
// To be done for a new major version, and as long as nothing is released; see fixtures/past-runs/README.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const past = fileURLToPath(new URL('../../fixtures/past-runs/', import.meta.url));

/** What a command answers as data; the program tells its findings itself, and a failure ends this. */
function quarterday(...args) {
  const options = { cwd: past, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync(process.execPath, [program, ...args, '--format', 'json'], options));
}

/** Makes a run of a fixture; answers its folder and its net total. */
function run(scheme, fixture, period, asAt, ...more) {
  const data = `../${fixture}/data`;
  const args = ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, '--out', '.', ...more];
  const { folder, summary } = quarterday(...args);
  return { folder, net: summary.totals.net };
}

for (const name of readdirSync(past)) {
  if (statSync(join(past, name)).isDirectory()) rmSync(join(past, name), { recursive: true });
}

run('cambridgeshire-qef-2017-18', 'cambridgeshire-qef-2017-18', 'third', '2018-05-01');
run('dorset-ccip-2015-16', 'dorset-ccip-2015-16', 'Q4', '2016-07-31');
const bury = 'bury-qinpc-phase-5-illustrative';
run(`../${bury}/scheme.json`, bury, 'Q4', '2021-04-30');

mkdirSync(join(past, 'ledger'));
for (const [period, asAt] of [
  ['Q2', '2019-10-15'],
  ['Q4', '2020-04-30'],
]) {
  const scheme = 'west-hampshire-qps-2019-20';
  const { folder, net } = run(scheme, scheme, period, asAt, '--ledger', 'ledger');
  quarterday('post', folder, '--ledger', 'ledger', '--approved-by', 'A. N. Other', '--confirm-total', net);
}
