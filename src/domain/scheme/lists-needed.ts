import { addMonths, type Day } from '../day.ts';
import { dependenciesOf, quantitiesOf } from './depends-on.ts';
import { blocksIn } from './quantity.ts';
import { isEach } from './quantity-kinds.ts';
import type { Component, Period, Scheme } from './scheme.ts';

/** A list that the scheme counts beside its own: whose, and at which dates; `isNeeded` unless it is counted anew in each period, or later in the term. */
export interface ListNeeded {
  readonly population: string;
  readonly dates: readonly Day[];
  readonly isNeeded: boolean;
}

/** Every list that a scheme names beside its own. */
export function otherListsNeeded(scheme: Scheme): readonly ListNeeded[] {
  const { components, periods, population: own, term } = scheme;
  const lists = components.flatMap((component) => dependenciesOf(component, scheme).otherLists);
  return lists.map(({ population, at }) => {
    if (at === 'each-period' || at === 'each-quarter') {
      const days = new Set(periods.map((period) => dayOfLists(scheme, period, at)));
      return { population, dates: [...days].flatMap((day) => datesFor(own, day)), isNeeded: false };
    }
    return {
      population,
      dates: datesFor(own, at ?? own.at),
      isNeeded: at === null || at <= term.start || at <= own.at,
    };
  });
}

/** The day whose lists count in a period: its first, or the first of its quarter, counted from the start of the term. */
export function dayOfLists({ term }: Pick<Scheme, 'term'>, { start }: Period, at: 'each-period' | 'each-quarter'): Day {
  if (at === 'each-period') return start;
  let first = term.start;
  for (let quarters = 1; ; quarters += 1) {
    const next = addMonths(term.start, 3 * quarters);
    if (next > start) return first;
    first = next;
  }
}

/** The dates of lists that count for a date: of the scheme's own those accepted in its place too, in order of preference. */
export function datesFor({ at, acceptedInstead }: Scheme['population'], date: Day): readonly Day[] {
  return date === at ? [at, ...acceptedInstead] : [date];
}

/** Whether a scheme counts the list of its own population at its own date, in whatever block. */
export function countsOwnList(scheme: Scheme): boolean {
  return scheme.components.some((component) => dependenciesOf(component, scheme).ownList);
}

/** Whether a scheme counts patients at all. */
export function countsPatients(scheme: Scheme): boolean {
  return countsOwnList(scheme) || otherListsNeeded(scheme).length > 0;
}

/** Whether a component counts patients anew in each period. */
export function countsAnew(component: Component): boolean {
  return quantitiesOf(component).some((quantity) =>
    blocksIn(quantity).some(({ block }) => block.kind === 'patients' && isEach(block.at)),
  );
}
