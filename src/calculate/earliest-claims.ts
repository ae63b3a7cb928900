import type { Day } from '../domain/day.ts';
import type { Claim } from '../domain/facts.ts';

/** A claim with the day that gives it its place in the order: claimed_on, or the day on which a late claim was accepted. */
export interface OrderedClaim extends Claim {
  readonly placedOn: Day;
}

/** The order in which claims are taken: (claimed_on, event_date, event_id by code unit, file line), contract 5. */
export function isBefore(a: OrderedClaim, b: OrderedClaim): boolean {
  if (a.placedOn !== b.placedOn) return a.placedOn < b.placedOn;
  if (a.eventDate !== b.eventDate) return a.eventDate < b.eventDate;
  if (a.eventId !== b.eventId) return a.eventId < b.eventId;
  return a.line < b.line;
}

/**
 * The earliest claims of one practice for one kind of event, one for each event_id, and no more than `most` of them. With
 * `most` the sum of all caps that is enough: of the events that count before a claim, each blocks at most one.
 */
export class EarliestClaims {
  readonly #most: number;
  readonly #byId = new Map<string, OrderedClaim>();
  #last: OrderedClaim | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  offer(claim: OrderedClaim): void {
    const held = this.#byId.get(claim.eventId);
    if (held) {
      if (isBefore(claim, held)) this.#hold(claim);
    } else if (this.#byId.size < this.#most) {
      this.#hold(claim);
    } else if (this.#last !== null && isBefore(claim, this.#last)) {
      this.#byId.delete(this.#last.eventId);
      this.#hold(claim);
    }
  }

  inOrder(): OrderedClaim[] {
    return [...this.#byId.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  #hold(claim: OrderedClaim): void {
    this.#byId.set(claim.eventId, claim);
    if (this.#byId.size < this.#most) return;
    this.#last = null;
    for (const held of this.#byId.values()) {
      if (this.#last === null || isBefore(this.#last, held)) this.#last = held;
    }
  }
}
