import type { WorkingStep } from '../../domain/account.ts';
import { formatDay } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import {
  compare,
  divide,
  formatExact,
  isZero,
  multiply,
  one,
  type Ratio,
  subtract,
  within,
  zero,
} from '../../domain/money/ratio.ts';
import { roundTo } from '../../domain/money/rounding.ts';
import { edgesBy, plainFigureOf } from '../../domain/scheme/measure.ts';
import type { Achievement, Component, Period, Scale } from '../../domain/scheme/scheme.ts';
import { sayNumber, sayShare } from '../../domain/words/say.ts';
import { sayNoGroup } from '../identity/groups.ts';
import { evaluate } from '../quantity/evaluate.ts';
import { isReachedAt } from '../quantity/evaluate-bands.ts';
import { askedIn, firstPeriod, type OpenQuestion } from '../quantity/evaluated.ts';
import type { Figures } from '../quantity/figures.ts';
import { onLine, placeOnLine, sayPlace } from '../quantity/line.ts';

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

const sayGrouping = { locality: 'locality', pcn: 'network' } as const;

type Measured = Extract<Achievement, { kind: 'measured' }>;

/** For whom an achievement is asked: the practice, and the figures of those measured together with it. */
export interface AchievementQuestion extends OpenQuestion {
  /** Null where it is in no group in a period. */
  readonly together: (within: NonNullable<Measured['measuredAt']>, period: Period, isAnew: boolean) => Figures | null;
}

/**
 * The factor f of a component at the as-at date, in each period (RULES, Achievement): one and the same but for practices that are
 * measured together and belong to another group in another period.
 */
export function earnedByPeriod({ achievement, schedule }: Component, question: AchievementQuestion): readonly Earned[] {
  const { periods } = question.scheme;
  if (achievement === null) return mapped(periods, () => allEarned);
  if (achievement.kind === 'to-be-confirmed') throw new Error('an achievement still to be confirmed');
  const { measuredAt, clause } = achievement;
  if (!measuredAt) {
    const earned = earnedBy(achievement, question.figures, question);
    return mapped(periods, () => earned);
  }
  const byGroup = new Map<Figures | null, Earned>();
  const own = question.figures.own;
  return mapped(periods, (period) => {
    // Before it joined it was in no group, and loses nothing by one; nor does it where it has left before a period that goes by itself.
    if (own && own.startsOn > period.end) return allEarned;
    if (schedule?.eachPeriod && own && own.leavesOn !== null && own.leavesOn < period.start) return allEarned;
    const figures = question.together(measuredAt, period, schedule?.eachPeriod === true);
    const says = sayNoGroup(measuredAt);
    const earned =
      byGroup.get(figures) ??
      (figures === null ? factorOf(zero, says, says, clause) : earnedBy(achievement, figures, question));
    byGroup.set(figures, earned);
    return earned;
  });
}

const allEarned: Earned = { kind: 'factor', factor: one, says: '', steps: [] };

function earnedBy(achievement: Measured, figures: Figures, question: AchievementQuestion): Earned {
  const { measure, clause, zeroDenominator, measuredAt, smallestDenominator: smallest } = achievement;
  const figure = figures.measured(measure, 'latest');
  if (figure.kind === 'unknown') return onAccountOf(achievement, figure.reason, question);
  const row = figure.is;
  const whose = measuredAt ? `, its ${sayGrouping[measuredAt]} together` : '';
  const plain = plainFigureOf(question.scheme, measure);
  const sayEdge = edgesBy(question.scheme.words, plain);
  const figureSays = plain ? sayEdge(row.numerator) : `${sayNumber(row.numerator)} of ${sayNumber(row.denominator)}`;
  const measured = `${measure} at ${formatDay(row.asAt)}: ${figureSays}${whose}`;
  if (plain === null && isZero(row.denominator)) {
    const says = `nothing to measure pays ${sayShare(zeroDenominator)}`;
    return factorOf(zeroDenominator, `${measured}: ${says}`, says, clause);
  }
  if (smallest && compare(row.denominator, smallest.number) < 0) {
    const says = `fewer than ${sayNumber(smallest.number)} to measure pays ${sayShare(smallest.pays)}`;
    return factorOf(smallest.pays, `${measured}: ${says}`, says, clause);
  }
  const achieved = plain ? row.numerator : divide(row.numerator, row.denominator);
  const exact = factorAt(achievement.scale, achieved);
  noteStep(achievement.scale, achieved, question);
  const { factor, says: points } = inPoints(exact, achievement);
  const says = `${measured} earns ${isZero(factor) ? 'nothing' : sayShare(factor)}`;
  const is = plain ? '' : ` is ${sayShare(achieved)}`;
  const formula = `${measured}${is}, ${sayScale(achievement.scale, achieved, sayEdge)}${points}`;
  return factorOf(factor, formula, says, clause);
}

