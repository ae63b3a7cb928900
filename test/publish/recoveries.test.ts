import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder } from '../make/host.ts';
import { papersOf } from '../make/papers.ts';
import { post as postRun } from '../make/posted-runs.ts';
import { dorset, dorsetAfterAPosting, dorsetQ4, post } from '../make/publications.ts';
import { changed, fixtureData, rowsOf, runFolder } from '../make/runs.ts';

it('lists each sum that is to come back, with who decided it; what stays is no part of it', async () => {
  const run = await runFolder(dorset, dorsetQ4);
  const papers = await papersOf('recoveries', [run]);
  const text = readFileSync(join(papers, 'recoveries.csv'), 'utf8');
  expect(text.split('\r\n')[0]).toBe(
    'practice_code,payee_code,component,period,cause,amount,status,since_run,decided_by,plan,taken,left',
  );
  const rows = rowsOf(papers, 'recoveries.csv');
  expect(
    rows.map(({ practice_code, period, status, amount, taken, left }) => [
      practice_code,
      period,
      status,
      amount,
      taken,
      left,
    ]),
  ).toEqual([
    ['Z10006', 'Q1', 'proposed', '617.25', '0.00', '617.25'],
    ['Z10006', 'Q2', 'proposed', '617.25', '0.00', '617.25'],
    ['Z10007', 'Q1', 'proposed', '2502.50', '0.00', '2502.50'],
    ['Z10007', 'Q2', 'proposed', '2502.50', '0.00', '2502.50'],
    ['Z10008', 'Q1', 'proposed', '210.64', '0.00', '210.64'],
    ['Z10008', 'Q2', 'proposed', '210.63', '0.00', '210.63'],
    ['Z10010', 'Q1', 'due', '3500.50', '0.00', '3500.50'],
    ['Z10010', 'Q2', 'due', '3500.50', '0.00', '3500.50'],
    ['Z10013', 'Q1', 'proposed', '333.30', '0.00', '333.30'],
    ['Z10013', 'Q2', 'proposed', '333.30', '0.00', '333.30'],
  ]);
  expect(rows.map(({ decided_by }) => decided_by)).toEqual(['', '', '', '', '', '', 'S. Dyer', 'S. Dyer', '', '']);
  // Without the ledger nobody knows since when.
  expect(rows.every(({ since_run }) => since_run === '')).toBe(true);
});

it('says what is taken once the run is posted, and which run showed a sum first', async () => {
  const { run, ledger } = await dorsetAfterAPosting();
  const total = rowsOf(run, 'statements.csv').reduce((sum, { net }) => sum + Math.round(Number(net) * 100), 0);
  await post(run, ledger, (total / 100).toFixed(2));
  const rows = rowsOf(await papersOf('recoveries', [run], '--ledger', ledger), 'recoveries.csv');
  const due = rows.filter(({ status }) => status === 'due');
  expect(due.length).toBeGreaterThan(0);
  for (const { amount, taken, left } of due) expect([taken, left]).toEqual([amount, '0.00']);
  for (const { taken } of rows.filter(({ status }) => status === 'proposed')) expect(taken).toBe('0.00');
  for (const { since_run } of rows) expect(since_run).toMatch(/^[0-9a-f]{64}$/);
});

