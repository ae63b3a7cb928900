import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import { holds, takenOff } from '../../../src/domain/scheme/adjustment.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Adjustment } from '../../../src/domain/scheme/scheme.ts';

type Reduce = Extract<Adjustment, { kind: 'reduce' }>;

function reduce(given: Partial<Reduce>): Adjustment {
  const half = { id: 'half', title: 'Half', kind: 'reduce', by: ratio(1, 2), clause: '1' } as const;
  return { ...half, roundedTo: 'pound', mode: 'half-away-from-zero', ...given };
}

describe('what a reduction takes off', () => {
  it('is exact where it is not rounded', () => {
    expect(formatExact(takenOff(ratio(101), reduce({ by: ratio(1, 3), roundedTo: null })))).toBe('101/3');
    expect(formatExact(takenOff(ratio(101), reduce({ roundedTo: 'penny', by: ratio(1, 3) })))).toBe('33.67');
  });

  it('is rounded in the mode of the scheme', () => {
    expect(formatExact(takenOff(ratio(101), reduce({})))).toBe('51');
    expect(formatExact(takenOff(ratio(101), reduce({ mode: 'down' })))).toBe('50');
  });

  it('is never more than there is', () => {
    expect(formatExact(takenOff(ratio(9, 4), reduce({ by: ratio(1), mode: 'up' })))).toBe('2.25');
    expect(formatExact(takenOff(ratio(-9, 4), reduce({ by: ratio(1), mode: 'up' })))).toBe('-2.25');
  });
});

describe('what another change takes off 100 pounds, or of 100 pounds below nothing', () => {
  const own = { id: 'a', title: 'A', clause: '1' };
  const pounds = (sum: number): Quantity => ({ kind: 'pounds', pounds: ratio(sum) });
  const patients: Quantity = { kind: 'rate', pounds: ratio(1), for: { kind: 'patients' } };

  it.each<[string, Adjustment, string, string]>([
    ['all where it is removed', { ...own, kind: 'remove' }, '100', '-100'],
    ['what is over a cap', { ...own, kind: 'cap', pounds: pounds(70) }, '30', '0'],
    ['nothing under a cap', { ...own, kind: 'cap', pounds: pounds(170) }, '0', '0'],
    ['nothing over a floor', { ...own, kind: 'floor', pounds: pounds(70) }, '0', '-170'],
    ['less than nothing under a floor', { ...own, kind: 'floor', pounds: pounds(170) }, '-70', '-270'],
    ['a sum that is deducted', { ...own, kind: 'deduct', pounds: pounds(70) }, '70', '-100'],
    ['what is there, down to nothing', { ...own, kind: 'deduct', pounds: pounds(170) }, '100', '-100'],
    [
      'what a factor leaves out',
      { ...own, kind: 'multiply', by: { kind: 'number', number: ratio(4, 5) } },
      '20',
      '-20',
    ],
    ['nothing by a figure that only data give', { ...own, kind: 'cap', pounds: patients }, '0', '0'],
  ])('is %s', (_, adjustment, taken, below) => {
    expect([ratio(100), ratio(-100)].map((sum) => formatExact(takenOff(sum, adjustment)))).toEqual([taken, below]);
  });

  it('goes by the figure that the data give', () => {
    expect(formatExact(takenOff(ratio(100), { ...own, kind: 'cap', pounds: patients }, ratio(45)))).toBe('55');
    expect(formatExact(takenOff(ratio(100), { ...own, kind: 'cap', pounds: pounds(70) }, ratio(45)))).toBe('55');
  });

  it('is what rounding leaves out', () => {
    const round = { ...own, kind: 'round', places: 1, mode: 'down' } as const;
    expect([ratio(12345, 100), ratio(-12345, 100)].map((sum) => formatExact(takenOff(sum, round)))).toEqual([
      '0.05',
      '-0.05',
    ]);
  });
});

it.each([
  ['always, where nothing is said', {}, true],
  ['in a period that begins on its first day', { from: day('2020-07-01') }, true],
  ['not in one that begins before', { from: day('2020-07-02') }, false],
  ['in a run as at the day on which it was agreed', { agreedOn: day('2020-08-31') }, true],
  ['not in one of the day before', { agreedOn: day('2020-09-01') }, false],
  ['not where it is agreed and has not begun', { from: day('2020-07-02'), agreedOn: day('2020-08-31') }, false],
])('holds %s', (_, given, expected) => {
  expect(holds(reduce(given), day('2020-07-01'), day('2020-08-31'))).toBe(expected);
});
