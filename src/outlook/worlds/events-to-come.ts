import type { CountedClaims } from '../../calculate/claims/counted-claims.ts';
import { EventCounts } from '../../calculate/claims/event-counts.ts';
import { TakenEvents } from '../../calculate/claims/taken-events.ts';
import { at } from '../../domain/at.ts';
import { type Day, daysIn } from '../../domain/day.ts';
import { compare, multiply, ratio } from '../../domain/money/ratio.ts';
import { ceiling } from '../../domain/money/rounding.ts';
import { type EventPrice, isOnePrice } from '../../domain/scheme/event-prices.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { type OpenEvents, openEvents } from './open-events.ts';

/** Events that are added to those that count. */
export type MoreEvents = (practice: number, event: string, period: number) => number;

/** The claims with more events: they count like any other, at the highest price where there are several. */
export function withMoreEvents(claims: CountedClaims, more: MoreEvents): CountedClaims {
  return {
    ...claims,
    later: claims.later,
    counted: (practice, event, period) => claims.counted(practice, event, period) + more(practice, event, period),
    tallied: (practice, block, period) => {
      const tallied = claims.tallied(practice, block, period);
      const added = more(practice, block.event, period);
      if (added === 0 || block.kind === 'claimed') return tallied;
      const place = block.kind === 'per-event' && !isOnePrice(block.pounds) ? highest(block.pounds) : 0;
      const nothing = { counted: [], overCap: [], claimed: ratio(0), cutOff: ratio(0) };
      const of = tallied ?? nothing;
      const counted = Array.from({ length: Math.max(of.counted.length, place + 1) }, (_, each) => {
        return (of.counted[each] ?? 0) + (each === place ? added : 0);
      });
      return { ...of, counted };
    },
  };
}

function highest(prices: readonly EventPrice[]): number {
  return prices.reduce((best, price, place) => (compare(price.pounds, at(prices, best).pounds) > 0 ? place : best), 0);
}

/** Room for more events of one kind in the periods that are open, in the order in which these are filled. */
export interface Room {
  readonly event: string;
  readonly periods: readonly Period[];
}

/** What may still be claimed as at a day. */
export class EventsToCome {
  readonly #scheme: Scheme;
  readonly #kinds: readonly string[];
  readonly #open: OpenEvents | null;

  constructor(scheme: Scheme, asAt: Day) {
    this.#scheme = scheme;
    this.#kinds = paidEvents(scheme).map(({ event }) => event);
    this.#open = this.#kinds.length > 0 && scheme.claimWindow !== null ? openEvents(scheme, asAt) : null;
  }

  /** A table for the events that are added, of all practices. */
  none(practices: number): EventCounts {
    return new EventCounts(practices, this.#kinds, this.#scheme.periods.length);
  }

  /** The periods in which a practice can still claim events. */
  openPeriods(known: Parameters<OpenEvents['isOpen']>[1]): readonly Period[] {
    return this.#scheme.periods.filter((period) => this.#open?.isOpen(period, known));
  }

  /**
   * How many events more count for a practice, by the place of their period: up to their limits, or, where there is none, as many a day as
   * in the periods whose window is over.
   */
  fill({ event, periods }: Room, practice: number, claims: CountedClaims): readonly number[] {
    const { periods: all } = this.#scheme;
    const soFar = new TakenEvents(1, all.length, (_, period) => claims.limit(practice, event, period));
    for (const { index } of all) {
      for (let each = claims.counted(practice, event, index); each > 0; each -= 1) soFar.add(0, index);
    }
    return this.#inOrder({ event, periods }, practice, claims, soFar);
  }

  #inOrder({ event, periods }: Room, practice: number, claims: CountedClaims, soFar: TakenEvents): number[] {
    const added = this.#scheme.periods.map(() => 0);
    for (const period of periods) {
      const { index } = period;
      const limit = claims.limit(practice, event, index);
      if (limit.unknown !== null) continue;
      const isLimited = limit.inAll !== Infinity || limit.inPeriod !== Infinity;
      let left = isLimited ? Infinity : this.#byRate(event, period, practice, claims);
      for (; left > 0 && soFar.hasRoom(0, index); left -= 1) {
        soFar.add(0, index);
        added[index] = (added[index] ?? 0) + 1;
      }
    }
    return added;
  }

  /** As many in a period as there were a day in the periods of which all claims are in, less those that count already. */
  #byRate(event: string, period: Period, practice: number, claims: CountedClaims): number {
    const over = this.#scheme.periods.filter((each) => this.#open?.isOver(each));
    const days = over.map(daysIn).reduce((a, b) => a + b, 0);
    if (days === 0) return 0;
    const events = over.map(({ index }) => claims.counted(practice, event, index)).reduce((a, b) => a + b, 0);
    const expected = Number(ceiling(multiply(ratio(events, days), ratio(daysIn(period)))));
    return expected - claims.counted(practice, event, period.index);
  }
}
