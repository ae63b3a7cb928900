import { describe, expect, it } from 'vitest';
import { emptyLedger, post } from '../../cases/pay-run.ts';
import { made, tried } from './made.ts';

it('a membership holds from the first day of the next period, and a blank cell leaves what held', async () => {
  // £100 a quarter to each locality and to each network. Z00001 moves from East to West on 2 July, so from Q3; its network
  // stays. Q1 and Q2: 50 + 50 in East, 100 in West. Q3: 100 in East; 50 + 50 in West.
  const rows = {
    practices: ['Z00001,Ash,,,East,N1', 'Z00002,Beech,,,East,N1', 'Z00003,Cedar,,,West,N2'],
    memberships: ['Z00001,2020-07-02,West'],
    'list-sizes': ['Z00001,2020-04-01,1000', 'Z00002,2020-04-01,1000', 'Z00003,2020-04-01,1000'],
  };
  const run = await made({ scheme: 'memberships', rows, period: 'Q3', asAt: '2021-01-15', worth: '1200.00' });
  const row = (practice: string, pot: string, amounts: string[]) =>
    amounts.map((amount, q) => `${practice},${practice},${pot}-pot,Q${q + 1},${amount},0.00,${amount}`);
  expect(run.payments).toEqual([
    ...row('Z00001', 'locality', ['50.00', '50.00', '50.00']),
    ...row('Z00001', 'network', ['50.00', '50.00', '50.00']),
    ...row('Z00002', 'locality', ['50.00', '50.00', '100.00']),
    ...row('Z00002', 'network', ['50.00', '50.00', '50.00']),
    ...row('Z00003', 'locality', ['100.00', '100.00', '50.00']),
    ...row('Z00003', 'network', ['100.00', '100.00', '100.00']),
  ]);
  expect(run.clawbacks).toEqual([]);
});

describe('a new code', () => {
  it('stands for the old one: one account, what was paid to either is one sum, paid to the new code', async () => {
    // £1 × 100 a quarter. Q1 is posted under Z00001. From 1 July Z00009 stands for it: the end and the beginning of the codes
    // are no leaving and no joining. 40.00 of Q2 was paid to Z00009; its meeting counts.
    const ledger = emptyLedger();
    const before = { practices: ['Z00001,Ash'], 'list-sizes': ['Z00001,2020-04-01,100'], claims: [] };
    const first = await made({
      scheme: 'successions',
      rows: before,
      period: 'Q1',
      asAt: '2020-06-30',
      ledger,
      worth: '100.00',
    });
    expect(first.payments).toEqual(['Z00001,Z00001,core,Q1,100.00,0.00,100.00']);
    await post(first, ledger, '100.00');
    const rows = {
      ...before,
      practices: ['Z00001,Ash,,2020-06-30', 'Z00009,Ash and Partners,2020-07-01'],
      successions: ['Z00001,Z00009,2020-07-01'],
      claims: ['Z00009,meeting,M1,2020-08-03,2020-08-05'],
      paid: ['Z00009,core,Q2,40.00,2020-09-01'],
    };
    const second = await made({
      scheme: 'successions',
      rows,
      period: 'Q2',
      asAt: '2020-10-15',
      ledger,
      worth: '450.00',
    });
    expect(second.payments).toEqual([
      'Z00001,Z00009,core,Q2,100.00,40.00,60.00',
      'Z00001,Z00009,meetings,Q2,250.00,0.00,250.00',
    ]);
    expect([second.clawbacks, second.withheld, second.refused]).toEqual([[], [], []]);
  });

  it('brings later lists, where patients are counted anew', async () => {
    // £1 a patient of each quarter: 1,000 and 1,000 under Z00001, paid; 1,100 in October under Z00009.
    const rows = {
      practices: ['Z00001,Ash', 'Z00009,Ash and Partners'],
      successions: ['Z00001,Z00009,2020-10-01'],
      'list-sizes': ['Z00001,2020-04-01,1000', 'Z00001,2020-07-01,1000', 'Z00009,2020-10-01,1100'],
      paid: ['Z00001,core,Q1,1000.00,2020-07-10', 'Z00001,core,Q2,1000.00,2020-10-10'],
    };
    const of = { scheme: 'successions-counted-anew', period: 'Q3', asAt: '2021-01-15' };
    const run = await made({ ...of, rows, worth: '3100.00' });
    expect([run.payments, run.clawbacks]).toEqual([['Z00001,Z00009,core,Q3,1100.00,0.00,1100.00'], []]);
  });

  it('is asked for what the old code was paid', async () => {
    // 100.00 paid to Z00001 for Q1; no plan by 30 September; Z00009 stands for it since August.
    const rows = {
      practices: ['Z00001,Ash', 'Z00009,Ash and Partners'],
      successions: ['Z00001,Z00009,2020-08-01'],
      'list-sizes': ['Z00001,2020-04-01,100'],
      evidence: [],
      paid: ['Z00001,plan,Q1,100.00,2020-07-10'],
    };
    const of = { scheme: 'successions-kept', period: 'Q2', asAt: '2020-10-15', worth: '200.00' };
    const run = await made({ ...of, rows });
    expect([run.payments, run.clawbacks]).toEqual([[], ['Z00001,Z00009,plan,Q1,0.00,100.00,100.00,due']]);
    expect(run.withheld).toEqual(['Z00001,plan,Q1,forfeited,100.00', 'Z00001,plan,Q2,forfeited,100.00']);
    // With the plan under the new code in time, Q2 is paid.
    const inTime = await made({ ...of, rows: { ...rows, evidence: ['Z00009,plan,2020-09-15'] } });
    expect([inTime.payments, inTime.clawbacks]).toEqual([['Z00001,Z00009,plan,Q2,100.00,0.00,100.00'], []]);
  });

  it('must say when it joined where no list tells whether it had an account of its own', async () => {
    const rows = {
      practices: ['Z00001,Ash', 'Z00009,Ash and Partners'],
      successions: ['Z00001,Z00009,2020-08-01'],
      evidence: [],
    };
    const { exit, findings } = await tried({ scheme: 'paid-to', rows, period: 'Q2', asAt: '2020-10-15' });
    const asked = findings.filter(({ severity, message }) => severity === 'error' && message.includes('joined_on'));
    expect([exit, asked.length]).toEqual([1, 1]);
  });
});

