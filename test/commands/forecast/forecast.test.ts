import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { fixtureData, rowsOf } from '../../make/runs.ts';

const data = fixtureData('dorset-ccip-2015-16');
const dorset = ['forecast', 'dorset-ccip-2015-16', '--data', data];

async function made(args: readonly string[]): Promise<string> {
  const folder = join(emptyFolder(), 'forecast');
  const { exit, stderr } = await quarterday([...args, '--out', folder]);
  expect(exit, stderr).toBe(0);
  return folder;
}

const row = (folder: string, file: string, ...is: readonly string[]) =>
  rowsOf(folder, file)
    .map(({ '': _, ...cells }) => cells)
    .filter((each) => is.every((cell) => Object.values(each).includes(cell)));

/** £3 for each person checked to date, at most £700 a practice: all of it scaled to £1,200, and from 1 July to £600. */
function fallingBudget() {
  const shelf = new URL('../../../fixtures/other-schemes/budget-of-the-year.json', import.meta.url);
  const { claimWindow: _, ...scheme } = JSON.parse(readFileSync(shelf, 'utf8'));
  const [, { value, ...checks }] = scheme.components;
  const pounds = (sum: string) => ({ kind: 'pounds', pounds: sum });
  const falls = {
    kind: 'over-time',
    values: [
      { from: '2020-04-01', is: pounds('1200'), clause: '2' },
      { from: '2020-07-01', is: pounds('600'), clause: '2' },
    ],
  };
  const of = { kind: 'least', of: [value.of, pounds('700')] };
  return {
    ...scheme,
    examples: [],
    components: [{ ...checks, title: 'Checks', value: { ...value, pounds: falls, of } }],
  };
}

