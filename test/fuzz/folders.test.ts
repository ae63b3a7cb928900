import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { quarterday } from '../make/host.ts';
import { fuzzing } from './fuzzing.ts';
import { type Folder, mutated, steps } from './mutate.ts';

// Good folders are spoilt at random. What comes of one is a run that adds up and leaves alone whoever was not touched, or
// findings that lead to the place, and nothing written. `npm run fuzz -- 100000` tries many more.

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const cases = [
  { of: 'cambridgeshire-qef-2017-18', period: 'third', asAt: '2018-05-01' },
  { of: 'cambridgeshire-qef-2017-18', period: 'third', asAt: '2018-05-01', lists: 'as published' },
  { of: 'dorset-ccip-2015-16', period: 'Q4', asAt: '2016-07-31' },
  { of: 'bury-qinpc-phase-5-illustrative', period: 'Q4', asAt: '2021-04-30', scheme: 'scheme.json' },
  // A pool is shared among all: whoever changes the lists or the practices touches everybody.
  { of: 'west-hampshire-qps-2019-20', period: 'Q4', asAt: '2020-04-30', shared: ['list-sizes.csv', 'practices.csv'] },
];

const work = mkdtempSync(join(tmpdir(), 'quarterday-fuzz-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The rows of the reports by practice. */
type Rows = ReadonlyMap<string, readonly string[]>;

const compared = ['payments.csv', 'clawbacks.csv', 'withheld.csv', 'statements.csv'];

describe.each(cases)('a spoilt folder of $of, lists $lists,', ({ of, period, asAt, scheme, lists, shared = [] }) => {
  const data = join(work, of, 'data');
  const out = join(work, of, 'out');
  const run = [
    'run',
    scheme === undefined ? of : join(fixtures, of, scheme),
    '--period',
    period,
    '--as-at',
    asAt,
    '--data',
    data,
    '--out',
    out,
    '--format',
    'json',
  ];
  const own = readFolder(join(fixtures, of, 'data'));
  const good = lists === undefined ? own : new Map([...own, ['list-sizes.csv', asPublished(own)]]);

  it('is told of, or comes to a run that adds up and leaves the others alone', async () => {
    mkdirSync(data, { recursive: true });
    for (const [file, bytes] of good) writeFileSync(join(data, file), bytes);
    const before = await rowsOfTheRun(good, []);
    const told = { refused: 0, paid: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (changes) => {
        const spoilt = mutated(good, changes);
        const files = [...good.keys()].filter((file) => !bytesOf(spoilt, file).equals(bytesOf(good, file)));
        for (const file of files) writeFileSync(join(data, file), bytesOf(spoilt, file));
        try {
          const after = await rowsOfTheRun(spoilt, files);
          const touched = touchedBetween(good, spoilt, shared);
          if (before && after && touched) expectSame(before, after, touched);
          told[after ? 'paid' : 'refused'] += 1;
        } finally {
          for (const file of files) writeFileSync(join(data, file), bytesOf(good, file));
        }
      }),
      fuzzing(400),
    );
    expect(told.refused).toBeGreaterThan(told.paid / 10);
    expect(told.paid).toBeGreaterThan(told.refused / 20);
    if (process.env.FUZZ_RUNS) process.stdout.write(`${of}: ${JSON.stringify(told)}\n`);
  });

  /** What the run comes to, which verifies; null where the folder is refused, as it should be. */
  async function rowsOfTheRun(folder: Folder, spoilt: readonly string[]): Promise<Rows | null> {
    rmSync(out, { recursive: true, force: true });
    const { exit, stderr } = await quarterday(run);
    if (exit !== 0) {
      expect({ exit, stderr: exit === 1 ? '' : stderr }).toEqual({ exit: 1, stderr: '' });
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
      expectPlaces(stderr, folder, spoilt);
      return null;
    }
    const [name = '', ...others] = readdirSync(out);
    expect(others).toEqual([]);
    expect(await quarterday(['verify', join(out, name)])).toMatchObject({ exit: 0, stderr: '' });
    return rowsOf(join(out, name));
  }
});

/** Every error leads to a place that there is, one of them to a file that was spoilt. */
function expectPlaces(stderr: string, folder: Folder, spoilt: readonly string[]): void {
  const findings: { severity: string; file: string; line: number | null; column: number | null }[] = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors).not.toEqual([]);
  for (const { file, line, column } of errors) {
    expect([...folder.keys()]).toContain(file);
    if (line !== null) expect(line).toBeLessThanOrEqual(linesOf(folder, file).length);
    if (column !== null) expect(column).toBeGreaterThan(0);
  }
  // A practice that is no longer in practices.csv is missed where it is named.
  if (spoilt.includes('practices.csv')) return;
  expect(errors.filter(({ file }) => spoilt.includes(file))).not.toEqual([]);
}

