import { type IsStopped, never } from './all-or-nothing.ts';
import { against, all, type Fraction, fraction, none, over, plus, read, shareOut, sum, times } from './fraction.ts';
import type { Place } from './place.ts';
import { isTallied } from './tallies.ts';
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
  /** What of the value was lost before it was worth anything, and why: where that is told of the component at all. */
  readonly lost?: readonly Lost[];
}

/** What is not earned, whole, for one of the reasons that lie before the worth to date. */
export interface Lost {
  readonly as: 'achievement' | 'before-joining' | 'prorated' | 'left' | 'all-or-nothing';
  readonly pence: bigint;
}

/** Whether the reasons before the worth to date are told of a component: it is rounded to date by itself, and paid by a schedule. */
export function tellsWhatIsLost(component: Component, world: World): boolean {
  if (isTallied(component) || ['pool', 'shared', 'envelope'].includes(component.value.kind)) return false;
  const schedule = scheduleOf(component, world);
  return world.scheme.rounding.at === 'component' && !('rounded' in schedule);
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
  /** The same to date before anything is lost of it, then as achieved, then as owed for the days of the member. */
  readonly whole: readonly Fraction[];
  readonly achieved: readonly Fraction[];
  readonly owed: readonly Fraction[];
  readonly isMeasured: readonly boolean[];
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
  const [whole, achieved, owed]: [Fraction[], Fraction[], Fraction[]] = [[], [], []];
  const isMeasured: boolean[] = [];
  const add = (sums: Fraction[], more: Fraction) => sums.push(plus(sums.at(-1) ?? none, more));
  for (const span of world.periods.slice(0, world.last + 1)) {
    const isAnew = schedule.kind === 'each-period';
    const place: Place = { world, member, formula: span.place, upTo: span.place, isAnew };
    const value = adjusted(ownValue(component.value, place), component, place);
    const isGone = isAnew && member.left !== null && member.left < span.start;
    const measured = isGone && component.achievement?.measuredAt ? undefined : component.achievement;
    const factor = factorOf(measured, place);
    const stay = partOf(member, span, world);
    const full = times(value ?? none, shareOf(schedule, span.place, world));
    const before = times(full, stay);
    const earned = times(before, factor === 'waits' ? all : factor);
    add(whole, full);
    add(achieved, times(full, factor === 'waits' ? all : factor));
    add(owed, earned);
    isMeasured.push(factor !== 'waits');
    earnsNothing.push(before.over !== 0n && earned.over === 0n);
    const due = isStopped(component.id, span.place) ? none : earned;
    isDue.push(value === null ? stay.over !== 0n : due.over !== 0n);
    alone.push(due);
    toDate.push(plus(toDate.at(-1) ?? none, due));
    waits.push(stay.over !== 0n && (value === null || factor === 'waits'));
  }
  return { toDate, waits, alone, isDue, earnsNothing, whole, achieved, owed, isMeasured };
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
      const isLast = own.over !== 0n && share.over !== 0n && against(shares, all) === 0;
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
        ...lostOf(components[index], dues[index], place, member, world),
      })),
    ]),
  );
}

/** What is lost of a period by its measure, for joining and leaving, and by companions. A penny that falls the other way is no loss. */
function lostOf(component: Component | undefined, due: Due | undefined, place: number, member: Member, world: World) {
  const span = world.periods[place];
  if (!component || !due || !span || !tellsWhatIsLost(component, world)) return {};
  const inPeriod = (toDate: readonly Fraction[]) =>
    pence(toDate[place] ?? none, world) - pence(toDate[place - 1] ?? none, world);
  const [whole, achieved, owed, left] = [due.whole, due.achieved, due.owed, due.toDate].map(inPeriod);
  const [byMeasure, byDays] = [(whole ?? 0n) - (achieved ?? 0n), (achieved ?? 0n) - (owed ?? 0n)];
  const [joined, part] = [member.joined ?? span.start, partOf(member, span, world)];
  const isBefore = joined > span.end || (joined > span.start && world.scheme.joining?.prorate === 'none');
  const lost: Lost[] = [
    ...(byMeasure > 0n && due.isMeasured[place] ? [{ as: 'achievement', pence: byMeasure } as const] : []),
    ...(byDays > 0n
      ? [{ as: part.over !== 0n ? 'prorated' : isBefore ? 'before-joining' : 'left', pence: byDays } as const]
      : []),
    { as: 'all-or-nothing', pence: (owed ?? 0n) - (left ?? 0n) },
  ];
  return { lost: lost.filter((each) => each.pence !== 0n) };
}
