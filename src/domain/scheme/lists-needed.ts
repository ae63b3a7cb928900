import type { Day } from '../day.ts';
import { dependenciesOf, quantitiesOf } from './depends-on.ts';
import { blocksIn } from './quantity.ts';
import type { Component, Scheme } from './scheme.ts';

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
    if (at === 'each-period')
      return { population, dates: periods.flatMap(({ start }) => datesFor(own, start)), isNeeded: false };
    return { population, dates: datesFor(own, at ?? own.at), isNeeded: true };
  });
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
    blocksIn(quantity).some(({ block }) => block.kind === 'patients' && block.at === 'each-period'),
  );
}
