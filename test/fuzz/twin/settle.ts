import { dayOf } from './calendar.ts';
import { against, fraction, lesser, read, times } from './fraction.ts';
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

export function penceOf(amount: string): bigint {
  const exact = times(read(amount.replace('-', '')), fraction(100n));
  return amount.startsWith('-') ? -exact.over : exact.over;
}

function paidFor(member: Member, component: string, period: string): readonly Row[] {
  return member.rows('paid.csv').filter((row) => row.component === component && row.period === period);
}

export function alreadyPaid(member: Member, { component, span }: Line): bigint {
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
    const [payee, period] = [row.payee_code || member.code, row.period ?? ''];
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
    member.code
  );
}

interface Sums {
  readonly general: { left: bigint };
  readonly own: Map<string, { left: bigint }>;
}

/** The sums that people decided on for a component: for one period, and for all. */
function sumsOf(member: Member, component: string, decision: string): Sums {
  const sums: Sums = { general: { left: 0n }, own: new Map() };
  for (const row of member.rows('decisions.csv')) {
    if (row.decision !== decision || row.component !== component) continue;
    const sum = row.period ? (sums.own.get(row.period) ?? { left: 0n }) : sums.general;
    if (row.period) sums.own.set(row.period, sum);
    sum.left += penceOf(row.amount ?? '');
  }
  return sums;
}

/** What recoveries took since the first decision to recover uses its sums up. */
function usedUp(sums: Sums, member: Member, component: string): void {
  const first = member
    .rows('decisions.csv')
    .filter((row) => row.decision === 'recover' && row.component === component)
    .map((row) => dayOf(row.decided_on ?? ''))
    .sort((a, b) => a - b)[0];
  if (first === undefined) return;
  for (const row of member.rows('paid.csv')) {
    if (row.component !== component || dayOf(row.paid_on ?? '') < first) continue;
    const pence = penceOf(row.amount ?? '');
    if (pence < 0n) take(sums, row.period ?? '', -pence);
  }
}

/** Takes up to so much of the sums for a period: its own first, then the general one. */
function take(sums: Sums, period: string, wanted: bigint): bigint {
  let taken = 0n;
  for (const sum of [sums.own.get(period), sums.general]) {
    if (!sum) continue;
    const now = lesser(wanted - taken, sum.left);
    sum.left -= now;
    taken += now;
  }
  return taken;
}

/** What the lines of one component come to once what was paid is taken off. */
export function settled(lines: readonly Line[], member: Member, world: World): Settled[] {
  const [first] = lines;
  if (!first) return [];
  const { component } = first;
  const recovery = component.recovery ?? world.scheme.recovery;
  const waivers = sumsOf(member, component.id, 'waive-recovery');
  const recoveries = sumsOf(member, component.id, 'recover');
  usedUp(recoveries, member, component.id);
  const isDeferred = world.periods.findIndex(({ id }) => id === recovery.takenFrom) > world.last;
  const dues = lines.map((line) => line.entitlement - alreadyPaid(member, line));
  const fell = lines.map((line, place) => -(dues[place] ?? 0n) > alreadyPaid(member, line));
  const held = heldFor(member, component.id);
  const results = setOff(lines, dues, fell);
  for (const [place, line] of lines.entries()) {
    const due = dues[place] ?? 0n;
    const of = { component: component.id, period: line.span.id };
    if (due > 0n) results.push({ ...of, as: 'payment', payee: payeeOf(member, component.id), pence: due });
    if (due >= 0n) continue;
    const short = -due;
    const waivedByPeople = take(waivers, line.span.id, short);
    const waived = isSmall(short - waivedByPeople, alreadyPaid(member, line), recovery) ? short : waivedByPeople;
    const open = short - waived;
    const deferred = isDeferred ? open : 0n;
    const taken = isDeferred ? 0n : recovery.waitsFor ? take(recoveries, line.span.id, open) : open;
    const asked: [string, bigint][] = [
      ['due', taken],
      ['deferred', deferred],
      ['proposed', open - deferred - taken],
      ['waived', waived],
    ];
    const ids = (fell[place] ? lines.slice(0, place + 1) : [line]).map(({ span }) => span.id);
    const from = held.filter(({ period }) => ids.includes(period));
    results.push(...askedOf(asked, from).map((each) => ({ ...of, ...each })));
  }
  return results;
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
