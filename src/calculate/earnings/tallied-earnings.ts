import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import { compare, equals, formatExact, isZero, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import { eventsOfValue } from '../../domain/scheme/depends-on.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import { partAt, partOf, stayIn } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import type { AchievementQuestion } from './achievement.ts';
import { sayCapped } from './capped.ts';
import type { ComponentValue } from './component-value.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';
import { belowNothing, partSteps, partsInScheme } from './not-earned.ts';
import { sayToDate } from './say-to-date.ts';
import { type ValueToDate, valuesToDate } from './value-to-date.ts';

/**
 * What a component earns whose value is worked out from events: in each period R of what it is worth to date, less R of what it was
 * worth before. So tiers and caps hold over the term, and every penny falls in the period of its events (RULES, Dated changes).
 */
export function talliedEarnings(component: Component, known: PracticeAsAt, question: AchievementQuestion): Earnings {
  const { scheme } = question;
  const parts = partsInScheme(scheme, known, component);
  const counted = eventsOfValue(component.value).length > 0 ? 'events' : 'figures';
  const stay = stayIn(scheme, known, component);
  // An event after it joined counts in its own period, also where of a period that had begun nothing else is owed.
  const byEvents = { ...stay, joining: { ...stay.joining, prorate: 'days' as const } };
  const takesPart = (period: Period) =>
    !isZero((counted === 'events' ? partOf(byEvents, period) : partAt(parts, period.index)).part);
  const values = valuesToDate(component, takesPart, question);
  const amounts = rounded(values);
  const claimed = rounded(valuesToDate(component, takesPart, { ...question, withOverCap: true })).amounts;
  return {
    component,
    termSteps: [],
    full: amounts.amounts,
    scheduled: amounts.amounts,
    isDue: mapped(values, ({ pounds, unknown }, q) => unknown !== null || !equals(pounds, toDateBefore(q))),
    periodSteps: mapped(scheme.periods, (period) => stepsOf(period)),
    losses: mapped(scheme.periods, ({ index }): Unpaid[] => {
      const amount = subtractPence(at(claimed, index), at(amounts.amounts, index));
      const isKnown = at(values, index).unknown === null;
      const reason = sayCapped(component);
      return [
        ...belowNothing(scheme.words, component, at(values, index).own?.cut, one),
        ...(amount <= 0n || !isKnown
          ? []
          : [{ status: 'capped' as const, amount, reason, clause: component.value.clause }]),
      ];
    }),
    unmeasured: mapped(values, ({ unknown }) => unknown),
  };

  function rounded(of: readonly ValueToDate[]) {
    return differences(mapped(of, ({ pounds }) => roundPounds(pounds, scheme.rounding)));
  }

  function toDateBefore(q: number): Ratio {
    return q === 0 ? zero : at(values, q - 1).pounds;
  }

  function stepsOf({ id, index }: Period): readonly WorkingStep[] {
    const value = at(values, index);
    if (value.own === null) return mapped(partSteps(partAt(parts, index)), (step) => ({ ...step, rounded: noPence }));
    if (value.unknown !== null) return value.own.steps;
    const paidBefore = index === 0 ? undefined : at(amounts.toDate, index - 1);
    return [
      ...value.own.steps,
      {
        step: 'events',
        formula: `${sayGrowth(scheme.words, value, value.own, toDateBefore(index), id, counted)}: ${sayToDate(scheme.words, value.pounds, at(amounts.toDate, index), paidBefore)}`,
        value: formatExact(value.pounds),
        rounded: at(amounts.amounts, index),
        clause: component.value.clause,
      },
    ];
  }
}

/** How T_q came about: by the rules of the period alone, or on top of what the periods before were worth by theirs, or held to a limit. */
function sayGrowth(
  words: Words,
  { before, pounds }: ValueToDate,
  own: ComponentValue,
  soFar: Ratio,
  period: string,
  what: string,
): string {
  const all = `${sayPounds(words, own.pounds)} for all ${what} up to the end of ${period}`;
  if (compare(own.pounds, pounds) === 0) return all;
  if (before === null || compare(before.pounds, soFar) === 0) return `${all}, held to its limits`;
  const since = `${all}, less ${sayPounds(words, before.pounds)} up to the end of ${before.period.id} by the same rules`;
  return `${since}, on top of ${sayPounds(words, soFar)}`;
}
