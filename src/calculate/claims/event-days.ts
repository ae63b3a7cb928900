import { type Day, daysIn } from '../../domain/day.ts';
import { claimWindowEnd, soLongAfter } from '../../domain/scheme/claim-window.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** What an event of each day of the term comes to, looked up once for all claims. */
export interface EventDays {
  /** The place of the period to which an event belongs; one claimed after the term belongs to the last. */
  readonly periodOf: (eventDate: Day, claimedOn: Day) => number;
  /** The last day on which a claim for an event of a day of the term is considered. */
  readonly lastDayToClaim: (eventDate: Day) => Day;
}

/** The days of the term of a scheme; one without a claim window has no claims, and is not asked. */
export function eventDays({ term, periods, claimWindow }: Scheme): EventDays {
  const periodByDay = new Int32Array(daysIn(term));
  for (const { index, start, end } of periods) periodByDay.fill(index, start - term.start, end - term.start + 1);
  /** The last day on which each period takes claims as its own. */
  const closingDays = periods.map((period) => soLongAfter(period, claimWindow?.closes ?? { days: 0 }));
  /** Nothing where it was not asked for yet. */
  const lastDays: Day[] = [];

  function periodAt(day: Day): number {
    const found = periodByDay[day - term.start];
    if (found === undefined) throw new Error('an event outside every period');
    return found;
  }

  function periodOf(eventDate: Day, claimedOn: Day): number {
    const own = periodAt(eventDate);
    if (claimWindow?.countsIn !== 'period-of-claim') return own;
    const open = closingDays.findIndex((day, period) => period >= own && claimedOn <= day);
    return open < 0 ? periods.length - 1 : open;
  }

  function lastDayToClaim(eventDate: Day): Day {
    return lastDays[eventDate - term.start] ?? lookUp(eventDate);
  }

  function lookUp(eventDate: Day): Day {
    const period = periods[periodAt(eventDate)];
    if (claimWindow === null || !period) throw new Error('claims in a scheme without a claim window');
    const lastDay = claimWindowEnd(claimWindow, periods, period, eventDate);
    lastDays[eventDate - term.start] = lastDay;
    return lastDay;
  }

  return { periodOf, lastDayToClaim };
}
