import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatAmount, noPence, type Pence, parseAmount, sumPence } from '../../../src/domain/money/money.ts';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { post, rowsIn } from '../../make/posted-runs.ts';
import { rowsOf } from '../../make/runs.ts';

// A year of a commissioner with three schemes and three practices, from the template to the bank, each control total tied to the next.
// engagement pays £1 a patient in quarters, if a practice has signed up; meetings pays £250 a meeting up to six; plans shares £100,000.
//
// What happens: the list of Beech is 3,000 and turns out to be 3,100; in October the code of Cedar becomes that of Ash, who is paid for
// it from then on; in January the sign-up of Beech turns out to be another's, so that £1,550.00 come back in four instalments; the bank
// returns a payment, which is sent again; what others had too much of the pool is recovered by decision.

const schemes = ['engagement', 'meetings', 'plans'] as const;
type SchemeId = (typeof schemes)[number];
const kinds = { engagement: 'per-patient', meetings: 'events', plans: 'pool' } as const;
const quarters = [
  { period: 'Q1', asAt: '2027-07-20', payOn: '2027-08-16', monthEnd: '2027-06-30' },
  { period: 'Q2', asAt: '2027-10-20', payOn: '2027-11-15', monthEnd: '2027-09-30' },
  { period: 'Q3', asAt: '2028-01-20', payOn: '2028-02-14', monthEnd: '2027-12-31' },
  { period: 'Q4', asAt: '2028-08-20', payOn: '2028-09-15', monthEnd: '2028-03-31' },
] as const;

const path = (file: string) => fileURLToPath(new URL(`../../../schemes/${file}`, import.meta.url));

/** Runs a command that must end well. Answers what it says as data. */
async function done(...args: readonly string[]) {
  const { exit, stdout, stderr } = await quarterday([...args, '--format', 'json']);
  expect(exit, `${args.join(' ')}\n${stderr}`).toBe(0);
  return JSON.parse(stdout);
}

const pounds = (sum: string): Pence => parseAmount(sum) ?? noPence;
const added = (sums: Iterable<string>) => formatAmount(sumPence([...sums].map(pounds)));

let root = '';
const at = (...names: readonly string[]) => join(root, ...names);
const write = (name: string, ...rows: readonly string[]) => writeFileSync(at(name), `${rows.join('\n')}\n`);
const read = (...names: readonly string[]) => readFileSync(at(...names), 'utf8');

/** What stands in a data folder in one quarter: the same practices for all, and what each scheme asks for. */
function fillIn(quarter: number): void {
  const beech = quarter < 1 ? 3000 : 3100;
  for (const scheme of schemes) {
    write(
      `${scheme}/practices.csv`,
      'practice_code,practice_name,joined_on',
      'Z00001,Ash,2013-04-01',
      'Z00002,Beech,',
      'Z00003,Cedar,',
    );
    write(
      `${scheme}/list-sizes.csv`,
      'practice_code,as_at,patients',
      'Z00001,2027-04-01,5000',
      `Z00002,2027-04-01,${beech}`,
      'Z00003,2027-04-01,2000',
    );
    if (quarter >= 1) write(`${scheme}/successions.csv`, 'old_code,new_code,from', 'Z00003,Z00001,2027-10-01');
  }
  const signed = ['Z00001', ...(quarter < 2 ? ['Z00002'] : []), 'Z00003'].map((code) => `${code},sign-up,2027-05-01`);
  const reports = ['Z00001', 'Z00002', 'Z00003'].map((code) => `${code},year-end-report,2028-04-10`);
  write('engagement/evidence.csv', 'practice_code,evidence,received_on', ...signed, ...(quarter === 3 ? reports : []));
  if (quarter >= 2) {
    write(
      'engagement/plans.csv',
      'practice_code,component,amount,instalments,first_on,every,decided_on,decided_by,reason',
      'Z00002,engagement,1550.00,4,2028-01-15,month,2028-01-10,S. Dyer,four equal deductions agreed',
    );
  }
  if (quarter >= 1) {
    // Of the £25,000.00 of Q1 Ash and Cedar had 12,500.00 and 5,000.00; by the corrected lists it is 12,376.24 and 4,950.49.
    write(
      'plans/decisions.csv',
      'practice_code,component,decision,amount,decided_on,decided_by,reason',
      'Z00001,plans,recover,123.76,2027-10-15,S. Dyer,the list of Beech was corrected',
      'Z00003,plans,recover,49.51,2027-10-15,S. Dyer,the list of Beech was corrected',
    );
  }
  const meetings = ['2027-04-10', '2027-06-10', '2027-08-10', '2027-09-10', '2027-11-10', '2028-02-10', '2028-03-10'];
  const claims = meetings.slice(0, [2, 4, 5, 7][quarter]).map((day, n) => `Z00001,meeting,M${n + 1},${day},${day}`);
  write('meetings/claims.csv', 'practice_code,event,event_id,event_date,claimed_on', ...claims);
}

