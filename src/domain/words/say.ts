import type { OfCurrency } from '../money/currency.ts';
import { formatPounds, pence, withSeparators } from '../money/money.ts';
import { equals, formatExact, formatShare, one, type Ratio, reduced } from '../money/ratio.ts';
import { roundTo } from '../money/rounding.ts';
import type { Long } from '../scheme/days-or-months.ts';
import { beginsWithVowel } from '../scheme/member.ts';
import { plural, sayPowers, type Unit } from '../scheme/unit.ts';

/** A number with more decimals than this is rounded where a person reads it; the workings have it exactly. */
const mostDecimals = 6n;
const shortest = 10n ** mostDecimals;

/** A number as a person writes it: `45,000`, `0.125`, or, where no short decimal is exact, `about 1,687.21`. */
export function sayNumber(number: Ratio): string {
  const size = number.n < 0n ? { n: -number.n, d: number.d } : number;
  return `${isShort(size) ? '' : 'about '}${number.n < 0n ? '−' : ''}${digitsOf(size)}`;
}

/** Pounds as a person reads them: `£2,900.50`, or `£0.125`, or, where no short decimal is exact, `about £168,719.83`. */
export function sayPounds(words: OfCurrency, pounds: Ratio): string {
  const size = pounds.n < 0n ? { n: -pounds.n, d: pounds.d } : pounds;
  const sign = pounds.n < 0n ? '−' : '';
  const inPence = size.n * 100n;
  if (inPence % size.d === 0n) return `${sign}${formatPounds(words, pence(inPence / size.d))}`;
  return `${isShort(size) ? '' : 'about '}${sign}${words.currency.sign}${withPence(digitsOf(size))}`;
}

/** Pounds with a decimal have two: `1,203.30`. */
function withPence(digits: string): string {
  const [whole = '', decimals = ''] = digits.split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

function isShort(size: Ratio): boolean {
  return (size.n * shortest) % size.d === 0n;
}

/** Of what is not short two decimals, or, below one, three that are not nought. */
function digitsOf(size: Ratio): string {
  if (isShort(size)) return withSeparators(formatExact(size));
  let places = 2;
  while (places < 12 && size.n * 10n ** BigInt(places) < 100n * size.d) places += 1;
  return withSeparators(formatExact(roundTo(size, places, 'half-away-from-zero')));
}

/** Exact pounds as a budget prints them: a whole number of pounds stands without pence, `£380,977`. */
export function saySum(words: OfCurrency, pounds: Ratio): string {
  return sayPounds(words, pounds).replace(/\.00$/, '');
}

/** A number of patients as a person reads it: `5,801 patients`. */
export function sayPatients(patients: Ratio): string {
  return sayOf(patients, 'patient');
}

/** A number with what it counts: `£136.21 a point`, `45,000 patients`, `93%` where it counts nothing. */
export function sayCounted(words: OfCurrency, number: Ratio, unit: Unit): string {
  const [first, second] = unit;
  if (first === undefined) return isShare(number) ? sayShare(number) : sayNumber(number);
  const [base, power] = first;
  if (second === undefined && power === 1) {
    return base === 'pound' ? sayPounds(words, number) : sayOf(number, base);
  }
  const pounds = unit.find(([each]) => each === 'pound');
  const other = unit.find(([each]) => each !== 'pound');
  if (unit.length === 2 && pounds?.[1] === 1 && other?.[1] === -1) {
    return `${sayPounds(words, number)} ${withArticle(other[0])}`;
  }
  return `${sayNumber(number)} ${sayPowers(words, unit)}`;
}

function sayOf(number: Ratio, base: string): string {
  return `${sayNumber(number)} ${equals(number, one) ? base : plural(base)}`;
}

/** A plain number is said as a share up to ten times the whole: `250%`, but `30,000`. */
function isShare({ n, d }: Ratio): boolean {
  return n <= 10n * d && n >= -10n * d;
}

/** A share as a person reads it: `12.5%`, `1/3`, or, where neither is short, `about 79.97%`. */
export function sayShare(share: Ratio): string {
  const { n, d } = reduced(share);
  const percent = { n: n * 100n, d };
  if ((percent.n * 10_000n) % d === 0n || d <= mostParts)
    return n < 0n ? `−${formatShare({ n: -n, d })}` : formatShare(share);
  return `${sayNumber(percent)}%`;
}

/** A share of no more parts than this is said as a fraction: `2/3`, but no `23/93`. */
const mostParts = 12n;

/** `a practice`, `an event`. */
function withArticle(noun: string): string {
  return `${beginsWithVowel(noun) ? 'an' : 'a'} ${noun}`;
}

/** `12 days`, `1 month`, `2 years`. */
export function sayLong(long: Long): string {
  if ('years' in long) return counted(long.years, 'year');
  return 'days' in long ? counted(long.days, 'day') : counted(long.months, 'month');
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** Names in a row as a sentence has them: `a`, `a and b`, `a, b and c`. */
export function sayList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Clauses as one reference, each named once: `20, 26` and `26, 27` make `20, 26, 27`. */
export function citeTogether(clauses: readonly string[]): string {
  const all = clauses.join(', ');
  const known = cited.get(all);
  if (known !== undefined) return known;
  const once = [...new Set(all.split(', '))].filter((clause) => clause !== '').join(', ');
  if (cited.size < mostCited) cited.set(all, once);
  return once;
}

/** References by all that was to be named in them: a scheme has few, and they stand in every row. */
const cited = new Map<string, string>();
const mostCited = 4096;
