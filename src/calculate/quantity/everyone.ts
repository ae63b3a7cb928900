import type { Day } from '../../domain/day.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { joiningDay, leavingDay, leftBeforeTheTerm } from '../../domain/scheme/stay.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { hadJoinedBy } from '../identity/stay.ts';
import type { Everyone } from './evaluated.ts';
import type { Figures } from './figures.ts';

/** All that take part in a period: who had joined by its first day and had not left before it. */
export function everyoneIn(scheme: Scheme, facts: AccountFacts, figures: readonly Figures[], asAt: Day): Everyone {
  const byPeriod = new Map<string, readonly Figures[]>();
  const takePart = (period: Period) =>
    figures.filter((_, place) => {
      const practice = facts.practices[place];
      if (!practice || leftBeforeTheTerm(scheme, practice)) return false;
      const left = leavingDay(scheme.leaving, practice, asAt);
      return hadJoinedBy({ joinsOn: joiningDay(scheme, practice) }, period) && (left === null || left >= period.start);
    });
  return {
    in: (period) => {
      const found = byPeriod.get(period.id) ?? takePart(period);
      byPeriod.set(period.id, found);
      return found;
    },
    known: new WeakMap(),
  };
}
