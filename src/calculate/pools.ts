import { allocateByLargestRemainder } from '../domain/allocation.ts';
import type { Facts } from '../domain/facts.ts';
import { type Finding, finding } from '../domain/finding.ts';
import type { Pence } from '../domain/money.ts';
import { isZero, multiply, type Ratio, sum, zero } from '../domain/ratio.ts';
import { roundPounds } from '../domain/rounding.ts';
import type { Component, Scheme } from '../domain/scheme.ts';
import { type Worth, worthOf } from './worth.ts';

/** A pool split over all practices, computed once for all of them. */
export interface Pool {
  /** The budget after its reductions, with its steps. */
  readonly budget: Worth;
  /** All patients over whom it is shared. */
  readonly patients: Ratio;
  /** B_q: what is to be shared up to and including each period. */
  readonly toDate: readonly Pence[];
  /** a(x,q): for each period, what each practice has up to then, by the order of practices. */
  readonly shares: readonly (readonly Pence[])[];
}

/** Every pool of a scheme by component id: B_q = R(B·S_q), split by list size, ties to the lower practice code (contract 5, Schedule). */
export function sharePools(scheme: Scheme, facts: Facts): ReadonlyMap<string, Pool> {
  const lists = facts.practices.map(({ code }) => facts.listSizes.get(code)?.patients ?? zero);
  const pools = scheme.components.filter(isPool).map((component): [string, Pool] => {
    const budget = worthOf(component, zero);
    const toDate = (component.schedule?.cumulative ?? []).map((share) =>
      roundPounds(multiply(budget.pounds, share), scheme.rounding),
    );
    const shares = toDate.map((amount) => allocateByLargestRemainder(amount, lists));
    return [component.id, { budget, patients: sum(lists), toDate, shares }];
  });
  return new Map(pools);
}

/** A pool over practices without a single patient cannot be shared: an error of the data. */
export function poolsHavePatients(scheme: Scheme, facts: Facts): Finding[] {
  const patients = sum([...facts.listSizes.values()].map((list) => list.patients));
  if (!scheme.components.some(isPool) || facts.practices.length === 0 || !isZero(patients)) return [];
  return [
    finding(
      'pool-without-patients',
      { file: 'list-sizes.csv', field: 'patients' },
      {
        message: 'all practices together have no patients, so there is nothing to share the budgets by',
        value: '0',
        hint: 'check the patients column of list-sizes.csv: at least one practice needs a list above zero',
      },
    ),
  ];
}

function isPool(component: Component): boolean {
  return component.value.kind === 'pool';
}
