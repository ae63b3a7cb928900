import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codesOf, makeCambridgeshire, makeDorset, makeVaccinations } from './made-data.ts';
import { makeLedger } from './made-ledger.ts';
import { type Figures, type Job, measured } from './measure.ts';
import { fetchPeers } from './peers.ts';
import { bytesAlone, readersOf, startUp } from './yardsticks.ts';

// npm run bench -- [--claims 1000000] [--practices 6500] [--postings 200] [--rounds 5] [--seed 1] [--growth] [--peers] [--before FOLDER]
const { values } = parseArgs({
  options: {
    claims: { type: 'string', default: '1000000' },
    practices: { type: 'string', default: '6500' },
    postings: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    growth: { type: 'boolean', default: false },
    peers: { type: 'boolean', default: false },
    /** A folder with another state of this program, built: its jobs take their turn with ours. */
    before: { type: 'string' },
  },
});
const [claims, practices, postings, rounds, seed] = [
  values.claims,
  values.practices,
  values.postings,
  values.rounds,
  values.seed,
].map(Number);

/** One row of the table: what was measured, against what, and how it should come out. */
interface Line extends Figures {
  readonly job: string;
  readonly against: string;
  readonly ratio: number | null;
  readonly target: string;
}

const root = '.bench';
const lines: Line[] = [];
rmSync(join(root, 'data'), { recursive: true, force: true });
mkdirSync(root, { recursive: true });

await startingUp();
await withoutClaims(practices ?? 0);
await dorsetWithoutClaims(practices ?? 0);
await withClaims(practices ?? 0, claims ?? 0);
await withVaccinations(practices ?? 0, claims ?? 0);
if (values.growth) await growing();

