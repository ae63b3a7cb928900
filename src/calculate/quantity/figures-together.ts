import { at } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import type { Grouping, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { leavingDay, leftBeforeTheTerm } from '../../domain/scheme/stay.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { dayOfBelonging, groupNames } from '../identity/groups.ts';
import type { Figure, Measured } from './figure.ts';
import { addedUp, awaited, type Figures } from './figures.ts';

/**
 * For the practice at a place, the figures of its group in a period, itself among them; null where it is in none. `isAnew` where the value
 * is worked out anew in each period: who left before one began is not among them then.
 */
export type FiguresTogether = (index: number, within: Grouping, period: Period, isAnew: boolean) => Figures | null;

/** Every group is put together once, and every figure of it added up once, however many periods it holds in. */
export function figuresTogether(
  scheme: Scheme,
  facts: AccountFacts,
  figures: readonly Figures[],
  asAt: Day,
): FiguresTogether {
  const byMembers = new Map<string, Figures>();
  const groups = new Map<string, readonly (Figures | null)[]>();
  return (index, within, period, isAnew) =>
    keptIn(groups, `${within} ${period.id} ${isAnew}`, () => {
      const names = groupNames(scheme, facts, within, period);
      const members = new Map<string, number[]>();
      for (const [place, name] of names.entries()) {
        if (name !== null && takesPart(place, period, isAnew)) members.set(name, [...(members.get(name) ?? []), place]);
      }
      const together = new Map([...members].map(([name, places]) => [name, addedUpOnce(places, isAnew)]));
      return names.map((name) => (name === null ? null : (together.get(name) ?? null)));
    })[index] ?? null;

  function takesPart(place: number, period: Period, isAnew: boolean): boolean {
    const practice = at(facts.practices, place);
    if (isAnew && hadLeft(place, period)) return false;
    return dayOfBelonging(scheme, practice, period) <= period.end && !leftBeforeTheTerm(scheme, practice);
  }

  function hadLeft(place: number, period: Period): boolean {
    const left = leavingDay(scheme.leaving, at(facts.practices, place), asAt);
    return left !== null && left < period.start;
  }

  function addedUpOnce(places: readonly number[], isAnew: boolean): Figures {
    return keptIn(byMembers, `${isAnew} ${places.join()}`, () => {
      const members = places.map((place) => at(figures, place));
      return remembered(addedUp(isAnew ? members.map(awaited) : members));
    });
  }
}

/** The same figures, of which the latest of a measure, for which an achievement asks, is added up once. */
function remembered(figures: Figures): Figures {
  const latest = new Map<string, Figure<Measured>>();
  return {
    ...figures,
    measured: (measure, at) => {
      const added = () => figures.measured(measure, at);
      return at === 'latest' ? keptIn(latest, measure, added) : added();
    },
  };
}

function keptIn<K, T>(kept: Map<K, T>, key: K, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}
