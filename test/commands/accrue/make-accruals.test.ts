import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { post } from '../../make/posted-runs.ts';
import { fixtureData, runFolder } from '../../make/runs.ts';

const scheme = 'west-hampshire-qps-2019-20';
const components = ['locality-plans', 'workforce-mapping', 'patient-safety', 'education-target'];

const channel = {
  channel: 1,
  id: 'journal',
  title: "The month's journal",
  rows: 'payee-and-component',
  credits: 'apart',
  file: { name: 'journal.csv', separator: ',' },
  columns: [
    { name: 'reference', field: 'reference' },
    { name: 'cost_centre', code: 'cost-centre' },
    { name: 'subjective', code: 'subjective' },
    { name: 'amount', field: 'amount' },
  ],
};

interface Month {
  readonly asAt: string;
  readonly prior?: string;
  readonly accounts?: readonly string[];
}

/** A folder with a ledger, a channel and the coding of the accounts. */
function monthEnds(accounts = [...components, 'creditor', 'prepaid', 'debtor']) {
  const folder = emptyFolder();
  for (const name of ['ledger', 'finance']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'journal.json'), JSON.stringify(channel));
  const coding = accounts.map((account, index) => `${account},C1,${52100 + index}`);
  writeFileSync(
    join(folder, 'finance', 'coding.csv'),
    `${['component,cost_centre,subjective', ...coding].join('\n')}\n`,
  );
  const accrue = ({ asAt, prior }: Month, ...more: readonly string[]) =>
    quarterday([
      ...['accrue', scheme, '--as-at', asAt, '--data', fixtureData(scheme), '--ledger', join(folder, 'ledger')],
      ...['--finance', join(folder, 'finance'), '--channel', join(folder, 'journal.json'), '--out', join(folder, asAt)],
      ...(prior === undefined ? [] : ['--prior', join(folder, prior, 'accruals.csv')]),
      ...more,
    ]);
  const file = (asAt: string, name: string) =>
    readFileSync(join(folder, asAt, name), 'utf8')
      .trimEnd()
      .split('\r\n');
  return { folder, accrue, file };
}

/** What the lines of a journal come to, by reference. */
function balances(lines: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of lines.slice(1)) {
    const cells = line.split(',');
    const reference = cells[0] ?? '';
    sums[reference] = (sums[reference] ?? 0) + Math.round(Number(cells.at(-1)) * 100);
  }
  return sums;
}

