import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { post } from '../../make/posted-runs.ts';
import { changed, fixtureData, rowsOf, runFolder } from '../../make/runs.ts';

// £5,005.00 was paid for integrated teams and is not earned; ten equal deductions were agreed, from 15 July 2016.
const plans = [
  'practice_code,component,amount,instalments,first_on,every,decided_on,decided_by,reason',
  'Z10007,integrated-teams,5005.00,10,2016-07-15,month,2016-07-10,S. Dyer,ten equal deductions agreed',
];

it('comes back in instalments over posted runs, until all of it is back', async () => {
  const data = changed(fixtureData('dorset-ccip-2015-16'), {});
  writeFileSync(join(data, 'plans.csv'), `${plans.join('\n')}\n`);
  const ledger = join(emptyFolder(), 'ledger');
  const back: string[] = [];
  for (const asAt of ['2016-07-31', '2016-08-14', '2016-10-20', '2017-04-15', '2017-05-15']) {
    const run = await runFolder('dorset-ccip-2015-16', { period: 'Q4', asAt, data, more: ['--ledger', ledger] });
    const own = rowsOf(run, 'clawbacks.csv').filter((row) => row.practice_code === 'Z10007');
    const sum = (status: string) =>
      own.filter((row) => row.status === status).reduce((all, row) => all + Math.round(Number(row.amount) * 100), 0) /
      100;
    back.push(`${asAt} due ${sum('due')}, deferred ${sum('deferred')}`);
    expect((await quarterday(['verify', run, '--recompute'])).exit).toBe(0);
    expect((await post(run, ledger)).exit).toBe(0);
  }
  expect(back).toEqual([
    '2016-07-31 due 500.5, deferred 4504.5',
    '2016-08-14 due 0, deferred 4504.5',
    '2016-10-20 due 1501.5, deferred 3003',
    '2017-04-15 due 3003, deferred 0',
    '2017-05-15 due 0, deferred 0',
  ]);
});

it('is told with every mistake of its row', async () => {
  const rows = [
    'Z10007,integrated-team,5005.00,10,2016-07-15,month,,2016-07-10,S. Dyer,agreed',
    'Z10007,integrated-teams,-5005.00,0,2016-07-15,weekly,0%,2016-07-10,,agreed',
    'Z10007,integrated-teams,0.05,10,2016-07-15,month,125%,2016-07-10,S. Dyer,agreed',
  ];
  const data = changed(fixtureData('dorset-ccip-2015-16'), {});
  const header = 'practice_code,component,amount,instalments,first_on,every,at_most,decided_on,decided_by,reason';
  writeFileSync(join(data, 'plans.csv'), `${[header, ...rows].join('\n')}\n`);
  const { exit, stderr } = await quarterday(['check', 'dorset-ccip-2015-16', '--data', data]);
  expect(exit).toBe(1);
  const told = [...stderr.matchAll(/plans\.csv:(\d+):\d+ {2}(\w+)/g)].map(([, line, field]) => `${line} ${field}`);
  expect(told.sort()).toEqual(
    ['2 component', '3 amount', '3 at_most', '3 decided_by', '3 every', '3 instalments', '4 at_most'].sort(),
  );
});
