import type { EventLimit } from './counted-claims.ts';

/** The limit of a kind of event up to the end of a period; both by their place. */
export type LimitOf = (kind: number, period: number) => EventLimit;

/** How many events of each kind one practice has taken so far, by the period to which they belong. */
export class TakenEvents {
  readonly #taken: Int32Array;
  readonly #periods: number;
  readonly #limitOf: LimitOf;

  constructor(kinds: number, periods: number, limitOf: LimitOf) {
    this.#taken = new Int32Array(kinds * periods);
    this.#periods = periods;
    this.#limitOf = limitOf;
  }

  of(kind: number, period: number): number {
    const taken = this.#taken[kind * this.#periods + period];
    if (taken === undefined) throw new Error('an event of no kind, or of no period');
    return taken;
  }

  add(kind: number, period: number): void {
    this.#taken[kind * this.#periods + period] = this.of(kind, period) + 1;
  }

  /**
   * Whether one event more of a kind and period counts. Up to the end of each period no more are taken than its limit says. A limit that
   * becomes lower takes nothing back: it stands in the way of events of its own period, and of no earlier one.
   */
  hasRoom(kind: number, period: number): boolean {
    const own = this.#limitOf(kind, period);
    if (this.of(kind, period) >= own.inPeriod) return false;
    if (own.inAll === Infinity) return true;
    let toDate = 0;
    for (let each = 0; each < this.#periods; each += 1) {
      const taken = this.of(kind, each);
      toDate += taken;
      const counts = each === period || (each > period && taken > 0);
      if (counts && toDate >= Math.max(own.inAll, this.#limitOf(kind, each).inAll)) return false;
    }
    return true;
  }
}
