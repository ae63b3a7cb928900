import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatDay } from '../../domain/day.ts';
import { mapped } from '../../domain/mapped.ts';
import { formatPounds, inPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { add, equals, formatExact, isZero, multiply, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { roundingOfParts } from '../../domain/scheme/shared.ts';
import { sayCounted, sayPounds, sayShare } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { partAt, type Stay, stayIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { offEach } from '../shared/of-each.ts';
import { partIn, type Seat, shareAt } from '../shared/pot.ts';
import { dependsOnPeriod } from '../value/component-value.ts';
import { differences } from '../value/instalments.ts';
import { type AchievementQuestion, type Earned, earnedByPeriod } from './achievement.ts';
import { earnedAt, factorOf, stepsOf } from './earned.ts';
import type { Earnings } from './earnings.ts';
import { achievementLoss, belowNothing, partLoss, partSteps, partsAfterLeaving } from './not-earned.ts';
import { lessThanAlone, noGroup, notAmong, sayNoShare } from './pool-losses.ts';
import { potStep } from './pot-steps.ts';

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
      ...lossesIn(seatIn(q), q),
      ...noGroup(component, seats, period, stay),
      ...notAmong(component, seats, period),
      ...(only && aloneToDate
        ? lessThanAlone(scheme, component, only, q, subtractPence(at(aloneToDate, q), at(full, q)))
        : []),
      ...achievementLoss(component, earnedAt(earned, q), at(full, q), at(achieved, q)),
      ...partLoss(partAt(parts, q), { before: at(achieved, q), after: at(scheduled, q) }),
    ]),
    unmeasured: mapped(periods, (_, q) => {
      // Nobody waits for a figure of who has no place.
      const seat = seatIn(q);
      if (!seat) return null;
      const each = earnedAt(earned, q);
      return each.kind === 'unmeasured' ? each : (at(seat.pot.unknown, q) ?? (alone ? at(own, q).unknown : null));
    }),
  };

  /** Its place in a period: in another network it is another. */
  function seatIn(q: number): Seat | undefined {
    return seats.find(({ isIn }) => at(isIn, q));
  }

  /** What of the sum, or of its part of it, comes to less than nothing or is cut. */
  function lossesIn(seat: Seat | undefined, q: number): Unpaid[] {
    if (!seat) return [];
    const share = at(scheduleOf(component).shares, q);
    const { cut } = at(alone?.values ?? seat.pot.budgets, q);
    return [
      ...belowNothing(scheme.words, component, cut, share),
      ...(at(seat.pot.unknown, q) ? [] : offEach(scheme.words, component, partIn(seat, q), share)),
    ];
  }
}

/** Whether a practice has a part of what a pot shares in a period, be it less than a penny, or may have once a figure is in. */
function isShared({ schedule }: Component, { pot, place, weights, isIn, alone }: Seat, q: number): boolean {
  if (!at(isIn, q)) return false;
  if (at(pot.unknown, q) !== null || (alone && at(alone.values, q).unknown !== null)) return true;
  const left = pot.parts?.[q]?.[place]?.value.pounds;
  const own = left ?? (alone ? at(alone.values, q).pounds : (at(weights, q)?.value ?? zero));
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
  if (!at(isIn, index) && !moves) return [];
  // Of a pot that is another's by now only pennies move.
  if (!at(isIn, index) && alone === null) {
    const formula = `no part of it in ${period.id}, and what it had is rounded anew beside what the others have`;
    return [potStep(scheme.words, pot, place, index, formula, scheduleOf(component).clause)];
  }
  const values = alone?.values ?? pot.budgets;
  return [
    ...(isSteady ? [] : at(values, index).steps),
    ...(partIn(seat, index)?.value.steps ?? []),
    alone
      ? envelopeStep(scheme.words, component, seat, period)
      : pot.parts
        ? partStep(scheme.words, component, seat, period)
        : shareStep(scheme.words, component, seat, period),
  ];
}

/** Why a practice has no place in a period: it had not joined when the period began, or is in no group. Of who has left another step says so. */
function noSeatSteps(component: Component, seats: readonly Seat[], period: Period, stay: Stay): WorkingStep[] {
  const { index, id, start } = period;
  const { clause } = component;
  if (stay.joinsOn !== null && stay.joinsOn > start) {
    const formula = `joined on ${formatDay(stay.joinsOn)}: who had not joined when ${id} began has no share`;
    return [{ step: 'joining', formula, value: '0', rounded: noPence, clause }];
  }
  const outside = seats.find((seat) => seat.outside[index])?.outside[index];
  const formula = outside ?? sayNoShare(component, seats, period, stay);
  return formula === null ? [] : [{ step: 'pool', formula, value: '0', rounded: noPence, clause }];
}

function cut(amount: Pence, part: Ratio, rounding: Rounding): Pence {
  return equals(part, one) ? amount : roundPounds(multiply(part, inPounds(amount)), rounding);
}

function shareStep(
  words: Words,
  component: Component,
  { pot, place, weights }: Seat,
  { index, id }: Period,
): WorkingStep {
  const { cumulative, shares, clause } = scheduleOf(component);
  const weight = at(weights, index);
  const shared = formatPounds(words, at(pot.toDate, index));
  const budget = at(pot.budgets, index).pounds;
  const due = dependsOnPeriod(component)
    ? `${sayPounds(words, multiply(budget, at(shares, index)))} in ${id}, to date ${shared}`
    : `${sayShare(at(cumulative, index))} of ${sayPounds(words, budget)} to date = ${shared}`;
  const by = component.value.kind === 'shared' && component.value.by ? '' : ' by list';
  const ofAll = weight
    ? `${weight.says} of ${sayCounted(words, at(pot.weights, index), weight.unit)}`
    : 'nothing is known to share it by yet';
  return potStep(words, pot, place, index, `${due}, shared${by}: ${ofAll}`, clause);
}

function envelopeStep(words: Words, component: Component, { pot, place, alone }: Seat, { index }: Period): WorkingStep {
  const own = alone === null ? zero : at(alone.due, index);
  const formula = `${sayPounds(words, own)} to date by itself, its part of ${formatPounds(words, at(pot.toDate, index))} for ${inWords(words, 'all practices')}`;
  return potStep(words, pot, place, index, formula, scheduleOf(component).clause);
}

/** How a period follows from a part with adjustments of its own. */
function partStep(words: Words, component: Component, seat: Seat, { index, id }: Period): WorkingStep {
  const { pot, place } = seat;
  const { cumulative, shares, eachPeriod, clause } = scheduleOf(component);
  const part = sayPounds(words, partIn(seat, index)?.value.pounds ?? zero);
  // A part that is another in each period is no product of what has fallen due to date.
  const share = dependsOnPeriod(component)
    ? `${sayShare(at(shares, index))} of ${part} in ${id}`
    : `${sayShare(at(cumulative, index))} of ${part}`;
  const due = eachPeriod ? `${part} in the period` : share;
  return potStep(words, pot, place, index, due, clause);
}

function scheduleOf({ schedule, id }: Component) {
  if (schedule === null) throw new Error(`${id} shares a sum without a schedule`);
  return schedule;
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
