import { addDays, addMonths, type Day, formatDay, type Span, sayDay } from '../domain/day.ts';
import type { WrittenPeriod, WrittenPeriods } from './grammar/scheme.ts';

/** The periods as written, or the months or quarters of the term, counted from its first day; the last one ends with it. */
export function countPeriods(written: WrittenPeriods, term: Span): readonly WrittenPeriod[] {
  if (Array.isArray(written)) return written;
  const { every, clause } = written;
  const months = every === 'month' ? 1 : 3;
  const periods: WrittenPeriod[] = [];
  for (let start = term.start; start <= term.end && periods.length < mostPeriods; ) {
    const next = addMonths(term.start, months * (periods.length + 1));
    const end = next <= term.end ? addDays(next, -1) : term.end;
    const id = every === 'month' ? formatDay(start).slice(0, 7) : `Q${periods.length + 1}`;
    const title = every === 'month' ? monthFrom(start) : `Quarter ${periods.length + 1}`;
    periods.push({ id, title, start, end, clause });
    start = next;
  }
  return periods;
}

/** `March 2014`, or `Month from 15 March 2014` where it does not begin with one. */
function monthFrom(start: Day): string {
  const says = sayDay(start);
  return says.startsWith('1 ') ? says.slice(2) : `Month from ${says}`;
}

/** A hundred years of months: a slip in the term is told by its own check. */
const mostPeriods = 1200;
