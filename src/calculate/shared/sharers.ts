import type { Practice } from '../../domain/facts.ts';
import type { Component } from '../../domain/scheme/scheme.ts';
import { joiningDay, leavingDay } from '../../domain/scheme/stay.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { hadJoinedBy, stayIn, type TimeOfMember, takesPartIn } from '../identity/stay.ts';
import type { OpenQuestion } from '../quantity/evaluated.ts';
import type { Figures } from '../quantity/figures.ts';

/** What pools are worked out from: everything about every practice, as at the day of the run. */
export type PoolQuestion = Omit<OpenQuestion, 'figures'> & {
  readonly figures: readonly Figures[];
  readonly facts: AccountFacts;
};

/** Who shares the money of each period: by period, then by practice. */
export type Sharers = readonly (readonly boolean[])[];

/** Those who had joined by the first day of a period, and had not left before the term, or before the period in a value worked out anew in each. */
export function sharersOf(component: Component, question: PoolQuestion): Sharers {
  const { scheme, facts } = question;
  const stays = facts.practices.map((practice) => {
    const whose = whoseOf(practice, question);
    return takesPartIn(whose, component) ? stayIn(scheme, whose, component) : null;
  });
  return scheme.periods.map((period) => {
    const since = component.schedule?.eachPeriod ? period.start : scheme.term.start;
    return stays.map(
      (stay) => stay !== null && hadJoinedBy(stay, period) && (stay.leavesOn === null || stay.leavesOn >= since),
    );
  });
}

/** From when to when a practice takes part, as known at the day of the run. */
export function whoseOf(practice: Practice, { scheme, facts, asAt }: PoolQuestion): TimeOfMember {
  const leavesOn = leavingDay(scheme.leaving, practice, asAt);
  const merger = facts.identities?.get(practice.code)?.merger ?? null;
  return { joinsOn: joiningDay(scheme, practice), leavesOn, merger };
}
