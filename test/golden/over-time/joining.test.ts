import { describe, expect, it } from 'vitest';
import { made, tried } from './made.ts';

// A practice that joins after the term's first day. The quarters have 91, 92, 92 and 90 days.

const year = { period: 'Q4', asAt: '2021-04-30' };

describe('joining by days, with the first list after', () => {
  const scheme = 'joining-by-days';

  it('pays the days from the first on, and events from then on', async () => {
    // Joined on 1 August; £1 a patient and quarter by the list of 1 September: 300 a quarter. Q2: 61 of 92 days: 198.9130…
    // To date 198.91, 498.91, 798.91. The meeting of July comes before joining, that of August counts.
    const rows = {
      practices: ['Z00001,Ash,2020-08-01'],
      'list-sizes': ['Z00001,2020-07-01,999', 'Z00001,2020-09-01,300', 'Z00001,2020-10-01,400'],
      claims: ['Z00001,meeting,M1,2020-07-15,2020-08-05', 'Z00001,meeting,M2,2020-08-10,2020-08-12'],
    };
    const run = await made({ scheme, rows, ...year, worth: '1048.91' });
    expect(run.payments).toEqual([
      'Z00001,Z00001,core,Q2,198.91,0.00,198.91',
      'Z00001,Z00001,core,Q3,300.00,0.00,300.00',
      'Z00001,Z00001,core,Q4,300.00,0.00,300.00',
      'Z00001,Z00001,meetings,Q2,250.00,0.00,250.00',
    ]);
    expect(run.withheld).toEqual(['Z00001,core,Q1,before-joining,300.00', 'Z00001,core,Q2,prorated,101.09']);
    expect(run.refused).toEqual(['claims.csv,2,Z00001,before-joining']);
  });

  it('goes by the list at the date of the scheme where there is none after', async () => {
    // 200 a quarter: 200 × 61/92 = 132.6086…, then 332.61 and 532.61 to date.
    const rows = { practices: ['Z00001,Ash,2020-08-01'], 'list-sizes': ['Z00001,2020-04-01,200'], claims: [] };
    const run = await made({ scheme, rows, ...year, worth: '532.61' });
    expect(run.payments).toEqual([
      'Z00001,Z00001,core,Q2,132.61,0.00,132.61',
      'Z00001,Z00001,core,Q3,200.00,0.00,200.00',
      'Z00001,Z00001,core,Q4,200.00,0.00,200.00',
    ]);
  });

  it('asks for a list once a period counts it, and not before', async () => {
    const rows = {
      practices: ['Z00001,Ash,2020-08-01', 'Z00002,Beech'],
      'list-sizes': ['Z00002,2020-04-01,100'],
      claims: [],
    };
    const before = await made({ scheme, rows, period: 'Q1', asAt: '2020-07-15', worth: '100.00' });
    expect(before.payments).toEqual(['Z00002,Z00002,core,Q1,100.00,0.00,100.00']);
    const after = await tried({ scheme, rows, period: 'Q2', asAt: '2020-10-15' });
    const errors = after.findings.filter(({ severity }) => severity === 'error');
    expect([after.exit, errors.map(({ code, value }) => [code, value])]).toEqual([
      1,
      [['list-size-missing', 'Z00001']],
    ]);
  });

  it('pays the days from joining to leaving where both fall into one period', async () => {
    // From 11 July to 18 September: 21 + 31 + 18 = 70 of 92 days: 300 × 70/92 = 228.2608…
    const rows = {
      practices: ['Z00001,Ash,2020-07-11,2020-09-18'],
      'list-sizes': ['Z00001,2020-07-20,300'],
      claims: [],
    };
    const run = await made({ scheme, rows, ...year, worth: '228.26' });
    expect(run.payments).toEqual(['Z00001,Z00001,core,Q2,228.26,0.00,228.26']);
    expect(run.withheld).toEqual([
      'Z00001,core,Q1,before-joining,300.00',
      'Z00001,core,Q2,prorated,71.74',
      'Z00001,core,Q3,left,300.00',
      'Z00001,core,Q4,left,300.00',
    ]);
  });

  it('makes no joiner of who joined on the first day of the term or before it', async () => {
    const rows = {
      practices: ['Z00001,Ash,2020-04-01', 'Z00002,Beech,2011-04-01'],
      'list-sizes': ['Z00001,2020-04-01,100', 'Z00001,2020-05-01,900', 'Z00002,2020-04-01,200'],
      claims: [],
    };
    const run = await made({ scheme, rows, period: 'Q1', asAt: '2020-07-15', worth: '300.00' });
    expect([run.payments, run.withheld]).toEqual([
      ['Z00001,Z00001,core,Q1,100.00,0.00,100.00', 'Z00002,Z00002,core,Q1,200.00,0.00,200.00'],
      [],
    ]);
  });
});

