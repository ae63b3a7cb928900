import type { Pence } from '../../domain/money/money.ts';

/** What plans make of what is owed, where the scheme waits for no decision: the rest of it is deferred. */
export interface Planned {
  /** What they do not cover. */
  readonly atOnce: Pence;
  /** What has fallen due of what they cover, and was not taken yet. */
  readonly dueByPlan: Pence;
}

/** By component, what plans make of what an account owes, where one of them counts for other accounts too. */
export type PlansTogether = ReadonlyMap<string, Planned>;
