import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { formatPounds, type Pence } from '../../domain/money/money.ts';
import { equals, isZero, multiply, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import { isPaidByEvents } from '../../domain/scheme/paid-events.ts';
import type { Component, Period, Schedule, Scheme } from '../../domain/scheme/scheme.ts';
import { isShared } from '../../domain/scheme/shared.ts';
import { isWhole, type PartOfPeriod, partAt } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { type ComponentValue, componentValueByPeriod, dependsOnPeriod } from '../value/component-value.ts';
import { type DueToDate, dueToDate } from '../value/instalments.ts';
import { type AchievementQuestion, type Earned, earnedByPeriod } from './achievement.ts';
import { type Stops, stopLoss, stopSteps, stopsOf } from './all-or-nothing.ts';
import { amountsOf } from './amounts.ts';
import { withCapped } from './capped.ts';
import { earnedAt, factorOf, stepsOf } from './earned.ts';
import type { Earnings } from './earnings.ts';
import { instalmentSteps } from './instalment-steps.ts';
import { achievementLoss, belowNothing, partLoss, partSteps, partsInScheme } from './not-earned.ts';

const nothingNotEarned: readonly Unpaid[] = [];

type ScheduledComponent = Component & { readonly schedule: Schedule };

/** A component paid by a schedule: its value V in each period, its factor f and its shares. */
interface Scheduled {
  readonly component: Component;
  readonly schedule: Schedule;
  readonly values: readonly ComponentValue[];
  /** The same with claims over their limits and ceilings; null where it goes by no claims. */
  readonly claimed: readonly ComponentValue[] | null;
  /** What it earns by its measure in each period, mostly one and the same. */
  readonly earned: readonly Earned[];
  readonly factors: readonly Ratio[];
  /** What of each period is owed to a practice that joins or leaves. */
  readonly parts: readonly PartOfPeriod[];
}

/** What the components paid by a schedule earn a practice, by component id, and what they stop of others. */
export function scheduledEarnings(
  known: PracticeAsAt,
  question: AchievementQuestion,
): { readonly earnings: ReadonlyMap<string, Earnings>; readonly stops: Stops } {
  const { scheme } = question;
  const components = mapped(scheme.components.filter(isScheduled), (each) => scheduledComponent(each, known, question));
  const stops = stopsOf(
    scheme,
    new Map(mapped(components, (entry) => [entry.component.id, (q: number) => earnsNothing(entry, q)])),
  );
  const lines = mapped(components, (entry) => lineOf(entry, allOf(entry)));
  const full = amountsOf(scheme, components, lines);
  const isAllEarned = components.every(({ factors }) => factors.every((factor) => equals(factor, one)));
  const earnedLines = isAllEarned ? lines : mapped(components, (entry) => lineOf(entry, entry.factors));
  const achieved = isAllEarned ? full : amountsOf(scheme, components, earnedLines);
  const isStaying = components.every(({ parts }) => parts.every(isWhole));
  const cutLines = isStaying
    ? earnedLines
    : mapped(components, (entry) => lineOf(entry, entry.factors, partsOwed(entry)));
  const owed = isStaying ? achieved : amountsOf(scheme, components, cutLines);
  const earned = mapped(components, (entry) => partsEarned(entry, stops));
  const isStopped = components.some(({ parts }, place) =>
    at(earned, place).some((part, q) => part !== at(parts, q).part),
  );
  const lastLines = isStopped
    ? mapped(components, (entry, place) => lineOf(entry, entry.factors, at(earned, place)))
    : cutLines;
  const scheduled = isStopped ? amountsOf(scheme, components, lastLines) : owed;
  const totals = scheduled.totals?.toDate.map((each) => formatPounds(scheme.words, each)) ?? null;
  const earnings = mapped(components, (entry, place): [string, Earnings] => {
    const [due, instalments] = [at(lastLines, place), at(scheduled.lines, place)];
    const amounts = losesByItself(entry, at(earned, place))
      ? {
          full: at(full.lines, place).amounts,
          achieved: at(achieved.lines, place).amounts,
          owed: at(owed.lines, place).amounts,
          scheduled: instalments.amounts,
        }
      : allAlike(instalments.amounts);
    const { schedule } = entry;
    const whole = wholeOf(entry);
    const sayInstalment = instalmentSteps({
      words: scheme.words,
      schedule,
      whole,
      owed: at(earned, place),
      due,
      instalments,
      totals,
    });
    const earnings = earningsOfOne(scheme, entry, amounts, stops, sayInstalment);
    return [
      entry.component.id,
      withCapped(earnings, { asked: askedOf(entry, at(earned, place)), due, values: entry.values }, scheme),
    ];
  });
  return { earnings: new Map(earnings), stops };
}

/** What would have fallen due without limits and ceilings of claims; null where the value goes by none. */
function askedOf(entry: Scheduled, parts: readonly Ratio[]): DueToDate | null {
  return entry.claimed && lineOf({ ...entry, values: entry.claimed }, entry.factors, parts);
}

/** What all of it is worth, where that is one and the same in every period. */
function wholeOf({ component, schedule, values, factors }: Scheduled): Ratio | null {
  const isOfPeriod = dependsOnPeriod(component) || schedule.eachPeriod || !isOne(factors);
  return isOfPeriod ? null : multiply(at(values, 0).pounds, at(factors, 0));
}

/** Whether a component loses anything by its own measure, stay or companions; else a penny that falls otherwise is no loss of its own. */
function losesByItself({ factors, parts }: Scheduled, earned: readonly Ratio[]): boolean {
  return factors.some((factor, q) => !equals(factor, one) || !isWhole(partAt(parts, q)) || isZero(at(earned, q)));
}

function allAlike(amounts: readonly Pence[]) {
  return { full: amounts, achieved: amounts, owed: amounts, scheduled: amounts };
}

/** Whether something is due in a period, by its exact worth, and the measure earns nothing of it. */
function earnsNothing(entry: Scheduled, q: number): boolean {
  const earned = earnedAt(entry.earned, q);
  return earned.kind === 'factor' && isZero(earned.factor) && !isZero(worthIn(entry, q));
}

/** The exact worth of a period with all of it achieved. */
function worthIn({ values, schedule, parts }: Scheduled, q: number): Ratio {
  return multiply(at(values, q).pounds, multiply(at(schedule.shares, q), partAt(parts, q).part));
}

/** What is owed of each period, nothing where another component stops it. */
function partsEarned({ component, parts }: Scheduled, stops: Stops): readonly Ratio[] {
  return mapped(parts, ({ part }, q) => (stops(component.id, q) === null ? part : zero));
}

function isScheduled(component: Component): component is ScheduledComponent {
  return component.schedule !== null && !isShared(component.value) && !isPaidByEvents(component.value);
}

function scheduledComponent(
  component: ScheduledComponent,
  known: PracticeAsAt,
  question: AchievementQuestion,
): Scheduled {
  const { schedule } = component;
  const values = componentValueByPeriod(component, question);
  const earned = earnedByPeriod(component, question);
  const parts = partsInScheme(question.scheme, known, component);
  const goesByClaims = eventsOfValue(component.value).length > 0;
  const claimed = goesByClaims ? componentValueByPeriod(component, { ...question, withOverCap: true }) : null;
  return { component, schedule, values, claimed, earned, factors: mapped(earned, factorOf), parts };
}

function allOf({ factors }: Scheduled): readonly Ratio[] {
  return mapped(factors, () => one);
}

function partsOwed({ parts }: Scheduled): readonly Ratio[] {
  return mapped(parts, ({ part }) => part);
}

/** What has fallen due up to and including each period, of the factor f of V, and of the parts of the periods that are owed. */
function lineOf({ values, schedule }: Scheduled, factors: readonly Ratio[], parts: readonly Ratio[] = []): DueToDate {
  const pounds = mapped(values, (value) => value.pounds);
  const [factor = one] = factors;
  if (!isOne(factors)) {
    const earned = mapped(pounds, (each, q) => multiply(each, at(factors, q)));
    return dueToDate(earned, schedule, parts);
  }
  const due = dueToDate(pounds, schedule, parts);
  return equals(factor, one) ? due : mapped(due, (each) => multiply(each, factor));
}

/** Whether a factor is one and the same in every period. */
function isOne([first, ...others]: readonly Ratio[]): boolean {
  return first === undefined || others.every((factor) => equals(factor, first));
}

function earningsOfOne(
  scheme: Scheme,
  entry: Scheduled,
  amounts: Readonly<Record<'full' | 'achieved' | 'owed' | 'scheduled', readonly Pence[]>>,
  stops: Stops,
  sayInstalment: (period: Period) => WorkingStep,
): Earnings {
  const { component, values, earned, parts } = entry;
  const { achieved, owed, scheduled } = amounts;
  // What waits for its figure is split with the others as they are: nothing is lost by achievement before it is known.
  const full = mapped(amounts.full, (pence, q) =>
    earnedAt(earned, q).kind === 'unmeasured' ? at(achieved, q) : pence,
  );
  const varies = dependsOnPeriod(component);
  const valueSteps = varies ? [] : at(values, 0).steps;
  const [first, ...others] = earned;
  const earnedTogether = others.every((each) => each === first);
  return {
    component,
    termSteps: earnedTogether && first?.kind === 'factor' ? [...valueSteps, ...first.steps] : valueSteps,
    full,
    scheduled,
    isDue: mapped(values, ({ unknown }, q) =>
      unknown === null ? !isZero(worthIn(entry, q)) : !isZero(partAt(parts, q).part),
    ),
    periodSteps: mapped(scheme.periods, (period, q) => [
      ...(varies ? at(values, q).steps : []),
      ...(earnedTogether ? [] : stepsOf(earnedAt(earned, q))),
      ...partSteps(partAt(parts, q)),
      ...stopSteps(stops(component.id, q)),
      sayInstalment(period),
    ]),
    losses: mapped(scheme.periods, (_, q) => {
      const { cut } = at(values, q);
      if (cut === undefined && full[q] === scheduled[q] && full[q] === achieved[q] && full[q] === owed[q])
        return nothingNotEarned;
      return [
        ...belowNothing(scheme.words, component, cut, multiply(at(entry.schedule.shares, q), partAt(parts, q).part)),
        ...achievementLoss(component, earnedAt(earned, q), at(full, q), at(achieved, q)),
        ...partLoss(partAt(parts, q), { before: at(achieved, q), after: at(owed, q) }),
        ...stopLoss(component, stops(component.id, q), { before: at(owed, q), after: at(scheduled, q) }),
      ];
    }),
    unmeasured: mapped(values, ({ unknown }, q) => {
      // Nobody waits for a figure of who had not joined, or has left.
      if (isZero(partAt(parts, q).part)) return null;
      const each = earnedAt(earned, q);
      return each.kind === 'unmeasured' ? each : unknown;
    }),
  };
}
