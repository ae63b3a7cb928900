import type { OfCurrency } from '../money/currency.ts';

/** What a quantity is counted in: powers of base units in order of name, such as pounds per patient. None for a share or a plain number. */
export type Unit = readonly (readonly [base: string, power: number])[];

export const noUnit: Unit = [];

/** One base unit by its singular word: `pound`, `patient`, `point`. */
export function unitOf(base: string): Unit {
  return [[base, 1]];
}

export const inPoundsUnit: Unit = unitOf('pound');

/** The unit of a product. */
export function unitTimes(a: Unit, b: Unit): Unit {
  return combined(a, b, 1);
}

/** The unit of a quotient: pounds over patients are pounds per patient. */
export function unitOver(a: Unit, b: Unit): Unit {
  return combined(a, b, -1);
}

export function sameUnit(a: Unit, b: Unit): boolean {
  const [first, second] = [powersIn(a), powersIn(b)];
  return first === second;
}

function powersIn(unit: Unit): string {
  return unit.map(([base, power]) => `${base}^${power}`).join(' ');
}

/** A unit as a person reads it: `pounds per patient`, `a number per activity`, or `a plain number` where there is none. */
export function sayUnit(words: OfCurrency, unit: Unit): string {
  if (unit.length === 0) return 'a plain number';
  return unit.some(([, power]) => power > 0) ? sayPowers(words, unit) : `a number ${sayPowers(words, unit)}`;
}

/** What stands after a number: `pounds per patient`, `per activity`. */
export function sayPowers(words: OfCurrency, unit: Unit): string {
  const [one, many] = words.currency.pound;
  const above = unit
    .filter(([, power]) => power > 0)
    .map(([base, power]) => raised(base === 'pound' ? many : plural(base), power));
  const below = unit
    .filter(([, power]) => power < 0)
    .map(([base, power]) => raised(base === 'pound' ? one : base, -power));
  return [above.join(' × '), ...below.map((each) => `per ${each}`)].filter((part) => part !== '').join(' ');
}

/** More than one of a unit: `patients`, `activities`, `people`. */
export function plural(word: string): string {
  if (word === 'person') return 'people';
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function raised(word: string, power: number): string {
  return power === 1 ? word : `${word} to the power of ${power}`;
}

function combined(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers = new Map(a);
  for (const [base, power] of b) powers.set(base, (powers.get(base) ?? 0) + sign * power);
  return [...powers].filter(([, power]) => power !== 0).sort(([x], [y]) => (x < y ? -1 : 1));
}
