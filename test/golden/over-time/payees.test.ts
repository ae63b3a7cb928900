import { describe, expect, it } from 'vitest';
import { emptyLedger, post } from '../../cases/pay-run.ts';
import { made } from './made.ts';

// A clawback is asked of those who had the money, latest payment first, none more than it had.

const ash = { practices: ['Z00001,Ash'], 'list-sizes': ['Z00001,2020-04-01,1'], evidence: [] };
const scheme = 'paid-to';

describe('a clawback is asked of whoever was paid', () => {
  it('where payees.csv changed between two posted runs', async () => {
    // £100 a quarter: Q1 to POOL-A, Q2 to POOL-B. The plan is not there on 31 December: each gives back what it had.
    const ledger = emptyLedger();
    const one = { ...ash, payees: ['Z00001,POOL-A,2020-04-01'] };
    const two = { ...ash, payees: ['Z00001,POOL-A,2020-04-01', 'Z00001,POOL-B,2020-09-01'] };
    const first = await made({ scheme, rows: one, period: 'Q1', asAt: '2020-07-10', ledger, worth: '100.00' });
    expect(first.payments).toEqual(['Z00001,POOL-A,plan,Q1,100.00,0.00,100.00']);
    await post(first, ledger, '100.00');
    const second = await made({ scheme, rows: two, period: 'Q2', asAt: '2020-10-10', ledger, worth: '200.00' });
    expect(second.payments).toEqual(['Z00001,POOL-B,plan,Q2,100.00,0.00,100.00']);
    await post(second, ledger, '100.00');
    const third = await made({ scheme, rows: two, period: 'Q3', asAt: '2021-01-15', ledger, worth: '300.00' });
    expect([third.payments, third.clawbacks]).toEqual([
      [],
      ['Z00001,POOL-A,plan,Q1,0.00,100.00,100.00,due', 'Z00001,POOL-B,plan,Q2,0.00,100.00,100.00,due'],
    ]);
    const naming = third.findings.filter(({ severity, message, value, hint }) => {
      const words = [message, value, hint].join(' ');
      return severity === 'warning' && words.includes('POOL-A') && words.includes('POOL-B');
    });
    expect(naming.length).toBe(1);
    await post(third, ledger, '-200.00');
    const after = await made({ scheme, rows: two, period: 'Q3', asAt: '2021-01-20', ledger, worth: '300.00' });
    expect([after.payments, after.clawbacks]).toEqual([[], []]);
  });

  const paid = ['Z00001,plan,Q1,60.00,2020-07-10,POOL-A', 'Z00001,plan,Q1,40.00,2020-08-10,POOL-B'];
  const atShare = (share: string) => [`Z00001,plan,proportion,,${share},,2020-09-01,C. Lead,half done`];

  it.each([
    // 100 paid, 75 earned: 25 of the 40 that were paid last.
    ['75%', ['Z00001,POOL-B,plan,Q1,75.00,100.00,25.00,due'], '25.00'],
    // 50 earned: all 40 that were paid last, and 10 of the 60 before.
    ['50%', ['Z00001,POOL-A,plan,Q1,50.00,100.00,10.00,due', 'Z00001,POOL-B,plan,Q1,50.00,100.00,40.00,due'], '50.00'],
  ])('latest payment first, decided at %s', async (share, clawbacks, kept) => {
    const rows = { ...ash, paid, decisions: atShare(share) };
    const run = await made({ scheme, rows, period: 'Q1', asAt: '2020-09-10', worth: '100.00' });
    expect([run.payments, run.clawbacks]).toEqual([[], clawbacks]);
    expect(run.withheld).toEqual([`Z00001,plan,Q1,proportion,${kept}`]);
  });

  it('with what is due on the money that was paid last, and what waits on the money before', async () => {
    // £10,148.00 for Q1: 6,000 to POOL-A, then 4,148 to POOL-B; 5,000 decided: all of POOL-B, 852 of POOL-A; 5,148 wait.
    const rows = {
      ...ash,
      paid: ['Z00001,plan,Q1,6000.00,2020-07-10,POOL-A', 'Z00001,plan,Q1,4148.00,2020-08-10,POOL-B'],
      decisions: ['Z00001,plan,recover,,,5000.00,2020-10-10,C. Lead,agreed'],
    };
    const run = await made({ scheme: 'decided', rows, period: 'Q2', asAt: '2020-10-15', worth: '20296.00' });
    expect(run.clawbacks).toEqual([
      'Z00001,POOL-A,plan,Q1,0.00,10148.00,852.00,due',
      'Z00001,POOL-B,plan,Q1,0.00,10148.00,4148.00,due',
      'Z00001,POOL-A,plan,Q1,0.00,10148.00,5148.00,proposed',
    ]);
  });
});
