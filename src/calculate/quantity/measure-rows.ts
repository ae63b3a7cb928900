import { type Day, formatDay, isWithin } from '../../domain/day.ts';
import type { MeasureRow } from '../../domain/facts.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type Figure, type Measured, numbersTogether } from './figure.ts';

/** The row that is meant. */
export function latestOf(rows: readonly MeasureRow[], measure: string, at: Day | 'latest' | Period): MeasureRow | null {
  let found: MeasureRow | null = null;
  for (const row of rows) {
    if (row.measure === measure && isMeant(row.asAt, at) && (found === null || row.asAt > found.asAt)) found = row;
  }
  return found;
}

/** Of each line the row that is meant, in order of their names. */
export function rowOfEachLine(
  rows: readonly MeasureRow[],
  measure: string,
  at: Day | 'latest' | Period,
): readonly MeasureRow[] {
  const items = new Map<string, MeasureRow>();
  for (const row of rows) {
    const item = row.item ?? '';
    const before = items.get(item);
    if (row.measure === measure && isMeant(row.asAt, at) && (!before || row.asAt > before.asAt)) items.set(item, row);
  }
  return [...items].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The figures of all lines of a measure together. */
export function addedUpLines(known: PracticeAsAt, measure: string, at: Day | 'latest' | Period): Figure<Measured> {
  const rows = rowOfEachLine(known.measures, measure, at);
  const [first] = rows;
  if (!first) return { kind: 'unknown', reason: `no figure for ${measure}${sayWhen(at)} yet` };
  for (const row of rows) known.used(row);
  const counted = rows.filter((row) => !known.countedElsewhere.has(row));
  const paidHere = counted.length < rows.length ? numbersTogether(counted) : undefined;
  const asAt = rows.map((row) => row.asAt).reduce(laterOf, first.asAt);
  return { kind: 'known', is: { ...numbersTogether(rows), asAt, paidHere } };
}

function isMeant(asAt: Day, at: Day | 'latest' | Period): boolean {
  if (at === 'latest') return true;
  return typeof at === 'number' ? asAt === at : isWithin(asAt, at);
}

/** Of when a figure is missing, in words. */
export function sayWhen(at: Day | 'latest' | Period): string {
  if (at === 'latest') return '';
  return typeof at === 'number' ? ` at ${formatDay(at)}` : ` in ${at.id}`;
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return b > a ? b : a;
}
