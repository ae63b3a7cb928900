import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { formatPounds, noPence, type Pence } from '../../domain/money/money.ts';
import {
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
import { roundPounds } from '../../domain/money/rounding.ts';
import { isPaidByEvents } from '../../domain/scheme/paid-events.ts';
import type { Component, Period, Schedule, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import { isWhole, type PartOfPeriod, partAt } from '../identity/stay.ts';
import { componentsAddUp, periodsAddUp } from '../invariants.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type AchievementQuestion, type Earned, earnedByPeriod } from './achievement.ts';
import { type ComponentValue, componentValueByPeriod, dependsOnPeriod } from './component-value.ts';
import type { Earnings } from './earnings.ts';
import {
  type DueToDate,
  dueToDate,
  type Instalments,
  instalmentsByComponent,
  instalmentsByPeriod,
  sharesToDate,
} from './instalments.ts';
import { achievementLoss, partLoss, partSteps, partsInScheme } from './not-earned.ts';

const nothingNotEarned: readonly Unpaid[] = [];

type ScheduledComponent = Component & { readonly schedule: Schedule };

/** A component paid by a schedule: its value V in each period, its factor f and its shares. */
interface Scheduled {
  readonly component: Component;
  readonly schedule: Schedule;
  readonly values: readonly ComponentValue[];
  /** What it earns by its measure in each period, mostly one and the same. */
  readonly earned: readonly Earned[];
  readonly factors: readonly Ratio[];
  /** What of each period is owed to a practice that joins or leaves. */
  readonly parts: readonly PartOfPeriod[];
}

/** The instalments of all scheduled components, with T_q where they are rounded together. */
interface Amounts {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments | null;
}

/** What the components paid by a schedule earn a practice, by component id. */
export function scheduledEarnings(known: PracticeAsAt, question: AchievementQuestion): ReadonlyMap<string, Earnings> {
  const { scheme } = question;
  const components = scheme.components.filter(isScheduled).map((each) => scheduledComponent(each, known, question));
  const lines = components.map((entry) => lineOf(entry, allOf(entry)));
  const full = amountsOf(scheme, lines);
  const isAllEarned = components.every(({ factors }) => factors.every((factor) => equals(factor, one)));
  const earnedLines = isAllEarned ? lines : components.map((entry) => lineOf(entry, entry.factors));
  const achieved = isAllEarned ? full : amountsOf(scheme, earnedLines);
  const isStaying = components.every(({ parts }) => parts.every(isWhole));
  const cutLines = isStaying ? earnedLines : components.map((entry) => lineOf(entry, entry.factors, partsOwed(entry)));
  const scheduled = isStaying ? achieved : amountsOf(scheme, cutLines);
  const totals = scheduled.totals?.toDate.map((each) => formatPounds(each)) ?? null;
  const earnings = components.map((entry, place): [string, Earnings] => {
    const amounts = { full: full.lines[place], achieved: achieved.lines[place], scheduled: scheduled.lines[place] };
    const sayInstalment = instalmentSteps(entry, cutLines[place] ?? [], amounts.scheduled, totals);
    return [entry.component.id, earningsOfOne(scheme, entry, amounts, sayInstalment)];
  });
  return new Map(earnings);
}

function isScheduled(component: Component): component is ScheduledComponent {
  return component.schedule !== null && !isShared(component) && !isPaidByEvents(component.value);
}

function scheduledComponent(
  component: ScheduledComponent,
  known: PracticeAsAt,
  question: AchievementQuestion,
): Scheduled {
  const { schedule, achievement } = component;
  const values = componentValueByPeriod(component, question);
  const earned = earnedByPeriod(achievement, question);
  const parts = partsInScheme(question.scheme, known, component);
  return { component, schedule, values, earned, factors: earned.map(factorOf), parts };
}

/** What a measure earns; all of it where nothing was measured, as nothing is paid then for another reason. */
export function factorOf(earned: Earned): Ratio {
  return earned.kind === 'factor' ? earned.factor : one;
}

function allOf({ factors }: Scheduled): readonly Ratio[] {
  return factors.map(() => one);
}

function partsOwed({ parts }: Scheduled): readonly Ratio[] {
  return parts.map(({ part }) => part);
}

function isShared({ value }: Component): boolean {
  return value.kind === 'pool' || value.kind === 'shared' || value.kind === 'envelope';
}

/** What has fallen due up to and including each period, of the factor f of V, and of the parts of the periods that are owed. */
function lineOf({ values, schedule }: Scheduled, factors: readonly Ratio[], parts: readonly Ratio[] = []): DueToDate {
  const pounds = values.map((value) => value.pounds);
  const [factor = one] = factors;
  if (!isOne(factors)) {
    const earned = pounds.map((each, q) => multiply(each, factors[q] ?? one));
    return dueToDate(earned, schedule, parts);
  }
  const due = dueToDate(pounds, schedule, parts);
  return equals(factor, one) ? due : due.map((each) => multiply(each, factor));
}

/** Whether a factor is one and the same in every period. */
function isOne([first, ...others]: readonly Ratio[]): boolean {
  return first === undefined || others.every((factor) => equals(factor, first));
}

function amountsOf({ rounding, periods }: Scheme, lines: readonly DueToDate[]): Amounts {
  switch (rounding.at) {
    case 'component': {
      const instalments = lines.map((due) => instalmentsByComponent(due, rounding));
      lines.forEach((due, place) => {
        periodsAddUp(instalments[place]?.amounts ?? [], roundPounds(due.at(-1) ?? zero, rounding));
      });
      return { lines: instalments, totals: null };
    }
    case 'period': {
      const joint = instalmentsByPeriod(lines, periods.length, rounding);
      componentsAddUp(
        joint.lines.map(({ amounts }) => amounts),
        joint.totals.amounts,
      );
      return joint;
    }
  }
}

function earningsOfOne(
  scheme: Scheme,
  { component, values, earned, parts }: Scheduled,
  amounts: Record<'full' | 'achieved' | 'scheduled', Instalments | undefined>,
  sayInstalment: (period: Period) => WorkingStep,
): Earnings {
  const achieved = amounts.achieved?.amounts ?? [];
  // What waits for its figure is split with the others as they are: nothing is lost by achievement before it is known.
  const full = (amounts.full?.amounts ?? []).map((pence, q) =>
    earnedAt(earned, q).kind === 'unmeasured' ? at(achieved, q) : pence,
  );
  const scheduled = amounts.scheduled?.amounts ?? [];
  const varies = dependsOnPeriod(component);
  const valueSteps = varies ? [] : (values[0]?.steps ?? []);
  const [first, ...others] = earned;
  const earnedTogether = others.every((each) => each === first);
  return {
    component,
    termSteps: earnedTogether && first?.kind === 'factor' ? [...valueSteps, ...first.steps] : valueSteps,
    full,
    scheduled,
    periodSteps: scheme.periods.map((period, q) => [
      ...(varies ? (values[q]?.steps ?? []) : []),
      ...(earnedTogether ? [] : stepsOf(earnedAt(earned, q))),
      ...partSteps(partAt(parts, q)),
      sayInstalment(period),
    ]),
    losses: scheme.periods.map((_, q) => {
      if (full[q] === scheduled[q] && full[q] === achieved[q]) return nothingNotEarned;
      return [
        ...achievementLoss(component, earnedAt(earned, q), full[q], achieved[q]),
        ...partLoss(partAt(parts, q), { before: achieved[q], after: scheduled[q] }),
      ];
    }),
    unmeasured: values.map(({ unknown }, q) => {
      // Nobody waits for a figure of who had not joined, or has left.
      if (isZero(partAt(parts, q).part)) return null;
      const each = earnedAt(earned, q);
      return each.kind === 'unmeasured' ? each : unknown;
    }),
  };
}

/** What a measure earns in the period at a place. */
export function earnedAt(earned: readonly Earned[], q: number): Earned {
  const each = earned[q];
  if (!each) throw new Error(`nothing is said of what is earned in period ${q + 1}`);
  return each;
}

export function stepsOf(earned: Earned): readonly WorkingStep[] {
  return earned.kind === 'factor' ? earned.steps : [];
}

/** How an instalment follows from the value: to date, rounded, less what fell due before. `totals` says those of all components together. */
function instalmentSteps(
  { component, schedule, values, factors, parts }: Scheduled,
  due: DueToDate,
  instalments: Instalments | undefined,
  totals: readonly string[] | null,
): (period: Period) => WorkingStep {
  const isOfPeriod = dependsOnPeriod(component) || schedule.eachPeriod || !isOne(factors);
  const whole = isOfPeriod ? '' : sayPounds(multiply(values[0]?.pounds ?? zero, factors[0] ?? one));
  const cumulative = sharesToDate(
    schedule,
    parts.map(({ part }) => part),
  );
  const said = (instalments?.toDate ?? []).map(formatPounds);
  return ({ id, index: q }) => {
    const toDate = due[q] ?? zero;
    const before = q === 0 ? zero : (due[q - 1] ?? zero);
    const inPeriod = subtract(toDate, before);
    const share = isOfPeriod
      ? `${sayPounds(inPeriod)} in ${id}, ${sayPounds(toDate)} to date`
      : `${formatShare(cumulative[q] ?? zero)} of ${whole} to date`;
    const together = totals === null ? '' : ` (its part of ${totals[q]} for all components)`;
    const less = q === 0 ? '' : `, less ${said[q - 1]} before`;
    return {
      step: 'schedule',
      formula: `${share} = ${said[q]}${together}${less}`,
      value: formatExact(inPeriod),
      rounded: instalments?.amounts[q] ?? noPence,
      clause: schedule.clause,
    };
  };
}

/** `, less £461.69 before`, or nothing in the first period. */
export function sayBefore(before: Pence | undefined): string {
  return before === undefined ? '' : `, less ${formatPounds(before)} before`;
}
