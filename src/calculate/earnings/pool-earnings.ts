import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import {
  divide,
  equals,
  formatExact,
  isZero,
  multiply,
  one,
  type Ratio,
  subtract,
  zero,
} from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayCounted, sayPounds, sayShare } from '../../domain/words/say.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { EvaluatedValue } from '../quantity/evaluated.ts';
import { type AchievementQuestion, earnedBy } from './achievement.ts';
import { dependsOnPeriod } from './component-value.ts';
import type { Earnings } from './earnings.ts';
import { type DueToDate, differences } from './instalments.ts';
import { achievementLoss, leavingLoss, leavingSteps, partsInScheme } from './not-earned.ts';
import type { Pot, Seat } from './pools.ts';
import { sayBefore } from './scheduled-earnings.ts';

/** What a practice earns from a pool: its part of B_q, scaled by its achievement, then cut by leaving (contract 5). */
export function poolEarnings(
  component: Component,
  { pot, place, weight, alone }: Seat,
  known: PracticeAsAt,
  question: AchievementQuestion,
): Earnings {
  const { scheme } = question;
  const { rounding } = scheme;
  const parts = partsInScheme(scheme, known);
  const earned = earnedBy(component.achievement, question);
  const factor = earned.kind === 'factor' ? earned.factor : one;
  const shareToDate = scheme.periods.map(({ index }) => pot.shares[index]?.[place] ?? noPence);
  const full = differences(shareToDate).amounts;
  const achievedToDate = shareToDate.map((pence) => roundPounds(multiply(factor, inPounds(pence)), rounding));
  const achieved = equals(factor, one) ? full : differences(achievedToDate).amounts;
  const scheduled = achieved.map((pence, q) => cut(pence, parts[q] ?? one, scheme));
  const varies = dependsOnPeriod(component);
  const own = alone?.values ?? pot.budgets;
  const aloneToDate = alone && differences(alone.due.map((pounds) => roundPounds(pounds, rounding))).amounts;
  const earnedSteps = earned.kind === 'factor' ? earned.steps : [];
  return {
    component,
    termSteps: [...(varies ? [] : (own[0]?.steps ?? [])), ...earnedSteps],
    full,
    scheduled,
    periodSteps: scheme.periods.map((period, q) => [
      ...(varies ? (own[q]?.steps ?? []) : []),
      alone
        ? envelopeStep(component, pot, period, alone.due, shareToDate)
        : shareStep(component, pot, weight, period, shareToDate),
      ...achievedStep(component, factor, achieved[q] ?? noPence),
      ...leavingSteps(scheme, known, period, parts[q] ?? one).map((step) => ({
        ...step,
        rounded: scheduled[q] ?? noPence,
      })),
    ]),
    losses: scheme.periods.map((period, q) => [
      ...scaledDown(component, aloneToDate?.[q], full[q]),
      ...achievementLoss(component, earned, full[q], achieved[q]),
      ...leavingLoss(scheme, known, period, parts[q] ?? one, { before: achieved[q], after: scheduled[q] }),
    ]),
    unmeasured: scheme.periods.map((_, q) =>
      earned.kind === 'unmeasured' ? earned : (pot.unknown ?? own[q]?.unknown ?? null),
    ),
  };
}

function cut(amount: Pence, part: Ratio, { rounding }: Scheme): Pence {
  return equals(part, one) ? amount : roundPounds(multiply(part, inPounds(amount)), rounding);
}

function shareStep(
  component: Component,
  pot: Pot,
  weight: EvaluatedValue | null,
  { index, id }: Period,
  shareToDate: readonly Pence[],
): WorkingStep {
  const { cumulative = [], shares = [] } = component.schedule ?? {};
  const own = weight?.value ?? zero;
  const part = isZero(pot.weights) ? zero : divide(own, pot.weights);
  const [shared, share] = [pot.toDate[index] ?? noPence, shareToDate[index] ?? noPence];
  const budget = pot.budgets[index]?.pounds ?? zero;
  const due = dependsOnPeriod(component)
    ? `${sayPounds(multiply(budget, shares[index] ?? zero))} in ${id}, to date ${formatPounds(shared)}`
    : `${sayShare(cumulative[index] ?? zero)} of ${sayPounds(budget)} to date = ${formatPounds(shared)}`;
  const by = component.value.kind === 'shared' && component.value.by ? '' : ' by list';
  const ofAll = weight
    ? `${weight.says} of ${sayCounted(pot.weights, weight.unit)}`
    : 'nothing is known to share it by yet';
  return {
    step: 'pool',
    formula: `${due}, shared${by}: ${ofAll} = ${formatPounds(share)}${sayBefore(shareToDate[index - 1])}`,
    value: formatExact(multiply(multiply(budget, shares[index] ?? zero), part)),
    rounded: subtractPence(share, shareToDate[index - 1] ?? noPence),
    clause: component.schedule?.clause ?? component.clause,
  };
}

function envelopeStep(
  component: Component,
  pot: Pot,
  { index }: Period,
  due: DueToDate,
  shareToDate: readonly Pence[],
): WorkingStep {
  const [own, share] = [due[index] ?? zero, shareToDate[index] ?? noPence];
  const shared = pot.toDate[index] ?? noPence;
  return {
    step: 'pool',
    formula: `${sayPounds(own)} to date by itself, its part of ${formatPounds(shared)} for all practices = ${formatPounds(share)}${sayBefore(shareToDate[index - 1])}`,
    value: formatExact(subtract(own, due[index - 1] ?? zero)),
    rounded: subtractPence(share, shareToDate[index - 1] ?? noPence),
    clause: component.schedule?.clause ?? component.clause,
  };
}

/** What an envelope costs a practice: it is no part of what the period pays in full, as there is no more to share. */
function scaledDown({ value }: Component, alone: Pence | undefined, full: Pence | undefined): Unpaid[] {
  const amount = subtractPence(alone ?? noPence, full ?? noPence);
  if (alone === undefined || amount <= 0n) return [];
  return [
    {
      status: 'capped',
      amount,
      reason: 'scaled down, as all practices together earn more than the envelope',
      clause: value.clause,
    },
  ];
}

function achievedStep({ achievement, clause }: Component, factor: Ratio, achieved: Pence): WorkingStep[] {
  if (equals(factor, one)) return [];
  return [
    {
      step: 'achievement',
      formula: `${sayShare(factor)} of its share`,
      value: formatExact(factor),
      rounded: achieved,
      clause: achievement?.clause ?? clause,
    },
  ];
}
