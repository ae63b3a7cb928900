import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountsOf } from '../../../src/calculate/earnings/amounts.ts';
import { dueToDate, instalmentsEach } from '../../../src/calculate/value/instalments.ts';
import { add, equals, multiply, one, type Ratio, ratio, zero } from '../../../src/domain/money/ratio.ts';
import { toThePenny } from '../../../src/domain/money/rounding.ts';
import { scheme } from '../../make/scheme.ts';

const share = fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 100 })).map(([n, d]) => ratio(n, d));
const pounds = fc.tuple(fc.nat(1_000_000), fc.constantFrom(1, 3, 100, 1000)).map(([n, d]) => ratio(n, d));

/** Whole periods, or those of a practice that leaves. */
const parts = fc.array(fc.oneof(fc.constant(one), share), { minLength: 4, maxLength: 4 });
const periods = fc.array(fc.tuple(pounds, share), { minLength: 4, maxLength: 4 });

function cumulated(ratios: readonly Ratio[]): Ratio[] {
  return ratios.map((_, last) => ratios.slice(0, last + 1).reduce(add, zero));
}

it('adds up what each period is worth, of one value or of many, for those who stay and those who leave', () => {
  fc.assert(
    fc.property(periods, fc.oneof(parts, fc.constant([])), fc.boolean(), (of, owed, isOneValue) => {
      const shares = of.map(([, each]) => each);
      const first = of[0]?.[0] ?? zero;
      const values = of.map(([each]) => (isOneValue ? first : each));
      const plain = cumulated(shares.map((each, q) => multiply(values[q] ?? zero, multiply(each, owed[q] ?? one))));
      const due = dueToDate(values, { shares, cumulative: cumulated(shares) }, owed);
      expect(due).toHaveLength(plain.length);
      expect(due.every((each, q) => equals(each, plain[q] ?? zero))).toBe(true);
    }),
  );
});

it('rounds each instalment for itself, the last taking the rest, and asks nothing back of who left before it', () => {
  const six = Array.from({ length: 6 }, () => ratio(1, 6));
  const schedule = { shares: six, cumulative: cumulated(six) };
  const told = (owed: readonly Ratio[]) =>
    instalmentsEach(dueToDate([ratio(1000)], schedule, owed), schedule, toThePenny).amounts.map(Number);
  const [whole, none, half] = [one, zero, ratio(1, 2)];
  expect(told([])).toEqual([16667, 16667, 16667, 16667, 16667, 16665]);
  expect(told([whole, whole, none, none, none, none])).toEqual([16667, 16667, 0, 0, 0, 0]);
  expect(told([whole, whole, whole, whole, whole, half])).toEqual([16667, 16667, 16667, 16667, 16667, 8332]);
});

it('works out an account of who left before the last instalment', () => {
  // £100 in three: 33.33 twice and 33.34. Who is owed two has 66.66, though R of what it is owed is 66.67.
  const three = Array.from({ length: 3 }, () => ratio(1, 3));
  const schedule = { shares: three, cumulative: cumulated(three), clause: 's', rounded: 'each' as const };
  const rounding = { ...toThePenny, at: 'component' as const, clause: 'r' };
  const due = dueToDate([ratio(100)], schedule, [one, one, zero]);
  const { lines } = amountsOf(scheme([], { rounding }), [{ schedule }], [due]);
  expect(lines.map(({ amounts }) => amounts.map(Number))).toEqual([[3333, 3333, 0]]);
});
