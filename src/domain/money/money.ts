import { type Currency, currencySigns, type OfCurrency } from './currency.ts';
import type { Ratio } from './ratio.ts';

declare const unit: unique symbol;

/** Whole pence, exact and of any size. Negative where money flows back. */
export type Pence = bigint & { readonly [unit]: 'pence' };

/** Names a whole number of pence as such. */
export function pence(amount: bigint | number): Pence {
  return BigInt(amount) as Pence;
}

export const noPence: Pence = pence(0n);

export function addPence(a: Pence, b: Pence): Pence {
  return (a + b) as Pence;
}

export function subtractPence(a: Pence, b: Pence): Pence {
  return (a - b) as Pence;
}

export function lesserPence(a: Pence, b: Pence): Pence {
  return a < b ? a : b;
}

export function greaterPence(a: Pence, b: Pence): Pence {
  return a > b ? a : b;
}

/** The sum, or nothing where it lies below. */
export function atLeastNothing(sum: Pence): Pence {
  return greaterPence(sum, noPence);
}

export function sumPence(amounts: Iterable<Pence>): Pence {
  let total: bigint = 0n;
  for (const amount of amounts) total += amount;
  return total as Pence;
}

/** Pence as exact pounds. */
export function inPounds(amount: Pence): Ratio {
  return { n: amount, d: 100n };
}

/** `-1234.5` pounds as pence, or null where the text is not an amount with at most two decimals. */
export function parseAmount(text: string): Pence | null {
  if (!/^-?\d{1,30}(\.\d{1,2})?$/.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return pence(BigInt(text) * 100n);
  return pence(BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(2, '0')));
}

/** An amount as a person types it, and what stands before it, such as `£` or `SEK`; null where it is a plain number. */
export interface TypedAmount {
  readonly amount: Pence;
  readonly sign: string | null;
}

/** An amount as a person types it: as machine files write it, or as the program prints it, `£587,147.11` or `−£12.00`. */
export function parseTypedAmount(text: string): TypedAmount | null {
  const [, minus = '', sign = '', digits = ''] = typedAmount.exec(text) ?? [];
  const amount = parseAmount(`${minus === '' ? '' : '-'}${digits.replaceAll(',', '')}`);
  return amount === null ? null : { amount, sign: sign === '' ? null : sign };
}

const signs = currencySigns.map((sign) => sign.trim().replace('$', '\\$')).join('|');
const typedAmount = new RegExp(
  `^([-−]?)((?:${signs}|[A-Z]{3})?)[ \u00a0]?(\\d+(?:\\.\\d{1,2})?|\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?)$`,
);

/** Whether what a person put before an amount is of a currency: its sign, or its code. */
export function isSignOf(sign: string, { sign: own, code }: Currency): boolean {
  return sign === own || sign === code;
}

/** `1234.56`, as machine files write it: two decimals, no separators. */
export function formatAmount(amount: Pence): string {
  // Most sums of a report are nothing.
  if (amount === noPence) return '0.00';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The exact pounds of so many pence, without needless noughts: `1234.5`. */
export function formatExactPounds(amount: Pence): string {
  const text = formatAmount(amount);
  if (text.endsWith('.00')) return text.slice(0, -3);
  return text.endsWith('0') ? text.slice(0, -1) : text;
}

/** `£1,234.56`, as a person reads it. */
export function formatPounds({ currency: { sign } }: OfCurrency, amount: Pence): string {
  const plain = formatAmount(amount < 0n ? (-amount as Pence) : amount);
  return `${amount < 0n ? '−' : ''}${sign}${withSeparators(plain)}`;
}

/** Thousands separated by commas; what follows a decimal point is left alone, and so is a fraction. */
export function withSeparators(digits: string): string {
  if (digits.includes('/')) return digits;
  const point = digits.indexOf('.');
  let grouped = point < 0 ? '' : digits.slice(point);
  let end = point < 0 ? digits.length : point;
  for (; end > 3; end -= 3) grouped = `,${digits.slice(end - 3, end)}${grouped}`;
  return digits.slice(0, end) + grouped;
}
