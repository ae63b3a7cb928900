import { type Pence, pence } from './money.ts';
import type { Ratio } from './ratio.ts';

/** How a fraction becomes a whole number: the modes that a scheme may name. */
export type RoundingMode = 'half-away-from-zero' | 'half-to-even' | 'up' | 'down';

/** To what an amount of pounds is rounded. */
export type RoundingUnit = 'penny' | 'pound';

/** The one rounding rule of a scheme, or of one of its steps. */
export interface Rounding {
  readonly unit: RoundingUnit;
  readonly mode: RoundingMode;
}

/** R(x) of the contract where a scheme declares nothing else: to the penny, halves away from zero. */
export const toThePenny: Rounding = { unit: 'penny', mode: 'half-away-from-zero' };

/** Rounds a fraction to a whole number; `up` and `down` are away from and towards zero. */
export function roundToWhole(x: Ratio, mode: RoundingMode): bigint {
  const negative = x.n < 0n;
  const size = negative ? -x.n : x.n;
  const whole = size / x.d;
  const rest = size - whole * x.d;
  const rounded = whole + (roundsUp(whole, rest, x.d, mode) ? 1n : 0n);
  return negative ? -rounded : rounded;
}

function roundsUp(whole: bigint, rest: bigint, divisor: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'half-away-from-zero':
      return rest * 2n >= divisor;
    case 'half-to-even':
      return rest * 2n > divisor || (rest * 2n === divisor && whole % 2n === 1n);
    case 'up':
      return rest > 0n;
    case 'down':
      return false;
  }
}

/** R(x): exact pounds to pence under a rounding rule. */
export function roundPounds(pounds: Ratio, rounding: Rounding): Pence {
  const perPound = rounding.unit === 'penny' ? 100n : 1n;
  const units = roundToWhole({ n: pounds.n * perPound, d: pounds.d }, rounding.mode);
  return pence(units * (100n / perPound));
}

/** The least whole number that is not below x. */
export function ceiling(x: Ratio): bigint {
  const whole = x.n / x.d;
  return x.n > whole * x.d ? whole + 1n : whole;
}

/** Rounds to decimal places: 2 for pence, 0 for whole ones. */
export function roundTo(x: Ratio, places: number, mode: RoundingMode): Ratio {
  const perOne = 10n ** BigInt(places);
  return { n: roundToWhole({ n: x.n * perOne, d: x.d }, mode), d: perOne };
}
