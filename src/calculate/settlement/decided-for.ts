import type { Day } from '../../domain/day.ts';
import type { Decision } from '../../domain/facts.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayDecision, sayPlan } from '../../domain/words/decided.ts';
import type { Words } from '../../domain/words/words.ts';
import { ofComponent } from '../conditions/decisions.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { DecidedSum } from './decided-sums.ts';
import { fallenDue } from './plans.ts';

/** As at which day plans are looked at, and of which periods they are. */
export interface DecidedAsAt {
  readonly words: Words;
  readonly asAt: Day;
  readonly periods: readonly Period[];
}

type DecidedRows = Pick<PracticeAsAt, 'decisions' | 'plans'>;

/** The sums of a component that are not to be taken. */
export function sumsToWaive(
  { decisions }: Pick<DecidedRows, 'decisions'>,
  { id }: Component,
  { words }: Pick<DecidedAsAt, 'words'>,
): readonly DecidedSum[] {
  return ofComponent(decisions, 'waive-recovery', id).map((each) => decidedSum(words, each));
}

/** The sums of a component that may be taken, those of decisions before those of plans. */
export function sumsToRecover(
  { decisions, plans }: DecidedRows,
  component: Component,
  at: DecidedAsAt,
): readonly DecidedSum[] {
  const decided = ofComponent(decisions, 'recover', component.id).map((each) => decidedSum(at.words, each));
  return [...decided, ...plannedSums({ plans }, component, at)];
}

/** The plans of a component, each as far as it has fallen due. */
export function plannedSums(
  { plans }: Pick<DecidedRows, 'plans'>,
  { id }: Component,
  { words, asAt, periods }: DecidedAsAt,
): readonly DecidedSum[] {
  return plans
    .filter(({ component }) => component === id)
    .map((plan) => {
      const { amount: covers, decidedOn } = plan;
      const amount = fallenDue(plan, periods, asAt);
      return { row: plan, period: null, decidedOn, amount, covers, plan, says: sayPlan(words, plan) };
    });
}

function decidedSum(words: Words, decision: Decision): DecidedSum {
  const { amount, period, decidedOn } = decision;
  if (amount === null) throw new Error('a decision on a recovery without its sum');
  return { row: decision, period, decidedOn, amount, covers: amount, plan: null, says: sayDecision(words, decision) };
}
