import { describe, expect, it } from 'vitest';
import { emptyLedger, post } from '../../cases/pay-run.ts';
import { printed } from '../../cases/program.ts';
import { dataOf, made, schemeFile } from './made.ts';

// £1,000 less £50 a referral, and £100 a bonus; Q1 needs an audit. What falls is first set off against what is not paid yet.

const ash = ['Z00001,Ash'];
const audited = ['Z00001,audit,2020-05-20'];
const days = { Q1: '2020-05-05', Q2: '2020-08-05', Q3: '2020-11-05' } as const;

/** So many events of a kind in a quarter, claimed on their day. */
function events(event: string, period: keyof typeof days, count: number): string[] {
  const on = days[period];
  return Array.from({ length: count }, (_, i) => `Z00001,${event},${event}-${period}-${i},${on},${on}`);
}

const lists = ['Z00001,2020-04-01,100'];

describe('what falls', () => {
  it('is a clawback on the line of its period, asked of who was paid for the periods before', async () => {
    // Two referrals in Q1: 900, posted to POOL-A. Three in Q2: 150 come back, of POOL-A, though POOL-B is paid since.
    const ledger = emptyLedger();
    const rows = {
      practices: ash,
      'list-sizes': lists,
      evidence: audited,
      claims: [...events('referral', 'Q1', 2), ...events('referral', 'Q2', 3)],
      payees: ['Z00001,POOL-A,2020-04-01', 'Z00001,POOL-B,2020-09-01'],
    };
    const first = await made({ scheme: 'falls', rows, period: 'Q1', asAt: '2020-07-15', ledger, worth: '900.00' });
    expect(first.payments).toEqual(['Z00001,POOL-A,fee,Q1,900.00,0.00,900.00']);
    await post(first, ledger, '900.00');
    const second = await made({ scheme: 'falls', rows, period: 'Q2', asAt: '2020-10-15', ledger, worth: '750.00' });
    expect([second.payments, second.clawbacks]).toEqual([[], ['Z00001,POOL-A,fee,Q2,-150.00,0.00,150.00,due']]);
    await post(second, ledger, '-150.00');
    const third = await made({ scheme: 'falls', rows, period: 'Q3', asAt: '2021-01-15', ledger, worth: '750.00' });
    expect([third.payments, third.clawbacks]).toEqual([[], []]);
  });

  it('is set off against a payment of the run, and only what that does not cover comes back', async () => {
    // Q1 1,000, of which 400 was paid: 600 to pay. 15 referrals in Q2: −750. 600 are set off, 150 come back.
    const rows = {
      practices: ash,
      'list-sizes': lists,
      evidence: audited,
      claims: events('referral', 'Q2', 15),
      paid: ['Z00001,fee,Q1,400.00,2020-07-10'],
    };
    const run = await made({ scheme: 'falls', rows, period: 'Q2', asAt: '2020-10-15', worth: '250.00' });
    expect([run.payments, run.clawbacks]).toEqual([[], ['Z00001,Z00001,fee,Q2,-750.00,0.00,150.00,due']]);
    expect(run.withheld).toEqual(['Z00001,fee,Q1,set-off,600.00', 'Z00001,fee,Q2,set-off,-600.00']);
  });

  it('is set off from the latest earlier period back', async () => {
    // Q1 1,000; two bonuses in Q2: 200; five referrals in Q3: −250. First the 200 of Q2, then 50 of Q1: 950 is paid.
    const claims = [...events('bonus', 'Q2', 2), ...events('referral', 'Q3', 5)];
    const rows = { practices: ash, 'list-sizes': lists, evidence: audited, claims };
    const run = await made({ scheme: 'falls', rows, period: 'Q3', asAt: '2021-01-15', worth: '950.00' });
    expect([run.payments, run.clawbacks]).toEqual([['Z00001,Z00001,fee,Q1,1000.00,0.00,950.00'], []]);
    expect(run.withheld).toEqual([
      'Z00001,fee,Q1,set-off,50.00',
      'Z00001,fee,Q2,set-off,200.00',
      'Z00001,fee,Q3,set-off,-250.00',
    ]);
  });

  describe('below nothing', () => {
    const claims = [...events('referral', 'Q1', 2), ...events('referral', 'Q2', 3), ...events('bonus', 'Q3', 1)];
    const rows = { practices: ash, 'list-sizes': lists, evidence: [], claims };
    const of = { scheme: 'falls', period: 'Q3', asAt: '2021-01-15', worth: '850.00' };

    it('cannot be given back, and is not made up for later', async () => {
      // Without the audit Q1 earns nothing of 900, so Q2 cannot give 150 back. The bonus of Q3 is paid all the same.
      const run = await made({ ...of, rows });
      expect([run.payments, run.clawbacks]).toEqual([['Z00001,Z00001,fee,Q3,100.00,0.00,100.00'], []]);
      expect(run.withheld).toEqual(['Z00001,fee,Q1,withheld,900.00', 'Z00001,fee,Q2,below-nothing,-150.00']);
    });

    it('is set off once the period before earns', async () => {
      // With the audit: 900 of Q1, of which 150 makes up for Q2, and 100 of Q3.
      const run = await made({ ...of, rows: { ...rows, evidence: audited } });
      expect([run.payments, run.clawbacks]).toEqual([
        ['Z00001,Z00001,fee,Q1,900.00,0.00,750.00', 'Z00001,Z00001,fee,Q3,100.00,0.00,100.00'],
        [],
      ]);
      expect(run.withheld).toEqual(['Z00001,fee,Q1,set-off,150.00', 'Z00001,fee,Q2,set-off,-150.00']);
    });

    it('stands in the two sums that a run prints', async () => {
      // 850 − 900 withheld + 150 below nothing = 100 entitlement; 100 − 0 paid = 100 paid.
      const given = ['--period', of.period, '--as-at', of.asAt, '--data', dataOf(rows)];
      const text = await printed(['run', schemeFile(of.scheme), ...given]);
      const sums = ['worth to date', 'withheld', 'below nothing', 'entitlement', 'already paid', 'payments'];
      const found = sums.map((name) => new RegExp(`${name}[^\\n]*?([\\d,]+\\.\\d\\d)`, 'i').exec(text)?.[1]);
      expect(found).toEqual(['850.00', '900.00', '150.00', '100.00', '0.00', '100.00']);
    });
  });
});

