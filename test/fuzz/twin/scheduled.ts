import { type IsStopped, never } from './all-or-nothing.ts';
import { against, all, type Fraction, fraction, none, over, plus, read, shareOut, sum, times } from './fraction.ts';
import type { Place } from './place.ts';
import { adjusted, factorOf, ownValue, pence } from './value.ts';
import { type Member, partOf, type World } from './world.ts';
import type { Component, Schedule } from './written.ts';

/** What one period of one component comes to for one member. */
export interface Worth {
  /** A(x, c, q), in pennies. */
  readonly pence: bigint;
  /** Whether it waits for a figure. */
  readonly waits: boolean;
  /** Whether nothing is listed though nothing can be said of the figure, or the other way round: the rules leave it open. */
  readonly isOpen?: boolean;
  /** Whether anything is due at all, however little; else the pennies say. */
  readonly isDue?: boolean;
  /** Whether another component stops it, with which it stands or falls. */
  readonly isStopped?: boolean;
}

/** The share that a schedule gives a period. */
export function shareOf(schedule: Schedule, period: number, { periods }: World): Fraction {
  const { id = '' } = periods[period] ?? {};
  switch (schedule.kind) {
    case 'equal':
      return fraction(1n, BigInt(periods.length));
    case 'each-period':
      return all;
    case 'shares':
      return read(schedule.shares[id] ?? '0');
    case 'pounds': {
      const pounds = periods.map((each) => read(schedule.pounds[each.id] ?? '0'));
      return over(read(schedule.pounds[id] ?? '0'), sum(pounds));
    }
  }
}

export function scheduleOf(component: Component, { scheme }: World): Schedule {
  const schedule = component.schedule ?? scheme.schedule;
  if (!schedule) throw new Error(`${component.id} has no schedule`);
  return schedule;
}

interface Due {
  /** What has fallen due up to the end of each period, exactly; of what is not known, as if it were nothing. */
  readonly toDate: readonly Fraction[];
  readonly waits: readonly boolean[];
  /** What each period is worth by itself. */
  readonly alone: readonly Fraction[];
  /** Whether anything is due in each period, however little, or may be. */
  readonly isDue: readonly boolean[];
  /** Whether something is due in each period that its measure makes nothing. */
  readonly earnsNothing: readonly boolean[];
}

/** What falls due of a value by its schedule. */
export function dueOf(component: Component, member: Member, world: World, isStopped = never): Due {
  const schedule = scheduleOf(component, world);
  const toDate: Fraction[] = [];
  const waits: boolean[] = [];
  const alone: Fraction[] = [];
  const isDue: boolean[] = [];
  const earnsNothing: boolean[] = [];
  for (const span of world.periods.slice(0, world.last + 1)) {
    const isAnew = schedule.kind === 'each-period';
    const place: Place = { world, member, formula: span.place, upTo: span.place, isAnew };
    const value = adjusted(ownValue(component.value, place), component, place);
    const factor = factorOf(component.achievement, place);
    const stay = partOf(member, span, world);
    const part = times(shareOf(schedule, span.place, world), stay);
    const before = times(value ?? none, part);
    const earned = times(before, factor === 'waits' ? all : factor);
    earnsNothing.push(before.over !== 0n && earned.over === 0n);
    const due = isStopped(component.id, span.place) ? none : earned;
    isDue.push(value === null ? stay.over !== 0n : due.over !== 0n);
    alone.push(due);
    toDate.push(plus(toDate.at(-1) ?? none, due));
    waits.push(stay.over !== 0n && (value === null || factor === 'waits'));
  }
  return { toDate, waits, alone, isDue, earnsNothing };
}

/** What the components paid by a schedule come to, each period for itself, by component. */
export function scheduled(
  components: readonly Component[],
  member: Member,
  world: World,
  isStopped: IsStopped,
): ReadonlyMap<string, readonly Worth[]> {
  const dues = components.map((component) => dueOf(component, member, world, isStopped));
  const together = world.scheme.rounding.at === 'period';
  const joinsOrLeaves = member.joined !== null || member.left !== null;
  const toDate = world.periods.slice(0, world.last + 1).map(({ place }) => {
    const exact = dues.map((due) => due.toDate[place] ?? none);
    return together ? shareOut(pence(sum(exact), world), exact) : exact.map((each) => pence(each, world));
  });
  for (const [index, component] of components.entries()) {
    const schedule = scheduleOf(component, world);
    if (schedule.kind === 'each-period' || schedule.rounded === undefined) continue;
    let [shares, paid] = [none, 0n];
    for (const [place, own] of (dues[index]?.alone ?? []).entries()) {
      const share = shareOf(schedule, place, world);
      shares = plus(shares, share);
      const isLast = share.over !== 0n && against(shares, all) === 0;
      paid = isLast ? pence(dues[index]?.toDate[place] ?? none, world) : paid + pence(own, world);
      const row = toDate[place];
      if (row) row[index] = paid;
    }
  }
  return new Map(
    components.map(({ id }, index) => [
      id,
      toDate.map((pennies, place) => ({
        pence: (pennies[index] ?? 0n) - (toDate[place - 1]?.[index] ?? 0n),
        waits: dues[index]?.waits[place] ?? false,
        isOpen: together || joinsOrLeaves,
        isDue: dues[index]?.isDue[place] ?? false,
      })),
    ]),
  );
}
