import { type Day, storedDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';

/**
 * The events over the cap of one practice, of each kind: two claims for one event count once, on the earliest day that they
 * give for it. It is emptied when the next practice has its turn, so that it never holds more than the claims of one.
 */
export class OverCapEvents {
  readonly #onEvent: (practice: number, event: string, eventDate: Day) => void;
  readonly #kinds: ReadonlyMap<string, EarliestDays>;
  #practice = -1;

  /** `onEvent` is told of every event when all claims of its practice are in. */
  constructor(events: readonly string[], onEvent: (practice: number, event: string, eventDate: Day) => void) {
    this.#onEvent = onEvent;
    this.#kinds = new Map(events.map((event) => [event, new EarliestDays()]));
  }

  /** The claims of one practice come together; `number` is that of the event among those of the practice. */
  add({ practice, event, eventDate }: Claim, number: number): void {
    if (practice !== this.#practice) this.finish();
    this.#practice = practice;
    this.#kinds.get(event)?.note(number, eventDate);
  }

  /** No more claims follow for the practice at hand. */
  finish(): void {
    for (const [event, days] of this.#kinds) {
      days.empty((eventDate) => this.#onEvent(this.#practice, event, eventDate));
    }
  }
}

/** The earliest day of each event, by its number. */
class EarliestDays {
  /** 0 for an event without a day. */
  #days = new Int32Array(64);
  #events = 0;

  note(number: number, day: Day): void {
    while (number >= this.#days.length) {
      const larger = new Int32Array(this.#days.length * 2);
      larger.set(this.#days);
      this.#days = larger;
    }
    const known = this.#days[number] ?? 0;
    if (known === 0 || day < known) this.#days[number] = day;
    if (number >= this.#events) this.#events = number + 1;
  }

  /** Gives every day, and forgets them. */
  empty(onDay: (day: Day) => void): void {
    for (let number = 0; number < this.#events; number += 1) {
      const day = this.#days[number] ?? 0;
      if (day !== 0) onDay(storedDay(day));
      this.#days[number] = 0;
    }
    this.#events = 0;
  }
}
