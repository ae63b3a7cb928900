import { dayOf, monthsAfter, monthsAfterEnd } from './calendar.ts';
import { against, floor, fraction, over, read, times } from './fraction.ts';
import type { Place } from './place.ts';
import { quantity } from './quantity.ts';
import { listOf, longAfterEnd, type Member, type Span, type World } from './world.ts';
import type { Component, Evidence, Row, Test } from './written.ts';

export type Status = 'released' | 'withheld' | 'forfeited';

/** How a component stands in a period. */
export function statusOf(component: Component, span: Span, member: Member, world: World): Status {
  const own = (component.conditions ?? world.scheme.conditions ?? []).filter(
    ({ periods }) => periods === 'every' || periods.includes(span.id),
  );
  const stands = (isKept: boolean) => (id: string) => standing(id, isKept, component, span, member, world);
  const needs = own.flatMap(({ needs: each = [] }) => each).map(stands(false));
  const keeps = own.flatMap(({ keeps: each = [] }) => each).map(stands(true));
  const place: Place = { world, member, formula: span.place, upTo: span.place };
  const tests = own.flatMap(({ tests: each = [] }) => each).map((test) => tested(test, span, place));
  if ([...needs, ...keeps, ...tests].includes('failed')) return 'forfeited';
  return [...needs, ...tests].includes('open') ? 'withheld' : 'released';
}

/** Whether a figure reaches another: open while one is missing, and while the period runs where it does not yet, or is a figure of periods. */
function tested({ is, atLeast }: Test, { end }: Span, place: Place): Standing {
  const [reached, asked] = [is, atLeast].map((each) => (typeof each === 'string' ? read(each) : quantity(each, place)));
  if (!reached || !asked) return 'open';
  const isMet = against(reached, asked) >= 0;
  if (place.world.asAt >= end) return isMet ? 'good' : 'failed';
  return isMet && !goesByPeriod([is, atLeast], place.world) ? 'good' : 'open';
}

function goesByPeriod(tree: object, world: World): boolean {
  const part = (key: string): unknown => Reflect.get(tree, key);
  const [kind, at, name] = [part('kind'), part('at'), part('name')];
  if (kind === 'over-time' || kind === 'events' || kind === 'claimed') return true;
  const isEach =
    at === 'each-period' || at === 'each-quarter' || at === 'to-date' || (typeof at === 'object' && at !== null);
  if (isEach && (kind === 'patients' || kind === 'measure' || kind === 'each-line')) return true;
  const named = kind === 'named' ? world.scheme.quantities?.find(({ id }) => id === name) : undefined;
  return [named, ...Object.values(tree)].some(
    (each) => typeof each === 'object' && each !== null && goesByPeriod(each, world),
  );
}

export type Standing = 'good' | 'open' | 'failed' | 'not asked';

/** How one piece of evidence stands for one line. */
export function standing(
  id: string,
  isKept: boolean,
  component: Component,
  span: Span,
  member: Member,
  world: World,
): Standing {
  const kind = world.scheme.evidence.find((each) => each.id === id);
  if (!kind) throw new Error(`no such evidence: ${id}`);
  const deadline = lastDayOf(kind, span, world);
  if (deadline !== null && member.joined !== null && deadline < member.joined) return 'not asked';
  const { left } = member;
  const goesByDays = world.scheme.leaving.prorate === 'days';
  if (isKept && goesByDays && deadline !== null && left !== null && deadline > left) return 'not asked';
  const isFor = (row: Row) =>
    row.evidence === id &&
    (!row.component || row.component === component.id) &&
    (!row.period || row.period === span.id);
  const waived = member.rows('decisions.csv').some((row) => row.decision === 'accept-late' && isFor(row));
  const last = waived ? null : deadline;
  const good = member
    .rows('evidence.csv')
    .filter(isFor)
    .filter((row) => last === null || dayOf(row.received_on ?? '') <= last)
    .some((row) => isEnough(row, kind, member, world));
  if (good) return 'good';
  return last !== null && world.asAt > last ? 'failed' : 'open';
}

/** Whether the quantity of a row is large enough. */
function isEnough({ quantity }: Row, { minimum }: Evidence, member: Member, world: World): boolean {
  if (!minimum) return true;
  if (!quantity) return false;
  const number = read(minimum.number);
  if (minimum.kind === 'number') return against(read(quantity), number) >= 0;
  const { population } = world.scheme;
  const list = listOf(member, undefined, dayOf(population.at), world) ?? fraction(0n);
  const exact = over(times(list, number), fraction(1000n));
  const roundedUp = -floor({ over: -exact.over, under: exact.under });
  return against(read(quantity), fraction(roundedUp)) >= 0;
}

/** The last day on which evidence may come; null where there is none. */
export function lastDayOf({ deadline }: Evidence, own: Span, world: World): number | null {
  if (!deadline) return null;
  if (deadline.kind === 'date') return dayOf(deadline.on);
  const span = world.periods.find(({ id }) => id === deadline.period) ?? own;
  return deadline.kind === 'after-period' ? longAfterEnd(span.end, deadline.after) : windowEnd(span, world);
}

/** The end of the claim window of a period. */
export function windowEnd(span: Span, { scheme, periods }: World): number {
  const window = scheme.claimWindow;
  if (!window) throw new Error('no claim window');
  if (window.kind === 'days') return span.end + window.days;
  // Counted from the event, the last window of a period is that of an event on its last day.
  if (window.kind === 'months')
    return (window.after === 'period' ? monthsAfterEnd : monthsAfter)(span.end, window.months);
  const next = periods[span.place + 1];
  return next ? next.end : monthsAfterEnd(span.end, monthsOf(span));
}

/** How many months a period has: the fewest after which, from the day before it, its last day is reached. */
function monthsOf({ start, end }: Span): number {
  let months = 0;
  while (monthsAfterEnd(start - 1, months) < end) months += 1;
  return months;
}
