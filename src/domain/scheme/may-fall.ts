import { isPaidByEvents } from './paid-events.ts';
import { blocksIn } from './quantity.ts';
import { rangeOf } from './quantity-range.ts';
import type { Component, Scale, Scheme, Value } from './scheme.ts';

/**
 * Whether what a component is worth to date can be less in one period than in the one before: where pennies move between those who
 * share a sum, or are rounded together, and where a value goes by events of which some take off.
 */
export function mayFall(component: Component, { rounding }: Scheme): boolean {
  const { value, adjustments, schedule } = component;
  return (
    (rounding.at === 'period' && schedule !== null) ||
    goesBelowNothing(component) ||
    comesBack(component) ||
    valueMayFall(value, adjustments.length > 0)
  );
}

function valueMayFall(value: Value, isAdjusted: boolean): boolean {
  switch (value.kind) {
    case 'pool':
    case 'shared':
    case 'envelope':
      return true;
    case 'share':
      return valueMayFall(value.of, isAdjusted);
    case 'per-event':
      return isAdjusted;
    case 'quantity':
      return isPaidByEvents(value);
    case 'per-patient':
    case 'fixed':
    case 'to-be-confirmed':
      return false;
  }
}

/** Whether the scheme lets a component come to less than nothing by itself: its whole value may be below zero, or its scale pays less than nothing. */
export function goesBelowNothing({ value, achievement }: Pick<Component, 'value' | 'achievement'>): boolean {
  return goesBelow(value) || (achievement?.kind === 'measured' && scalesBelow(achievement.scale));
}

/** Whether a value below nothing is asked back of what was paid for the periods before, as far as they are entitled to it. */
export function comesBack({ value }: Pick<Component, 'value'>): boolean {
  if (value.kind !== 'quantity') return false;
  return blocksIn(value.of).some(({ block }) => block.kind === 'difference' && block.below === 'comes-back');
}

function scalesBelow(scale: Scale): boolean {
  if (scale.kind !== 'line') return false;
  return scale.points.some((point) => [point.pays, point.below, point.above].some((pays) => pays && pays.n < 0n));
}

function goesBelow(value: Value): boolean {
  if (value.kind === 'share') return goesBelow(value.of);
  if (value.kind !== 'quantity' || comesBack({ value })) return false;
  const { of } = value;
  if (of.kind === 'difference' && of.below === 'zero') return true;
  // Of what grows by events a fall is given back as far as there is something to give back (RULES, What falls).
  const { least } = rangeOf(of);
  return !isPaidByEvents(value) && (least === null || least.n < 0n);
}
