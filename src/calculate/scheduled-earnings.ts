import type { WorkingStep } from '../domain/account.ts';
import { formatPounds, noPence, type Pence } from '../domain/money.ts';
import { equals, formatExact, formatShare, multiply, one, type Ratio, subtract, zero } from '../domain/ratio.ts';
import { roundPounds } from '../domain/rounding.ts';
import { sayPounds } from '../domain/say.ts';
import type { Component, Schedule, Scheme } from '../domain/scheme.ts';
import { type Earned, earnedBy } from './achievement.ts';
import type { Earnings } from './earnings.ts';
import {
  cumulativeShares,
  type Instalments,
  instalmentsByComponent,
  instalmentsByPeriod,
  type Line,
} from './instalments.ts';
import { componentsAddUp, periodsAddUp } from './invariants.ts';
import type { KnownPractice } from './known.ts';
import { achievementLoss, leavingLoss, leavingSteps, partsInScheme } from './losses.ts';
import { type Worth, worthOf } from './worth.ts';

/** A component paid by a schedule: its value V, its factor f and its shares. */
interface Scheduled {
  readonly component: Component;
  readonly schedule: Schedule;
  readonly worth: Worth;
  readonly earned: Earned;
  readonly factor: Ratio;
}

/** The instalments of all scheduled components, with T_q where they are rounded together. */
interface Amounts {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments | null;
}

/** What the components paid by a schedule earn a practice, by component id. */
export function scheduledEarnings(scheme: Scheme, known: KnownPractice): ReadonlyMap<string, Earnings> {
  const parts = partsInScheme(scheme, known);
  const components = scheme.components.flatMap((component) => scheduledComponent(component, known));
  const full = amountsOf(scheme, components.map(fullLine));
  const isAllEarned = components.every(({ factor }) => equals(factor, one));
  const achieved = isAllEarned ? full : amountsOf(scheme, components.map(achievedLine));
  const isStaying = parts.every((part) => equals(part, one));
  const cutLines = components.map((entry) => cutLine(entry, parts));
  const scheduled = isStaying ? achieved : amountsOf(scheme, cutLines);
  const earnings = components.map((entry, place): [string, Earnings] => {
    const amounts = { full: full.lines[place], achieved: achieved.lines[place], scheduled: scheduled.lines[place] };
    const sayInstalment = instalmentSteps(entry, cutLines[place], amounts.scheduled, scheduled.totals);
    return [entry.component.id, earningsOfOne(scheme, known, entry, parts, amounts, sayInstalment)];
  });
  return new Map(earnings);
}

function scheduledComponent(component: Component, known: KnownPractice): Scheduled[] {
  const { value, schedule, achievement } = component;
  if (value.kind === 'pool' || value.kind === 'per-event' || schedule === null) return [];
  const worth = worthOf(component, known.listSize.patients);
  const earned = earnedBy(achievement, known.measures);
  return [{ component, schedule, worth, earned, factor: earned.kind === 'factor' ? earned.factor : one }];
}

function fullLine({ worth, schedule }: Scheduled): Line {
  return { pounds: worth.pounds, cumulative: schedule.cumulative };
}

function achievedLine({ worth, schedule, factor }: Scheduled): Line {
  return { pounds: multiply(worth.pounds, factor), cumulative: schedule.cumulative };
}

function cutLine({ worth, schedule, factor }: Scheduled, parts: readonly Ratio[]): Line {
  return { pounds: multiply(worth.pounds, factor), cumulative: cumulativeShares(schedule.shares, parts) };
}

function amountsOf({ rounding, periods }: Scheme, lines: readonly Line[]): Amounts {
  switch (rounding.at) {
    case 'component': {
      const instalments = lines.map(({ pounds, cumulative }) => instalmentsByComponent(pounds, cumulative, rounding));
      lines.forEach(({ pounds, cumulative }, place) => {
        const whole = roundPounds(multiply(pounds, cumulative.at(-1) ?? zero), rounding);
        periodsAddUp(instalments[place]?.amounts ?? [], whole);
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
  known: KnownPractice,
  { component, worth, earned }: Scheduled,
  parts: readonly Ratio[],
  amounts: Record<'full' | 'achieved' | 'scheduled', Instalments | undefined>,
  sayInstalment: (period: number) => WorkingStep,
): Earnings {
  const full = amounts.full?.amounts ?? [];
  const achieved = amounts.achieved?.amounts ?? [];
  const scheduled = amounts.scheduled?.amounts ?? [];
  return {
    component,
    termSteps: earned.kind === 'factor' ? [...worth.steps, ...earned.steps] : worth.steps,
    full,
    scheduled,
    periodSteps: scheme.periods.map((period, q) => [
      ...leavingSteps(scheme, known, period, parts[q] ?? one),
      sayInstalment(q),
    ]),
    losses: scheme.periods.map((period, q) => [
      ...achievementLoss(component, earned, full[q], achieved[q]),
      ...leavingLoss(scheme, known, period, parts[q] ?? one, { before: achieved[q], after: scheduled[q] }),
    ]),
    unmeasured: earned.kind === 'unmeasured' ? earned : null,
  };
}

/** How an instalment follows from the value: to date, rounded, less what fell due before. */
function instalmentSteps(
  { schedule }: Scheduled,
  line: Line | undefined,
  instalments: Instalments | undefined,
  totals: Instalments | null,
): (period: number) => WorkingStep {
  return (q) => {
    const [toDate, before] = [line?.cumulative[q] ?? zero, line?.cumulative[q - 1] ?? zero];
    const pounds = line?.pounds ?? zero;
    const rounded = instalments?.toDate[q] ?? noPence;
    const together =
      totals === null ? '' : ` (its part of ${formatPounds(totals.toDate[q] ?? noPence)} for all components)`;
    return {
      step: 'schedule',
      formula: `${formatShare(toDate)} of ${sayPounds(pounds)} to date = ${formatPounds(rounded)}${together}${sayBefore(instalments?.toDate[q - 1])}`,
      value: formatExact(multiply(pounds, subtract(toDate, before))),
      rounded: instalments?.amounts[q] ?? noPence,
      clause: schedule.clause,
    };
  };
}

/** `, less £461.69 before`, or nothing in the first period. */
export function sayBefore(before: Pence | undefined): string {
  return before === undefined ? '' : `, less ${formatPounds(before)} before`;
}
