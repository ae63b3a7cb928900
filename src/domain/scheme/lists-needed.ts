import type { Day } from '../day.ts';
import { blocksIn, type PatientsQuantity, type Quantity } from './quantity.ts';
import type { Adjustment, Component, Scheme, Value } from './scheme.ts';

/** A list that the scheme counts beside its own: whose, and at which dates; `isNeeded` unless it is counted anew in each period. */
export interface ListNeeded {
  readonly population: string;
  readonly dates: readonly Day[];
  readonly isNeeded: boolean;
}

/** Every list that a scheme names beside its own. */
export function otherListsNeeded(scheme: Scheme): readonly ListNeeded[] {
  const { population: own, periods } = scheme;
  return scheme.components.flatMap(quantitiesOf).flatMap((quantity) =>
    blocksIn(quantity).flatMap(({ block }): ListNeeded[] => {
      if (block.kind !== 'patients') return [];
      const { population = own.kind, at } = block;
      if (at === 'each-period') {
        const dates = periods.flatMap(({ start }) => datesFor(own, start));
        return [{ population, dates, isNeeded: false }];
      }
      if (at === undefined && population === own.kind) return [];
      return [{ population, dates: datesFor(own, at ?? own.at), isNeeded: true }];
    }),
  );
}

/** The dates of lists that count for a date: of the scheme's own those accepted in its place too, in order of preference. */
export function datesFor({ at, acceptedInstead }: Scheme['population'], date: Day): readonly Day[] {
  return date === at ? [at, ...acceptedInstead] : [date];
}

/** Whether a scheme counts the list of its own population at its own date, in whatever block. */
export function countsOwnList(scheme: Scheme): boolean {
  return scheme.components.some((component) => countsByList(component, scheme));
}

/** Whether a scheme counts patients at all. */
export function countsPatients(scheme: Scheme): boolean {
  return countsOwnList(scheme) || otherListsNeeded(scheme).length > 0;
}

/** Whether a component counts patients anew in each period. */
export function countsAnew(component: Component): boolean {
  return patientsIn(component).some(({ at }) => at === 'each-period');
}

function countsByList(component: Component, { population: own }: Scheme): boolean {
  const asksForSome = component.conditions.some(({ needs, keeps }) =>
    [...needs, ...keeps].some(({ evidence }) => evidence.minimum?.kind === 'per-1000-patients'),
  );
  return (
    asksForSome ||
    goesByList(component.value) ||
    patientsIn(component).some(({ population = own.kind, at }) => population === own.kind && at === undefined)
  );
}

/** Values that go by the list without a block that says so. */
function goesByList(value: Value): boolean {
  switch (value.kind) {
    case 'per-patient':
    case 'pool':
      return true;
    case 'shared':
      return value.by === null;
    case 'share':
      return goesByList(value.of);
    case 'quantity':
    case 'envelope':
    case 'fixed':
    case 'per-event':
    case 'to-be-confirmed':
      return false;
  }
}

function patientsIn(component: Component): readonly PatientsQuantity[] {
  return quantitiesOf(component).flatMap((quantity) =>
    blocksIn(quantity).flatMap(({ block }) => (block.kind === 'patients' ? [block] : [])),
  );
}

/** Everything that a component works out. */
function quantitiesOf({ value, adjustments, achievement, conditions }: Component): readonly Quantity[] {
  const onAccount = achievement?.kind === 'measured' ? achievement.onAccount : null;
  return [
    ...quantitiesOfValue(value),
    ...adjustments.flatMap(quantitiesOfAdjustment),
    ...(onAccount !== null && 'kind' in onAccount ? [onAccount] : []),
    ...conditions.flatMap(({ tests = [] }) => tests.flatMap(({ is, atLeast }) => [is, atLeast])),
  ];
}

function quantitiesOfValue(value: Value): readonly Quantity[] {
  switch (value.kind) {
    case 'quantity':
      return [value.of];
    case 'shared':
      return value.by === null ? [value.of] : [value.of, value.by];
    case 'envelope':
      return [value.pounds, value.of];
    case 'share':
      return quantitiesOfValue(value.of);
    case 'per-event':
      return typeof value.atMost === 'object' && value.atMost !== null ? [value.atMost] : [];
    case 'per-patient':
    case 'fixed':
    case 'pool':
    case 'to-be-confirmed':
      return [];
  }
}

function quantitiesOfAdjustment(adjustment: Adjustment): readonly Quantity[] {
  switch (adjustment.kind) {
    case 'cap':
    case 'floor':
    case 'deduct':
      return [adjustment.pounds];
    case 'multiply':
      return [adjustment.by];
    case 'reduce':
    case 'remove':
    case 'round':
      return [];
  }
}
