import type { Day } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';

/** A claim that may count: nothing stands against it but what other claims have taken before it. */
export interface Contender {
  readonly claim: Claim;
  /** The day that gives it its place: claimed_on, or the day on which it was accepted, if it was late and that was later. */
  readonly placedOn: Day;
  /** The place of its kind of event in the scheme's order. */
  readonly kind: number;
  /** The place of the period to which its event belongs. */
  readonly period: number;
  /** Its place among the claims of its practice. */
  readonly index: number;
}

/** The order in which claims are taken: day of the claim, event_date, event_id by code unit, kind of event, line (RULES, Events). */
export function byTurn(a: Contender, b: Contender): number {
  if (a.placedOn !== b.placedOn) return a.placedOn - b.placedOn;
  const [one, other] = [a.claim, b.claim];
  if (one.eventDate !== other.eventDate) return one.eventDate - other.eventDate;
  if (one.eventId !== other.eventId) return one.eventId < other.eventId ? -1 : 1;
  return a.kind - b.kind || one.line - other.line;
}
