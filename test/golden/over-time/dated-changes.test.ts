import { describe, expect, it } from 'vitest';
import { call } from '../../cases/program.ts';
import { made, schemeFile } from './made.ts';

// A change from a day holds in periods that begin on or after it. Prices are £10 until June and £12 from July, unless said.

const ash = { practices: ['Z00001,Ash'], 'list-sizes': ['Z00001,2020-04-01,1'] };
const days = { Q1: '2020-05-05', Q2: '2020-08-05', Q3: '2020-11-05' };

/** So many events of a kind in each quarter, claimed on their day. */
function claims(event: string, counts: Partial<Record<keyof typeof days, number>>): string[] {
  return Object.entries(days).flatMap(([period, day]) =>
    Array.from(
      { length: counts[period as keyof typeof days] ?? 0 },
      (_, i) => `Z00001,${event},${event}-${period}-${i},${day},${day}`,
    ),
  );
}

const year = (scheme: string, of: readonly string[], worth: string) =>
  made({ scheme, rows: { ...ash, claims: of }, period: 'Q3', asAt: '2021-01-15', worth });

describe('a dated change on events', () => {
  it('prices the events of its own period, and tiers still see all events of the term', async () => {
    // £5 for the first three and £3 from the fourth; from July £6 and £4. Two, two and one.
    // Q1: V(2) = 10. Q2: V(4) = 3 × 6 + 4 = 22, less V(2) = 12 by the same prices: 10. Q3: V(5) = 26, less V(4) = 22: 4.
    const run = await year('dated-changes', claims('test', { Q1: 2, Q2: 2, Q3: 1 }), '24.00');
    expect(run.payments).toEqual([
      'Z00001,Z00001,tiers,Q1,10.00,0.00,10.00',
      'Z00001,Z00001,tiers,Q2,10.00,0.00,10.00',
      'Z00001,Z00001,tiers,Q3,4.00,0.00,4.00',
    ]);
    expect(run.clawbacks).toEqual([]);
  });

  it('is held against a ceiling to date, and a lower ceiling takes nothing back', async () => {
    // Three, three and one visit. Q1: 30. Q2: 30 + 3 × 12 = 66, at most 50: 20. Q3: 78, at most 40 from October: 50 stays.
    const run = await year('dated-changes', claims('visit', { Q1: 3, Q2: 3, Q3: 1 }), '50.00');
    expect(run.payments).toEqual([
      'Z00001,Z00001,capped,Q1,30.00,0.00,30.00',
      'Z00001,Z00001,capped,Q2,20.00,0.00,20.00',
    ]);
    expect(run.clawbacks).toEqual([]);
  });

  it('is held against the least around the whole value in the same way', async () => {
    // Three, one and one call, at most £45. Q1: 30. Q2: 30 + 12 = 42. Q3: 54, at most 45: 3.
    const run = await year('dated-changes', claims('call', { Q1: 3, Q2: 1, Q3: 1 }), '45.00');
    expect(run.payments).toEqual([
      'Z00001,Z00001,least,Q1,30.00,0.00,30.00',
      'Z00001,Z00001,least,Q2,12.00,0.00,12.00',
      'Z00001,Z00001,least,Q3,3.00,0.00,3.00',
    ]);
  });

  it('takes nothing off what a reduction from a day finds earned', async () => {
    // Two, three and one review at £10, halved from July: 20, 15, 5.
    const run = await year('dated-changes', claims('review', { Q1: 2, Q2: 3, Q3: 1 }), '40.00');
    expect(run.payments).toEqual([
      'Z00001,Z00001,halved,Q1,20.00,0.00,20.00',
      'Z00001,Z00001,halved,Q2,15.00,0.00,15.00',
      'Z00001,Z00001,halved,Q3,5.00,0.00,5.00',
    ]);
    expect(run.clawbacks).toEqual([]);
  });

  it('is held from the first period that begins on or after its day, and a day within a period is told', async () => {
    // From 15 August: £10 still holds in Q2, £12 from Q3.
    const run = await year('change-in-mid-quarter', claims('visit', { Q2: 1, Q3: 1 }), '22.00');
    expect(run.payments).toEqual([
      'Z00001,Z00001,visits,Q2,10.00,0.00,10.00',
      'Z00001,Z00001,visits,Q3,12.00,0.00,12.00',
    ]);
    const { exit, findings } = await call(['check', schemeFile('change-in-mid-quarter')]);
    const told = findings.filter(({ severity, message }) => severity === 'warning' && /\bQ3\b/.test(message));
    expect([exit, told.length]).toEqual([0, 1]);
  });

  it('leaves alone what is posted: the run of the next quarter pays that quarter only', async () => {
    const paid = ['Z00001,halved,Q1,20.00,2020-07-10'];
    const rows = { ...ash, claims: claims('review', { Q1: 2, Q2: 3 }), paid };
    const run = await made({ scheme: 'dated-changes', rows, period: 'Q2', asAt: '2020-10-15', worth: '35.00' });
    expect([run.payments, run.clawbacks]).toEqual([['Z00001,Z00001,halved,Q2,15.00,0.00,15.00'], []]);
  });
});

