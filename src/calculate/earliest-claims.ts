import type { Day } from '../domain/day.ts';
import type { Claim } from '../domain/facts.ts';

/** A claim with the day that gives it its place in the order: claimed_on, or the day on which a late claim was accepted. */
export interface OrderedClaim extends Claim {
  readonly placedOn: Day;
}

/** The order in which claims are taken: (claimed_on, event_date, event_id by code unit, file line), contract 5. */
export function isBefore(a: OrderedClaim, b: OrderedClaim): boolean {
  return comesBefore(a, a.placedOn, b);
}

/** The same for a claim that takes its place on the day `placedOn`. */
export function comesBefore(claim: Claim, placedOn: Day, other: OrderedClaim): boolean {
  if (placedOn !== other.placedOn) return placedOn < other.placedOn;
  if (claim.eventDate !== other.eventDate) return claim.eventDate < other.eventDate;
  if (claim.eventId !== other.eventId) return claim.eventId < other.eventId;
  return claim.line < other.line;
}

/**
 * The earliest claims of one practice for one kind of event, one for each event_id, and no more than `most` of them. With
 * `most` the sum of all caps that is enough: of the events that count before a claim, each blocks at most one.
 */
export class EarliestClaims {
  readonly #most: number;
  readonly #byId = new Map<string, OrderedClaim>();
  /** The last of them in the order, once there are as many as can be. */
  #last: OrderedClaim | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Of millions of claims nearly all come after the last one held: they cost no more than the comparison. */
  offer(claim: Claim, placedOn: Day): void {
    if (this.#most === 0 || (this.#last !== null && !comesBefore(claim, placedOn, this.#last))) return;
    const held = this.#byId.get(claim.eventId);
    if (held && !comesBefore(claim, placedOn, held)) return;
    if (!held && this.#last !== null) this.#byId.delete(this.#last.eventId);
    const { practice, event, eventId, eventDate, claimedOn, line } = claim;
    this.#hold({ practice, event, eventId, eventDate, claimedOn, line, placedOn });
  }

  /** A claim that takes its place after this day comes too late to be held, whatever else it says. */
  get closesAfter(): number {
    return this.#last?.placedOn ?? Infinity;
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
