import type { Day } from '../day.ts';
import { dependenciesOf } from './depends-on.ts';
import type { Scheme } from './scheme.ts';

/** A list that the scheme counts beside its own: whose, and at which dates; `isNeeded` unless it is counted anew in each period. */
export interface ListNeeded {
  readonly population: string;
  readonly dates: readonly Day[];
  readonly isNeeded: boolean;
}

/** Every list that a scheme names beside its own. */
export function otherListsNeeded(scheme: Scheme): readonly ListNeeded[] {
  const { components, periods, population: own } = scheme;
  const lists = components.flatMap((component) => dependenciesOf(component, scheme).otherLists);
  return lists.map(({ population, at }) => {
    if (at === 'each-period') return { population, dates: periods.map(({ start }) => start), isNeeded: false };
    return { population, dates: at === null ? [own.at, ...own.acceptedInstead] : [at], isNeeded: true };
  });
}
