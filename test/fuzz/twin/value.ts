import { dayOf } from './calendar.ts';
import {
  against,
  all,
  type Fraction,
  fraction,
  least,
  minus,
  most,
  none,
  over,
  read,
  sum,
  times,
  toPlaces,
  whole,
} from './fraction.ts';
import type { Place } from './place.ts';
import { priceOn } from './prices.ts';
import { addedUp, type Figure, figureOf, type Knee, onLine, quantity } from './quantity.ts';
import { type Member, takesPart, type World } from './world.ts';
import type { Achievement, Adjustment, Block, Component, Value } from './written.ts';

/** What a component is worth to a member before anything changes it: over the term, or in one period. */
export function ownValue(value: Value, place: Place): Fraction | null {
  switch (value.kind) {
    case 'per-patient':
      return quantity({ kind: 'rate', pounds: value.pounds, for: { kind: 'patients' } }, place);
    case 'fixed':
      return read(value.pounds);
    case 'per-event':
      return eventsPriced(value, place);
    case 'pool':
    case 'shared':
    case 'envelope':
      throw new Error(`${value.kind} is worked out elsewhere`);
    default:
      return quantity(value, place);
  }
}

type PerEvent = Extract<Value, { kind: 'per-event' }>;

/** The events that count up to the end of the period, each at the price of its day. */
function eventsPriced({ event, pounds }: PerEvent, { member, world, upTo }: Place): Fraction | null {
  const { counted, unknown } = world.claims(member);
  if (unknown.has(event)) return null;
  const own = counted.filter((each) => each.event === event && each.period <= upTo);
  return sum(own.map(({ on }) => priceOn(on, pounds, world)));
}

/** The value after its adjustments, in the order written. */
export function adjusted(
  before: Fraction | null,
  { adjustments = [] }: Pick<Component, 'adjustments'>,
  place: Place,
): Fraction | null {
  const { world, formula } = place;
  return adjustments
    .filter(({ from }) => from === undefined || dayOf(from) <= (world.periods[formula]?.start ?? 0))
    .filter(({ agreedOn }) => agreedOn === undefined || dayOf(agreedOn) <= world.asAt)
    .reduce((value, each) => (value === null ? null : changed(value, each, place)), before);
}

function changed(value: Fraction, by: Adjustment, place: Place): Fraction | null {
  const { scheme } = place.world;
  switch (by.kind) {
    case 'reduce': {
      const off = times(value, read(by.by));
      if (by.roundedTo === undefined) return minus(value, off);
      const rounded = toPlaces(off, by.roundedTo === 'penny' ? 2 : 0, scheme.rounding.mode ?? 'half-away-from-zero');
      return minus(value, least(rounded, value));
    }
    case 'remove':
      return none;
    case 'multiply': {
      const factor = numberOf(by.by, place);
      return factor && times(value, factor);
    }
    case 'round':
      return toPlaces(value, by.places, by.mode ?? 'half-away-from-zero');
    default: {
      const pounds = numberOf(by.pounds, place);
      if (pounds === null) return null;
      if (by.kind === 'cap') return least(value, pounds);
      if (by.kind === 'floor') return most(value, pounds);
      return most(minus(value, pounds), none);
    }
  }
}

export function numberOf(written: string | Block, place: Place): Fraction | null {
  return typeof written === 'string' ? read(written) : quantity(written, place);
}

/** By what an achievement scales; `waits` where its figure is missing and nothing is paid on account. */
export function factorOf(achievement: Achievement | undefined, place: Place): Fraction | 'waits' {
  if (!achievement) return all;
  const { onAccount } = achievement;
  const { joined } = place.member;
  // Before it joined it was in no group, and loses nothing by one.
  if (achievement.measuredAt && joined !== null && joined > (place.world.periods[place.formula]?.end ?? 0)) return all;
  const figure = figureOfGroup(achievement, place);
  if (figure === 'no group') return none;
  if (!figure) return (onAccount === undefined ? null : numberOf(onAccount, place)) ?? 'waits';
  const { smallestDenominator, points } = achievement;
  if (figure.under.over === 0n) return read(achievement.zeroDenominator);
  if (smallestDenominator && against(figure.under, read(smallestDenominator.number)) < 0)
    return read(smallestDenominator.pays);
  const pays = scaled(over(figure.over, figure.under), achievement);
  if (!points || !pays) return pays ?? 'waits';
  const number = read(points.number);
  return over(toPlaces(times(pays, number), points.places, points.mode ?? 'half-away-from-zero'), number);
}

/** The latest figure of a member, or those of its locality or network added up. */
function figureOfGroup({ measure, measuredAt }: Achievement, place: Place): Figure | 'no group' | null {
  const { world, member, formula } = place;
  const latest = (each: Member) => figureOf({ measure }, each, place);
  if (!measuredAt) return latest(member);
  const span = world.periods[formula];
  if (!span) throw new Error('no such period');
  const group = member.within(measuredAt, span.start);
  if (measuredAt === 'pcn' && group === 'U') return 'no group';
  const together = world.members.filter(
    (each) =>
      takesPart(each, world) &&
      (each.joined === null || each.joined <= span.end) &&
      !(place.isAnew && each.left !== null && each.left < span.start) &&
      each.within(measuredAt, span.start) === group,
  );
  return addedUp({ ...place, together }, latest);
}

function scaled(achieved: Fraction, { scale }: Achievement): Fraction | null {
  switch (scale.kind) {
    case 'linear': {
      const [from, to] = [read(scale.from), read(scale.to)];
      return most(none, least(all, over(minus(achieved, from), minus(to, from))));
    }
    case 'steps': {
      const step = scale.steps.findLast(
        ({ from, edge }) => against(achieved, read(from)) >= (edge === 'excluded' ? 1 : 0),
      );
      return step ? read(step.pays) : none;
    }
    case 'line': {
      const knees = scale.points.map(({ at, pays, below = pays, above = pays }): Knee => {
        return { at: read(at), is: () => read(pays), below: () => read(below), above: () => read(above) };
      });
      return onLine(achieved, knees, scale.beyond === 'goes-on');
    }
  }
}

/** R: the rounding of the scheme, in pennies. */
export function pence(pounds: Fraction, { scheme }: World): bigint {
  const { unit = 'penny', mode = 'half-away-from-zero' } = scheme.rounding;
  return unit === 'penny' ? whole(times(pounds, fraction(100n)), mode) : 100n * whole(pounds, mode);
}