it('joining by whole periods: one that had begun before earns nothing, one that begins on the day does', async () => {
  // Z00001 joined on 1 August: Q3 and Q4. Z00002 joined on 1 July, the first day of Q2: Q2 to Q4.
  const rows = {
    practices: ['Z00001,Ash,2020-08-01', 'Z00002,Beech,2020-07-01'],
    'list-sizes': ['Z00001,2020-08-01,300', 'Z00002,2020-07-01,100'],
  };
  const run = await made({ scheme: 'joining-whole-periods', rows, ...year, worth: '900.00' });
  expect(run.payments).toEqual([
    'Z00001,Z00001,core,Q3,300.00,0.00,300.00',
    'Z00001,Z00001,core,Q4,300.00,0.00,300.00',
    'Z00002,Z00002,core,Q2,100.00,0.00,100.00',
    'Z00002,Z00002,core,Q3,100.00,0.00,100.00',
    'Z00002,Z00002,core,Q4,100.00,0.00,100.00',
  ]);
  expect(run.withheld).toEqual([
    'Z00001,core,Q1,before-joining,300.00',
    'Z00001,core,Q2,before-joining,300.00',
    'Z00002,core,Q1,before-joining,100.00',
  ]);
});

it('joining without a list: nothing by the list, the fixed sum, and no plan whose deadline was before', async () => {
  // Z00001 joined on 1 August, without a list and without the plan that was due on 31 May: Q3 of the fixed sum, 400 / 4.
  const rows = {
    practices: ['Z00001,Ash,2020-08-01', 'Z00002,Beech'],
    'list-sizes': ['Z00002,2020-04-01,100'],
    evidence: ['Z00002,plan,2020-05-01'],
  };
  const run = await made({ scheme: 'joining-without-a-list', rows, period: 'Q3', asAt: '2021-01-15', worth: '700.00' });
  expect(run.payments).toEqual([
    'Z00001,Z00001,sum,Q3,100.00,0.00,100.00',
    ...['Q1', 'Q2', 'Q3'].map((period) => `Z00002,Z00002,core,${period},100.00,0.00,100.00`),
    ...['Q1', 'Q2', 'Q3'].map((period) => `Z00002,Z00002,sum,${period},100.00,0.00,100.00`),
  ]);
  expect(run.withheld).toEqual(
    expect.arrayContaining(['Z00001,sum,Q1,before-joining,100.00', 'Z00001,sum,Q2,before-joining,100.00']),
  );
});

describe('joining a pool of £1,000', () => {
  const scheme = 'joining-a-pool';
  const three = {
    practices: ['Z00001,Ash', 'Z00002,Beech', 'Z00003,Cedar,2020-08-01'],
    'list-sizes': ['Z00001,2020-04-01,1', 'Z00002,2020-04-01,1', 'Z00003,2020-08-01,1'],
  };
  // £250 a quarter. Q1 and Q2 by two, as Z00003 had not joined on 1 July, though joining goes by days; Q3 and Q4 by three.
  // To date after Q3 333.33…, 333.33…, 83.33…: 750.00 with the odd penny to Z00001. After Q4 416.66…, 416.66…, 166.66…: two
  // odd pennies, to Z00001 and Z00002: 416.67, 416.67, 166.66.
  const rowsOf = (practice: string, amounts: Readonly<Record<string, string>>) =>
    Object.entries(amounts).map(([period, amount]) => `${practice},${practice},pot,${period},${amount},0.00,${amount}`);
  const ash = rowsOf('Z00001', { Q1: '125.00', Q2: '125.00', Q3: '83.34', Q4: '83.33' });
  const beech = rowsOf('Z00002', { Q1: '125.00', Q2: '125.00', Q3: '83.33', Q4: '83.34' });
  const cedar = rowsOf('Z00003', { Q3: '83.33', Q4: '83.33' });

  it('shares the money of each period by those who had joined by its first day', async () => {
    const run = await made({ scheme, rows: three, ...year, worth: '1000.00' });
    expect(run.payments).toEqual([...ash, ...beech, ...cedar]);
    expect(run.clawbacks).toEqual([]);
  });

  it('leaves the part of who has left unspent', async () => {
    const practices = ['Z00001,Ash', 'Z00002,Beech,,2020-12-31', 'Z00003,Cedar,2020-08-01'];
    const run = await made({ scheme, rows: { ...three, practices }, ...year, worth: '916.66' });
    expect(run.payments).toEqual([...ash, ...beech.slice(0, 3), ...cedar]);
    expect(run.withheld).toEqual(expect.arrayContaining(['Z00002,pot,Q4,left,83.34']));
  });

  it('leaves the money of a period in which nobody had joined unspent', async () => {
    const rows = { practices: ['Z00001,Ash,2020-08-01'], 'list-sizes': ['Z00001,2020-08-01,5'] };
    const run = await made({ scheme, rows, ...year, worth: '500.00' });
    expect(run.payments).toEqual(rowsOf('Z00001', { Q3: '250.00', Q4: '250.00' }));
  });
});
