import { isZero, multiply, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import { takenOff } from '../../domain/scheme/adjustment.ts';
import { budgetAfter, mostForOnePractice, ratePerPatient } from '../../domain/scheme/headline.ts';
import type { Adjustment, Component, Scheme } from '../../domain/scheme/scheme.ts';

// The figures of the budget of a scheme, of which `show` makes tables and data.

/** A sum that is shared, and what its adjustments take off. */
export interface PoolBudget {
  readonly component: Component;
  readonly funding: Ratio;
  readonly changes: readonly Change[];
  readonly budget: Ratio;
}

export interface Change {
  readonly adjustment: Adjustment;
  readonly off: Ratio;
}

export function poolsOf({ components }: Scheme): PoolBudget[] {
  return components.flatMap(poolOf);
}

function poolOf(component: Component): PoolBudget[] {
  if (component.value.kind !== 'pool') return [];
  const funding = component.value.pounds;
  let left = funding;
  const changes = component.adjustments.map((adjustment) => {
    const off = takenOff(left, adjustment);
    left = subtract(left, off);
    return { adjustment, off };
  });
  return [{ component, funding, changes, budget: budgetAfter(component, funding, 'all') }];
}

/** What all pools come to together. */
export function poolTotals(pools: readonly PoolBudget[]): { readonly funding: Ratio; readonly off: Ratio } {
  const changes = pools.flatMap((pool) => pool.changes.map(({ off }) => off));
  return { funding: sum(pools.map(({ funding }) => funding)), off: sum(changes) };
}

/** An adjustment of all pools together, and what is left after it. */
export interface Turn {
  readonly id: string;
  readonly off: Ratio;
  readonly left: Ratio;
}

/** The budget as the paper adds it up: the adjustments one after another; two of the same id count as one. */
export function changesInTurn(pools: readonly PoolBudget[]): Turn[] {
  const taken = new Map<string, Ratio[]>();
  for (const { adjustment, off } of pools.flatMap(({ changes }) => changes)) {
    taken.set(adjustment.id, [...(taken.get(adjustment.id) ?? []), off]);
  }
  let { funding: left } = poolTotals(pools);
  return [...taken].map(([id, each]) => {
    const off = sum(each);
    left = subtract(left, off);
    return { id, off, left };
  });
}

/** Pounds a patient, of the term and of each period. */
export interface Rate {
  readonly component: Component;
  readonly pounds: Ratio;
  readonly periods: readonly Ratio[];
}

export function ratesOf({ components, periods }: Scheme): Rate[] {
  return components.flatMap((component) => {
    const pounds = ratePerPatient(component.value);
    if (pounds === null) return [];
    const inPeriod = periods.map(({ index }) =>
      multiply(pounds, component.schedule?.shares[index] ?? { n: 0n, d: 1n }),
    );
    return [{ component, pounds, periods: inPeriod }];
  });
}

/** What all rates come to together, of the term and of each period. */
export function rateTotals(rates: readonly Rate[], { periods }: Scheme): Omit<Rate, 'component'> {
  const inPeriod = periods.map((_, q) => sum(rates.flatMap((each) => each.periods[q] ?? [])));
  return { pounds: sum(rates.map(({ pounds }) => pounds)), periods: inPeriod };
}

/** What one practice can have at most of fixed sums and events. */
export interface Most {
  readonly component: Component;
  readonly most: Ratio;
}

export function mostsOf({ components }: Scheme): Most[] {
  return components.flatMap((component) => {
    const most = mostForOnePractice(component.value);
    return most === null || isZero(most) ? [] : [{ component, most }];
  });
}
