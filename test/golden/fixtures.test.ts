import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../make/host.ts';

// The fixtures, run and compared byte for byte with what is committed beside them. After a change that is meant:
// EXPECTED=write npx vitest run test/golden/fixtures.test.ts, and read the difference before you commit it.

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const illustration = 'bury-qinpc-phase-5-illustrative';

const runs = [
  ['cambridgeshire-qef-2017-18', 'second', '2017-10-15'],
  ['cambridgeshire-qef-2017-18', 'third', '2018-05-01'],
  ['dorset-ccip-2015-16', 'Q2', '2015-11-15'],
  ['dorset-ccip-2015-16', 'Q4', '2016-07-31'],
  ['west-hampshire-qps-2019-20', 'Q2', '2019-10-15'],
  ['west-hampshire-qps-2019-20', 'Q4', '2020-04-30'],
  [illustration, 'Q2', '2020-10-15'],
  [illustration, 'Q4', '2021-04-30'],
] as const;

/** What a run makes the same in any year: everything but the record of when and where it was made. */
const compared = [
  'payments.csv',
  'clawbacks.csv',
  'statements.csv',
  'withheld.csv',
  'refused.csv',
  'workings.csv',
  'summary.json',
  'run.json',
];

describe.each(runs)('%s %s as at %s', (id, period, asAt) => {
  it('makes the expected run, to the byte', async () => {
    const scheme = id === illustration ? join(fixtures, id, 'scheme.json') : id;
    const [data, out] = [join(fixtures, id, 'data'), emptyFolder()];
    const args = ['run', scheme, '--period', period, '--as-at', asAt, '--data', data, '--out', out];
    const told = await quarterday(args);
    expect({ exit: told.exit, stderr: told.stderr.replace(/^(warning|Next)[\s\S]*/, '') }).toEqual({
      exit: 0,
      stderr: '',
    });
    const made = join(out, readdirSync(out)[0] ?? '');
    const expected = join(fixtures, id, 'expected', period);
    const writing = process.env.EXPECTED === 'write';
    if (writing) mkdirSync(expected, { recursive: true });
    for (const name of compared) {
      const bytes = readFileSync(join(made, name));
      if (writing) writeFileSync(join(expected, name), bytes);
      expect(existsSync(join(expected, name)) && readFileSync(join(expected, name), 'utf8'), name).toBe(
        bytes.toString('utf8'),
      );
    }
  });
});

it('says what each practice of the fixtures is an example of', () => {
  for (const id of new Set(runs.map(([scheme]) => scheme))) {
    const codes = readFileSync(join(fixtures, id, 'data', 'practices.csv'), 'utf8').match(/^Z\d{5}/gm) ?? [];
    const readme = readFileSync(join(fixtures, id, 'README.md'), 'utf8');
    expect(codes.length).toBeGreaterThanOrEqual(12);
    expect(codes.filter((code) => !readme.includes(code))).toEqual([]);
  }
});
