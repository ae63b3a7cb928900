import type { WorkingStep } from '../domain/account.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence } from '../domain/money.ts';
import {
  divide,
  equals,
  formatExact,
  formatShare,
  isZero,
  multiply,
  one,
  type Ratio,
  subtract,
  zero,
} from '../domain/ratio.ts';
import { roundPounds } from '../domain/rounding.ts';
import { sayPatients, sayPounds } from '../domain/say.ts';
import type { Component, Period, Scheme } from '../domain/scheme.ts';
import { earnedBy } from './achievement.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';
import type { KnownPractice } from './known.ts';
import { achievementLoss, leavingLoss, leavingSteps, partsInScheme } from './losses.ts';
import type { Pool } from './pools.ts';
import { sayBefore } from './scheduled-earnings.ts';

/** What a practice earns from a pool: its part of B_q by list size, scaled by its achievement, then cut by leaving (contract 5). */
export function poolEarnings(scheme: Scheme, component: Component, pool: Pool, known: KnownPractice): Earnings {
  const { rounding } = scheme;
  const parts = partsInScheme(scheme, known);
  const earned = earnedBy(component.achievement, known.measures);
  const factor = earned.kind === 'factor' ? earned.factor : one;
  const shareToDate = scheme.periods.map(({ index }) => pool.shares[index]?.[known.index] ?? noPence);
  const full = differences(shareToDate).amounts;
  const achievedToDate = shareToDate.map((pence) => roundPounds(multiply(factor, inPounds(pence)), rounding));
  const achieved = equals(factor, one) ? full : differences(achievedToDate).amounts;
  const scheduled = achieved.map((pence, q) => cut(pence, parts[q] ?? one, scheme));
  return {
    component,
    termSteps: [...pool.budget.steps, ...(earned.kind === 'factor' ? earned.steps : [])],
    full,
    scheduled,
    periodSteps: scheme.periods.map((period, q) => [
      shareStep(component, pool, known, period, shareToDate),
      ...achievedStep(component, factor, achieved[q] ?? noPence),
      ...leavingSteps(scheme, known, period, parts[q] ?? one).map((step) => ({
        ...step,
        rounded: scheduled[q] ?? noPence,
      })),
    ]),
    losses: scheme.periods.map((period, q) => [
      ...achievementLoss(component, earned, full[q], achieved[q]),
      ...leavingLoss(scheme, known, period, parts[q] ?? one, { before: achieved[q], after: scheduled[q] }),
    ]),
    unmeasured: earned.kind === 'unmeasured' ? earned : null,
  };
}

function cut(amount: Pence, part: Ratio, { rounding }: Scheme): Pence {
  return equals(part, one) ? amount : roundPounds(multiply(part, inPounds(amount)), rounding);
}

function shareStep(
  component: Component,
  pool: Pool,
  { listSize }: KnownPractice,
  { index }: Period,
  shareToDate: readonly Pence[],
): WorkingStep {
  const cumulative = component.schedule?.cumulative ?? [];
  const [toDate, before] = [cumulative[index] ?? zero, cumulative[index - 1] ?? zero];
  const byList = isZero(pool.patients) ? zero : divide(listSize.patients, pool.patients);
  const [shared, share] = [pool.toDate[index] ?? noPence, shareToDate[index] ?? noPence];
  return {
    step: 'pool',
    formula:
      `${formatShare(toDate)} of ${sayPounds(pool.budget.pounds)} to date = ${formatPounds(shared)}, shared by list: ` +
      `${sayPatients(listSize.patients)} of ${sayPatients(pool.patients)} = ${formatPounds(share)}${sayBefore(shareToDate[index - 1])}`,
    value: formatExact(multiply(multiply(pool.budget.pounds, subtract(toDate, before)), byList)),
    rounded: subtractPence(share, shareToDate[index - 1] ?? noPence),
    clause: component.schedule?.clause ?? component.clause,
  };
}

function achievedStep({ achievement, clause }: Component, factor: Ratio, achieved: Pence): WorkingStep[] {
  if (equals(factor, one)) return [];
  return [
    {
      step: 'achievement',
      formula: `${formatShare(factor)} of its share`,
      value: formatExact(factor),
      rounded: achieved,
      clause: achievement?.clause ?? clause,
    },
  ];
}
