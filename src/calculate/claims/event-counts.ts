/** Events by practice, kind of event and period. */
export class EventCounts {
  readonly #counts: Uint32Array;
  /** The place of each kind. */
  readonly #kinds: ReadonlyMap<string, number>;
  readonly #periods: number;

  constructor(practices: number, events: readonly string[], periods: number) {
    this.#kinds = new Map(events.map((event, index) => [event, index]));
    this.#periods = periods;
    this.#counts = new Uint32Array(practices * events.length * periods);
  }

  add(practice: number, event: string, period: number): void {
    this.set(practice, event, period, this.of(practice, event, period) + 1);
  }

  set(practice: number, event: string, period: number, events: number): void {
    this.#counts[this.#place(practice, event, period)] = events;
  }

  of(practice: number, event: string, period: number): number {
    const events = this.#counts[this.#place(practice, event, period)];
    if (events === undefined) throw new Error(`practice ${practice} or period ${period} has no count of events`);
    return events;
  }

  /** How many belong to periods after one. */
  after(period: number): number {
    let events = 0;
    for (const [place, count] of this.#counts.entries()) if (place % this.#periods > period) events += count;
    return events;
  }

  #place(practice: number, event: string, period: number): number {
    const kind = this.#kinds.get(event);
    if (kind === undefined) throw new Error(`no kind of event ${event} to count`);
    return (practice * this.#kinds.size + kind) * this.#periods + period;
  }
}
