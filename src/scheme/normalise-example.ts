import type { Day } from '../domain/day.ts';
import type { Example, Period } from '../domain/scheme/scheme.ts';
import { type Document, placeOf } from '../json/document.ts';
import { found } from './found.ts';
import type { WrittenExample } from './grammar/examples.ts';

/** A worked case, each amount with the place where it is written. */
export function exampleOf(
  { title, clause, run, practices, expect }: WrittenExample,
  index: number,
  periods: readonly Period[],
  document: Document,
): Example {
  return {
    title,
    clause,
    practices: practices.map((practice) => ({
      ...practice,
      events: practice.events.map(({ period, on, ...events }) => ({
        ...events,
        on: on ?? firstDayOf(period, periods),
      })),
      paid: practice.paid.map((paid) => ({ ...paid, period: found(periods, paid.period) })),
    })),
    run: run && { period: found(periods, run.period), asAt: run.asAt },
    expect: expect.map(({ practice, component, period, of, pounds, working }, at) => ({
      practice: practice ?? null,
      component: component ?? null,
      period: period ?? null,
      of,
      amount: pounds,
      working: Object.entries(working).map(([step, value]) => ({ step, value })),
      // Asked for only where the example fails: to find it means to read the text with all its places.
      get place() {
        return placeOf(document, ['examples', index, 'expect', at, 'pounds']);
      },
    })),
  };
}

/** The checks ask for a day or a period. */
function firstDayOf(period: string | undefined, periods: readonly Period[]): Day {
  if (period === undefined) throw new Error('events of an example without a day');
  return found(periods, period).start;
}