describe('a component that goes below nothing by itself', () => {
  // £100 and £20 a quarter, and £50 off for each breach.
  const rows = (breaches: number) => ({
    practices: ash,
    'list-sizes': lists,
    claims: events('breach', 'Q1', breaches),
  });
  const of = { scheme: 'below-nothing-by-itself', period: 'Q1', asAt: '2020-07-15' };

  it('is set off against the others, the last of the scheme first', async () => {
    // One breach: 20 of the extra payment and 30 of the core payment.
    const run = await made({ ...of, rows: rows(1), worth: '70.00' });
    expect([run.payments, run.clawbacks]).toEqual([['Z00001,Z00001,core,Q1,100.00,0.00,70.00'], []]);
    expect(run.withheld).toEqual([
      'Z00001,core,Q1,set-off,30.00',
      'Z00001,extra,Q1,set-off,20.00',
      'Z00001,risk,Q1,set-off,-50.00',
    ]);
  });

  it('waits with what is left, and is never a clawback', async () => {
    // Three breaches: −150, of which 120 are set off; 30 wait for a later run.
    const run = await made({ ...of, rows: rows(3), worth: '-30.00' });
    expect([run.payments, run.clawbacks]).toEqual([[], []]);
    expect(run.withheld).toEqual([
      'Z00001,core,Q1,set-off,100.00',
      'Z00001,extra,Q1,set-off,20.00',
      'Z00001,risk,Q1,below-nothing,-30.00',
      'Z00001,risk,Q1,set-off,-120.00',
    ]);
    // In the next run two quarters of 120 stand against it: 240 − 150 = 90 is paid.
    const later = await made({ ...of, period: 'Q2', asAt: '2020-10-15', rows: rows(3), worth: '90.00' });
    const amounts = later.payments.map((row) => Number(row.split(',').at(-1)?.replace('.', '')));
    expect([amounts.reduce((all, each) => all + each, 0), later.clawbacks]).toEqual([9000, []]);
  });
});