/** What each quarter came to: by scheme the net of its run, and the serial of its posting. */
const nets: Record<SchemeId, string>[] = [];
const folders: Record<SchemeId, string>[] = [];
const toPay: string[] = [];
const toRecover: string[] = [];
const journals: { debits: string; credits: string }[] = [];

async function quarterOf(index: number): Promise<void> {
  const quarter = quarters[index];
  if (!quarter) throw new Error('a year has four quarters');
  const { period, asAt, payOn, monthEnd } = quarter;
  fillIn(index);
  for (const scheme of schemes) await done('check', at(`${scheme}.json`), '--data', at(scheme));

  // The month end comes before the payment: nothing of the quarter is posted yet.
  const prior = index === 0 ? [] : ['--prior', at('months', quarters[index - 1]?.monthEnd ?? '', 'accruals.csv')];
  const accrued = await done(
    ...['accrue', at('plans.json'), '--as-at', monthEnd, '--data', at('plans'), '--ledger', at('ledger')],
    ...['--finance', at('finance'), '--channel', at('journal.json'), '--out', at('months', monthEnd), ...prior],
  );
  journals.push(accrued.journal);

  const runs = schemes.map((scheme) => ({ scheme: `${scheme}.json`, data: scheme }));
  write('job.json', JSON.stringify({ defaults: { period, as_at: asAt, ledger: 'ledger', out: 'runs' }, runs }));
  const batch = await done('batch', at('job.json'));
  const made = Object.fromEntries(schemes.map((scheme, n) => [scheme, batch.runs[n]])) as Record<
    SchemeId,
    { folder: string; net: string }
  >;
  folders.push({ engagement: made.engagement.folder, meetings: made.meetings.folder, plans: made.plans.folder });
  nets.push({ engagement: made.engagement.net, meetings: made.meetings.net, plans: made.plans.net });

  const serials: string[] = [];
  for (const scheme of schemes) {
    const { exit, stdout } = await post(at(made[scheme].folder), at('ledger'), made[scheme].net, '--format', 'json');
    expect(exit).toBe(0);
    serials.push(String(JSON.parse(stdout).serial));
  }
  const out = at('to-pay', period);
  const handed = await done(
    ...[
      'hand-off',
      '--ledger',
      at('ledger'),
      '--posting',
      ...serials,
      '--channel',
      path('channels/one-row-a-payee.json'),
    ],
    ...['--finance', at('finance'), '--pay-on', payOn, '--by', 'B. Jones', '--out', out],
  );
  toPay.push(handed.sum);
  toRecover.push(handed.to_recover);
  await settled(period, payOn);
}

