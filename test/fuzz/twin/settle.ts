import { dayOf } from './calendar.ts';
import { DecidedSums } from './decided.ts';
import { against, fraction, lesser, penceOf, read, times } from './fraction.ts';
import { planLimits, plansAreLimited, type TakenByPlan, takingOf } from './planned.ts';
import type { Member, Span, World } from './world.ts';
import type { Component, Recovery, Row } from './written.ts';

/** A line: what it is entitled to, and what is to be paid or to come back. */
export interface Line {
  readonly component: Component;
  readonly span: Span;
  readonly entitlement: bigint;
}

export interface Settled {
  readonly component: string;
  readonly period: string;
  /** `payment`, or the status of a clawback. */
  readonly as: string;
  readonly payee: string;
  readonly pence: bigint;
}

/** What was paid for a line before, and to whom: who holds how much, the latest first. */
interface Held {
  readonly payee: string;
  readonly period: string;
  pence: bigint;
}

function paidFor(member: Member, component: string, period: string): readonly Row[] {
  return member.rows('paid.csv').filter((row) => row.component === component && row.period === period);
}

function alreadyPaid(member: Member, { component, span }: Line): bigint {
  return paidFor(member, component.id, span.id).reduce((all, { amount = '' }) => all + penceOf(amount), 0n);
}

/** What each has of the payments of a component, the latest payment first; what was given back is taken off the latest of the same payee. */
function heldFor(member: Member, component: string): Held[] {
  const rows = member
    .rows('paid.csv')
    .filter((row) => row.component === component)
    .map((row, place) => ({ row, place, on: dayOf(row.paid_on ?? '') }))
    .sort((a, b) => a.on - b.on || a.place - b.place);
  const held: Held[] = [];
  for (const { row } of rows) {
    const [payee, period] = [row.payee_code ?? '', row.period ?? ''];
    const pence = penceOf(row.amount ?? '');
    if (pence > 0n) held.unshift({ payee, period, pence });
    if (pence < 0n)
      giveBack(
        held.filter((each) => each.payee === payee && each.period === period),
        -pence,
      );
  }
  return held;
}

function giveBack(held: readonly Held[], sum: bigint): void {
  let left = sum;
  for (const each of held) {
    const now = lesser(left, each.pence);
    each.pence -= now;
    left -= now;
  }
}

/** Who is paid in this run for a component. */
function payeeOf(member: Member, component: string): string {
  const rows = member.rows('payees.csv');
  const latest = (own: readonly Row[]) =>
    [...own].sort((a, b) => dayOf(a.agreed_on ?? '') - dayOf(b.agreed_on ?? '')).at(-1)?.payee_code;
  return (
    latest(rows.filter((row) => row.component === component)) ??
    latest(rows.filter((row) => !row.component)) ??
    member.codeNow
  );
}

/** What a run makes of the lines of all components: plans may take no more of it than a share of what it pays. */
export function settled(all: readonly (readonly Line[])[], member: Member, world: World): Settled[] {
  const freely = all.map((lines) => settledAlone(lines, member, world, () => null));
  const unlimited = freely.flatMap(({ results }) => results);
  if (!plansAreLimited(member, world)) return unlimited;
  const pays = isCarried(unlimited, world) ? 0n : paymentsIn(unlimited);
  const most = planLimits(
    freely.flatMap(({ byPlan }) => byPlan),
    pays,
    member,
    world,
  );
  return all.flatMap((lines) => settledAlone(lines, member, world, most).results);
}

function paymentsIn(results: readonly Settled[]): bigint {
  return results.filter(({ as }) => as === 'payment').reduce((sum, { pence }) => sum + pence, 0n);
}

/** Whether what a run pays is too little to be paid now. */
export function isCarried(results: readonly Settled[], { scheme, last, periods }: World): boolean {
  if (!scheme.smallestPayment || last === periods.length - 1) return false;
  return against(fraction(paymentsIn(results), 100n), read(scheme.smallestPayment.pounds)) < 0;
}

