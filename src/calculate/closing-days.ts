import type { Day } from '../domain/day.ts';
import type { Claim } from '../domain/facts.ts';

/**
 * The day after which a claim for a kind of event comes too late to count, by practice. Of millions of claims nearly all do,
 * and are seen off here, in one table, before anything else is looked up.
 */
export class ClosingDays {
  readonly #kinds: ReadonlyMap<string, number>;
  readonly #days: Float64Array;

  constructor(practices: number, events: readonly string[]) {
    this.#kinds = new Map(events.map((event, index) => [event, index]));
    this.#days = new Float64Array(practices * events.length).fill(Infinity);
  }

  isClosed(claim: Claim, placedOn: Day): boolean {
    return placedOn > (this.#days[this.#place(claim)] ?? Infinity);
  }

  note(claim: Claim, closesAfter: number): void {
    this.#days[this.#place(claim)] = closesAfter;
  }

  #place({ practice, event }: Claim): number {
    return practice * this.#kinds.size + (this.#kinds.get(event) ?? 0);
  }
}
