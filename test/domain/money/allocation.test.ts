import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByLargestRemainder } from '../../../src/domain/money/allocation.ts';
import { pence, sumPence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';

describe('a sum split by largest remainder', () => {
  it('gives the odd penny to the largest remainder', () => {
    const lists = [ratio(5000), ratio(3000), ratio(2000)];
    expect(allocateByLargestRemainder(pence(1814133), lists)).toEqual([907066n, 544240n, 362827n]);
  });

  it('gives it to the earlier of two with the same remainder', () => {
    expect(allocateByLargestRemainder(pence(100), [ratio(1), ratio(1), ratio(1)])).toEqual([34n, 33n, 33n]);
    expect(allocateByLargestRemainder(pence(101), [ratio(1), ratio(1), ratio(1)])).toEqual([34n, 34n, 33n]);
  });

  it('gives nothing for a weight of zero', () => {
    expect(allocateByLargestRemainder(pence(5), [ratio(0), ratio(2)])).toEqual([0n, 5n]);
    expect(allocateByLargestRemainder(pence(0), [ratio(0), ratio(0)])).toEqual([0n, 0n]);
  });

  it('cannot split something over nothing', () => {
    expect(() => allocateByLargestRemainder(pence(5), [ratio(0)])).toThrow(
      'an amount to split over weights that are all zero',
    );
  });

  it('gives nobody of hundreds an odd penny before one with a larger remainder, or the same and an earlier place', () => {
    const lists = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 100, maxLength: 400 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), lists, (total, others) => {
        const sizes = [1, ...others];
        const all = sizes.reduce((sum, size) => sum + size);
        const shares = allocateByLargestRemainder(
          pence(total),
          sizes.map((size) => ratio(size)),
        );
        expect(sumPence(shares)).toBe(BigInt(total));
        const odd = shares.map((share, i) => Number(share) - Math.floor((total * (sizes[i] ?? 0)) / all));
        expect(odd.every((pennies) => pennies === 0 || pennies === 1)).toBe(true);
        // The larger the remainder and, of equal ones, the earlier the place, the larger the number.
        const ranks = sizes.map((size, i) => ((total * size) % all) * sizes.length - i);
        const ranksWith = (pennies: number) => ranks.filter((_, i) => odd[i] === pennies);
        expect(Math.min(...ranksWith(1))).toBeGreaterThan(Math.max(...ranksWith(0)));
      }),
      { numRuns: 30 },
    );
  });

  it('adds up, and is within a penny of the exact share', () => {
    const weight = fc.tuple(fc.bigInt({ min: 0n, max: 50_000n }), fc.bigInt({ min: 1n, max: 12n }));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), fc.array(weight, { minLength: 1 }), (total, parts) => {
        const weights = [ratio(1, 7), ...parts.map(([n, d]) => ratio(n, d))];
        const shares = allocateByLargestRemainder(pence(total), weights);
        expect(sumPence(shares)).toBe(total);
        const whole = weights.reduce((sum, { n, d }) => sum + (n * 10n ** 20n) / d, 0n);
        shares.forEach((share, i) => {
          const exact = (total * (((weights[i]?.n ?? 0n) * 10n ** 20n) / (weights[i]?.d ?? 1n))) / whole;
          expect(share >= exact - 1n && share <= exact + 1n).toBe(true);
        });
      }),
    );
  });
});
