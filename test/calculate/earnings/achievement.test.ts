import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Achievement, Scale } from '../../../src/domain/scheme/scheme.ts';
import { facts, measured, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

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

function told(scale: Scale, figure: string | null, more: Partial<Measured> = {}) {
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
  const rows = figure === null ? [] : [measured('m', '2015-06-30', figure, '100')];
  const [account] = run(paying, facts([{ patients: 1, measures: rows }]), 'Q1', '2015-10-15');
  const says = account?.lines[0]?.steps.filter(({ step }) => step === 'achievement').map(({ formula }) => formula);
  return { is: tell(account, 'c')[0], says: says?.[0] };
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
  });
});

describe('without a figure', () => {
  it('is paid on account, at a share that is written or worked out', () => {
    const paid = 'Q1 released 80.00 payment 80.00 [achievement 20.00]';
    expect(told(linear, null, { onAccount: ratio(4, 5) }).is).toBe(paid);
    expect(told(linear, null, { onAccount: { kind: 'number', number: ratio(4, 5) } }).is).toBe(paid);
  });

  it('waits, also where what is paid on account is not known', () => {
    expect(told(linear, null).is).toBe('Q1 withheld 0.00 [withheld 100.00]');
    const other = { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' } as const;
    expect(told(linear, null, { onAccount: other }).is).toBe('Q1 withheld 0.00 [withheld 100.00]');
  });
});
