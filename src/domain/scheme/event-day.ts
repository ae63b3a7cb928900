import { type Day, weekdayOf } from '../day.ts';
import { type DaysOfEvents, dayKinds, type EventPrice } from './event-prices.ts';
import type { Scheme } from './scheme.ts';

/** Whether an event of a day is among those that a block takes. */
export function isOnDays({ from, until, on }: DaysOfEvents, day: Day, { holidays }: Pick<Scheme, 'holidays'>): boolean {
  if ((from !== undefined && day < from) || (until !== undefined && day > until)) return false;
  if (on === undefined) return true;
  const weekday = dayKinds[weekdayOf(day)];
  return on.some((kind) => (kind === 'holiday' ? holidays?.days.includes(day) : kind === weekday));
}

/** The place of the last price that holds on the day of an event, for a run as at a day; -1 where none does. */
export function placeOfPrice(
  prices: readonly EventPrice[],
  day: Day,
  asAt: Day,
  scheme: Pick<Scheme, 'holidays'>,
): number {
  return prices.findLastIndex(
    (price) => (price.agreedOn === undefined || price.agreedOn <= asAt) && isOnDays(price, day, scheme),
  );
}