describe('a merger', () => {
  const lists = ['Z00001,2020-04-01,100', 'Z00002,2020-04-01,200'];
  const paid = [
    'Z00001,core,Q1,100.00,2020-07-10',
    'Z00001,core,Q2,100.00,2020-10-10',
    'Z00002,core,Q1,200.00,2020-07-10',
    'Z00002,core,Q2,200.00,2020-10-10',
  ];
  const of = { scheme: 'successions', period: 'Q3', asAt: '2021-01-15', worth: '1150.00' };

  it('of two codes into a new one: each account goes on with its own list, events count for the lowest code', async () => {
    const rows = {
      practices: ['Z00001,Ash', 'Z00002,Beech', 'Z00009,Ash and Beech'],
      successions: ['Z00001,Z00009,2020-10-01', 'Z00002,Z00009,2020-10-01'],
      'list-sizes': lists,
      claims: ['Z00009,meeting,M1,2020-11-03,2020-11-05'],
      paid,
    };
    const run = await made({ ...of, rows });
    expect(run.payments).toEqual([
      'Z00001,Z00009,core,Q3,100.00,0.00,100.00',
      'Z00001,Z00009,meetings,Q3,250.00,0.00,250.00',
      'Z00002,Z00009,core,Q3,200.00,0.00,200.00',
    ]);
    expect([run.clawbacks, run.refused]).toEqual([[], []]);
  });

  it('into a code with an account of its own: events under it are its own', async () => {
    // Z00001 goes into Z00002, which keeps its own list of 200 beside that of 100.
    const rows = {
      practices: ['Z00001,Ash', 'Z00002,Beech'],
      successions: ['Z00001,Z00002,2020-10-01'],
      'list-sizes': lists,
      claims: ['Z00002,meeting,M1,2020-11-03,2020-11-05'],
      paid,
    };
    const run = await made({ ...of, rows });
    expect(run.payments).toEqual([
      'Z00001,Z00002,core,Q3,100.00,0.00,100.00',
      'Z00002,Z00002,core,Q3,200.00,0.00,200.00',
      'Z00002,Z00002,meetings,Q3,250.00,0.00,250.00',
    ]);
    expect([run.clawbacks, run.refused]).toEqual([[], []]);
  });

  describe('where patients are counted anew is a leaving of the old codes and a joining of the new', () => {
    const three = ['Z00001,Ash', 'Z00002,Beech', 'Z00009,Ash and Beech'];
    const anew = ['Z00001', 'Z00002'].flatMap((code, i) =>
      ['2020-04-01', '2020-07-01'].map((day) => `${code},${day},${[1000, 500][i]}`),
    );
    const before = [
      'Z00001,core,Q1,1000.00',
      'Z00001,core,Q2,1000.00',
      'Z00002,core,Q1,500.00',
      'Z00002,core,Q2,500.00',
    ];
    const paidBefore = before.map((row) => `${row},2020-10-10`);

    it('on the first day of a quarter', async () => {
      // £1 × 1,600 in October under Z00009; 3,000.00 was paid before.
      const rows = {
        practices: three,
        successions: ['Z00001,Z00009,2020-10-01', 'Z00002,Z00009,2020-10-01'],
        'list-sizes': [...anew, 'Z00009,2020-10-01,1600'],
        paid: paidBefore,
      };
      const of = { scheme: 'successions-counted-anew', period: 'Q3', asAt: '2021-01-15', worth: '4600.00' };
      const run = await made({ ...of, rows });
      expect([run.payments, run.clawbacks]).toEqual([['Z00009,Z00009,core,Q3,1600.00,0.00,1600.00'], []]);
    });

    it('within a quarter: the old codes have it whole, as leaving does not go by days, the new one the next', async () => {
      const rows = {
        practices: three,
        successions: ['Z00001,Z00009,2020-11-10', 'Z00002,Z00009,2020-11-10'],
        'list-sizes': [...anew, 'Z00001,2020-10-01,1000', 'Z00002,2020-10-01,500', 'Z00009,2021-01-01,1700'],
        paid: paidBefore,
      };
      const of = { scheme: 'successions-counted-anew', period: 'Q4', asAt: '2021-04-15', worth: '6200.00' };
      const run = await made({ ...of, rows });
      expect(run.payments).toEqual([
        'Z00001,Z00009,core,Q3,1000.00,0.00,1000.00',
        'Z00002,Z00009,core,Q3,500.00,0.00,500.00',
        'Z00009,Z00009,core,Q4,1700.00,0.00,1700.00',
      ]);
      expect(run.clawbacks).toEqual([]);
    });
  });
});
