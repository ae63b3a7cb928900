import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday, type Told } from '../../make/host.ts';
import { post, runOfWestHampshire, threePractices } from '../../make/posted-runs.ts';
import { sha256 } from '../../record/sample.ts';

const builtin = readFileSync(new URL('../../../schemes/west-hampshire-qps-2019-20.json', import.meta.url), 'utf8');

let root: string;
let ledger: string;
beforeEach(() => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
});

interface Asked {
  readonly scheme?: string;
  readonly period: string;
  readonly asAt: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** A run of three practices, by a ledger or without one as `more` says. */
function run({ scheme, period, asAt, files = threePractices }: Asked, ...more: readonly string[]): Promise<Told> {
  const args = ['run', scheme ?? 'west-hampshire-qps-2019-20', '--period', period, '--as-at', asAt];
  return quarterday([...args, '--data', folderOf(files), ...more, '--format', 'json']);
}

/** What was found, as `code: message`. */
function told({ stderr }: Told): string[] {
  const findings = stderr
    .split('\n')
    .filter(Boolean)
    .map((each) => JSON.parse(each));
  return findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
}

async function postQ2(): Promise<void> {
  await post(await runOfWestHampshire(folderOf(threePractices), join(root, 'runs'), '--ledger', ledger), ledger);
}

const q2 = { period: 'Q2', asAt: '2019-10-15' };
const q3 = { period: 'Q3', asAt: '2020-01-15' };
const q4 = { period: 'Q4', asAt: '2020-04-30' };

describe('a run of which nothing says what was paid before', () => {
  const paidAgain = 'so that earlier periods are paid now: £147,342.00 for Q2';

  it('is warned of what it pays again, and its summary keeps it', async () => {
    const without = await run(q3, '--out', join(root, 'runs'));
    expect(without.exit).toBe(0);
    const says = `there is neither a ledger nor a paid.csv, ${paidAgain}`;
    expect(told(without)).toEqual([`warning nothing-posted: ${says}`]);
    const { folder } = JSON.parse(without.stdout);
    const { warnings } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
    expect(warnings).toMatchObject([{ code: 'nothing-posted', count: 1, findings: [{ message: says }] }]);
    expect((await quarterday(['verify', folder, '--recompute'])).exit).toBe(0);
  });

  it('names every earlier period', async () => {
    expect(told(await run(q4))).toEqual([
      'warning nothing-posted: there is neither a ledger nor a paid.csv, so that earlier periods are paid now: £147,342.00 for Q2, £147,342.00 for Q3',
    ]);
  });

  it('is one with a ledger that is empty, is not there, or holds other schemes alone', async () => {
    const says = `warning nothing-posted: the ledger holds no posting of this scheme, ${paidAgain}`;
    expect(told(await run(q3, '--ledger', ledger))).toEqual([
      'warning new-ledger: there is no ledger in this place yet, so that nothing counts as posted before',
      says,
    ]);
    mkdirSync(ledger);
    expect(told(await run(q3, '--ledger', ledger))).toEqual([says]);
    const scheme = join(root, 'other.json');
    writeFileSync(scheme, builtin.replaceAll('west-hampshire-qps-2019-20', 'another-scheme'));
    await postQ2();
    expect(told(await run({ ...q3, scheme }, '--ledger', ledger))).toEqual([says]);
    expect(told(await run(q3, '--ledger', ledger))).toEqual([]);
  });

  it('is none for the first period, nor one with a paid.csv, even an empty one', async () => {
    expect(told(await run(q2))).toEqual([]);
    const files = { ...threePractices, 'paid.csv': 'practice_code,component,period,amount,paid_on\n' };
    const withPaid = await run({ ...q3, files });
    expect(told(withPaid).filter((each) => each.includes('nothing-posted'))).toEqual([]);
  });

  it('is refused where warnings count as errors', async () => {
    expect(await run(q3, '--strict', '--out', join(root, 'runs'))).toMatchObject({ exit: 1, stdout: '' });
  });
});

describe('a scheme file that changed under its id since a posting', () => {
  it('is told with both hashes and how to see what moved, and the summary keeps it', async () => {
    await postQ2();
    const scheme = join(root, 'west-hampshire-qps-2019-20.json');
    const text = builtin.replace('"commissioner": "', '"commissioner": "NHS ');
    expect(text).not.toBe(builtin);
    writeFileSync(scheme, text);
    const changed = await run({ ...q3, scheme }, '--ledger', ledger, '--out', join(root, 'runs'));
    const findings = told(changed).filter((each) => each.includes('scheme-changed'));
    expect(findings).toEqual([
      `warning scheme-changed: the file has the sha256 ${sha256(text)}; that of posting 1, the newest of this scheme, has ${sha256(builtin)}`,
    ]);
    expect(changed.stderr).toContain('quarterday diff, with the run folder of posting 1 and that of this run');
    const { folder } = JSON.parse(changed.stdout);
    expect(readFileSync(join(folder, 'summary.json'), 'utf8')).toContain('"code": "scheme-changed"');
    expect((await quarterday(['verify', folder, '--recompute'])).exit).toBe(0);
  });

  it('is not told of the same file under another name', async () => {
    await postQ2();
    writeFileSync(join(root, 'renamed.json'), builtin);
    expect(told(await run({ ...q3, scheme: join(root, 'renamed.json') }, '--ledger', ledger))).toEqual([]);
  });
});

describe('a run as at a day before that of the newest posting of its scheme', () => {
  const says =
    'the newest posting of the scheme is as at a later day: posting 1 (west-hampshire-qps-2019-20, Q2, as at 2019-10-15, approved by A. Smith, 2018-05-02); a run as at 2019-10-14 undoes what was decided since';

  it('is refused where it is to be kept, and goes on with a warning as a rehearsal', async () => {
    await postQ2();
    const early = { period: 'Q2', asAt: '2019-10-14' };
    const kept = await run(early, '--ledger', ledger, '--out', join(root, 'early'));
    expect(kept).toMatchObject({ exit: 4, stdout: '' });
    expect(told(kept)).toEqual([`error before-newest-posting: ${says}`]);
    const rehearsed = await run(early, '--ledger', ledger);
    expect(rehearsed.exit).toBe(0);
    expect(told(rehearsed)).toEqual([`warning rehearsal-before-newest-posting: ${says}`]);
  });

  it('is none as at the same day, or where the later posting is of another scheme', async () => {
    await postQ2();
    expect(told(await run(q2, '--ledger', ledger, '--out', join(root, 'same')))).toEqual([]);
    const scheme = join(root, 'other.json');
    writeFileSync(scheme, builtin.replaceAll('west-hampshire-qps-2019-20', 'another-scheme'));
    const early = { scheme, period: 'Q2', asAt: '2019-10-01' };
    expect(told(await run(early, '--ledger', ledger, '--out', join(root, 'other')))).toEqual([]);
  });
});

describe('a temporary folder that a killed program left', () => {
  it('is named by the next run', async () => {
    const temporary = join(root, 'temporary');
    const left = join(temporary, '.quarterday-999999999-0123456789abcdef');
    mkdirSync(left, { recursive: true });
    const args = ['run', 'west-hampshire-qps-2019-20', '--period', 'Q2', '--as-at', '2019-10-15'];
    const { exit, stderr } = await quarterday([...args, '--data', folderOf(threePractices)], { temporary });
    expect(exit).toBe(0);
    expect(stderr).toContain('warning temporary-folder-left');
    expect(stderr).toContain(left);
  });
});