/** The bank pays what it was sent; in Q2 it returns the first sum, which is sent again under a number and paid. */
async function settled(period: string, payOn: string): Promise<void> {
  const rows = read('to-pay', period, 'payments.csv').trimEnd().split('\r\n').slice(1);
  const sums = rows.map((row) => row.split(',')).map(([, , reference = '', amount = '']) => ({ reference, amount }));
  const day = (date: string) => date.split('-').reverse().join('/');
  const answer = (name: string, status: string, all: typeof sums) =>
    write(
      name,
      'Invoice Number,Date,Status,Amount',
      ...all.map(({ reference, amount }) => `${reference},${day(payOn)},${status},${amount}`),
    );
  const settle = (name: string) =>
    done(
      ...['settle', '--ledger', at('ledger'), '--from', at(name), '--map', path('maps/status-report.json')],
      ...['--on', payOn, '--by', 'C. Brown'],
    );
  const [first, ...others] = sums;
  if (period !== 'Q2' || !first) {
    answer(`bank-${period}.csv`, 'Paid', sums);
    await settle(`bank-${period}.csv`);
    return;
  }
  answer('bank-Q2-paid.csv', 'Paid', others);
  answer('bank-Q2-returned.csv', 'Returned', [first]);
  await settle('bank-Q2-paid.csv');
  await settle('bank-Q2-returned.csv');
  const serial = /^QD(\d+)P/.exec(first.reference)?.[1] ?? '';
  await done(
    ...['hand-off', '--ledger', at('ledger'), '--posting', serial, '--channel', path('channels/one-row-a-payee.json')],
    ...['--finance', at('finance'), '--pay-on', payOn, '--by', 'B. Jones', '--out', at('again')],
    ...['--again', first.reference, '--reason', 'account closed; new one given'],
  );
  const [again = ''] = read('again', 'payments.csv').trimEnd().split('\r\n').slice(1);
  const [, , reference = '', amount = ''] = again.split(',');
  expect(amount).toBe(first.amount);
  answer('bank-Q2-again.csv', 'Paid', [{ reference, amount }]);
  await settle('bank-Q2-again.csv');
}

beforeAll(async () => {
  root = emptyFolder();
  for (const folder of ['ledger', 'finance', 'months', 'to-pay']) mkdirSync(at(folder));
  for (const scheme of schemes) {
    await done('new', '--kind', kinds[scheme], '--id', scheme, '--out', at(`${scheme}.json`));
    writeFileSync(at(`${scheme}.json`), read(`${scheme}.json`).replace('"draft"', '"agreed"'));
    await done('template', at(`${scheme}.json`), '--out', at(scheme));
  }
  write('finance/suppliers.csv', 'payee_code,supplier', 'Z00001,S100', 'Z00002,S200', 'Z00003,S300');
  write(
    'finance/coding.csv',
    'scheme,component,cost_centre,subjective',
    ...['engagement', 'meetings', 'plans', 'creditor', 'prepaid', 'debtor'].map(
      (account, n) => `,${account},C1,5210${n}`,
    ),
  );
  write('finance/holidays.csv', 'date,title', '2027-12-27,Christmas Day');
  const columns = [
    { name: 'reference', field: 'reference' },
    { name: 'account', code: 'subjective' },
    { name: 'amount', field: 'amount' },
  ];
  const file = { name: 'journal.csv' };
  write(
    'journal.json',
    JSON.stringify({
      channel: 1,
      id: 'journal',
      title: 'Journal',
      rows: 'payee-and-component',
      credits: 'apart',
      file,
      columns,
    }),
  );
  for (const index of quarters.keys()) await quarterOf(index);
}, 120_000);