describe('the month end', () => {
  it('goes on from month to month: what was accrued is reversed, and what is posted is owed no more', async () => {
    const { folder, accrue, file } = monthEnds();
    expect((await accrue({ asAt: '2019-08-31' })).exit).toBe(0);
    // 62 of the 92 days of Q2: of a third of 54,424.00 that is 12,225.68, of a third of 342,879.00 it is 77,023.54.
    expect(file('2019-08-31', 'accruals.csv')).toMatchInlineSnapshot(`
      [
        "scheme,component,earned,waiting,expected,posted,creditor,prepaid,debtor,last,movement",
        "west-hampshire-qps-2019-20,locality-plans,77023.54,0.00,,0.00,77023.54,0.00,0.00,0.00,77023.54",
        "west-hampshire-qps-2019-20,workforce-mapping,0.00,0.00,,0.00,0.00,0.00,0.00,0.00,0.00",
        "west-hampshire-qps-2019-20,patient-safety,12225.68,0.00,,0.00,12225.68,0.00,0.00,0.00,12225.68",
        "west-hampshire-qps-2019-20,education-target,10046.49,0.00,,0.00,10046.49,0.00,0.00,0.00,10046.49",
      ]
    `);
    const run = await runFolder(scheme, {
      ...{ period: 'Q2', asAt: '2019-10-15', data: fixtureData(scheme) },
      more: ['--ledger', join(folder, 'ledger')],
    });
    expect((await post(run, join(folder, 'ledger'))).exit).toBe(0);
    expect((await accrue({ asAt: '2019-09-30', prior: '2019-08-31' })).exit).toBe(0);
    // The posting of 15 October is not of September.
    expect(file('2019-09-30', 'accruals.csv')[3]).toMatch(/^west-hampshire-qps-2019-20,patient-safety,18141\.\d\d,/);
    expect((await accrue({ asAt: '2019-10-31', prior: '2019-09-30' })).exit).toBe(0);
    const journal = file('2019-10-31', 'journal.csv');
    expect(balances(journal)).toEqual({ REV20191031: 0, ACC20191031: 0 });
    const accrued = file('2019-09-30', 'journal.csv').filter((line) => line.startsWith('ACC'));
    const reversed = journal.filter((line) => line.startsWith('REV'));
    const turned = (line: string) =>
      line.replace(/^ACC\d+/, 'REV20191031').replace(/,(-?)([\d.]+)$/, (_, minus, sum) => `,${minus ? '' : '-'}${sum}`);
    expect(reversed).toEqual(accrued.map(turned));
    for (const row of file('2019-10-31', 'accruals.csv').slice(1)) {
      const [, , earned, , , posted, creditor, prepaid, debtor, last, movement] = row.split(',').map(Number);
      const now = Number(creditor) - Number(prepaid) - Number(debtor);
      expect(now).toBeCloseTo(Number(earned) - Number(posted), 6);
      expect(Number(movement)).toBeCloseTo(now - Number(last), 6);
    }
  });

  it('says of which period the day is, and that nothing is reversed where no earlier accrual is given', async () => {
    const { accrue } = monthEnds();
    const first = await accrue({ asAt: '2019-08-31' });
    expect(first.stdout).toMatch(/: as at 31 August 2019, in Quarter 2$/m);
    const none = 'Nothing is expected besides. No earlier accrual is reversed, as none was given with --prior.';
    expect(first.stdout.replace(/\s+/g, ' ')).toContain(none);
    const later = await accrue({ asAt: '2020-04-30', prior: '2019-08-31' });
    expect(later.stdout).toMatch(/: as at 30 April 2020, after Quarter 4$/m);
    expect(later.stdout).toContain('Nothing is expected besides.\n');
  });

  it('writes the same bytes twice, and tells them as data', async () => {
    const [first, second] = [monthEnds(), monthEnds()];
    const { stdout } = await first.accrue({ asAt: '2019-08-31' }, '--format', 'json');
    await second.accrue({ asAt: '2019-08-31' });
    for (const name of ['accruals.csv', 'journal.csv'])
      expect(second.file('2019-08-31', name)).toEqual(first.file('2019-08-31', name));
    const told = JSON.parse(stdout);
    expect([told.format, told.period, told.components.length]).toEqual(['quarterday/accrue/1', 'Q2', 4]);
    expect(told.journal.debits).toBe(told.journal.credits);
  });
});

describe('a month end that cannot be made', () => {
  it('names every account without coding, and writes nothing', async () => {
    const { folder, accrue } = monthEnds(['locality-plans']);
    const { exit, stderr } = await accrue({ asAt: '2019-08-31' });
    expect(exit).toBe(1);
    for (const account of ['creditor', 'patient-safety', 'education-target']) expect(stderr).toContain(`"${account}"`);
    expect(existsSync(join(folder, '2019-08-31'))).toBe(false);
  });

  it('has a channel whose rows name no account', async () => {
    const { folder, accrue } = monthEnds();
    const columns = channel.columns.filter((column) => 'field' in column);
    writeFileSync(join(folder, 'journal.json'), JSON.stringify({ ...channel, rows: 'payee', columns }));
    const { exit, stdout, stderr } = await accrue({ asAt: '2019-08-31' });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('error channel-field A column of a channel cannot be filled in (1)');
    expect(stderr).toContain('journal.json  columns');
    expect(stderr).toContain('no column says in which account a line of a journal stands');
    expect(existsSync(join(folder, '2019-08-31'))).toBe(false);
  });

  it('is of a day before the term, or goes where something is', async () => {
    const { folder, accrue } = monthEnds();
    const early = await accrue({ asAt: '2019-06-30' });
    expect([early.exit, early.stderr.includes('no period of the scheme has begun by this day')]).toEqual([1, true]);
    mkdirSync(join(folder, '2019-08-31'));
    writeFileSync(join(folder, '2019-08-31', 'mine.txt'), '');
    expect((await accrue({ asAt: '2019-08-31' })).exit).toBe(4);
  });

  it('has the accruals of another scheme, or no accruals', async () => {
    const { folder, accrue, file } = monthEnds();
    await accrue({ asAt: '2019-08-31' });
    const wrong = file('2019-08-31', 'accruals.csv').join('\r\n').replaceAll(scheme, 'other');
    writeFileSync(join(folder, '2019-08-31', 'accruals.csv'), `${wrong}\r\n`);
    const { exit, stderr } = await accrue({ asAt: '2019-09-30', prior: '2019-08-31' });
    expect(exit).toBe(1);
    expect(stderr).toContain('is another scheme; expected west-hampshire-qps-2019-20');
    expect(existsSync(join(folder, '2019-09-30'))).toBe(false);
  });
});
