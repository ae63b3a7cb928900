import { eventsOfValue } from './depends-on.ts';
import { blocksIn, type EventLimits } from './quantity.ts';
import { isToDate } from './quantity-kinds.ts';
import type { Component, Scheme, Value } from './scheme.ts';
import { isEnvelopeToDate } from './shared.ts';

/** A kind of event that a component pays for, with its limits. */
export interface PaidEvent extends EventLimits {
  readonly event: string;
  readonly component: Component;
  readonly clause: string;
}

/** Every kind of event that a scheme pays for, by the block that owns its limits, in the order of its components. */
export function paidEvents({ components }: Scheme): PaidEvent[] {
  return components.flatMap((component) =>
    eventsOfValue(component.value)
      .filter(({ limitsOf }) => limitsOf === undefined)
      .map(({ event, atMost, atMostPerPeriod, atMostPerPerson, personOver, clause }) => ({
        event,
        atMost,
        atMostPerPeriod,
        atMostPerPerson,
        personOver,
        component,
        clause: clause ?? component.value.clause,
      })),
  );
}

/** The components whose value counts events of a kind, by that kind. */
export function countingComponents({ components }: Scheme): ReadonlyMap<string, readonly string[]> {
  const counting = new Map<string, string[]>();
  for (const { id, value } of components) {
    for (const event of new Set(eventsOfValue(value).map((each) => each.event)))
      counting.set(event, [...(counting.get(event) ?? []), id]);
  }
  return counting;
}

/** Whether a component is paid as its events fall, or its figures add up, and so has no schedule: it counts all of them to date. */
export function isPaidByEvents(value: Value): boolean {
  if (value.kind === 'per-event' || isEnvelopeToDate(value)) return true;
  return value.kind === 'quantity' && blocksIn(value.of).some(({ block }) => isToDate(block));
}