describe('a year of three schemes', () => {
  it('pays each quarter what a person works out', () => {
    expect(nets.map(({ engagement }) => engagement)).toEqual([
      // 5,000, 3,000 and 2,000 patients at £1.00, a quarter of it.
      '2500.00',
      // The list of Beech is 3,100: £25.00 more for Q1, £2,525.00 for Q2.
      '2550.00',
      // Ash and Cedar are paid £1,750.00; the first of four instalments of £1,550.00 comes back.
      '1362.50',
      // £1,750.00 with the year-end reports; the other three instalments, £1,162.50.
      '587.50',
    ]);
    // Two meetings a quarter, then one, then two, of which one is over the six.
    expect(nets.map(({ meetings }) => meetings)).toEqual(['500.00', '500.00', '250.00', '250.00']);
    // The pool is paid in quarters, whoever gets it: what Beech gets more for Q1 is what was decided to take from the others.
    expect(nets.map(({ plans }) => plans)).toEqual(['25000.00', '25000.00', '25000.00', '25000.00']);
  });

  it('hands over what was posted, and nothing else', () => {
    for (const [index, { period }] of quarters.entries()) {
      const posted = added(schemes.map((scheme) => nets[index]?.[scheme] ?? ''));
      expect(formatAmount(sumPence([pounds(toPay[index] ?? ''), pounds(`-${toRecover[index]}`)])), period).toBe(posted);
      const rows = read('to-pay', period, 'payments.csv').trimEnd().split('\r\n').slice(1);
      expect(added(rows.map((row) => row.split(',')[3] ?? '')), period).toBe(toPay[index]);
      expect(read('to-pay', period, 'control.txt'), period).toContain(`sum: ${toPay[index]}\r\n`);
    }
    // Only Beech owes anything: its instalments.
    expect(toRecover).toEqual(['0.00', '0.00', '387.50', '1162.50']);
  });

  it('pays for Cedar to Ash from the day on which the code changed', () => {
    const payees = (index: number) =>
      new Set(
        rowsIn(at(folders[index]?.plans ?? ''), 'payments.csv').map(([practice, payee]) => `${practice} ${payee}`),
      );
    expect([...payees(0)].sort()).toEqual(['Z00001 Z00001', 'Z00002 Z00002', 'Z00003 Z00003']);
    expect([...payees(1)].sort()).toEqual(['Z00001 Z00001', 'Z00002 Z00002', 'Z00003 Z00001']);
  });

  it('has paid in all what the last runs say was earned', () => {
    for (const scheme of schemes) {
      const summary = JSON.parse(read(folders[3]?.[scheme] ?? '', 'summary.json'));
      expect(added(nets.map((net) => net[scheme])), scheme).toBe(summary.totals.entitlement);
    }
  });

  it('keeps journals that balance, each with the last one reversed', () => {
    expect(journals.every(({ debits, credits }) => debits === credits)).toBe(true);
    // In September Beech is owed £173.27 more for Q1, and the others had as much too much: 25,173.27 and 173.27, set against nothing.
    expect(journals.map(({ debits }) => debits)).toEqual(['25000.00', '50346.54', '50346.54', '50000.00']);
    for (const { monthEnd } of quarters) {
      const rows = read('months', monthEnd, 'journal.csv').trimEnd().split('\r\n').slice(1);
      expect(added(rows.map((row) => row.split(',')[2] ?? '')), monthEnd).toBe('0.00');
    }
  });

  it('tells each payee in one letter of all three schemes, and the letters add up to the runs', async () => {
    const runs = schemes.map((scheme) => at(folders[3]?.[scheme] ?? ''));
    await done('publish', ...runs, '--out', at('published'), '--ledger', at('ledger'), '--finance', at('finance'));
    const rows = read('published', 'statements', 'index.csv').trimEnd().split('\r\n').slice(1);
    const cells = rows.map((row) => row.split(','));
    expect(added(cells.map((row) => row[6] ?? ''))).toBe(added(schemes.map((scheme) => nets[3]?.[scheme] ?? '')));
    expect(new Set(cells.map((row) => row[2]))).toEqual(new Set(['Z00001.pdf', 'Z00002.pdf']));
    const recovered = rowsOf(at('published'), 'recoveries.csv');
    const row = { practice_code: 'Z00002', component: 'engagement', amount: '775.00', taken: '775.00', left: '0.00' };
    const plan = '4 instalments from 2028-01-15, one a month';
    for (const each of recovered) expect(each).toMatchObject({ ...row, status: 'due', decided_by: 'S. Dyer' });
    expect(read('published', 'recoveries.csv').split(plan)).toHaveLength(3);
    expect(recovered.map(({ period }) => period)).toEqual(['Q1', 'Q2']);
  });

  it('leaves a ledger that proves itself, and in which only what comes back is open', async () => {
    const listed = await done('ledger', at('ledger'));
    const newest = listed.newest?.sha256 ?? listed.records?.at(-1)?.sha256;
    const proved = await quarterday(['verify', '--ledger', at('ledger'), '--newest', newest]);
    expect(proved.exit, proved.stderr).toBe(0);
    expect(proved.stdout).toContain('12 postings, 5 hand-offs and 6 settlements');
    const { sums } = await done('ledger', at('ledger'), '--open');
    expect(sums.map(({ state, payee_code, open }: Record<string, string>) => [state, payee_code, open])).toEqual([
      ['to-recover', 'Z00002', '-387.50'],
      ['to-recover', 'Z00002', '-1162.50'],
    ]);
  });

  it('is proved again, run by run, from what each was made of', async () => {
    for (const made of folders) {
      for (const scheme of schemes) {
        const { exit, stderr } = await quarterday([
          'verify',
          at(made[scheme]),
          '--recompute',
          '--ledger',
          at('ledger'),
        ]);
        expect(exit, stderr).toBe(0);
      }
    }
  });
});
