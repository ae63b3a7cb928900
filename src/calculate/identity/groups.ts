import type { Day } from '../../domain/day.ts';
import type { Practice } from '../../domain/facts.ts';
import { noNetwork } from '../../domain/scheme/groupings.ts';
import type { Grouping, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { joiningDay } from '../../domain/scheme/stay.ts';
import type { AccountFacts } from './account-facts.ts';

/** The name of the group that holds all practices. */
const everybody = 'all practices';

/** To which locality or network a practice belongs on a day, by its name; null where none is named. */
export function nameOn(facts: AccountFacts, practice: Practice, within: Grouping, on: Day): string | null {
  if (within === 'all') return everybody;
  let name = practice[within];
  for (const moved of facts.memberships?.get(practice.code) ?? []) {
    if (moved.from <= on) name = moved[within] ?? name;
  }
  return name;
}

/** The day on which it is told where a practice belongs in a period: its first, or that on which the practice joins. */
export function dayOfBelonging(scheme: Pick<Scheme, 'term'>, practice: Practice, { start }: Period): Day {
  const joins = joiningDay(scheme, practice);
  return joins !== null && joins > start ? joins : start;
}

/** Which practices are taken together with which in a period: for each, in their order, the name of its group, or null where it is in none. */
export function groupNames(
  scheme: Pick<Scheme, 'term'>,
  facts: AccountFacts,
  within: Grouping,
  period: Period,
): readonly (string | null)[] {
  return facts.practices.map((practice) => {
    const name = nameOn(facts, practice, within, dayOfBelonging(scheme, practice, period));
    return within === 'pcn' && name === noNetwork ? null : name;
  });
}

/** Why a practice that is in no network earns nothing by one. */
export function sayNoGroup(within: Exclude<Grouping, 'all'>): string {
  return within === 'pcn' ? `in no network (pcn_code ${noNetwork}), by which this is earned` : 'in no locality';
}