/** The practices that a change may have touched: those of its lines. Null where the change may touch anybody. */
function touchedBetween(before: Folder, after: Folder, shared: readonly string[]): ReadonlySet<string> | null {
  const touched = new Set<string>();
  for (const file of before.keys()) {
    const [was, is] = [linesOf(before, file), linesOf(after, file)];
    if (was.join('\n') === is.join('\n')) continue;
    if (shared.includes(file) || was[0] !== is[0]) return null;
    for (const line of [...without(was, is), ...without(is, was)]) for (const code of codesIn(line)) touched.add(code);
    // Of two claims that are alike but for their kind, the first line counts.
    if (file === 'claims.csv') for (const code of reordered(was, is)) touched.add(code);
  }
  return touched;
}

function linesOf(folder: Folder, file: string): string[] {
  return bytesOf(folder, file).toString('latin1').split('\n');
}

function codesIn(line: string): readonly string[] {
  return line.match(/[A-Z]\d{5}/g) ?? [];
}

/** The practices whose own lines stand in another order. */
function reordered(was: readonly string[], is: readonly string[]): string[] {
  const of = (lines: readonly string[], code: string) => lines.filter((line) => line.includes(code)).join('\n');
  return [...new Set(was.flatMap(codesIn))].filter((code) => of(was, code) !== of(is, code));
}

/** The lines that are left of some when others are taken away, one for one. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function expectSame(before: Rows, after: Rows, but: ReadonlySet<string>): void {
  const all = [...new Set([...before.keys(), ...after.keys()])].filter((code) => !but.has(code));
  const of = (rows: Rows) => all.map((code) => [code, rows.get(code) ?? []]);
  expect(of(after)).toEqual(of(before));
}

/** The rows of a run by practice; its statements add up to its lines. */
function rowsOf(run: string): Rows {
  const rows = new Map<string, string[]>();
  const sums = { payments: 0n, statements: 0n };
  for (const report of compared) {
    const [header = [], ...cells]: string[][] = parse(readFileSync(join(run, report)));
    for (const row of cells) {
      const [code = ''] = row;
      rows.set(code, [...(rows.get(code) ?? []), `${report} ${row.join(',')}`]);
      if (report === 'payments.csv') sums.payments += pence(row[header.indexOf('amount')]);
      if (report === 'statements.csv') sums.statements += pence(row[header.indexOf('payments')]);
    }
  }
  expect(sums.statements).toBe(sums.payments);
  return rows;
}

function pence(amount = ''): bigint {
  expect(amount).toMatch(/^-?\d+\.\d\d$/);
  return BigInt(amount.replace('.', ''));
}

function bytesOf(folder: Folder, file: string): Buffer {
  return folder.get(file) ?? Buffer.alloc(0);
}

function readFolder(path: string): Folder {
  const names = readdirSync(path).filter((name) => name.endsWith('.csv'));
  return new Map(names.map((name) => [name, readFileSync(join(path, name))]));
}

/** The lists as the national file has them. */
function asPublished(folder: Folder): Buffer {
  const header = 'PUBLICATION,EXTRACT_DATE,TYPE,CCG_CODE,ONS_CCG_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS';
  const [, ...rows] = bytesOf(folder, 'list-sizes.csv').toString('utf8').trimEnd().split(/\r?\n/);
  const published = rows.map((row) => {
    const [code, day, patients] = row.split(',');
    return `GP_PRAC_PAT_LIST,${day},GP,06H,E38000026,${code},CB1 1AA,ALL,ALL,${patients}`;
  });
  return Buffer.from([header, ...published, ''].join('\r\n'));
}
