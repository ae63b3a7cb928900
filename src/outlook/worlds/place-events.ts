import type { Calculation } from '../../calculate/calculate.ts';
import type { CountedClaims } from '../../calculate/claims/counted-claims.ts';
import type { EventCounts } from '../../calculate/claims/event-counts.ts';
import { ConditionJudge } from '../../calculate/conditions/conditions.ts';
import type { AccountFacts } from '../../calculate/identity/account-facts.ts';
import { type PracticeAsAt, practiceAsAt } from '../../calculate/practice-as-at.ts';
import { toNobody } from '../../calculate/quantity/evaluated.ts';
import { dependsOnPeriod } from '../../calculate/value/component-value.ts';
import { at, atKey } from '../../domain/at.ts';
import type { Day } from '../../domain/day.ts';
import { type Pence, sumPence } from '../../domain/money/money.ts';
import { type PaidEvent, paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { type Direction, directionsOfAll } from './directions.ts';
import { EventsToCome, withMoreEvents } from './events-to-come.ts';

/** A world before events are added to it. */
interface Before {
  readonly facts: AccountFacts;
  readonly claims: CountedClaims;
  readonly calculation: Calculation;
}

interface About {
  readonly scheme: Scheme;
  readonly asAt: Day;
  readonly lastDay: Day;
}

/**
 * The claims of a world with the events that may still come: where more events are worth more, up to their limits in the one in which all
 * comes in; where they lower a value, in the one in which nothing does. They fall in the periods in which they are worth most, or least.
 */
export function placeEvents(before: Before, which: 'certain' | 'most', about: About): CountedClaims {
  const { scheme, asAt, lastDay } = about;
  const { facts, claims } = before;
  const directions = directionsOfAll(scheme);
  const unlikeThis: Direction = which === 'most' ? 'down' : 'up';
  const kinds = paidEvents(scheme).flatMap((kind) => {
    const way = directions.get(`events ${kind.event}`) ?? 'up';
    return way === unlikeThis ? [] : [{ kind, way }];
  });
  const toCome = new EventsToCome(scheme, asAt);
  const conditions = new ConditionJudge(scheme, lastDay);
  const added = toCome.none(facts.practices.length);
  for (const practice of facts.practices.keys()) {
    const known = practiceAsAt(scheme, facts, practice, lastDay, toNobody);
    const open = toCome.openPeriods(known);
    if (open.length === 0) continue;
    for (const { kind, way } of kinds) {
      const statusOf = conditions.of(known);
      const isLost = (period: Period) => statusOf(kind.component, period).status === 'forfeited';
      const periods = which === 'most' ? open.filter((period) => !isLost(period)) : open;
      choose({ before, which, toCome, added, known }, kind, periods, way === 'both' || mattersWhere(kind, way, scheme));
    }
  }
  return kinds.length === 0 ? claims : withMoreEvents(claims, (...of) => added.of(...of));
}

/** Whether it matters in which period an event falls: by the price, or where figures of a period are tested, or a fall is not given back. */
function mattersWhere({ component, atMost, atMostPerPeriod }: PaidEvent, way: Direction, { periods }: Scheme): boolean {
  const isOpenEnded = typeof atMost === 'object' || (atMost === undefined && atMostPerPeriod === undefined);
  const tests = periods.some(({ index }) => (at(component.conditions, index).tests ?? []).length > 0);
  return way === 'down' || tests || isOpenEnded || dependsOnPeriod(component);
}

interface Choosing {
  readonly before: Before;
  readonly which: 'certain' | 'most';
  readonly toCome: EventsToCome;
  /** What is added so far, to which the choice is added. */
  readonly added: EventCounts;
  readonly known: PracticeAsAt;
}

function choose(choosing: Choosing, kind: PaidEvent, periods: readonly Period[], matters: boolean): void {
  const { before, which, toCome, added, known } = choosing;
  const { event } = kind;
  const fill = (order: readonly Period[]) => toCome.fill({ event, periods: order }, known.index, before.claims);
  const [first, ...others] = periods;
  if (!first) return;
  const orders = matters
    ? [periods, ...others.map((period) => [period, ...periods.filter((each) => each !== period)])]
    : [periods];
  const ways = [...orders.map(fill), ...(matters ? [fill([])] : [])];
  const [only] = ways;
  const best = ways.length === 1 ? only : bestOf(choosing, kind, ways);
  for (const [period, events] of (best ?? []).entries()) added.set(known.index, event, period, events);

  function bestOf({ before: { facts, claims, calculation } }: Choosing, { component }: PaidEvent, of: typeof ways) {
    const worthOf = (more: readonly number[]): Pence => {
      const moreEvents = (practice: number, of: string, period: number) => {
        if (practice !== known.index) return 0;
        return of === event ? (more[period] ?? 0) : added.of(practice, of, period);
      };
      const { lines } = calculation.accountBy(known.index, { facts, claims: withMoreEvents(claims, moreEvents) });
      const line = atKey(new Map(lines.map((each) => [each.component.id, each])), component.id);
      return sumPence(line.positions.map(({ entitlement }) => entitlement));
    };
    const worths = of.map((more) => ({ more, worth: worthOf(more) }));
    const isBetter = (a: Pence, b: Pence) => (which === 'most' ? a > b : a < b);
    return worths.reduce((best, each) => (isBetter(each.worth, best.worth) ? each : best)).more;
  }
}
