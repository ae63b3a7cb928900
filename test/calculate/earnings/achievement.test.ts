import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Achievement, Scale } from '../../../src/domain/scheme/scheme.ts';
import { facts, type Given, measured, run, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// £100 a quarter, scaled by a measure.

type Measured = Extract<Achievement, { kind: 'measured' }>;

const measures = [{ id: 'm', title: 'M', numerator: 'seen', denominator: 'invited', clause: 'm' }];
const quarter = (n: number) => ratio(n, 4);
const linear: Scale = { kind: 'linear', from: quarter(1), to: quarter(3) };
const steps: Scale = {
  kind: 'steps',
  steps: [
    { from: quarter(1), pays: ratio(1, 5) },
    { from: quarter(2), pays: ratio(3, 5), edge: 'excluded' },
  ],
} as Scale;
const line = (beyond?: 'goes-on'): Scale =>
  ({
    kind: 'line',
    points: [
      { at: quarter(1), pays: ratio(0) },
      { at: quarter(2), pays: ratio(1, 2) },
    ],
    ...(beyond && { beyond }),
  }) as Scale;

function told(scale: Scale, figure: string | null, more: Partial<Measured> = {}, outOf = '100') {
  const achievement: Measured = {
    kind: 'measured',
    measure: 'm',
    scale,
    zeroDenominator: ratio(1),
    onAccount: null,
    clause: '3',
    ...more,
  };
  const paying = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { achievement })], {
    measures,
  });
  const rows = figure === null ? [] : [measured('m', '2015-06-30', figure, outOf)];
  const [account] = run(paying, facts([{ patients: 1, measures: rows }]), 'Q1', '2015-10-15');
  const [line] = account?.lines ?? [];
  const says = line?.steps.filter(({ step }) => step === 'achievement').map(({ formula }) => formula);
  const reason = line?.positions[0]?.unpaid[0]?.reason;
  return { is: tell(account, 'c')[0], says: says?.[0], reason, steps: line?.steps.map(({ formula }) => formula) };
}

describe('a scale', () => {
  it.each([
    ['25', 'Q1 released 0.00 [achievement 100.00]'],
    ['50', 'Q1 released 50.00 payment 50.00 [achievement 50.00]'],
    ['75', 'Q1 released 100.00 payment 100.00'],
    ['90', 'Q1 released 100.00 payment 100.00'],
  ])('between two thresholds is kept within nothing and all: %s of 100', (figure, is) => {
    expect(told(linear, figure).is).toBe(is);
  });

  it.each([
    ['24.99', 'Q1 released 0.00 [achievement 100.00]'],
    ['25', 'Q1 released 20.00 payment 20.00 [achievement 80.00]'],
    ['50', 'Q1 released 20.00 payment 20.00 [achievement 80.00]'],
    ['50.01', 'Q1 released 60.00 payment 60.00 [achievement 40.00]'],
  ])('in steps begins at the edge of each, or above one that is excluded: %s of 100', (figure, is) => {
    expect(told(steps, figure).is).toBe(is);
  });

  it('along a line is level beyond its last point, or goes on', () => {
    expect(told(line(), '75').is).toBe('Q1 released 50.00 payment 50.00 [achievement 50.00]');
    expect(told(line('goes-on'), '75').is).toBe('Q1 released 100.00 payment 100.00');
  });

  it('says by what the share is earned', () => {
    expect(told(linear, '50').says).toBe(
      'm at 2015-06-30: 50 of 100 is 50%, on the line from 25% (nothing) to 75% (all)',
    );
    expect(told(steps, '50.01').says).toBe('m at 2015-06-30: 50.01 of 100 is 50.01%, the step from above 50%');
    expect(told(line('goes-on'), '50').says).toBe('m at 2015-06-30: 50 of 100 is 50%, 50% at 50%');
    expect(told(steps, '25').says).toBe('m at 2015-06-30: 25 of 100 is 25%, the step from 25%');
    expect(told(line(), '75').says).toBe('m at 2015-06-30: 75 of 100 is 75%, 50% after 50%');
    expect(told(line('goes-on'), '75').says).toBe(
      'm at 2015-06-30: 75 of 100 is 75%, beyond the end of the line from 0% at 25% to 50% at 50%',
    );
    expect(told(steps, '24').says).toBe('m at 2015-06-30: 24 of 100 is 24%, below the first step');
  });

  it('says why what is not earned is not', () => {
    expect(told(linear, '50').reason).toBe('m at 2015-06-30: 50 of 100 earns 50%');
    expect(told(linear, '25').reason).toBe('m at 2015-06-30: 25 of 100 earns nothing');
  });

  it('pays what the scheme says where there is nothing to measure, or too little', () => {
    expect(told(linear, '0', { zeroDenominator: ratio(1, 2) }, '0')).toMatchObject({
      is: 'Q1 released 50.00 payment 50.00 [achievement 50.00]',
      says: 'm at 2015-06-30: 0 of 0: nothing to measure pays 50%',
      reason: 'nothing to measure pays 50%',
    });
    const smallestDenominator = (number: number) => ({
      smallestDenominator: { number: ratio(number), pays: ratio(4, 5) },
    });
    expect(told(linear, '30', smallestDenominator(101))).toMatchObject({
      is: 'Q1 released 80.00 payment 80.00 [achievement 20.00]',
      says: 'm at 2015-06-30: 30 of 100: fewer than 101 to measure pays 80%',
      reason: 'fewer than 101 to measure pays 80%',
    });
    expect(told(linear, '50', smallestDenominator(100)).is).toBe('Q1 released 50.00 payment 50.00 [achievement 50.00]');
  });

  it('may come to whole points: half of 7 is 4 of them', () => {
    const points = { number: ratio(7), places: 0, mode: 'half-away-from-zero' } as const;
    expect(told(linear, '50', { points })).toMatchObject({
      is: 'Q1 released 57.14 payment 57.14 [achievement 42.86]',
      says: 'm at 2015-06-30: 50 of 100 is 50%, on the line from 25% (nothing) to 75% (all): 4 of 7 points',
    });
  });

  it('of a figure that is no share says the figure itself', () => {
    const plain = [{ id: 'm', title: 'M', numerator: 'seen', clause: 'm' }];
    const visits: Scale = { kind: 'linear', from: ratio(10), to: ratio(30) };
    const achievement: Measured = {
      kind: 'measured',
      measure: 'm',
      scale: visits,
      zeroDenominator: ratio(1),
      onAccount: null,
      clause: '3',
    };
    const paying = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { achievement })], {
      measures: plain,
    });
    const [account] = run(
      paying,
      facts([{ patients: 1, measures: [measured('m', '2015-06-30', '20', '1')] }]),
      'Q1',
      '2015-10-15',
    );
    expect(tell(account, 'c')[0]).toBe('Q1 released 50.00 payment 50.00 [achievement 50.00]');
    expect(account?.lines[0]?.steps.at(-1)?.formula).toBe(
      'm at 2015-06-30: 20, on the line from 10 (nothing) to 30 (all)',
    );
  });

  it('tells of the step that is reached, and of none below the first', () => {
    const reachedBy = (figure: string) => {
      const achievement: Measured = {
        kind: 'measured',
        measure: 'm',
        scale: steps,
        zeroDenominator: ratio(1),
        onAccount: null,
        clause: '3',
      };
      const paying = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { achievement })], {
        measures,
      });
      const reached: object[] = [];
      const about = {
        period: at(quarters, 0),
        asAt: day('2015-10-15'),
        claims: null,
        reached: (block: object) => reached.push(block),
      };
      const known = facts([{ patients: 1, measures: [measured('m', '2015-06-30', figure, '100')] }]);
      const { value } = calculate(paying, known, about);
      expect([...(value?.accounts() ?? [])]).toHaveLength(1);
      return reached;
    };
    const [first, second] = 'steps' in steps ? steps.steps : [];
    expect([reachedBy('24'), reachedBy('25'), reachedBy('51')]).toEqual([[], [first], [second]]);
  });
});

