import type { Decision, Plan } from '../../domain/facts.ts';
import type { Pence } from '../../domain/money/money.ts';

/** Over all accounts so far, as a sum decided under a code that stands for several is one sum, used in their order. */
export interface GivenSoFar {
  /** What was given of each decision and plan. */
  readonly given: Map<Decision | Plan, Pence>;
  /** What is deferred by a plan in this run. */
  readonly deferred: Map<Decision | Plan, Pence>;
}

/** Of no sum was anything given. */
export function nothingGiven(): GivenSoFar {
  return { given: new Map(), deferred: new Map() };
}

/** The same, to go on from without a trace. */
export function copyOf({ given, deferred }: GivenSoFar): GivenSoFar {
  return { given: new Map(given), deferred: new Map(deferred) };
}

/** The same of these decisions and plans alone. */
export function copyOfRows({ given, deferred }: GivenSoFar, rows: readonly (Decision | Plan)[]): GivenSoFar {
  const only = (sums: ReadonlyMap<Decision | Plan, Pence>) => {
    const kept = new Map<Decision | Plan, Pence>();
    for (const row of rows) {
      const sum = sums.get(row);
      if (sum !== undefined) kept.set(row, sum);
    }
    return kept;
  };
  return { given: only(given), deferred: only(deferred) };
}
