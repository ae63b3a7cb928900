import { blocksIn, type EventLimits, type Quantity } from './quantity.ts';
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

function eventsOfValue(
  value: Value,
): (EventLimits & { readonly event: string; readonly clause?: string | undefined })[] {
  switch (value.kind) {
    case 'per-event': {
      const { event, atMost, atMostPerPeriod, clause } = value;
      return [{ event, atMost: atMost ?? undefined, atMostPerPeriod, clause }];
    }
    case 'quantity':
      return eventsIn(value.of);
    case 'share':
      return eventsOfValue(value.of);
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'shared':
    case 'envelope':
    case 'to-be-confirmed':
      return [];
  }
}

/** The events blocks of a quantity. */
function eventsIn(quantity: Quantity): Extract<Quantity, { kind: 'events' }>[] {
  return blocksIn(quantity).flatMap(({ block }) => (block.kind === 'events' ? [block] : []));
}
