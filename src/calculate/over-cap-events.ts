import type { Day } from '../domain/day.ts';
import type { Claim } from '../domain/facts.ts';

/**
 * The events over the cap of one practice, of each kind: two claims for one event count once, on the earliest day that they
 * give for it. It is emptied when the next practice has its turn, so that it never holds more than the claims of one.
 */
export class OverCapEvents {
  readonly #onEvent: (practice: number, event: string, eventDate: Day) => void;
  readonly #days = new Map<string, Map<string, Day>>();
  #practice = -1;

  /** `onEvent` is told of every event when all claims of its practice are in. */
  constructor(onEvent: (practice: number, event: string, eventDate: Day) => void) {
    this.#onEvent = onEvent;
  }

  /** The claims of one practice come together. */
  add({ practice, event, eventId, eventDate }: Claim): void {
    if (practice !== this.#practice) this.finish();
    this.#practice = practice;
    const days = this.#daysOf(event);
    const known = days.get(eventId);
    if (known === undefined || eventDate < known) days.set(eventId, eventDate);
  }

  /** No more claims follow for the practice at hand. */
  finish(): void {
    for (const [event, days] of this.#days) {
      for (const eventDate of days.values()) this.#onEvent(this.#practice, event, eventDate);
      days.clear();
    }
  }

  #daysOf(event: string): Map<string, Day> {
    const known = this.#days.get(event);
    if (known) return known;
    const days = new Map<string, Day>();
    this.#days.set(event, days);
    return days;
  }
}
