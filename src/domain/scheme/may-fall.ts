import { isPaidByEvents } from './paid-events.ts';
import type { Component, Scheme, Value } from './scheme.ts';

/**
 * Whether what a component is worth to date can be less in one period than in the one before: where pennies move between those who
 * share a sum, or are rounded together, and where a value goes by events of which some take off.
 */
export function mayFall({ value, adjustments, schedule }: Component, { rounding }: Scheme): boolean {
  return (rounding.at === 'period' && schedule !== null) || valueMayFall(value, adjustments.length > 0);
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
      return isPaidByEvents(value) || goesBelow(value);
    case 'per-patient':
    case 'fixed':
    case 'to-be-confirmed':
      return false;
  }
}

/** Whether the scheme lets a component come to less than nothing by itself: its whole value may be below zero. */
export function goesBelowNothing({ value }: Component): boolean {
  return goesBelow(value);
}

function goesBelow(value: Value): boolean {
  if (value.kind === 'share') return goesBelow(value.of);
  if (value.kind !== 'quantity') return false;
  const { of } = value;
  return (of.kind === 'difference' || of.kind === 'change') && of.below === 'zero';
}
