import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { formatDay } from '../../domain/day.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import {
  add,
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
} from '../../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayCounted, sayPounds } from '../../domain/words/say.ts';
import { sayNoGroup } from '../identity/groups.ts';
import { partAt, type Stay, stayIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { EvaluatedValue } from '../quantity/evaluated.ts';
import { type AchievementQuestion, type Earned, earnedByPeriod } from './achievement.ts';
import { dependsOnPeriod } from './component-value.ts';
import type { Earnings } from './earnings.ts';
import { type DueToDate, differences } from './instalments.ts';
import { achievementLoss, partLoss, partSteps, partsAfterLeaving } from './not-earned.ts';
import type { Pot, Seat } from './pot.ts';
import { earnedAt, factorOf, sayBefore, stepsOf } from './scheduled-earnings.ts';

/** What a practice earns from a pool: its part of B_q, scaled by its achievement, then cut by leaving (contract 5). */
export function poolEarnings(
  component: Component,
  seats: readonly Seat[],
  known: PracticeAsAt,
  question: AchievementQuestion,
): Earnings {
  const { scheme } = question;
  const { rounding, periods } = scheme;
  const parts = partsAfterLeaving(scheme, known, component);
  const stay = stayIn(scheme, known, component);
  const earned = earnedByPeriod(component.achievement, question);
  const shareToDate = periods.map(({ index }) => sumPence(seats.map(({ pot, place }) => shareAt(pot, place, index))));
  const full = differences(shareToDate).amounts;
  const achieved = achievedOf(full, earned, rounding);
  const scheduled = achieved.map((pence, q) => cut(pence, partAt(parts, q).part, scheme));
  const [only, ...others] = seats;
  const isSteady = others.length === 0 && only?.isIn.every(Boolean) === true && !dependsOnPeriod(component);
  const isEarnedTogether = earned.every((each) => each === earned[0]);
  const alone = only?.alone ?? null;
  const own = alone?.values ?? only?.pot.budgets ?? [];
  const aloneToDate = alone && differences(alone.due.map((pounds) => roundPounds(pounds, rounding))).amounts;
  return {
    component,
    termSteps: [...(isSteady ? (own[0]?.steps ?? []) : []), ...(isEarnedTogether ? stepsOf(earnedAt(earned, 0)) : [])],
    full,
    scheduled,
    periodSteps: periods.map((period, q) => [
      ...seats.flatMap((seat) => seatSteps(component, seat, period, isSteady)),
      ...noSeatSteps(component, seats, period, stay),
      ...(isEarnedTogether ? [] : stepsOf(earnedAt(earned, q))),
      ...achievedStep(component, factorOf(earnedAt(earned, q)), achieved[q] ?? noPence),
      ...partSteps(partAt(parts, q)).map((step) => ({ ...step, rounded: scheduled[q] ?? noPence })),
    ]),
    losses: periods.map((period, q) => [
      ...noGroup(component, seats, period, stay),
      ...scaledDown(component, aloneToDate?.[q], full[q]),
      ...achievementLoss(component, earnedAt(earned, q), full[q], achieved[q]),
      ...partLoss(partAt(parts, q), { before: achieved[q], after: scheduled[q] }),
    ]),
    unmeasured: periods.map((_, q) => {
      const each = earnedAt(earned, q);
      if (each.kind === 'unmeasured') return each;
      const seat = seats.find(({ isIn }) => isIn[q]);
      return seat ? (seat.pot.unknown[q] ?? (alone ? (own[q]?.unknown ?? null) : null)) : null;
    }),
  };
}

function shareAt({ shares }: Pot, place: number, q: number): Pence {
  const share = shares[q]?.[place];
  if (share === undefined) throw new Error(`no share at place ${place} in period ${q + 1}`);
  return share;
}

/** The shares of the periods, each by the factor of its own, rounded to date. */
function achievedOf(full: readonly Pence[], earned: readonly Earned[], rounding: Rounding): readonly Pence[] {
  const factors = earned.map(factorOf);
  if (factors.every((factor) => equals(factor, one))) return full;
  let toDate: Ratio = zero;
  return differences(
    full.map((pence, q) => {
      toDate = add(toDate, multiply(factorOf(earnedAt(earned, q)), inPounds(pence)));
      return roundPounds(toDate, rounding);
    }),
  ).amounts;
}

/** The steps of one pot in a period: nothing for one that is another's by now, and moves no penny. */
function seatSteps(component: Component, seat: Seat, period: Period, isSteady: boolean): WorkingStep[] {
  const { pot, place, weights, isIn, alone } = seat;
  const { index } = period;
  const shareToDate = pot.shares.map((_, q) => shareAt(pot, place, q));
  const moves = shareToDate[index] !== (shareToDate[index - 1] ?? noPence);
  if (!isIn[index] && !moves) return [];
  const values = alone?.values ?? pot.budgets;
  return [
    ...(isSteady ? [] : (values[index]?.steps ?? [])),
    alone
      ? envelopeStep(component, pot, period, alone.due, shareToDate)
      : shareStep(component, pot, weights[index] ?? null, period, shareToDate),
  ];
}

/** Why a practice shares nothing in a period: it had not joined when the period began, or is in no group. */
function noSeatSteps(component: Component, seats: readonly Seat[], { index, id }: Period, stay: Stay): WorkingStep[] {
  if (seats.some(({ isIn }) => isIn[index])) return [];
  const joins = stay.joinsOn;
  const { clause } = component;
  const formula =
    joins === null
      ? sayNoShare(component)
      : `joined on ${formatDay(joins)}: who had not joined when ${id} began has no share`;
  return [{ step: joins === null ? 'pool' : 'joining', formula, value: '0', rounded: noPence, clause }];
}

/** A practice in no network is told so, though nothing can be said of what it would have. */
function noGroup(component: Component, seats: readonly Seat[], { index }: Period, { joinsOn }: Stay): Unpaid[] {
  const { value, clause } = component;
  const isGrouped = value.kind === 'shared' && value.within !== 'all';
  if (!isGrouped || joinsOn !== null || seats.some(({ isIn }) => isIn[index])) return [];
  return [{ status: 'achievement', amount: noPence, reason: sayNoShare(component), clause }];
}

function sayNoShare({ value }: Component): string {
  return value.kind === 'shared' && value.within !== 'all'
    ? sayNoGroup(value.within)
    : 'takes no part in what is shared';
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
  const all = pot.weights[index] ?? zero;
  const part = isZero(all) ? zero : divide(own, all);
  const [shared, share] = [pot.toDate[index] ?? noPence, shareToDate[index] ?? noPence];
  const budget = pot.budgets[index]?.pounds ?? zero;
  const due = dependsOnPeriod(component)
    ? `${sayPounds(multiply(budget, shares[index] ?? zero))} in ${id}, to date ${formatPounds(shared)}`
    : `${formatShare(cumulative[index] ?? zero)} of ${sayPounds(budget)} to date = ${formatPounds(shared)}`;
  const by = component.value.kind === 'shared' && component.value.by ? '' : ' by list';
  const ofAll = weight ? `${weight.says} of ${sayCounted(all, weight.unit)}` : 'nothing is known to share it by yet';
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
      formula: `${formatShare(factor)} of its share`,
      value: formatExact(factor),
      rounded: achieved,
      clause: achievement?.clause ?? clause,
    },
  ];
}
