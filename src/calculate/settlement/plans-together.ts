import type { ComponentAccount } from '../../domain/account.ts';
import { addPence, lesserPence, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type DecidedAsAt, plannedSums } from './decided-for.ts';
import type { DecidedSum } from './decided-sums.ts';
import { plannedOf, takenSince } from './plan-alone.ts';
import type { Planned, PlansTogether } from './planned.ts';

/** An account that shares a plan of a component with others: what it owes of it beyond the plans so far, and what of it has fallen due. */
interface Sharing {
  readonly known: PracticeAsAt;
  rest: Pence;
  due: Pence;
}

/** Plans that count for the same accounts, and what recoveries took for them. */
interface Layer {
  readonly accounts: readonly Sharing[];
  readonly plans: DecidedSum[];
  takenByPlan: Pence;
}

/** The places of the accounts for which a plan counts that counts for another as well. */
export function sharersOfPlans({ practices, plans }: AccountFacts): readonly number[] {
  const plansAt = practices.map(({ code }) => plans?.get(code) ?? []);
  const times = new Map<object, number>();
  for (const plan of plansAt.flat()) times.set(plan, (times.get(plan) ?? 0) + 1);
  return [...plansAt.keys()].filter((place) => plansAt[place]?.some((plan) => times.get(plan) !== 1));
}

/**
 * A plan under a code that stands for several is one sum, where the scheme waits for no decision too: what their accounts owe together
 * beyond it is taken at once, the rest is deferred, in their order. Plans that fewer accounts share go first (RULES, Plans).
 * `linesOf` an account are settled without plans, so that all that it owes is due.
 */
export function plansTogether(
  components: readonly Component[],
  sharers: readonly PracticeAsAt[],
  at: DecidedAsAt,
  linesOf: (known: PracticeAsAt) => readonly ComponentAccount[],
): ReadonlyMap<number, PlansTogether> {
  const together = new Map(sharers.map(({ index }) => [index, new Map<string, Planned>()]));
  const lines = new Map(sharers.map((known) => [known, linesOf(known)]));
  for (const component of components.filter(({ recovery }) => !recovery.waitsForDecision)) {
    const sharing = sharers.map((known) => ({ known, rest: owedOf(component, lines.get(known)), due: noPence }));
    planTogether(component, sharing, at);
    for (const { known, rest, due } of sharing) {
      together.get(known.index)?.set(component.id, { atOnce: rest, dueByPlan: due });
    }
  }
  return together;
}

function planTogether(component: Component, sharing: readonly Sharing[], at: DecidedAsAt): void {
  const done: Layer[] = [];
  for (const layer of layersOf(component, sharing, at)) {
    const { accounts, plans } = layer;
    const taken = sumPence(accounts.map(({ known }) => takenSince(plans, { known, component, asAt: at.asAt })));
    const within = done.filter((each) => each.accounts.every((account) => accounts.includes(account)));
    const byOthers = lesserPence(taken, sumPence(within.map(({ takenByPlan }) => takenByPlan)));
    const owed = sumPence(accounts.map(({ rest }) => rest));
    let { atOnce, dueByPlan, takenByPlan } = plannedOf(plans, owed, subtractPence(taken, byOthers));
    for (const account of accounts) {
      const first = lesserPence(account.rest, atOnce);
      const due = lesserPence(subtractPence(account.rest, first), dueByPlan);
      atOnce = subtractPence(atOnce, first);
      dueByPlan = subtractPence(dueByPlan, due);
      account.rest = first;
      account.due = addPence(account.due, due);
    }
    done.push({ ...layer, takenByPlan });
  }
}

/** The plans of a component by whom they count for, those of the fewest accounts first. */
function layersOf(component: Component, sharing: readonly Sharing[], at: DecidedAsAt): readonly Layer[] {
  const layers = new Map<string, Layer>();
  const all = new Map(
    sharing.flatMap(({ known }) => plannedSums(known, component, at).map((each) => [each.row, each])),
  );
  for (const plan of all.values()) {
    const accounts = sharing.filter(({ known }) => known.plans.some((row) => row === plan.row));
    const key = accounts.map(({ known }) => known.index).join(' ');
    const layer = layers.get(key) ?? { accounts, plans: [], takenByPlan: noPence };
    layers.set(key, layer);
    layer.plans.push(plan);
  }
  return [...layers.values()].sort((a, b) => a.accounts.length - b.accounts.length);
}

function owedOf(component: Component, lines: readonly ComponentAccount[] = []): Pence {
  const line = lines.find((each) => each.component.id === component.id);
  const parts = (line?.positions ?? []).flatMap(({ settlement }) =>
    settlement.kind === 'clawback' ? settlement.parts.filter(({ status }) => status === 'due') : [],
  );
  return sumPence(parts.map(({ amount }) => amount));
}
