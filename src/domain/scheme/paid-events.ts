import { eventsOfValue } from './depends-on.ts';
import { blocksIn, type EventLimits } from './quantity.ts';
import type { Component, Scheme, Value } from './scheme.ts';

/** A kind of event that a component pays for, with its limits. */
export interface PaidEvent extends EventLimits {
  readonly event: string;
  readonly component: Component;
  readonly clause: string;
}

/** Every kind of event that a scheme pays for, in the order of its components. */
export function paidEvents({ components }: Scheme): PaidEvent[] {
  return components.flatMap((component) =>
    eventsOfValue(component.value).map((each) => ({
      ...each,
      component,
      clause: each.clause ?? component.value.clause,
    })),
  );
}

/** Whether a component is paid as it grows, by its events or by figures added up to date, and so has no schedule. */
export function isTallied(value: Value): boolean {
  return eventsOfValue(value).length > 0 || sumsToDate(value);
}

function sumsToDate(value: Value): boolean {
  if (value.kind === 'share') return sumsToDate(value.of);
  return value.kind === 'quantity' && blocksIn(value.of).some(({ block }) => block.kind === 'to-date');
}
