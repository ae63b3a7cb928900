import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtProgram } from '../make/built.ts';
import { emptyFolder, quarterday } from '../make/host.ts';
import { fixtureData, runFolder } from '../make/runs.ts';
import { holdPrinted } from './held.ts';

// The examples of fixtures/scripts, as a person would take them over.

const root = fileURLToPath(new URL('../../', import.meta.url));
const scripts = join(root, 'fixtures', 'scripts');
const scheme = 'west-hampshire-qps-2019-20';
const data = fixtureData(scheme);
const program = [process.execPath, builtProgram];
const made = { period: 'Q4', asAt: '2020-04-30', data };

/** The recipes of the Makefile as a shell takes them: what make would run, whether or not it is there. */
function recipes(out: string): string {
  const told = readFileSync(join(scripts, 'Makefile'), 'utf8');
  const lines = told.split('\n').filter((line) => line.startsWith('\t'));
  const words = { QUARTERDAY: program.join(' '), SCHEME: scheme, DATA: data, OUT: out };
  const named = lines.map((line) => line.trim().replaceAll('$@', `${out}/summary.json`));
  return named.join('\n').replaceAll(/\$\((\w+)\)/g, (_, name: keyof typeof words) => words[name]);
}

it('the recipes of the Makefile make a summary, and say nothing where nothing is wrong', () => {
  const out = join(emptyFolder(), 'out');
  const { status, stdout, stderr } = spawnSync('sh', ['-ec', recipes(out)], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('every file can be read for this scheme');
  const written = (name: string) => readFileSync(join(out, name), 'utf8');
  holdPrinted(['run', '--format', 'json'], written('summary.json'), written('findings.jsonl'));
  const { summary } = JSON.parse(written('summary.json'));
  const findings = written('findings.jsonl').trimEnd().split('\n');
  expect(findings.map((line) => JSON.parse(line).severity)).toEqual(['warning']);
  expect(summary.totals.net).toMatch(/^-?\d+\.\d\d$/);
});

it('the nightly script lists what is due', () => {
  const out = emptyFolder();
  const line = `quarterday() { ${program.map((word) => `'${word}'`).join(' ')} "$@"; }; set -- '${data}' '${out}' 2020-04-30; . ${scripts}/nightly.sh`;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
  expect(readdirSync(out).sort()).toEqual(['due-2020-04-30', 'due-2020-04-30.txt']);
  expect(readdirSync(join(out, 'due-2020-04-30')).sort()).toEqual(['due.csv', 'due.ics']);
});

it('the task of Windows asks for the same as the nightly script', () => {
  const asked = (name: string) => /quarterday (due .*?) --data/.exec(readFileSync(join(scripts, name), 'utf8'))?.[1];
  expect(asked('nightly.cmd')?.replace('%3', '"$day"')).toBe(asked('nightly.sh'));
});

it('the notebook reads what is there: its columns, keys and format', async () => {
  const notebook = readFileSync(join(scripts, 'notebook.py'), 'utf8');
  const told = JSON.parse((await quarterday(['schema', 'payments.csv', '--format', 'json'])).stdout);
  const names = told.columns.map(({ name, form }: { name: string; form: string }) => `${name} ${form}`);
  expect(names).toContain('amount amount');
  const summary = JSON.parse(readFileSync(join(await runFolder(scheme, made), 'summary.json'), 'utf8'));
  expect(notebook).toContain(`"${summary.format}"`);
  expect(summary).toMatchObject({ totals: { payments: { amount: expect.stringMatching(/^\d+\.\d\d$/) } } });
  expect(Object.keys(summary.by_component[0])).toEqual(expect.arrayContaining(['component', 'net']));
});

it('the notebook adds up what a run pays, on a machine that has Python', async () => {
  const folder = await runFolder(scheme, made);
  const { totals, reports } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
  const python = spawnSync('python3', ['--version']).status === 0;
  // Without Python the test above holds all that the notebook names.
  const said = python ? execFileSync('python3', [join(scripts, 'notebook.py'), folder, ...program]).toString() : '';
  const rows = reports.find(({ file }: { file: string }) => file === 'payments.csv').rows;
  const amount = totals.payments.amount.replace(/\B(?=(\d{3})+\.)/g, ',');
  expect(said.split('\n')[0]).toBe(python ? `${rows} payments, ${amount} pounds` : '');
});

it('--quiet says nothing to a person where nothing is wrong, and everything where something is', async () => {
  const args = ['check', scheme, '--data', data];
  expect((await quarterday(args)).stderr).not.toBe('');
  expect(await quarterday([...args, '--quiet'])).toMatchObject({ exit: 0, stderr: '' });
  const wrong = ['check', 'nothing', '--quiet'];
  expect((await quarterday(wrong)).stderr).toBe((await quarterday(wrong.slice(0, 2))).stderr);
  const warned = ['run', scheme, '--period', 'Q4', '--as-at', '2020-04-30', '--data', data, '--quiet'];
  expect((await quarterday(warned)).stderr).toBe('');
  expect((await quarterday([...warned, '--strict'])).stderr).toContain('warning');
});
