import { at } from '../at.ts';
import { mapped } from '../mapped.ts';
import { type Pence, pence } from './money.ts';
import type { Ratio } from './ratio.ts';

/**
 * Splits pence in proportion to weights by largest remainder (RULES, Schedule): each share is rounded down to the penny, and
 * the pennies left over go to the largest remainders, ties to the earlier one. The shares always add up to the total.
 * Weights are zero or above, and not all zero unless the total is.
 */
export function allocateByLargestRemainder(total: Pence, weights: readonly Ratio[]): Pence[] {
  const parts = wholeWeights(weights);
  const whole = parts.reduce((a, b) => a + b, 0n);
  if (whole === 0n) {
    if (total !== 0n) throw new Error('an amount to split over weights that are all zero');
    return mapped(weights, () => pence(0n));
  }
  const shares = mapped(parts, (part) => (total * part) / whole);
  const left = Number(total - shares.reduce((a, b) => a + b, 0n));
  if (left === 0) return mapped(shares, pence);
  const remainders = mapped(parts, (part, i) => total * part - at(shares, i) * whole);
  // Sorting leaves ties as they are.
  const byRemainder = [...remainders.keys()].sort((i, j) => descending(at(remainders, i), at(remainders, j)));
  for (const index of byRemainder.slice(0, left)) shares[index] = at(shares, index) + 1n;
  return mapped(shares, pence);
}

function descending(a: bigint, b: bigint): number {
  return a > b ? -1 : a < b ? 1 : 0;
}

/** The weights on one denominator, as whole numbers in the same proportion. */
function wholeWeights(weights: readonly Ratio[]): bigint[] {
  let common = 1n;
  for (const { d } of weights) if (common % d !== 0n) common *= d / greatestCommonDivisor(common, d);
  return mapped(weights, ({ n, d }) => n * (common / d));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
