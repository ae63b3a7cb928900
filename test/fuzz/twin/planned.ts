import { dayOf, monthsAfter } from './calendar.ts';
import { DecidedSums, firstRecovery, takenSince } from './decided.ts';
import { floor, fraction, lesser, penceOf, read, times } from './fraction.ts';
import type { Member, Span, World } from './world.ts';
import type { Component, Row } from './written.ts';

// Recoveries in instalments.

/** What is taken of a line by plans. */
export interface TakenByPlan {
  readonly component: Component;
  readonly span: Span;
  readonly pence: bigint;
}

function plansOf(member: Member, component: string): readonly Row[] {
  return member.rows('plans.csv').filter((row) => row.component === component);
}

/** What of a plan has fallen due: each instalment is rounded down, the last takes the rest. */
function fallenDue({ amount = '', instalments = '1', first_on = '', every }: Row, { periods, asAt }: World): bigint {
  const [whole, count, first] = [penceOf(amount), Number(instalments), dayOf(first_on)];
  const later = periods.map(({ start }) => start).filter((start) => start > first);
  const days = every === 'month' ? Array.from({ length: count }, (_, at) => monthsAfter(first, at)) : [first, ...later];
  const fallen = days.slice(0, count).filter((day) => day <= asAt).length;
  return fallen === count ? whole : BigInt(fallen) * (whole / BigInt(count));
}

/** What of an open sum is taken now, by decisions and by plans, and what a plan defers. */
export interface Now {
  readonly due: bigint;
  readonly byPlan: bigint;
  readonly deferred: bigint;
}

export type Taking = (period: string, open: bigint, most: bigint | null) => Now;

/** How the open sums of a component are taken, one after the other. */
export function takingOf(
  all: readonly bigint[],
  component: string,
  waitsForDecision: boolean,
  member: Member,
  world: World,
): Taking {
  const plans = plansOf(member, component);
  const covers = plans.reduce((sum, { amount = '' }) => sum + penceOf(amount), 0n);
  const fallen = plans.reduce((sum, plan) => sum + fallenDue(plan, world), 0n);
  const decidedOn = plans.map(({ decided_on = '' }) => dayOf(decided_on));
  return waitsForDecision
    ? asDecided(component, { covers, fallen, decidedOn }, member)
    : atOnce(all, component, { covers, fallen, decidedOn }, member);
}

interface Planned {
  readonly covers: bigint;
  readonly fallen: bigint;
  readonly decidedOn: readonly number[];
}

/** What has fallen due of plans is taken as a sum decided on is, after such sums. */
function asDecided(component: string, { covers, fallen, decidedOn }: Planned, member: Member): Taking {
  const sums = new DecidedSums(member, component, 'recover');
  let [left, room] = [fallen, covers];
  const first = Math.min(...decidedOn, ...firstRecovery(member, component));
  for (const { period, pence } of takenSince(first, member, component)) {
    const byPlan = lesser(pence - sums.take(period, pence), left);
    left -= byPlan;
    room -= byPlan;
  }
  return (period, open, most) => {
    const decided = sums.take(period, open);
    const byPlan = lesser(lesser(open - decided, lesser(left, room)), most ?? open);
    left -= byPlan;
    room -= byPlan;
    const deferred = lesser(open - decided - byPlan, room);
    room -= deferred;
    return { due: decided + byPlan, byPlan, deferred };
  };
}

/** Whatever is owed beyond plans is taken at once, and what was taken since the first of them was for that first. */
function atOnce(
  all: readonly bigint[],
  component: string,
  { covers, fallen, decidedOn }: Planned,
  member: Member,
): Taking {
  const owed = all.reduce((a, b) => a + b, 0n);
  const taken = takenSince(Math.min(...decidedOn), member, component).reduce((sum, { pence }) => sum + pence, 0n);
  const beyond = atLeastNothing(owed + taken - covers);
  const takenByPlan = atLeastNothing(taken - beyond);
  const covered = lesser(owed, atLeastNothing(covers - takenByPlan));
  let [free, planned] = [owed - covered, lesser(covered, atLeastNothing(fallen - takenByPlan))];
  return (_, open, most) => {
    const first = lesser(open, free);
    const wanted = lesser(open - first, planned);
    const byPlan = lesser(wanted, most ?? wanted);
    free -= first;
    planned -= wanted;
    return { due: first + byPlan, byPlan, deferred: open - first - byPlan };
  };
}

function atLeastNothing(pence: bigint): bigint {
  return pence < 0n ? 0n : pence;
}

/** Whether plans take no more than a share of what the run pays: not in the last period, nor of who has left. */
export function plansAreLimited(member: Member, { last, periods, asAt }: World): boolean {
  const isHere = member.left === null || asAt <= member.left;
  return last < periods.length - 1 && isHere && member.rows('plans.csv').some(({ at_most }) => at_most);
}

/** The most of each line that plans may take: the debt of the earliest period first, then in the order of components. */
export function planLimits(
  asked: readonly TakenByPlan[],
  pays: bigint,
  member: Member,
  { components }: World,
): (line: Omit<TakenByPlan, 'pence'>) => bigint {
  const limits = new Map<string, bigint>();
  const key = ({ component, span }: Omit<TakenByPlan, 'pence'>) => `${component.id} ${span.id}`;
  const order = ({ id }: Component) => components.findIndex((each) => each.id === id);
  const inTurn = [...asked].sort((a, b) => a.span.place - b.span.place || order(a.component) - order(b.component));
  let soFar = 0n;
  for (const each of inTurn) {
    const shares = plansOf(member, each.component.id).flatMap(({ at_most }) => (at_most ? [at_most] : []));
    const most = shares.map((share) => floor(times(read(share), fraction(pays)))).reduce(lesser, pays + each.pence);
    const allowed = shares.length === 0 ? each.pence : lesser(each.pence, atLeastNothing(most - soFar));
    soFar += allowed;
    limits.set(key(each), allowed);
  }
  return (line) => limits.get(key(line)) ?? 0n;
}
