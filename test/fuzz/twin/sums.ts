import { penceOf } from './fraction.ts';
import type { Row } from './written.ts';

// Sums of pennies by member and component.

/** What rows of money come to. */
export function sumsOf(rows: readonly Row[]): Record<string, bigint> {
  return added(rows.map((row) => [`${row.practice_code} ${row.component}`, penceOf(row.amount ?? '')]));
}

/** What each component is worth to date: what it is entitled to, and what is not paid of it for conditions and decisions. */
export function worthIn(lines: readonly string[]): Record<string, bigint> {
  const ofWorth = /^(\S+ \S+) \S+ (?:entitlement|unpaid (?:withheld|forfeited|proportion|below-nothing)) (-?\d+)$/g;
  const found = lines.flatMap((line) => [...line.matchAll(ofWorth)]);
  return added(found.map(([, line = '', pence = '']) => [line, BigInt(pence)]));
}

/** What each component is entitled to in all. */
export function entitledIn(lines: readonly string[]): Record<string, bigint> {
  const found = lines.flatMap((line) => [...line.matchAll(/^(\S+ \S+) \S+ entitlement (-?\d+)$/g)]);
  return added(found.map(([, line = '', pence = '']) => [line, BigInt(pence)]));
}

function added(parts: readonly (readonly [string, bigint])[]): Record<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const [key, pence] of parts) sums.set(key, (sums.get(key) ?? 0n) + pence);
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n).sort());
}
