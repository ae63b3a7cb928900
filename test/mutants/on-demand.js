// `npm run mutants` breaks the code in every place, for many hours; `npm run mutants -- --sample 100 --seed 1
// src/calculate/settlement` in so many places of some folders or files, drawn by the seed: see README.md.
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { huntSample } from './sample.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', multiple: true },
    again: { type: 'string' },
    into: { type: 'string', default: '.mutants/sample' },
  },
});
const rooms = ['src/domain', 'src/calculate', 'src/record', 'src/report/reports'];
const tests = [
  'test/domain',
  'test/calculate',
  'test/record',
  'test/report',
  'test/scheme/examples.test.ts',
  'test/golden',
  'test/fuzz/twin/twin.test.ts',
  'test/cases',
];

if (values.sample === undefined && values.again === undefined)
  process.exitCode = spawnSync('npx', ['stryker', 'run'], { stdio: 'inherit' }).status;
else {
  const told = await huntSample({
    paths: positionals.length > 0 ? positionals : rooms,
    tests: values.tests ?? tests,
    again: values.again,
    many: Number(values.sample),
    seed: Number(values.seed),
    folder: values.into,
  });
  const missed = told.filter(({ fate }) => fate === 'survived' || fate === 'in no test');
  const judged = told.filter(({ fate }) => fate !== 'not judged').length;
  const lines = [...missed.map(sayMissed), `${judged - missed.length} of ${judged} were noticed`];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function sayMissed({ fate, mutant: { fileName, location, mutatorName, replacement } }) {
  const { line, column } = location.start;
  return `${relative('.', fileName)}:${line + 1}:${column + 1} ${fate}: ${mutatorName}, ${replacement}`;
}
