import type { Unpaid } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, type Pence } from '../../domain/money/money.ts';
import { equals } from '../../domain/money/ratio.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { inWords } from '../../domain/words/words.ts';
import { sayNoGroup } from '../identity/groups.ts';
import { hadJoinedBy, type Stay } from '../identity/stay.ts';
import type { Seat } from '../shared/pot.ts';

/** Who is not among those who share is told so. */
export function notAmong({ clause }: Component, seats: readonly Seat[], { index }: Period): Unpaid[] {
  const outside = seats.find((seat) => seat.outside[index])?.outside[index];
  return outside ? [{ status: 'achievement', amount: noPence, reason: outside, clause }] : [];
}

/** A practice in no network is told so, though nothing can be said of what it would have. */
export function noGroup(component: Component, seats: readonly Seat[], period: Period, stay: Stay): Unpaid[] {
  const says = sayNoShare(component, seats, period, stay);
  return says === null ? [] : [{ status: 'achievement', amount: noPence, reason: says, clause: component.clause }];
}

/** Why nothing is shared with a practice that takes part in a period: it is in no network; null where it has a place, or takes no part. */
export function sayNoShare({ value }: Component, seats: readonly Seat[], period: Period, stay: Stay): string | null {
  if (value.kind !== 'shared' || value.within === 'all') return null;
  const { index, start } = period;
  const isThere = hadJoinedBy(stay, period) && (stay.leavesOn === null || stay.leavesOn >= start);
  const hasPlace = seats.some(({ isIn, outside }) => isIn[index] || outside[index]);
  return isThere && !hasPlace ? sayNoGroup(value.within) : null;
}

/** What an envelope costs a practice: it is no part of what the period pays in full, as there is no more to share. */
export function lessThanAlone(
  scheme: Scheme,
  { value }: Component,
  { pot, place, alone }: Seat,
  q: number,
  amount: Pence,
): Unpaid[] {
  if (amount <= 0n || alone === null) return [];
  const isScaled = !equals(at(at(pot.exact, q), place), at(alone.due, q));
  const reason = isScaled
    ? 'scaled down, as all practices together earn more than the envelope'
    : 'rounded down, as the envelope holds no more than all practices together earn';
  return [{ status: 'capped', amount, reason: inWords(scheme.words, reason), clause: value.clause }];
}