const [machine] = cpus();
const shape = `${cpus().length} × ${machine?.model ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
writeFileSync(join(root, 'bench.json'), `${JSON.stringify({ shape, ...values, lines }, null, 2)}\n`);
process.stdout.write(`\n${shape}\nMedians of ${rounds} rounds; written to ${join(root, 'bench.json')}\n`);

async function startingUp(): Promise<void> {
  heading('Starting up');
  const fixture = ['--period', 'Q4', '--as-at', '2016-07-31', '--data', 'fixtures/dorset-ccip-2015-16/data'];
  const jobs = [
    startUp,
    quarterday('--help'),
    quarterday('schemes'),
    quarterday('run on a fixture', 'run', 'dorset-ccip-2015-16', ...fixture),
  ];
  const took = await measured(withBefore(jobs), (rounds ?? 1) * 3);
  tell(took, '--help', startUp.name, 'at most 1.35');
  tell(took, 'schemes', startUp.name, 'at most 1.35');
  tell(took, 'run on a fixture', startUp.name, 'at most 2.2');
  tellBefore(took, jobs);
}

async function withoutClaims(size: number): Promise<void> {
  heading(`Without claims, ${size} practices`);
  const data = join(root, 'data', `c-${size}`);
  makeCambridgeshire(data, size, seed);
  const [once, many] = [join(root, 'data', `c-${size}-run`), join(root, 'data', `c-${size}-runs`)];
  await measured([cambridgeshire('made', data, once)], 1);
  const run = join(once, readdirSync(once)[0] ?? '');
  const runBefore = await runMadeBefore(data, cambridgeshire);
  const jobs = [
    quarterday('show', 'show', 'cambridgeshire-qef-2017-18'),
    cambridgeshire('run', data, many),
    bytesAlone(many),
    quarterday('verify', 'verify', run),
    quarterday('verify --recompute', 'verify', run, '--recompute'),
    quarterday('explain', 'explain', run, '--practice', 'Z00001'),
  ];
  const peers = values.peers ? fetchPeers(data) : null;
  const all = [...withBefore(jobs, { run, runBefore }), ...(peers?.jobs ?? [])];
  const took = await measured(all, rounds ?? 1).finally(() => peers?.remove());
  tell(took, 'run', 'show', '');
  tell(took, 'its bytes alone', 'show', '');
  tell(took, 'verify', 'run', 'at most 1.2');
  tell(took, 'verify --recompute', 'run', 'at most 2.2');
  tell(took, 'explain', 'show', 'at most 2');
  tellBefore(took, jobs);
  for (const { name } of peers?.jobs ?? []) tell(took, 'run', name, name.startsWith('ZEN') ? 'at most 0.6' : '');
  for (const name of peers?.missing ?? []) process.stdout.write(`  ${name} could not be fetched\n`);
  await lookedAt({ scheme: 'cambridgeshire-qef-2017-18', of: cambridgeshire, middle: '2017-09-01' }, data, size, {
    run,
    runBefore,
  });
}

/** The same practices in a scheme of more components and periods. */
async function dorsetWithoutClaims(size: number): Promise<void> {
  const data = join(root, 'data', `d-${size}`);
  makeDorset(data, { practices: size, claims: 0 }, seed);
  const once = `${data}-run`;
  await measured([dorset('made', data, once)], 1);
  const run = join(once, readdirSync(once)[0] ?? '');
  const runBefore = await runMadeBefore(data, dorset);
  await lookedAt({ scheme: 'dorset-ccip-2015-16', of: dorset, middle: '2015-11-15' }, data, size, { run, runBefore });
}

/** A scheme whose run is looked at. */
interface LookedAt {
  readonly scheme: string;
  readonly of: (name: string, data: string, out: string) => Job;
  /** A day in the middle of its term. */
  readonly middle: string;
}

/** What is made of a run, and what is asked and expected in the middle of its term. */
async function lookedAt(
  { scheme, of, middle }: LookedAt,
  data: string,
  size: number,
  runs: { run: string; runBefore: string },
): Promise<void> {
  heading(`What people look at in ${scheme}, ${size} practices without claims`);
  const [papers, outlook] = [`${data}-papers`, `${data}-outlook`];
  const publish = (name: string, kinds: string): Job => ({
    ...quarterday(name, 'publish', runs.run, '--only', kinds, '--out', papers),
    before: () => clear(papers),
  });
  const openAsAt = (command: string): Job => ({
    ...quarterday(command, command, scheme, '--as-at', middle, '--data', data, '--out', outlook),
    before: () => clear(outlook),
  });
  const jobs = [
    of('run', data, `${data}-runs`),
    publish('publish without letters', 'report,workbook,recoveries'),
    publish('letters', 'statements'),
    openAsAt('due'),
    openAsAt('forecast'),
  ];
  const took = await measured(withBefore(jobs, runs), rounds ?? 1);
  tell(took, 'publish without letters', 'run', 'at most 4; at most 500 MiB');
  tell(took, 'letters', 'run', `at most ${size / 100} s; at most 500 MiB`);
  tell(took, 'due', 'run', 'at most 4; at most 500 MiB');
  tell(took, 'forecast', 'run', 'at most 4; at most 500 MiB');
  tellBefore(took, jobs);
}

async function withClaims(size: number, rows: number): Promise<void> {
  heading(`${rows} claims of which nearly all are refused, ${size} practices`);
  const data = join(root, 'data', `d-${size}-${rows}`);
  makeDorset(data, { practices: size, claims: rows }, seed);
  const jobs = [dorset('run', data), bytesAlone(`${data}-runs`)];
  await tellClaims(jobs, data, 'at most 250 MiB');
}

async function withVaccinations(size: number, rows: number): Promise<void> {
  heading(`${rows} claims of which nearly all count, ${size} practices`);
  const data = join(root, 'data', `v-${size}-${rows}`);
  makeVaccinations(data, { practices: size, claims: rows }, seed);
  const out = `${data}-runs`;
  const args = ['run', 'test/bench/vaccinations.json', '--period', 'Q4', '--as-at', '2016-07-31', '--data', data];
  const job = { ...quarterday('run', ...args, '--out', out), before: () => clear(out) };
  await tellClaims([job, bytesAlone(out)], data, 'at most 0.9; at most 250 MiB');
}

async function tellClaims(jobs: readonly Job[], data: string, target: string): Promise<void> {
  const readers = readersOf(join(data, 'claims.csv'));
  const took = await measured([...withBefore(jobs), ...readers], rounds ?? 1);
  tell(took, 'run', 'csv-parse alone', target);
  tell(took, 'its bytes alone', 'csv-parse alone', '');
  tellBefore(took, jobs);
  for (const { name } of readers) tell(took, name, 'csv-parse alone', '');
}

async function growing(): Promise<void> {
  const parts = [1 / 4, 1 / 2, 1];
  await tellGrowth(
    'Growth in practices, without claims',
    'linear',
    parts.map((part) => {
      const [data, size] = [join(root, 'data', `g-${part}`), Math.round((practices ?? 0) * part)];
      makeCambridgeshire(data, size, seed);
      return cambridgeshire(`${size} practices`, data, `${data}-runs`);
    }),
  );
  await tellGrowth(
    'Growth in claims',
    'linear; memory flat',
    parts.map((part) => {
      const [data, rows] = [join(root, 'data', `h-${part}`), Math.round((claims ?? 0) * part)];
      makeDorset(data, { practices: practices ?? 0, claims: rows }, seed);
      return dorset(`${rows} claims`, data);
    }),
  );
  const data = join(root, 'data', 'g-1');
  await tellGrowth(
    'Growth in postings, each of all practices',
    'linear; all of them at most 1 s more',
    [0, ...parts].map((part) => {
      const [ledger, count] = [join(root, 'data', `ledger-${part}`), Math.round((postings ?? 0) * part)];
      makeLedger(ledger, codesOf(practices ?? 0), count);
      return cambridgeshire(`${count} postings`, data, `${ledger}-runs`, '--ledger', ledger);
    }),
  );
}

async function tellGrowth(title: string, target: string, jobs: readonly Job[]): Promise<void> {
  heading(title);
  const took = await measured(jobs, rounds ?? 1);
  for (const { name } of jobs) tell(took, name, null, target);
}

function quarterday(name: string, ...args: readonly string[]): Job {
  return { name, command: 'node', args: ['dist/main.js', ...(args.length === 0 ? [name] : args)] };
}

/** A run of its own for the other state of the program, which could not read ours; none where there is no other. */
async function runMadeBefore(data: string, of: LookedAt['of']): Promise<string> {
  if (values.before === undefined) return '';
  const out = `${data}-run-before`;
  await measured([...withBefore([of('made', data, out)])].slice(1), 1);
  return join(out, readdirSync(out)[0] ?? '');
}

/** The jobs, each followed by what the other state of the program takes for it. */
function withBefore(jobs: readonly Job[], { run = '', runBefore = '' } = {}): readonly Job[] {
  const { before: folder } = values;
  if (folder === undefined) return jobs;
  // It has fixtures of its own, as it may read other columns.
  const its = (arg: string) => (arg === run ? runBefore : /^(dist|fixtures)\//.test(arg) ? join(folder, arg) : arg);
  return jobs.flatMap((job) => {
    const { name, args } = job;
    const [program, command = ''] = args;
    if (program !== 'dist/main.js' || !isThereIn(folder, command)) return [job];
    return [job, { ...job, name: earlier(name), args: args.map(its) }];
  });
}

/** Whether the other state of the program, which may be older, has a command. */
function isThereIn(folder: string, command: string): boolean {
  const { stderr } = spawnSync('node', [join(folder, 'dist/main.js'), command], { encoding: 'utf8' });
  return !stderr.includes('unknown-command');
}

/** No job may take a tenth more than it did. */
function tellBefore(took: ReadonlyMap<string, Figures>, jobs: readonly Job[]): void {
  for (const { name } of jobs) if (took.has(earlier(name))) tell(took, name, earlier(name), 'at most 1.1');
}

function earlier(name: string): string {
  return `${name}, before`;
}

function cambridgeshire(name: string, data: string, out: string, ...more: readonly string[]): Job {
  const which = ['run', 'cambridgeshire-qef-2017-18', '--period', 'third', '--as-at', '2018-05-01'];
  return { ...quarterday(name, ...which, '--data', data, '--out', out, ...more), before: () => clear(out) };
}

function dorset(name: string, data: string, out = `${data}-runs`): Job {
  const which = ['run', 'dorset-ccip-2015-16', '--period', 'Q4', '--as-at', '2016-07-31'];
  return { ...quarterday(name, ...which, '--data', data, '--out', out), before: () => clear(out) };
}

function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function heading(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

function tell(took: ReadonlyMap<string, Figures>, job: string, against: string | null, target: string): void {
  const [own, other] = [took.get(job), against === null ? undefined : took.get(against)];
  if (!own) throw new Error(`${job} was not measured`);
  const ratio = other ? own.seconds / other.seconds : null;
  lines.push({ job, against: against ?? '', ratio, target, ...own });
  const figures = [
    job.padEnd(30),
    `${own.seconds.toFixed(2)} s`.padStart(9),
    (own.peakMiB === null ? '' : `${Math.round(own.peakMiB)} MiB`).padStart(9),
    (ratio === null ? '' : `${ratio.toFixed(2)} × ${against}`).padEnd(26),
    target,
  ];
  process.stdout.write(`  ${figures.join('  ').trimEnd()}\n`);
}
