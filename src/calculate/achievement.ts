import type { WorkingStep } from '../domain/account.ts';
import { formatDay } from '../domain/day.ts';
import type { MeasureRow } from '../domain/facts.ts';
import {
  compare,
  divide,
  formatExact,
  formatShare,
  isZero,
  one,
  type Ratio,
  subtract,
  within,
  zero,
} from '../domain/ratio.ts';
import type { Achievement, Scale } from '../domain/scheme.ts';

/** How much of its value a component earns by its measure: a factor, or withheld while nothing was measured. */
export type Earned =
  | {
      readonly kind: 'factor';
      readonly factor: Ratio;
      /** What that is, as the reason of what is not paid says it. */
      readonly says: string;
      readonly steps: readonly WorkingStep[];
    }
  | { readonly kind: 'unmeasured'; readonly reason: string; readonly clause: string };

/** The factor f of a component at the as-at date (contract 5, Achievement); `measures` are the rows known by then. */
export function earnedBy(achievement: Achievement | null, measures: readonly MeasureRow[]): Earned {
  if (achievement === null) return { kind: 'factor', factor: one, says: '', steps: [] };
  if (achievement.kind === 'to-be-confirmed') throw new Error('an achievement still to be confirmed');
  const { measure, clause, onAccount, zeroDenominator } = achievement;
  const row = latest(measures, measure);
  if (row === null) {
    if (onAccount === null) return { kind: 'unmeasured', reason: `no figure for ${measure} yet`, clause };
    const says = `no figure for ${measure} yet: ${formatShare(onAccount)} on account`;
    return factorOf(onAccount, says, says, clause);
  }
  const figures = `${measure} at ${formatDay(row.asAt)}: ${formatExact(row.numerator)} of ${formatExact(row.denominator)}`;
  if (isZero(row.denominator)) {
    const says = `nothing to measure pays ${formatShare(zeroDenominator)}`;
    return factorOf(zeroDenominator, `${figures}: ${says}`, says, clause);
  }
  const achieved = divide(row.numerator, row.denominator);
  const factor = factorAt(achievement.scale, achieved);
  const says = `${figures} earns ${isZero(factor) ? 'nothing' : formatShare(factor)}`;
  return factorOf(
    factor,
    `${figures} is ${formatShare(achieved)}, ${sayScale(achievement.scale, achieved)}`,
    says,
    clause,
  );
}

/** The factor that a scale gives to an achieved share, compared exactly. */
export function factorAt(scale: Scale, achieved: Ratio): Ratio {
  switch (scale.kind) {
    case 'linear':
      return within(zero, divide(subtract(achieved, scale.from), subtract(scale.to, scale.from)), one);
    case 'steps':
      return stepReached(scale, achieved)?.pays ?? zero;
  }
}

function stepReached(scale: Extract<Scale, { kind: 'steps' }>, achieved: Ratio) {
  return scale.steps.findLast(({ from }) => compare(achieved, from) >= 0);
}

function sayScale(scale: Scale, achieved: Ratio): string {
  switch (scale.kind) {
    case 'linear':
      return `on the line from ${formatShare(scale.from)} (nothing) to ${formatShare(scale.to)} (all)`;
    case 'steps': {
      const reached = stepReached(scale, achieved);
      return reached ? `the step from ${formatShare(reached.from)}` : 'below the first step';
    }
  }
}

/** The row with the latest as_at. */
function latest(measures: readonly MeasureRow[], measure: string): MeasureRow | null {
  let found: MeasureRow | null = null;
  for (const row of measures) {
    if (row.measure === measure && (found === null || row.asAt > found.asAt)) found = row;
  }
  return found;
}

function factorOf(factor: Ratio, formula: string, says: string, clause: string): Earned {
  const value = formatExact(factor);
  return { kind: 'factor', factor, says, steps: [{ step: 'achievement', formula, value, rounded: null, clause }] };
}
