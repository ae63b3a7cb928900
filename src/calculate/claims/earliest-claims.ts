import type { Day } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';

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
  /** The same claims in order; in none where any number of them may be held. */
  readonly #inOrder: OrderedClaim[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Of millions of claims nearly all come after the last one held: they cost no more than the comparison. */
  offer(claim: Claim, placedOn: Day): void {
    const last = this.#last;
    if (this.#most === 0 || (last !== null && !comesBefore(claim, placedOn, last))) return;
    const { practice, event, eventId, eventDate, claimedOn, line } = claim;
    const held = this.#byId.get(eventId);
    if (held && !comesBefore(claim, placedOn, held)) return;
    const out = held ?? last;
    if (out) this.#release(out);
    this.#hold({ practice, event, eventId, eventDate, claimedOn, line, placedOn });
  }

  inOrder(): OrderedClaim[] {
    return [...this.#byId.values()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  /** The last of them in the order, once there are as many as can be. */
  get #last(): OrderedClaim | null {
    return this.#inOrder.length < this.#most ? null : (this.#inOrder.at(-1) ?? null);
  }

  #release(claim: OrderedClaim): void {
    this.#byId.delete(claim.eventId);
    if (this.#most !== Infinity) this.#inOrder.splice(this.#inOrder.indexOf(claim), 1);
  }

  #hold(claim: OrderedClaim): void {
    this.#byId.set(claim.eventId, claim);
    if (this.#most === Infinity) return;
    let at = this.#inOrder.length;
    for (; at > 0; at -= 1) {
      const before = this.#inOrder[at - 1];
      if (before && !isBefore(claim, before)) break;
    }
    this.#inOrder.splice(at, 0, claim);
  }
}