describe('forecast', () => {
  // £25.00 a check, one a person over all practices: Z00001 claimed for P1 a day before Z00002 did.
  it('goes by who claimed for a person first, over all practices', async () => {
    const scheme = fileURLToPath(new URL('../../../fixtures/other-schemes/one-payment-a-person.json', import.meta.url));
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Elm\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2021-04-01,5000\nZ00002,2021-04-01,5000\n',
      'claims.csv':
        'practice_code,event,event_id,event_date,claimed_on,person\nZ00001,check,C1,2021-05-03,2021-05-03,P1\nZ00002,check,C2,2021-05-04,2021-05-04,P1\nZ00002,check,C3,2021-05-04,2021-05-04,P2\n',
    });
    const out = join(emptyFolder(), 'forecast');
    const told = await quarterday(['forecast', scheme, '--data', data, '--as-at', '2022-06-30', '--out', out]);
    expect(told.exit, told.stderr).toBe(0);
    const certain = rowsOf(out, 'forecast.csv').filter(({ component }) => component === 'checks');
    expect(certain.filter((row) => row.certain !== '0.00').map((row) => [row.practice_code, row.certain])).toEqual([
      ['Z00001', '25.00'],
      ['Z00002', '25.00'],
    ]);
  });

  // Certain of integrated teams are 7,000.00: two practices need not show what others must, Z10003 (left by a notice known) among them; what
  // the others were paid, 77,929.00, comes back. Most of the meetings is 14 × 6 × 250, of the cluster events 14 × 4 × 250.
  it('bounds what the year will come to, by component', async () => {
    const folder = await made([...dorset, '--as-at', '2015-11-15']);
    expect(readFileSync(join(folder, 'outturn.csv'), 'utf8').split('\r\n')).toEqual([
      'scheme,component,budget,paid,certain,expected,most,at_risk,variance,variance_percent',
      'dorset-ccip-2015-16,locality-meetings,,1000.00,4750.00,,21000.00,0.00,,',
      'dorset-ccip-2015-16,cluster-events,,0.00,1250.00,,14000.00,0.00,,',
      'dorset-ccip-2015-16,primary-care-development,,9471.78,11270.16,,22204.00,0.00,,',
      'dorset-ccip-2015-16,integrated-teams,,77929.00,7000.00,,140534.00,77929.00,,',
      'dorset-ccip-2015-16,medicines-audits,,9741.15,875.00,,22204.00,9741.15,,',
      'dorset-ccip-2015-16,prescribing-qipp,,5844.70,525.00,,13322.40,5844.70,,',
      'dorset-ccip-2015-16,,,103986.63,25670.16,,233264.40,93514.85,,',
      '',
    ]);
    expect(readdirSync(folder).sort()).toEqual(['forecast.csv', 'next-step.csv', 'outturn.csv']);
  });

  // The year as it was known on six days. On 11 July half of one practice's prescribing sum was taken off by a decision, 842.55.
  it.each([
    ['2015-06-30', '£4,000.00', '£282,287.40'],
    ['2015-08-15', '£12,900.00', '£270,362.40'],
    ['2016-02-15', '£33,294.08', '£230,745.03'],
    ['2016-05-15', '£50,617.90', '£229,374.21'],
    ['2016-07-10', '£202,113.70', '£202,322.01'],
    ['2016-07-31', '£201,271.15', '£201,479.46'],
  ])('as at %s says at the least %s and at the most %s', async (asAt, least, most) => {
    const { stdout } = await quarterday([...dorset, '--as-at', asAt]);
    expect(stdout).toContain(`The term will come to ${least} at the least and ${most} at the most.`);
  });

  // Z00002 of Cambridgeshire, 5,801 patients: the third instalment, a quarter of £2.00, waits for a report. 11,602.00 − 8,701.50 = 2,900.50.
  it('says what waits of every line', async () => {
    const folder = await made([
      'forecast',
      'cambridgeshire-qef-2017-18',
      '--as-at',
      '2017-10-15',
      '--data',
      fixtureData('cambridgeshire-qef-2017-18'),
    ]);
    const lines = row(folder, 'forecast.csv', 'Z00002').map(({ component, period, certain, most }) => [
      component,
      period,
      certain,
      most,
    ]);
    expect(lines).toEqual([
      ['engagement', 'first', '1450.25', '1450.25'],
      ['engagement', 'second', '725.13', '725.13'],
      ['engagement', 'third', '0.00', '725.12'],
      ['demand-management', 'first', '2900.50', '2900.50'],
      ['demand-management', 'second', '1450.25', '1450.25'],
      ['demand-management', 'third', '0.00', '1450.25'],
      ['medicines-optimisation', 'first', '1450.25', '1450.25'],
      ['medicines-optimisation', 'second', '725.12', '725.12'],
      ['medicines-optimisation', 'third', '0.00', '725.13'],
    ]);
    // No plan for demand management: what was paid comes back, though its recovery is waived only later.
    expect(row(folder, 'forecast.csv', 'Z00010', 'demand-management', 'first')[0]).toMatchObject({
      paid: '4008.50',
      certain: '0.00',
      most: '0.00',
      at_risk: '4008.50',
    });
  });

  // 40% of what is open of the meetings: 4,750.00 + 40% of 16,250.00 = 11,250.00. Of the audits of Z10009 400.00 in all: 833.25 are open, and
  // of 208.31, 208.32, 208.31 and 208.31 each has 100.00 to the penny. The budget of the meetings is 18,000.00 by then.
  it('expects what somebody assumes, and holds it against the budget of the day', async () => {
    const given = folderOf({
      'budget.csv':
        'scheme,component,from,amount\ndorset-ccip-2015-16,locality-meetings,2015-04-01,17000.00\ndorset-ccip-2015-16,locality-meetings,2015-11-15,1000.00\ndorset-ccip-2015-16,locality-meetings,2015-11-16,500.00\ndorset-ccip-2015-16,,2015-04-01,252000.00\nother,,2015-04-01,1.00\n',
      'assume.csv':
        'practice,component,share,value,basis,by\n,locality-meetings,40%,,as last year,A. Name\nZ10009,medicines-audits,,400.00,=promised,B. Name\n',
    });
    const args = [...dorset, '--as-at', '2015-11-15', '--finance', given, '--assume', join(given, 'assume.csv')];
    const folder = await made(args);
    expect(row(folder, 'outturn.csv', 'locality-meetings')).toEqual([
      {
        scheme: 'dorset-ccip-2015-16',
        component: 'locality-meetings',
        budget: '18000.00',
        paid: '1000.00',
        certain: '4750.00',
        expected: '11250.00',
        most: '21000.00',
        at_risk: '0.00',
        variance: '-6750.00',
        variance_percent: '-37.5',
      },
    ]);
    // Not all is assumed, so that of all nothing is expected, and the most is held against the budget: 233,264.40 − 270,000.00, −13.6%.
    expect(row(folder, 'outturn.csv', '233264.40')[0]).toMatchObject({
      budget: '270000.00',
      expected: '',
      variance: '-36735.60',
      variance_percent: '-13.6',
    });
    const audits = row(folder, 'forecast.csv', 'Z10009', 'medicines-audits');
    expect(audits.map(({ expected, basis }) => [expected, basis])).toEqual(
      Array.from({ length: 4 }, () => ['100.00', "'=promised (B. Name)"]),
    );
  });

  // Z30002 has 7,387 patients. Blood pressure, £0.72 on the line from 60% to 80%: half of it is won by 100 more. A step of diabetes care and
  // the line of flu by one patient; 15 fewer antibiotics of 1,000 take it from 8.5% to 7%, half of the line from 10%.
  it('says how far the next threshold is and what it is worth', async () => {
    const bury = fixtureData('bury-qinpc-phase-5-illustrative');
    const folder = await made(['forecast', join(bury, '../scheme.json'), '--as-at', '2021-04-30', '--data', bury]);
    expect(row(folder, 'next-step.csv', 'Z30002').map((each) => Object.values(each).slice(1))).toEqual([
      ['blood-pressure', 'blood-pressure-controlled', '700 of 1000', '80%', '100', '2659.32'],
      ['diabetes-care', 'diabetes-care-processes', '64 of 100', '65%', '1', '886.44'],
      ['flu-vaccination', 'flu-vaccinated', '1349 of 1800', '75%', '1', '12.31'],
      ['antibiotics', 'broad-spectrum-antibiotics', '85 of 1000', '7%', '-15', '2216.10'],
      ['care-plans', 'care-plans-held', '40 of 100', '60%', '20', '4727.68'],
    ]);
  });

  it('measures how wrong an earlier forecast was', async () => {
    const given = folderOf({
      'assume.csv': 'component,share,basis,by\nlocality-meetings,40%,as last year,A. Name\n',
    });
    const before = await made([...dorset, '--as-at', '2015-11-15', '--assume', join(given, 'assume.csv')]);
    const now = await made([...dorset, '--as-at', '2016-07-31', '--against', join(before, 'forecast.csv')]);
    // Thirty meetings were paid, 7,500.00, where 11,250.00 were expected.
    expect(row(now, 'against.csv', 'locality-meetings')).toEqual([
      {
        component: 'locality-meetings',
        then_certain: '4750.00',
        then_expected: '11250.00',
        then_most: '21000.00',
        now_certain: '7500.00',
        now_most: '7500.00',
        outside: '0.00',
        miss: '-3750.00',
        practices_outside: '0',
      },
    ]);
    // A forecast that was certain of more than came: 10p more than the most of today, of one practice.
    const lines = readFileSync(join(before, 'forecast.csv'), 'utf8');
    const wrong = lines.replace(
      'Z10013,prescribing-qipp,Q1,333.30,0.00,,333.30',
      'Z10013,prescribing-qipp,Q1,333.30,0.10,,333.30',
    );
    expect(wrong).not.toBe(lines);
    writeFileSync(join(given, 'wrong.csv'), wrong);
    const held = await made([...dorset, '--as-at', '2016-07-31', '--against', join(given, 'wrong.csv')]);
    expect(row(held, 'against.csv', 'prescribing-qipp')[0]).toMatchObject({ outside: '0.00', practices_outside: '1' });
  });

  it('tells it with least and most in the first sentence, and what neither bounds', async () => {
    const { stdout } = await quarterday([...dorset, '--as-at', '2015-11-15']);
    expect(stdout.split('\n').slice(0, 5)).toEqual([
      'Clinical Commissioning Local Improvement Plan 2015-16: forecast as at 15 November 2015',
      '  The term will come to £25,670.16 at the least and £233,264.40 at the most.',
      '  £103,986.63 has been paid, and £93,514.85 of that comes back if nothing more comes in: Practice',
      '  participation in integrated teams, Completion of three audits set out by the Medicines',
      '  Optimisation Group and Implementation of the prescribing QIPP plan.',
    ]);
    expect(stdout).toContain('Nothing is assumed, so nothing is expected');
    expect(stdout).toContain('- In every scheme: a figure that is replaced later, a decision, a practice that leaves');
  });

  // £600.00 and £300.00 of the first quarter, out of £1,200.00; from 1 July there is £600.00 for all to date, to which any later figure scales them.
  it('gives no bounds of a sum that what comes in may lower', async () => {
    const given = folderOf({
      'scheme.json': JSON.stringify(fallingBudget()),
      'budget.csv': 'scheme,component,from,amount\nbudget-of-the-year,,2020-04-01,1000.00\n',
    });
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Elm\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2020-04-01,5000\nZ00002,2020-04-01,5000\n',
      'measures.csv':
        'practice_code,measure,as_at,numerator,denominator\nZ00001,checked,2020-06-30,200,\nZ00002,checked,2020-06-30,100,\n',
    });
    const args = ['forecast', join(given, 'scheme.json'), '--data', data, '--finance', given, '--as-at', '2020-07-10'];
    const { stdout } = await quarterday(args);
    expect(stdout.split('\n')).toEqual([
      'Budgets of the year over what adds up: forecast as at 10 July 2020',
      '  No bounds can be given: the term will come to £900.00 if nothing more comes in, and to £600.00 if',
      '  all of it does.',
      '  If all of it comes in, £400.00 of the budget of £1,000.00 is left.',
      '',
      'By component',
      '  component  certain  expected     most     budget  variance       %  paid  at risk',
      '  Checks     £900.00         –  £600.00          –         –       –     –        –',
      '  ---------  -------  --------  -------  ---------  --------  ------  ----  -------',
      '  All        £900.00         –  £600.00  £1,000.00  −£400.00  −40.0%     –        –',
      '  No bounds can be given of Checks: what comes in may lower what was earned before.',
      '  Nothing is assumed, so nothing is expected; give a file with --assume.',
      '',
      'What neither figure bounds',
      '  - In every scheme: a figure that is replaced later, a decision, a practice that leaves, joins or',
      '    changes its code, a corrected row, a change of the scheme; and in one period a line may lie a',
      '    penny beyond either, as pence are rounded to date.',
      '  - Checks: what there is for all changes from a day: a period that comes in after it may give back.',
      '  A forecast is never posted.',
      '',
    ]);
    const then = await made(args);
    const now = await made([...args, '--against', join(then, 'forecast.csv')]);
    expect(row(now, 'against.csv', 'checks')[0]).toMatchObject({ outside: '0.00', practices_outside: '0' });
  });

  // 588,973 − 38,098 − 108,849 = 442,026; what the scheme shares is shared, whatever comes in.
  it('says one sum where nothing can come in that changes it', async () => {
    const data = fixtureData('west-hampshire-qps-2019-20');
    const args = ['forecast', 'west-hampshire-qps-2019-20', '--as-at', '2019-11-30', '--data', data];
    const { stdout } = await quarterday(args);
    expect(stdout.split('\n')[1]).toBe(
      '  The term will come to £437,064.25: nothing that can still come in changes it.',
    );
  });

  it('is no run, and cannot be posted', async () => {
    const folder = await made([...dorset, '--as-at', '2015-11-15']);
    const ledger = join(emptyFolder(), 'ledger');
    const args = ['post', folder, '--ledger', ledger, '--approved-by', 'A. Name', '--confirm-total', '25670.16'];
    const { exit, stderr } = await quarterday(args);
    expect(exit).toBe(1);
    expect(stderr).toContain('error not-a-run');
    expect(stderr).toContain(
      'the folder is what forecast wrote: it says what may come, and can be neither posted nor published',
    );
    expect(existsSync(ledger)).toBe(false);
    const published = await quarterday(['publish', folder, '--out', join(emptyFolder(), 'papers')]);
    expect([published.exit, published.stderr.includes('the folder is what forecast wrote')]).toEqual([1, true]);
  });

  it('makes the same bytes twice, and says the same as JSON', async () => {
    const args = [...dorset, '--as-at', '2015-11-15'];
    const [one, other] = [await made(args), await made(args)];
    for (const file of readdirSync(one)) expect(readFileSync(join(one, file))).toEqual(readFileSync(join(other, file)));
    const { stdout } = await quarterday([...args, '--format', 'json']);
    const { format, as_at, worked_out_as_at, outturn, lines, next_steps, against } = JSON.parse(stdout);
    expect({ format, as_at, worked_out_as_at, next_steps, against }).toEqual({
      format: 'quarterday/forecast/1',
      as_at: '2015-11-15',
      worked_out_as_at: '2016-07-01',
      next_steps: [],
      against: null,
    });
    expect(lines).toHaveLength(14 * 6 * 4);
    expect(outturn.at(-1)).toMatchObject({
      component: null,
      certain: '25670.16',
      most: '233264.40',
      at_risk: '93514.85',
    });
  });

  it('tells every mistake of its files at once, and writes nothing', async () => {
    const given = folderOf({
      'budget.csv': 'scheme,component,from,amount\ndorset-ccip-2015-16,meetings,2015-04-01,1.00\n',
      'assume.csv': 'practice,component,share,value,basis,by\nZ99999,cluster-event,140%,,x,A. Name\n',
    });
    const out = join(emptyFolder(), 'forecast');
    const args = [...dorset, '--as-at', '2015-11-15', '--finance', given, '--assume', join(given, 'assume.csv')];
    const { exit, stdout, stderr } = await quarterday([...args, '--out', out]);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    for (const says of [
      'assume.csv:2:1  practice',
      'assume.csv:2:2  component',
      'assume.csv:2:3  share',
      'budget.csv:2:2  component',
    ])
      expect(stderr).toContain(says);
    expect(() => readdirSync(out)).toThrow();
  });

  it('refuses a target that holds anything, a file that is not there, and a draft', async () => {
    const full = folderOf({ 'mine.txt': 'mine' });
    expect((await quarterday([...dorset, '--as-at', '2015-11-15', '--out', full])).exit).toBe(4);
    const none = await quarterday([...dorset, '--as-at', '2015-11-15', '--assume', join(full, 'none.csv')]);
    expect(none.stderr).toContain('no-such-path');
    const draft = await quarterday(['forecast', 'bury-qinpc-phase-5', '--as-at', '2015-11-15', '--data', data]);
    expect({ exit: draft.exit, says: draft.stderr.includes('error draft-scheme') }).toEqual({ exit: 1, says: true });
  });
});
