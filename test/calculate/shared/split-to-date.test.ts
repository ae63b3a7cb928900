import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitToDate } from '../../../src/calculate/shared/split-to-date.ts';
import { allocateByLargestRemainder } from '../../../src/domain/money/allocation.ts';
import { pence, sumPence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';

const weightsOf = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((weight) => ratio(weight)));
const toDateOf = (amounts: readonly number[]) => amounts.map((amount) => pence(amount));

describe('money shared over those who take part in each period', () => {
  it('gives who joins its part of the later periods, and of the earlier none', () => {
    // £54,424 in thirds. Period 1 by 5:3, then by 5:3:2. To date after 2: 20,409.00125, 12,245.40075 and 3,628.268;
    // after 3: 29,479.66625, 17,687.79975 and 7,256.534: two odd pennies, to the first two.
    const { shared, shares } = splitToDate(
      toDateOf([1814133, 3628267, 5442400]),
      weightsOf([
        [5, 3, 0],
        [5, 3, 2],
        [5, 3, 2],
      ]),
    );
    expect(shared).toEqual([1814133n, 3628267n, 5442400n]);
    expect(shares).toEqual([
      [1133833n, 680300n, 0n],
      [2040900n, 1224540n, 362827n],
      [2947967n, 1768780n, 725653n],
    ]);
  });

  it('leaves the money of a period that nobody shares unspent', () => {
    const { shared, shares } = splitToDate(
      toDateOf([100, 200, 301]),
      weightsOf([
        [0, 0],
        [1, 0],
        [1, 1],
      ]),
    );
    expect(shared).toEqual([0n, 100n, 201n]);
    // 150.5 and 50.5: the odd penny to the first.
    expect(shares).toEqual([
      [0n, 0n],
      [100n, 0n],
      [151n, 50n],
    ]);
  });

  it('is the largest remainder of all that fell due where nobody comes or goes, and never loses a penny', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 6 });
    const budgets = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, budgets, (own, parts) => {
        fc.pre(own.some((weight) => weight > 0));
        let soFar = 0;
        const toDate = toDateOf(parts.map((part) => (soFar += part)));
        const { shared, shares } = splitToDate(toDate, weightsOf(parts.map(() => own)));
        expect(shared).toEqual(toDate);
        expect(shares).toEqual(toDate.map((amount) => allocateByLargestRemainder(amount, weightsOf([own])[0] ?? [])));
        for (const [q, share] of shares.entries()) expect(sumPence(share)).toBe(toDate[q]);
      }),
    );
  });
});