/** What is paid while there is no figure yet: nothing, or a share on account, as written or worked out. */
function onAccountOf({ onAccount, clause }: Measured, reason: string, question: AchievementQuestion): Earned {
  if (onAccount === null) return { kind: 'unmeasured', reason, clause };
  if (!('kind' in onAccount)) {
    const says = `${reason}: ${sayShare(onAccount)} on account`;
    return factorOf(onAccount, says, says, clause);
  }
  const share = evaluate(onAccount, askedIn(question, firstPeriod(question.scheme)), clause);
  if (share.kind === 'unknown') return { kind: 'unmeasured', reason: share.reason, clause: share.clause };
  const says = `${reason}: ${share.says} on account`;
  const earned = factorOf(share.value, says, says, clause);
  return earned.kind === 'factor' ? { ...earned, steps: [...share.steps, ...earned.steps] } : earned;
}

/** The points that a factor comes to, rounded as the scheme says, as a factor again. */
function inPoints(factor: Ratio, { points }: Measured): { factor: Ratio; says: string } {
  if (!points) return { factor, says: '' };
  const rounded = roundTo(multiply(factor, points.number), points.places, points.mode);
  const says = `: ${sayNumber(rounded)} of ${sayNumber(points.number)} points`;
  return { factor: divide(rounded, points.number), says };
}

function noteStep(scale: Scale, achieved: Ratio, { reached }: AchievementQuestion): void {
  const step = scale.kind === 'steps' ? stepReached(scale, achieved) : null;
  if (step) reached(step);
}

/** The factor that a scale gives to an achieved share, compared exactly. */
function factorAt(scale: Scale, achieved: Ratio): Ratio {
  switch (scale.kind) {
    case 'linear':
      return within(zero, divide(subtract(achieved, scale.from), subtract(scale.to, scale.from)), one);
    case 'steps':
      return stepReached(scale, achieved)?.pays ?? zero;
    case 'line': {
      const points = scale.points.map(({ at, pays, below, above }) => ({ at, is: pays, below, above }));
      return onLine(placeOnLine(points, achieved, scale.beyond === 'goes-on'), achieved, (value) => value);
    }
  }
}

function stepReached(scale: Extract<Scale, { kind: 'steps' }>, achieved: Ratio) {
  return scale.steps.findLast(({ from, edge }) => isReachedAt(achieved, from, edge));
}

function sayScale(scale: Scale, achieved: Ratio, sayEdge: (edge: Ratio) => string): string {
  switch (scale.kind) {
    case 'linear':
      return `on the line from ${sayEdge(scale.from)} (nothing) to ${sayEdge(scale.to)} (all)`;
    case 'steps': {
      const reached = stepReached(scale, achieved);
      return reached ? `the step from ${reached.edge ? 'above ' : ''}${sayEdge(reached.from)}` : 'below the first step';
    }
    case 'line': {
      const points = scale.points.map(({ at, pays, below, above }) => ({ at, is: pays, below, above }));
      return sayPlace(placeOnLine(points, achieved, scale.beyond === 'goes-on'), sayEdge, sayShare);
    }
  }
}

function factorOf(factor: Ratio, formula: string, says: string, clause: string): Earned {
  const value = formatExact(factor);
  return { kind: 'factor', factor, says, steps: [{ step: 'achievement', formula, value, rounded: null, clause }] };
}
