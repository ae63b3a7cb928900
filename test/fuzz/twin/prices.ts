import { dayOf } from './calendar.ts';
import { type Fraction, none, read } from './fraction.ts';
import type { World } from './world.ts';
import type { EventDays, Price } from './written.ts';

const weekdays = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];

/** Whether a day is among those that are meant. */
export function isOn(day: number, { from, until, on }: EventDays, { scheme }: World): boolean {
  if (from !== undefined && day < dayOf(from)) return false;
  if (until !== undefined && day > dayOf(until)) return false;
  if (on === undefined) return true;
  const isHoliday = scheme.holidays?.days.some((each) => dayOf(each) === day) ?? false;
  return on.includes(weekdays[day % 7] ?? '') || (isHoliday && on.includes('holiday'));
}

/** The price on a day: the last that holds on it; on a day without one it is nothing. */
export function priceOn(day: number, price: Price, world: World): Fraction {
  if (typeof price === 'string') return read(price);
  const known = price.filter(({ agreedOn }) => agreedOn === undefined || dayOf(agreedOn) <= world.asAt);
  const holds = known.findLast((each) => isOn(day, each, world));
  return holds ? read(holds.pounds) : none;
}
