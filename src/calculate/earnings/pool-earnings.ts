import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatDay } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import { inPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { add, equals, formatExact, isZero, multiply, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { roundingOfParts } from '../../domain/scheme/shared.ts';
import { sayShare } from '../../domain/words/say.ts';
import { inWords } from '../../domain/words/words.ts';
import { sayNoGroup } from '../identity/groups.ts';
import { partAt, type Stay, stayIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type AchievementQuestion, type Earned, earnedByPeriod } from './achievement.ts';
import { dependsOnPeriod } from './component-value.ts';
import { earnedAt, factorOf, stepsOf } from './earned.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';
import { achievementLoss, belowNothing, partLoss, partSteps, partsAfterLeaving } from './not-earned.ts';
import { offEach } from './of-each.ts';
import { envelopeStep, partStep, scheduleOf, shareAt, shareStep } from './pool-steps.ts';
import type { Seat } from './pot.ts';

/** What a practice earns from a pool: its part of B_q, scaled by its achievement, then cut by leaving (RULES, Schedule). */
export function poolEarnings(
  component: Component,
  seats: readonly Seat[],
  known: PracticeAsAt,
  question: AchievementQuestion,
): Earnings {
  const { scheme } = question;
  const { periods } = scheme;
  const rounding = roundingOfParts(component, scheme);
  const parts = partsAfterLeaving(scheme, known, component);
  const stay = stayIn(scheme, known, component);
  const earned = earnedByPeriod(component, question);
  const shareToDate = mapped(periods, ({ index }) =>
    sumPence(mapped(seats, ({ pot, place }) => shareAt(pot, place, index))),
  );
  const full = differences(shareToDate).amounts;
  const achieved = achievedOf(full, earned, rounding);
  const scheduled = mapped(achieved, (pence, q) => cut(pence, partAt(parts, q).part, rounding));
  const [only, ...others] = seats;
  const isSteady = others.length === 0 && only?.isIn.every(Boolean) === true && !dependsOnPeriod(component);
  const isEarnedTogether = earned.every((each) => each === earned[0]);
  const alone = only?.alone ?? null;
  const own = alone?.values ?? only?.pot.budgets ?? [];
  const aloneToDate = alone && differences(mapped(alone.due, (pounds) => roundPounds(pounds, scheme.rounding))).amounts;
  return {
    component,
    termSteps: [...(isSteady ? (own[0]?.steps ?? []) : []), ...(isEarnedTogether ? stepsOf(earnedAt(earned, 0)) : [])],
    full,
    scheduled,
    isDue: mapped(
      periods,
      (_, q) => !isZero(partAt(parts, q).part) && seats.some((seat) => isShared(component, seat, q)),
    ),
    periodSteps: mapped(periods, (period, q) => [
      ...seats.flatMap((seat) => seatSteps(scheme, component, seat, period, isSteady)),
      ...noSeatSteps(component, seats, period, stay),
      ...(isEarnedTogether ? [] : stepsOf(earnedAt(earned, q))),
      ...achievedStep(component, factorOf(earnedAt(earned, q)), at(achieved, q)),
      ...mapped(partSteps(partAt(parts, q)), (step) => ({ ...step, rounded: at(scheduled, q) })),
    ]),
    losses: mapped(periods, (period, q) => [
      ...belowNothing(scheme.words, component, own[q]?.cut, scheduleOf(component).shares[q] ?? zero),
      ...noGroup(component, seats, period, stay),
      ...notAmong(component, seats, period),
      ...(only && !only.pot.unknown[q]
        ? offEach(
            scheme.words,
            component,
            only.pot.parts?.[q]?.[only.place] ?? null,
            at(scheduleOf(component).shares, q),
          )
        : []),
      ...(only && aloneToDate
        ? lessThanAlone(scheme, component, only, q, subtractPence(at(aloneToDate, q), at(full, q)))
        : []),
      ...achievementLoss(component, earnedAt(earned, q), at(full, q), at(achieved, q)),
      ...partLoss(partAt(parts, q), { before: at(achieved, q), after: at(scheduled, q) }),
    ]),
    unmeasured: mapped(periods, (_, q) => {
      const each = earnedAt(earned, q);
      if (each.kind === 'unmeasured') return each;
      const seat = seats.find(({ isIn }) => isIn[q]);
      return seat ? (seat.pot.unknown[q] ?? (alone ? at(own, q).unknown : null)) : null;
    }),
  };
}

/** Whether a practice has a part of what a pot shares in a period, be it less than a penny, or may have once a figure is in. */
function isShared({ schedule }: Component, { pot, weights, isIn, alone }: Seat, q: number): boolean {
  if (!at(isIn, q)) return false;
  if (at(pot.unknown, q) !== null) return true;
  const own = alone ? at(alone.values, q).pounds : (at(weights, q)?.value ?? zero);
  const all = alone ? own : at(pot.budgets, q).pounds;
  return !isZero(own) && !isZero(all) && schedule !== null && !isZero(at(schedule.shares, q));
}

/** The shares of the periods, each by the factor of its own, rounded to date. */
function achievedOf(full: readonly Pence[], earned: readonly Earned[], rounding: Rounding): readonly Pence[] {
  const factors = mapped(earned, factorOf);
  if (factors.every((factor) => equals(factor, one))) return full;
  let toDate: Ratio = zero;
  return differences(
    mapped(full, (pence, q) => {
      toDate = add(toDate, multiply(factorOf(earnedAt(earned, q)), inPounds(pence)));
      return roundPounds(toDate, rounding);
    }),
  ).amounts;
}

/** The steps of one pot in a period: nothing for one that is another's by now, and moves no penny. */
function seatSteps(scheme: Scheme, component: Component, seat: Seat, period: Period, isSteady: boolean): WorkingStep[] {
  const { pot, place, isIn, alone } = seat;
  const { index } = period;
  const shareToDate = mapped(pot.shares, (_, q) => shareAt(pot, place, q));
  const moves = at(shareToDate, index) !== (index === 0 ? noPence : at(shareToDate, index - 1));
  if (!isIn[index] && !moves) return [];
  const values = alone?.values ?? pot.budgets;
  return [
    ...(isSteady ? [] : at(values, index).steps),
    ...(pot.parts?.[index]?.[place]?.value.steps ?? []),
    alone
      ? envelopeStep(scheme.words, component, seat, period)
      : pot.parts
        ? partStep(scheme.words, component, seat, period)
        : shareStep(scheme.words, component, seat, period),
  ];
}

/** Why a practice shares nothing in a period: it had not joined when the period began, or is in no group. */
function noSeatSteps(component: Component, seats: readonly Seat[], { index, id }: Period, stay: Stay): WorkingStep[] {
  if (seats.some(({ isIn }) => isIn[index])) return [];
  const joins = stay.joinsOn;
  const { clause } = component;
  const outside = seats.find((seat) => seat.outside[index])?.outside[index];
  if (outside) return [{ step: 'pool', formula: outside, value: '0', rounded: noPence, clause }];
  const formula =
    joins === null
      ? sayNoShare(component)
      : `joined on ${formatDay(joins)}: who had not joined when ${id} began has no share`;
  return [{ step: joins === null ? 'pool' : 'joining', formula, value: '0', rounded: noPence, clause }];
}

/** Who is not among those who share is told so. */
function notAmong({ clause }: Component, seats: readonly Seat[], { index }: Period): Unpaid[] {
  const outside = seats.find((seat) => seat.outside[index])?.outside[index];
  return outside ? [{ status: 'achievement', amount: noPence, reason: outside, clause }] : [];
}

/** A practice in no network is told so, though nothing can be said of what it would have. */
function noGroup(component: Component, seats: readonly Seat[], { index }: Period, { joinsOn }: Stay): Unpaid[] {
  const { value, clause } = component;
  const isGrouped = value.kind === 'shared' && value.within !== 'all';
  if (!isGrouped || joinsOn !== null || seats.some(({ isIn, outside }) => isIn[index] || outside[index])) return [];
  return [{ status: 'achievement', amount: noPence, reason: sayNoShare(component), clause }];
}

function sayNoShare({ value }: Component): string {
  return value.kind === 'shared' && value.within !== 'all'
    ? sayNoGroup(value.within)
    : 'takes no part in what is shared';
}

function cut(amount: Pence, part: Ratio, rounding: Rounding): Pence {
  return equals(part, one) ? amount : roundPounds(multiply(part, inPounds(amount)), rounding);
}

/** What an envelope costs a practice: it is no part of what the period pays in full, as there is no more to share. */
function lessThanAlone(
  scheme: Scheme,
  { value }: Component,
  { pot, place, alone }: Seat,
  q: number,
  amount: Pence,
): Unpaid[] {
  if (amount <= 0n || alone === null) return [];
  const isScaled = !equals(at(at(pot.exact, q), place), at(alone.due, q));
  const reason = isScaled
    ? 'scaled down, as all practices together earn more than the envelope'
    : 'rounded down, as the envelope holds no more than all practices together earn';
  return [{ status: 'capped', amount, reason: inWords(scheme.words, reason), clause: value.clause }];
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
