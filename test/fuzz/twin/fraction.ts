/** A number of the second evaluator: a fraction in lowest terms, with its sign above. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export type Mode = 'half-away-from-zero' | 'half-to-even' | 'up' | 'down';

export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new Error('a fraction of nothing');
  const sign = under < 0n ? -1n : 1n;
  const by = divisor(over < 0n ? -over : over, under < 0n ? -under : under);
  return { over: (sign * over) / by, under: (sign * under) / by };
}

export const none = fraction(0n);
export const all = fraction(1n);

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : divisor(b, a % b);
}

/** Reads `0.125`, `1/4`, `10%`, `-3`. */
export function read(text: string): Fraction {
  if (text.endsWith('%')) return times(read(text.slice(0, -1)), fraction(1n, 100n));
  const [above = '', below] = text.split('/');
  if (below !== undefined) return over(read(above), read(below));
  const [whole = '', places = ''] = above.split('.');
  return fraction(BigInt(whole + places), 10n ** BigInt(places.length));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

export function sum(all: readonly Fraction[]): Fraction {
  return all.reduce(plus, none);
}

/** Below nothing where the first is less, above it where it is more. */
export function against(a: Fraction, b: Fraction): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return against(a, b) <= 0 ? a : b;
}

export function most(a: Fraction, b: Fraction): Fraction {
  return against(a, b) >= 0 ? a : b;
}

/** The whole number at or below it. */
export function floor({ over: above, under }: Fraction): bigint {
  const whole = above / under;
  return above < 0n && whole * under !== above ? whole - 1n : whole;
}

/** To a whole number: halves away from zero, halves to the even one, away from zero, towards it. */
export function whole(number: Fraction, mode: Mode): bigint {
  if (number.over < 0n) return -whole({ over: -number.over, under: number.under }, mode);
  const below = floor(number);
  const left = minus(number, fraction(below));
  if (left.over === 0n || mode === 'down') return below;
  if (mode === 'up') return below + 1n;
  const half = against(left, fraction(1n, 2n));
  if (half !== 0) return half > 0 ? below + 1n : below;
  return mode === 'half-away-from-zero' || below % 2n === 1n ? below + 1n : below;
}

/** To so many decimal places. */
export function toPlaces(number: Fraction, places: number, mode: Mode): Fraction {
  const by = fraction(10n ** BigInt(places));
  return over(fraction(whole(times(number, by), mode)), by);
}

/** Shares out whole pennies by weight: each rounded down, what is left to the largest remainders, ties to the first. */
export function shareOut(pennies: bigint, weights: readonly Fraction[]): bigint[] {
  const heavy = sum(weights);
  if (heavy.over === 0n) return weights.map(() => 0n);
  const exact = weights.map((weight) => over(times(fraction(pennies), weight), heavy));
  const parts = exact.map(floor);
  let left = pennies - parts.reduce((a, b) => a + b, 0n);
  const turns = exact
    .map((part, place) => ({ rest: minus(part, fraction(floor(part))), place }))
    .sort((a, b) => against(b.rest, a.rest) || a.place - b.place);
  for (const { place } of turns) {
    if (left <= 0n) break;
    parts[place] = (parts[place] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}

/** The lesser of two whole numbers. */
export function lesser(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** An amount of a table in pennies. */
export function penceOf(amount: string): bigint {
  const exact = times(read(amount.replace('-', '')), fraction(100n));
  return amount.startsWith('-') ? -exact.over : exact.over;
}
