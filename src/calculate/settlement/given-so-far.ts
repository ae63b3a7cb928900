import type { Decision, Plan } from '../../domain/facts.ts';
import type { Pence } from '../../domain/money/money.ts';

/** What was given of each decision so far, over all accounts: a sum decided under a code that stands for several is one sum, used in their order. */
export type GivenSoFar = Map<Decision | Plan, Pence>;
