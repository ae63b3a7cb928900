import type { Unpaid, WorkingStep } from '../../domain/account.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import { formatExact, subtract, zero } from '../../domain/money/ratio.ts';
import { roundPounds } from '../../domain/money/rounding.ts';
import type { Component, Period } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';
import { askedIn } from '../quantity/evaluated.ts';
import type { AchievementQuestion } from './achievement.ts';
import { type ComponentValue, componentValueOf } from './component-value.ts';
import type { Earnings } from './earnings.ts';
import { differences } from './instalments.ts';
import { sayBefore } from './scheduled-earnings.ts';

/**
 * What a component earns whose value is worked out from events: in each period what all events up to its end are worth, less
 * what those before it were. So tiers and caps hold over the term, and every penny falls in the period of its events.
 */
export function talliedEarnings(component: Component, question: AchievementQuestion): Earnings {
  const { scheme } = question;
  const valueIn = (period: Period, withOverCap: boolean): ComponentValue =>
    componentValueOf(component, askedIn({ ...question, withOverCap }, period));
  const counted = scheme.periods.map((period) => valueIn(period, false));
  const amounts = differences(counted.map(({ pounds }) => roundPounds(pounds, scheme.rounding)));
  const claimed = differences(
    scheme.periods.map((period) => roundPounds(valueIn(period, true).pounds, scheme.rounding)),
  ).amounts;
  return {
    component,
    termSteps: [],
    full: amounts.amounts,
    scheduled: amounts.amounts,
    periodSteps: scheme.periods.map(({ id, index }) => [
      ...(counted[index]?.steps ?? []),
      eventsStep(id, counted[index], counted[index - 1], amounts.toDate[index - 1], amounts.amounts[index]),
    ]),
    losses: scheme.periods.map(({ index }): Unpaid[] => {
      const amount = subtractPence(claimed[index] ?? noPence, amounts.amounts[index] ?? noPence);
      const reason = 'events over the cap';
      return amount <= 0n ? [] : [{ status: 'capped', amount, reason, clause: component.value.clause }];
    }),
    unmeasured: counted.map(({ unknown }) => unknown),
  };

  function eventsStep(
    period: string,
    worth: ComponentValue | undefined,
    before: ComponentValue | undefined,
    paidBefore: (typeof amounts.toDate)[number] | undefined,
    rounded: (typeof amounts.amounts)[number] | undefined,
  ): WorkingStep {
    const [toDate, soFar] = [worth?.pounds ?? zero, before?.pounds ?? zero];
    return {
      step: 'events',
      formula: `${sayPounds(toDate)} for all events up to the end of ${period}${sayBefore(paidBefore)}`,
      value: formatExact(subtract(toDate, soFar)),
      rounded: rounded ?? noPence,
      clause: component.value.clause,
    };
  }
}