/** What the lines of one component come to once what was paid is taken off, and what of it plans take. */
function settledAlone(
  lines: readonly Line[],
  member: Member,
  world: World,
  most: (taken: Omit<TakenByPlan, 'pence'>) => bigint | null,
): { results: Settled[]; byPlan: TakenByPlan[] } {
  const [first] = lines;
  if (!first) return { results: [], byPlan: [] };
  const { component } = first;
  const recovery = component.recovery ?? world.scheme.recovery;
  const waivers = new DecidedSums(member, component.id, 'waive-recovery');
  const isDeferred = world.periods.findIndex(({ id }) => id === recovery.takenFrom) > world.last;
  const dues = lines.map((line) => line.entitlement - alreadyPaid(member, line));
  const fell = lines.map((line, place) => -(dues[place] ?? 0n) > alreadyPaid(member, line));
  const held = heldFor(member, component.id);
  const results = setOff(lines, dues, fell);
  const short = lines.flatMap((line, place) => {
    const due = dues[place] ?? 0n;
    const of = { component: component.id, period: line.span.id };
    if (due > 0n) results.push({ ...of, as: 'payment', payee: payeeOf(member, component.id), pence: due });
    if (due >= 0n) return [];
    const byPeople = waivers.take(line.span.id, -due);
    const waived = isSmall(-due - byPeople, alreadyPaid(member, line), recovery) ? -due : byPeople;
    return [{ line, place, of, waived, open: -due - waived }];
  });
  const taking = isDeferred
    ? null
    : takingOf(
        short.map(({ open }) => open),
        component.id,
        recovery.waitsFor !== undefined,
        member,
        world,
      );
  const byPlan: TakenByPlan[] = [];
  for (const { line, place, of, waived, open } of short) {
    const now = taking?.(line.span.id, open, most({ component, span: line.span }));
    if (now) byPlan.push({ component, span: line.span, pence: now.byPlan });
    const asked: [string, bigint][] = now
      ? [
          ['due', now.due],
          ['deferred', now.deferred],
          ['proposed', open - now.due - now.deferred],
          ['waived', waived],
        ]
      : [
          ['deferred', open],
          ['waived', waived],
        ];
    const ids = (fell[place] ? lines.slice(0, place + 1) : [line]).map(({ span }) => span.id);
    const from = held.filter(({ period }) => ids.includes(period));
    results.push(...askedOf(asked, from).map((each) => ({ ...of, ...each })));
  }
  return { results, byPlan };
}

/** What fell beyond what was paid for its own line is first set off against payments for earlier periods, the latest first. */
function setOff(lines: readonly Line[], dues: bigint[], fell: readonly boolean[]): Settled[] {
  const results: Settled[] = [];
  for (const [place, line] of lines.entries()) {
    if (!fell[place]) continue;
    for (let before = place - 1; before >= 0; before -= 1) {
      const [payment = 0n, short = 0n] = [dues[before], dues[place]];
      if (payment <= 0n || short >= 0n) continue;
      const now = lesser(payment, -short);
      dues[before] = payment - now;
      dues[place] = short + now;
      const earlier = lines[before]?.span.id ?? '';
      const of = { component: line.component.id, as: 'unpaid', payee: 'set-off' };
      results.push({ ...of, period: earlier, pence: now }, { ...of, period: line.span.id, pence: -now });
    }
  }
  return added(results);
}

/** One result for each line and reason. */
function added(results: readonly Settled[]): Settled[] {
  const sums = new Map<string, Settled>();
  for (const each of results) {
    const key = `${each.period} ${each.as} ${each.payee}`;
    sums.set(key, { ...each, pence: each.pence + (sums.get(key)?.pence ?? 0n) });
  }
  return [...sums.values()];
}

/** Whether it is so little of what was paid that the scheme does not ask for it. */
function isSmall(short: bigint, paid: bigint, { tolerance, smallest }: Recovery): boolean {
  if (short <= 0n) return false;
  const exact = fraction(short, 100n);
  return (
    (tolerance !== undefined && against(exact, times(read(tolerance), fraction(paid, 100n))) <= 0) ||
    (smallest !== undefined && against(exact, read(smallest)) < 0)
  );
}

/** Asks payment by payment, the latest first, none for more than it was. */
function askedOf(
  asked: readonly [string, bigint][],
  held: readonly Held[],
): { as: string; payee: string; pence: bigint }[] {
  const found = new Map<string, { as: string; payee: string; pence: bigint }>();
  for (const [as, pence] of asked) {
    let left = pence;
    for (const each of held) {
      const now = lesser(left, each.pence);
      if (now === 0n) continue;
      each.pence -= now;
      left -= now;
      const key = `${as} ${each.payee}`;
      const before = found.get(key)?.pence ?? 0n;
      found.set(key, { as, payee: each.payee, pence: before + now });
    }
    if (left > 0n) found.set(`more ${as}`, { as: 'more than was paid', payee: as, pence: left });
  }
  return [...found.values()];
}
