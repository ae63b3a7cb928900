import { type Day, earliestOf } from '../../domain/day.ts';
import { noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import type { DueRow } from './due.ts';

/** Needs with one sum between them. */
export type Together = readonly [DueRow, ...DueRow[]];

/** The practices with most to lose first, as their rows come. */
export function byPractice(rows: readonly DueRow[]): readonly (readonly DueRow[])[] {
  const own = new Map<string, DueRow[]>();
  for (const row of rows) own.set(row.practiceCode, [...(own.get(row.practiceCode) ?? []), row]);
  return [...own.values()];
}

/** The needs of one practice: those that hang together are one. */
export function together(rows: readonly DueRow[]): Together[] {
  const groups = new Map<string, [DueRow, ...DueRow[]]>();
  for (const [place, row] of rows.entries()) {
    const key = row.joint ?? `alone ${place}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** What is asked of a practice: what was overpaid is no worth of anything that is missing. */
export function stillAsked(rows: readonly DueRow[]): DueRow[] {
  return rows.filter(({ need }) => need.kind !== 'recovery');
}

/** The first last day of needs that hang together; null where none has one. */
export function firstLastDay(group: Together): Day | null {
  return earliestOf(group.flatMap(({ need }) => need.lastDay ?? []));
}

/** What all that is asked of a practice comes to. */
export interface InAll {
  readonly worth: Pence;
  readonly paid: Pence;
  readonly nextLastDay: Day | null;
}

export function inAll(rows: readonly DueRow[]): InAll {
  const groups = together(stillAsked(rows));
  const worth = groups.filter(([{ worth: sum }]) => sum !== noPence);
  return {
    worth: sumPence(worth.map(([first]) => first.worth)),
    paid: sumPence(worth.map(([first]) => first.paid)),
    nextLastDay: earliestOf(groups.flatMap((group) => firstLastDay(group) ?? [])),
  };
}
