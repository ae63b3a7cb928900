import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { formatPounds, noPence, type Pence } from '../../domain/money/money.ts';
import { equals, formatExact, multiply, one, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import { isPaidByEvents } from '../../domain/scheme/paid-events.ts';
import type { Component, Period, Schedule, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, sayShare } from '../../domain/words/say.ts';
import { componentsAddUp, periodsAddUp } from '../invariants.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type AchievementQuestion, type Earned, earnedBy } from './achievement.ts';
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
import { achievementLoss, leavingLoss, leavingSteps, partsInScheme } from './not-earned.ts';

const nothingNotEarned: readonly Unpaid[] = [];

type ScheduledComponent = Component & { readonly schedule: Schedule };

/** A component paid by a schedule: its value V in each period, its factor f and its shares. */
interface Scheduled {
  readonly component: Component;
  readonly schedule: Schedule;
  readonly values: readonly ComponentValue[];
  readonly earned: Earned;
  readonly factor: Ratio;
}

/** The instalments of all scheduled components, with T_q where they are rounded together. */
interface Amounts {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments | null;
}

/** What the components paid by a schedule earn a practice, by component id. */
export function scheduledEarnings(known: PracticeAsAt, question: AchievementQuestion): ReadonlyMap<string, Earnings> {
  const { scheme } = question;
  const parts = partsInScheme(scheme, known);
  const components = scheme.components.filter(isScheduled).map((each) => scheduledComponent(each, question));
  const lines = components.map((entry) => lineOf(entry, one));
  const full = amountsOf(scheme, lines);
  const isAllEarned = components.every(({ factor }) => equals(factor, one));
  const earnedLines = isAllEarned ? lines : components.map((entry) => lineOf(entry, entry.factor));
  const achieved = isAllEarned ? full : amountsOf(scheme, earnedLines);
  const isStaying = parts.every((part) => equals(part, one));
  const cutLines = isStaying ? earnedLines : components.map((entry) => lineOf(entry, entry.factor, parts));
  const scheduled = isStaying ? achieved : amountsOf(scheme, cutLines);
  const totals = scheduled.totals?.toDate.map((each) => formatPounds(each)) ?? null;
  const earnings = components.map((entry, place): [string, Earnings] => {
    const amounts = { full: full.lines[place], achieved: achieved.lines[place], scheduled: scheduled.lines[place] };
    const sayInstalment = instalmentSteps(entry, cutLines[place] ?? [], parts, amounts.scheduled, totals);
    return [entry.component.id, earningsOfOne(scheme, known, entry, parts, amounts, sayInstalment)];
  });
  return new Map(earnings);
}

function isScheduled(component: Component): component is ScheduledComponent {
  return component.schedule !== null && !isShared(component) && !isPaidByEvents(component.value);
}

function scheduledComponent(component: ScheduledComponent, question: AchievementQuestion): Scheduled {
  const { schedule, achievement } = component;
  const values = componentValueByPeriod(component, question);
  const earned = earnedBy(achievement, question);
  return { component, schedule, values, earned, factor: earned.kind === 'factor' ? earned.factor : one };
}

function isShared({ value }: Component): boolean {
  return value.kind === 'pool' || value.kind === 'shared' || value.kind === 'envelope';
}

/** What has fallen due up to and including each period, of the factor f of V, and of the parts of the periods that are owed. */
function lineOf({ values, schedule }: Scheduled, factor: Ratio, parts: readonly Ratio[] = []): DueToDate {
  const due = dueToDate(
    values.map(({ pounds }) => pounds),
    schedule,
    parts,
  );
  return equals(factor, one) ? due : due.map((pounds) => multiply(pounds, factor));
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
  known: PracticeAsAt,
  { component, values, earned }: Scheduled,
  parts: readonly Ratio[],
  amounts: Record<'full' | 'achieved' | 'scheduled', Instalments | undefined>,
  sayInstalment: (period: Period) => WorkingStep,
): Earnings {
  const full = amounts.full?.amounts ?? [];
  const achieved = amounts.achieved?.amounts ?? [];
  const scheduled = amounts.scheduled?.amounts ?? [];
  const varies = dependsOnPeriod(component);
  const valueSteps = varies ? [] : (values[0]?.steps ?? []);
  return {
    component,
    termSteps: earned.kind === 'factor' ? [...valueSteps, ...earned.steps] : valueSteps,
    full,
    scheduled,
    periodSteps: scheme.periods.map((period, q) => [
      ...(varies ? (values[q]?.steps ?? []) : []),
      ...leavingSteps(scheme, known, period, parts[q] ?? one),
      sayInstalment(period),
    ]),
    losses: scheme.periods.map((period, q) => {
      if (full[q] === scheduled[q] && full[q] === achieved[q]) return nothingNotEarned;
      return [
        ...achievementLoss(component, earned, full[q], achieved[q]),
        ...leavingLoss(scheme, known, period, parts[q] ?? one, { before: achieved[q], after: scheduled[q] }),
      ];
    }),
    unmeasured: values.map(({ unknown }) => (earned.kind === 'unmeasured' ? earned : unknown)),
  };
}

/** How an instalment follows from the value: to date, rounded, less what fell due before. `totals` says those of all components together. */
function instalmentSteps(
  { component, schedule, values, factor }: Scheduled,
  due: DueToDate,
  parts: readonly Ratio[],
  instalments: Instalments | undefined,
  totals: readonly string[] | null,
): (period: Period) => WorkingStep {
  const isOfPeriod = dependsOnPeriod(component) || schedule.eachPeriod;
  const whole = isOfPeriod ? '' : sayPounds(multiply(values[0]?.pounds ?? zero, factor));
  const cumulative = sharesToDate(schedule, parts);
  const said = (instalments?.toDate ?? []).map(formatPounds);
  return ({ id, index: q }) => {
    const toDate = due[q] ?? zero;
    const before = q === 0 ? zero : (due[q - 1] ?? zero);
    const inPeriod = subtract(toDate, before);
    const share = isOfPeriod
      ? `${sayPounds(inPeriod)} in ${id}, ${sayPounds(toDate)} to date`
      : `${sayShare(cumulative[q] ?? zero)} of ${whole} to date`;
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
