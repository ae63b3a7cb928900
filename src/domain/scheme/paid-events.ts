import { eventsOfValue } from './depends-on.ts';
import type { EventLimits } from './quantity.ts';
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

/** Whether a component is paid as its events fall, and so has no schedule. */
export function isPaidByEvents(value: Value): boolean {
  return eventsOfValue(value).length > 0;
}
