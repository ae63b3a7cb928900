import type { Unpaid } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, type Pence } from '../../domain/money/money.ts';
import { equals } from '../../domain/money/ratio.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { inWords } from '../../domain/words/words.ts';
import { sayNoGroup } from '../identity/groups.ts';
import type { Stay } from '../identity/stay.ts';
import type { Seat } from './pot.ts';

/** Who is not among those who share is told so. */
export function notAmong({ clause }: Component, seats: readonly Seat[], { index }: Period): Unpaid[] {
  const outside = seats.find((seat) => seat.outside[index])?.outside[index];
  return outside ? [{ status: 'achievement', amount: noPence, reason: outside, clause }] : [];
}

/** A practice in no network is told so, though nothing can be said of what it would have. */
export function noGroup(component: Component, seats: readonly Seat[], { index }: Period, { joinsOn }: Stay): Unpaid[] {
  const { value, clause } = component;
  const isGrouped = value.kind === 'shared' && value.within !== 'all';
  if (!isGrouped || joinsOn !== null || seats.some(({ isIn, outside }) => isIn[index] || outside[index])) return [];
  return [{ status: 'achievement', amount: noPence, reason: sayNoShare(component), clause }];
}

export function sayNoShare({ value }: Component): string {
  return value.kind === 'shared' && value.within !== 'all'
    ? sayNoGroup(value.within)
    : 'takes no part in what is shared';
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
