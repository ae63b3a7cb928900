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
      return isPaidByEvents(value);
    case 'per-patient':
    case 'fixed':
    case 'to-be-confirmed':
      return false;
  }
}
