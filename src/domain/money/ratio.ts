/** An exact fraction. `d` is above zero; the two need not be in lowest terms (see `reduced`). */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** The fraction n/d; a denominator of zero is a fault of ours. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new Error('a ratio with a denominator of zero');
  return bottom > 0n ? { n: top, d: bottom } : { n: -top, d: -bottom };
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** a ÷ b; dividing by zero is a fault of ours: callers ask `isZero` first. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n);
}

export function sum(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(add, zero);
}

/** Below zero, zero or above zero as a is less than, equal to or more than b. */
export function compare(a: Ratio, b: Ratio): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Ratio, b: Ratio): boolean {
  return a.d === b.d ? a.n === b.n : a.n * b.d === b.n * a.d;
}

export function isZero(a: Ratio): boolean {
  return a.n === 0n;
}

export function least(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Ratio, b: Ratio): Ratio {
  return compare(a, b) >= 0 ? a : b;
}

/** `x` kept within `low` and `high`. */
export function within(low: Ratio, x: Ratio, high: Ratio): Ratio {
  return least(greatest(low, x), high);
}

/** The same fraction in lowest terms. */
export function reduced(a: Ratio): Ratio {
  let [x, y] = [a.n < 0n ? -a.n : a.n, a.d];
  while (y !== 0n) [x, y] = [y, x % y];
  return x <= 1n ? a : { n: a.n / x, d: a.d / x };
}

const decimalForm = /^-?\d{1,30}(\.\d{1,30})?$/;
const fractionForm = /^(-?\d{1,30})\/(\d{1,30})$/;

/** Reads `12`, `-0.125`: plain decimals, exactly. Null where the text is not one. */
export function parseDecimal(text: string): Ratio | null {
  if (!decimalForm.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  const places = text.length - point - 1;
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: 10n ** BigInt(places) };
}

/**
 * Reads a share as a person writes it: `0.125`, `1/8`, `12.5%`. Null where the text is none of these.
 * A bare whole number above one is a share too (`1`, `2`), so callers check the range that they need.
 */
export function parseShare(text: string): Ratio | null {
  if (text.endsWith('%')) {
    const percent = parseDecimal(text.slice(0, -1));
    return percent && { n: percent.n, d: percent.d * 100n };
  }
  const fraction = fractionForm.exec(text);
  if (fraction) {
    const bottom = BigInt(fraction[2] ?? '');
    return bottom === 0n ? null : { n: BigInt(fraction[1] ?? ''), d: bottom };
  }
  return parseDecimal(text);
}

/** The exact decimal where there is one (`2900.5`), else the fraction in lowest terms (`108848/3`). */
export function formatExact(a: Ratio): string {
  if (a.d === 1n) return a.n.toString();
  // Nearly every figure is one of whole pence, which shows without its lowest terms.
  const hundredths = a.n * 100n;
  if (hundredths % a.d === 0n) return formatHundredths(hundredths / a.d);
  const { n, d } = reduced(a);
  const places = decimalPlaces(d);
  return places === null ? `${n}/${d}` : formatDecimal((n * 10n ** BigInt(places)) / d, places);
}

function formatHundredths(hundredths: bigint): string {
  if (hundredths % 100n === 0n) return (hundredths / 100n).toString();
  return hundredths % 10n === 0n ? formatDecimal(hundredths / 10n, 1) : formatDecimal(hundredths, 2);
}

/** A whole number with its last places behind the point. */
function formatDecimal(whole: bigint, places: number): string {
  const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** As a percentage where that is exact (`12.5%`), else as a fraction (`1/3`). */
export function formatShare(a: Ratio): string {
  const percent = a.n * 100n;
  if (percent % a.d === 0n) return `${percent / a.d}%`;
  const { n, d } = reduced(a);
  return decimalPlaces(d) === null ? `${n}/${d}` : `${formatExact({ n: n * 100n, d })}%`;
}

/** How many decimal places 1/d needs (d in lowest terms), or null where it never ends. */
function decimalPlaces(d: bigint): number | null {
  let [rest, twos, fives] = [d, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}