it('counts what was given back before once, where a plan takes a part now and defers the rest', async () => {
  const data = changed(fixtureData(dorset), {});
  const header = 'practice_code,component,amount,instalments,first_on,every,decided_on,decided_by,reason';
  const plan = 'Z10007,integrated-teams,5005.00,10,2016-07-15,month,2016-07-10,S. Dyer,ten equal deductions agreed';
  writeFileSync(join(data, 'plans.csv'), `${header}\n${plan}\n`);
  const ledger = join(emptyFolder(), 'ledger');
  const more = ['--ledger', ledger];
  await postRun(await runFolder(dorset, { period: 'Q4', asAt: '2016-07-31', data, more }), ledger);
  const run = await runFolder(dorset, { period: 'Q4', asAt: '2016-08-20', data, more });
  const rows = rowsOf(await papersOf('recoveries', [run], ...more), 'recoveries.csv');
  const own = rows.filter(({ practice_code }) => practice_code === 'Z10007');
  const cells = readFileSync(join(run, 'clawbacks.csv'), 'utf8');
  expect(cells).toContain('Z10007,Z10007,integrated-teams,Q1,0.00,2002.00,500.50,due');
  expect(own.map(({ period, status, amount, taken, left }) => [period, status, amount, taken, left])).toEqual([
    // Of £2,502.50 for Q1 one instalment of £500.50 was taken in July, one is due now, and the rest comes later.
    ['Q1', 'due', '1001.00', '500.50', '500.50'],
    ['Q1', 'deferred', '1501.50', '0.00', '1501.50'],
    ['Q2', 'deferred', '2502.50', '0.00', '2502.50'],
  ]);
  // With the sum that was agreed, and in the columns of the contract.
  expect(own.map((row) => row.plan)).toEqual(own.map(() => '£5,005.00 in 10 instalments from 2016-07-15, one a month'));
  expect(own.map((row) => row.decided_by)).toEqual(own.map(() => 'S. Dyer'));
});

it('keeps a row for what was taken whole before, with the run that showed it first and why it is not earned', async () => {
  const { run, ledger } = await dorsetAfterAPosting();
  const total = rowsOf(run, 'statements.csv').reduce((sum, { net }) => sum + Math.round(Number(net) * 100), 0);
  await post(run, ledger, (total / 100).toFixed(2));
  const [first, second] = readdirSync(ledger)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(ledger, name), 'utf8')).run);
  const more = ['--ledger', ledger];
  const later = await runFolder(dorset, { ...dorsetQ4, asAt: '2016-08-20', more });
  expect(readFileSync(join(later, 'clawbacks.csv'), 'utf8')).not.toContain('Z10010');
  const taken = rowsOf(await papersOf('recoveries', [later], ...more), 'recoveries.csv').filter(
    ({ status }) => status === 'taken',
  );
  const decided = 'decided by S. Dyer on 2016-07-04, £7,001.00: notice given 2016-05-02, no action plan agreed (27)';
  const cause = `forfeited: integrated-teams-plan: received 2015-10-01, due by 2015-09-30; recovery ${decided}`;
  expect(taken.map(({ since_run, ...row }) => Object.values(row).slice(0, 11).join('|'))).toEqual([
    `Z10010|Z10010|integrated-teams|Q1|${cause}|3500.50|taken|S. Dyer||3500.50|0.00`,
    `Z10010|Z10010|integrated-teams|Q2|${cause}|3500.50|taken|S. Dyer||3500.50|0.00`,
  ]);
  // The sum was shown, and waited, from the second quarter's run on; the fourth took it.
  expect(taken.map(({ since_run }) => since_run)).toEqual([first, first]);
  expect(second).not.toBe(first);
  // Without the ledger nobody knows since when.
  const blind = rowsOf(await papersOf('recoveries', [later]), 'recoveries.csv');
  expect(blind.filter(({ status }) => status === 'taken').map(({ since_run }) => since_run)).toEqual(['', '']);
});

it('says of what was taken back and is earned after all that nothing stands against it; of what had been too much, that it had', async () => {
  const paidOf = (q1: string) => (text: string) =>
    `${text}Z10001,primary-care-development,Q1,${q1},2015-09-01,,by hand\nZ10001,primary-care-development,Q1,-500.00,2015-12-01,,by hand\n`;
  const causes = async (q1: string) => {
    const data = changed(fixtureData(dorset), { 'paid.csv': paidOf(q1) });
    const rows = rowsOf(
      await papersOf('recoveries', [await runFolder(dorset, { ...dorsetQ4, data })]),
      'recoveries.csv',
    );
    return rows.filter(({ practice_code }) => practice_code === 'Z10001').map(({ cause, taken }) => [cause, taken]);
  };
  expect(await causes('0.00')).toEqual([['nothing stands against it any more', '500.00']]);
  expect(await causes('500.00')).toEqual([['more was paid than is earned', '500.00']]);
});