describe('measured with its network', () => {
  const achievement: Measured = {
    kind: 'measured',
    measure: 'm',
    measuredAt: 'pcn',
    scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
    zeroDenominator: ratio(1),
    onAccount: null,
    clause: '3',
  };
  const half = { practice: { pcn: 'P' }, measures: [measured('m', '2015-06-30', '1', '2')] };

  it('a member that joins on the last day of a period earns that day by it', () => {
    // One of the 91 days of Q1: 1.0989, and half of that.
    const joining = { prorate: 'days', list: 'none', clause: 'j' } as const;
    const paying = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { achievement })], {
      measures,
      joining,
    });
    const joiner = { patients: null, practice: { pcn: 'P', joinedOn: day('2015-06-30') }, measures: half.measures };
    const [, account] = run(paying, facts([{ patients: null, ...half }, joiner]), 'Q1', '2015-10-15');
    expect(tell(account, 'c')).toEqual(['Q1 released 0.55 payment 0.55 [achievement 50.00] [prorated 49.45]']);
  });

  it('a member that left before a period that goes by itself waits for no figure of it', () => {
    const schedule = { ...scheduleOf([1, 1, 1, 1].map((share) => ratio(share))), eachPeriod: true as const };
    const pool = component('c', { kind: 'pool', pounds: ratio(100), clause: '1' }, { achievement, schedule });
    const gone: Given = { patients: 1, ...half, practice: { pcn: 'P', leftOn: day('2015-06-30') } };
    const stays: Given = { patients: 1, practice: { pcn: 'P' } };
    const accounts = run(scheme([pool], { measures }), facts([gone, stays]), 'Q2', '2015-10-15');
    expect(accounts.map((account) => tell(account, 'c'))).toEqual([
      ['Q1 withheld 0.00 [withheld 50.00]', 'Q2 released 0.00'],
      ['Q1 withheld 0.00 [withheld 50.00]', 'Q2 withheld 0.00 [withheld 100.00]'],
    ]);
  });
});

describe('without a figure', () => {
  it('is paid on account, at a share that is written or worked out', () => {
    const paid = 'Q1 released 80.00 payment 80.00 [achievement 20.00]';
    expect(told(linear, null, { onAccount: ratio(4, 5) }).is).toBe(paid);
    expect(told(linear, null, { onAccount: { kind: 'number', number: ratio(4, 5) } }).is).toBe(paid);
  });

  it('says so, after how the share was worked out', () => {
    const says = 'no figure for m yet: 80% on account';
    const sum = 'a fixed sum';
    expect(told(linear, null, { onAccount: ratio(4, 5) })).toMatchObject({ says, reason: says, steps: [sum, says] });
    const half = { kind: 'number', number: ratio(1, 2) } as const;
    const product = { kind: 'product', of: [half, { kind: 'number', number: ratio(8, 5) }] } as const;
    expect(told(linear, null, { onAccount: product })).toMatchObject({
      steps: [sum, '50% × 160% = 80%', 'no figure for m yet: 80% on account'],
    });
  });

  it('waits, also where what is paid on account is not known', () => {
    expect(told(linear, null).is).toBe('Q1 withheld 0.00 [withheld 100.00]');
    const other = { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' } as const;
    expect(told(linear, null, { onAccount: other }).is).toBe('Q1 withheld 0.00 [withheld 100.00]');
  });
});
