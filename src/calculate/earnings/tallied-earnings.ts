import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import { equals, formatExact, one, type Ratio, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { partAt } from '../identity/stay.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';
import { differences } from '../value/instalments.ts';
import { sayGrowth } from '../value/say-growth.ts';
import { sayToDate } from '../value/say-to-date.ts';
import { takesPartToDate, type ValueToDate, valuesToDate, whatAddsUp } from '../value/value-to-date.ts';
import type { AchievementQuestion } from './achievement.ts';
import { sayCapped } from './capped.ts';
import type { Earnings } from './earnings.ts';
import { belowNothing, partSteps, partsInScheme } from './not-earned.ts';

/**
 * What a component earns whose value is worked out from events: in each period R of what it is worth to date, less R of what it was
 * worth before. So tiers and caps hold over the term, and every penny falls in the period of its events (RULES, Dated changes).
 */
export function talliedEarnings(component: Component, known: PracticeAsAt, question: AchievementQuestion): Earnings {
  const { scheme } = question;
  const parts = partsInScheme(scheme, known, component);
  const takesPart = takesPartToDate(scheme, known, component);
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
        formula: `${sayGrowth(scheme.words, value, value.own, id, whatAddsUp(component))}: ${sayToDate(scheme.words, value.pounds, at(amounts.toDate, index), paidBefore)}`,
        value: formatExact(value.pounds),
        rounded: at(amounts.amounts, index),
        clause: component.value.clause,
      },
    ];
  }
}
