import type { Day } from '../day.ts';
import { blocksIn, type Quantity } from './quantity.ts';
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
      if (at === 'each-period') return [{ population, dates: periods.map(({ start }) => start), isNeeded: false }];
      if (at === undefined && population === own.kind) return [];
      return [{ population, dates: at === undefined ? [own.at, ...own.acceptedInstead] : [at], isNeeded: true }];
    }),
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
