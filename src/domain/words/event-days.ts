import { sayDay } from '../day.ts';
import type { DayKind, DaysOfEvents } from '../scheme/event-prices.ts';
import { sayList } from './say.ts';

/** Which days of events are meant: `from 12 December 2021, on Sundays`; nothing where all are. */
export function sayEventDays({ from, until, on }: DaysOfEvents): string {
  return [
    ...(from === undefined ? [] : [`from ${sayDay(from)}`]),
    ...(until === undefined ? [] : [`until ${sayDay(until)}`]),
    ...(on === undefined ? [] : [`on ${sayList(on.map(sayDayKind))}`]),
  ].join(' ');
}

function sayDayKind(kind: DayKind): string {
  return kind === 'holiday' ? 'holidays' : `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}s`;
}
