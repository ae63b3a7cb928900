import type { Practice } from '../../../domain/facts.ts';
import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import type { Component } from '../../../domain/scheme/scheme.ts';
import type { CauseOfLoss } from './cause.ts';
import type { CauseTold } from './gathered.ts';

/** More causes than this are told as they are told of many practices: what differs between those is left out. */
const mostCauses = 25;

interface OpenCause {
  readonly cause: CauseOfLoss;
  readonly components: Set<Component>;
  readonly clauses: Set<string>;
  readonly practices: Map<string, Practice>;
  amount: Pence;
  paidBefore: Pence;
}

/** Gathers what is not earned by its cause. */
export class Causes {
  readonly #causes = new Map<string, OpenCause>();

  /** One line: what it is not earned of, and what of that was paid before. */
  add(cause: CauseOfLoss, practice: Practice, component: Component, amount: Pence, paidBefore: Pence): void {
    const open = openIn(this.#causes, `${cause.kind} ${cause.says}`, cause);
    open.components.add(component);
    for (const clause of cause.clause.split(', ')) open.clauses.add(clause);
    open.practices.set(practice.code, practice);
    open.amount = addPence(open.amount, amount);
    open.paidBefore = addPence(open.paidBefore, paidBefore);
  }

  /** The largest first. */
  get told(): readonly CauseTold[] {
    const fine = [...this.#causes.values()];
    const isMany = fine.length > mostCauses;
    const told = isMany ? merged(fine) : fine;
    return told
      .map(({ cause, components, clauses, practices, ...sums }) => ({
        cause: { kind: cause.kind, says: isMany && practices.size > 1 ? cause.ofMany : cause.says },
        components: [...components].sort((a, b) => a.index - b.index),
        clauses: [...clauses].filter((clause) => clause !== ''),
        practices: [...practices.values()],
        ...sums,
      }))
      .sort((a, b) => (a.amount === b.amount ? (a.cause.says < b.cause.says ? -1 : 1) : a.amount > b.amount ? -1 : 1));
  }
}

function openIn(causes: Map<string, OpenCause>, key: string, cause: CauseOfLoss): OpenCause {
  const known = causes.get(key);
  if (known) return known;
  const [components, clauses, practices] = [new Set<Component>(), new Set<string>(), new Map<string, Practice>()];
  const open = { cause, components, clauses, practices, amount: noPence, paidBefore: noPence };
  causes.set(key, open);
  return open;
}

function merged(fine: readonly OpenCause[]): OpenCause[] {
  const coarse = new Map<string, OpenCause>();
  for (const { cause, components, clauses, practices, amount, paidBefore } of fine) {
    const open = openIn(coarse, `${cause.kind} ${cause.ofMany}`, cause);
    for (const each of components) open.components.add(each);
    for (const each of clauses) open.clauses.add(each);
    for (const [code, practice] of practices) open.practices.set(code, practice);
    open.amount = addPence(open.amount, amount);
    open.paidBefore = addPence(open.paidBefore, paidBefore);
  }
  return [...coarse.values()];
}
