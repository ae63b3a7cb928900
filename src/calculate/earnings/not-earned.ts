import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { daysIn, formatDay } from '../../domain/day.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { equals, formatExact, isZero, one, type Ratio } from '../../domain/money/ratio.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { Earned } from './achievement.ts';
import { partInScheme } from './leaving.ts';

/** The part of each period that a practice is still owed. */
export function partsInScheme(scheme: Scheme, { leavesOn }: PracticeAsAt): readonly Ratio[] {
  return scheme.periods.map((period) => partInScheme(scheme.leaving.prorate, leavesOn, period));
}

/** The step that shows a part other than the whole of a period. */
export function leavingSteps(scheme: Scheme, known: PracticeAsAt, period: Period, part: Ratio): WorkingStep[] {
  if (equals(part, one)) return [];
  const clause = scheme.leaving.clause;
  return [
    { step: 'leaving', formula: sayLeaving(known, period, part), value: formatExact(part), rounded: null, clause },
  ];
}

/** What leaving costs in a period: what would have been earned less what is. */
export function leavingLoss(
  scheme: Scheme,
  known: PracticeAsAt,
  period: Period,
  part: Ratio,
  amounts: { readonly before: Pence | undefined; readonly after: Pence | undefined },
): Unpaid[] {
  const amount = subtractPence(amounts.before ?? noPence, amounts.after ?? noPence);
  if (amount === 0n) return [];
  const status = isZero(part) ? 'left' : 'prorated';
  return [{ status, amount, reason: sayLeaving(known, period, part), clause: scheme.leaving.clause }];
}

/** What a measure costs in a period: the full amount less the one achieved. */
export function achievementLoss(
  { achievement }: Component,
  earned: Earned,
  full: Pence | undefined,
  achieved: Pence | undefined,
): Unpaid[] {
  const amount = subtractPence(full ?? noPence, achieved ?? noPence);
  if (amount === 0n || earned.kind === 'unmeasured') return [];
  return [{ status: 'achievement', amount, reason: earned.says, clause: achievement?.clause ?? '' }];
}

function sayLeaving({ leavesOn, practice }: PracticeAsAt, period: Period, part: Ratio): string {
  if (leavesOn === null) throw new Error(`${practice.code} is prorated without leaving`);
  if (isZero(part)) return `left on ${formatDay(leavesOn)}, before ${period.id} began`;
  const days = daysIn({ start: period.start, end: leavesOn });
  return `left on ${formatDay(leavesOn)}, after ${days} of the ${daysIn(period)} days of ${period.id}`;
}
