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
    const place = this.#place(practice, event, period);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  of(practice: number, event: string, period: number): number {
    return this.#counts[this.#place(practice, event, period)] ?? 0;
  }

  #place(practice: number, event: string, period: number): number {
    const kind = this.#kinds.get(event);
    if (kind === undefined) throw new Error(`no kind of event ${event} to count`);
    return (practice * this.#kinds.size + kind) * this.#periods + period;
  }
}