it('a floor is held against the worth to date', async () => {
  // One letter a quarter, at least £25. Q1: 10, so 25. Q2: 10 + 12 = 22, so 25 still: nothing more. Q3: 34: 9 more.
  const run = await year('floor-on-events', claims('letter', { Q1: 1, Q2: 1, Q3: 1 }), '34.00');
  expect(run.payments).toEqual([
    'Z00001,Z00001,floored,Q1,25.00,0.00,25.00',
    'Z00001,Z00001,floored,Q3,9.00,0.00,9.00',
  ]);
});

describe('a period whose figure is missing', () => {
  const visits = claims('visit', { Q1: 1, Q2: 1, Q3: 1 });
  const figures = ['Z00001,income,2020-06-30,50,1', 'Z00001,income,2020-12-31,30,1'];
  const of = { scheme: 'figure-passed-over', period: 'Q3', asAt: '2021-01-15', worth: '64.00' };

  it('is passed over, and the next reckons from the last that had its figure', async () => {
    // Visits at £10, from July £12, and the income of the quarter. Q1: 10 + 50 = 60. Q2 has no figure.
    // Q3: V(Q3) = 3 × 12 + 30 = 66, less V(Q1) by the prices of Q3 = 12 + 50 = 62: 4.
    const run = await made({ ...of, rows: { ...ash, claims: visits, measures: figures } });
    expect(run.payments).toEqual(['Z00001,Z00001,fee,Q1,60.00,0.00,60.00', 'Z00001,Z00001,fee,Q3,4.00,0.00,4.00']);
    expect([run.clawbacks, run.withheld]).toEqual([[], ['Z00001,fee,Q2,withheld,0.00']]);
  });

  it('comes to the same in the end once it is there', async () => {
    // Q2 with £40: V(Q2) = 24 + 40 = 64, less V(Q1) = 62: 2. Q3: 66 less V(Q2) = 64: 2. In all 64 as before.
    const measures = [...figures, 'Z00001,income,2020-09-30,40,1'];
    const run = await made({ ...of, rows: { ...ash, claims: visits, measures } });
    expect(run.payments).toEqual([
      'Z00001,Z00001,fee,Q1,60.00,0.00,60.00',
      'Z00001,Z00001,fee,Q2,2.00,0.00,2.00',
      'Z00001,Z00001,fee,Q3,2.00,0.00,2.00',
    ]);
    expect([run.clawbacks, run.withheld]).toEqual([[], []]);
  });
});

it('a pot and an envelope change from a day as all else does', async () => {
  // Pot of £100, from July £60, by lists of 100 and 300: 25 + 75, then 15 + 45. Envelope of £100 withdrawn from July: 300 and
  // 100 earned in Q1 scaled to 75 + 25; nothing in Q2, not what was scaled off before.
  const rows = {
    practices: ['Z00001,Ash', 'Z00002,Beech'],
    'list-sizes': ['Z00001,2020-04-01,100', 'Z00002,2020-04-01,300'],
    measures: [
      'Z00001,earned,2020-06-30,300,1',
      'Z00002,earned,2020-06-30,100,1',
      'Z00001,earned,2020-09-30,10,1',
      'Z00002,earned,2020-09-30,10,1',
    ],
  };
  const run = await made({
    scheme: 'changes-of-shared-money',
    rows,
    period: 'Q2',
    asAt: '2020-10-15',
    worth: '260.00',
  });
  expect(run.payments).toEqual([
    'Z00001,Z00001,pot,Q1,25.00,0.00,25.00',
    'Z00001,Z00001,pot,Q2,15.00,0.00,15.00',
    'Z00001,Z00001,envelope,Q1,75.00,0.00,75.00',
    'Z00002,Z00002,pot,Q1,75.00,0.00,75.00',
    'Z00002,Z00002,pot,Q2,45.00,0.00,45.00',
    'Z00002,Z00002,envelope,Q1,25.00,0.00,25.00',
  ]);
  expect(run.clawbacks).toEqual([]);
});
