import { byAccount } from './accounts.ts';
import { dayOf, monthsAfter, monthsAfterEnd } from './calendar.ts';
import { all, type Fraction, fraction, minus, none, read } from './fraction.ts';
import { leavesOf } from './leaves.ts';
import type { Case, Component, Long, Row, Scheme } from './written.ts';

/** A period, with its days counted. */
export interface Span {
  readonly id: string;
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

/** One practice and what is known of it at the as-at date. */
export interface Member {
  readonly code: string;
  /** The code that stands for it on the day of the run. */
  readonly codeNow: string;
  readonly place: number;
  /** Its first day, where that is after the term began. */
  readonly joined: number | null;
  /** The day from which it counts its own years. */
  readonly ownStart: number;
  /** Its last day, where that is known. */
  readonly left: number | null;
  readonly rows: (table: string) => readonly Row[];
  /** Its locality or network on a day, or on its first day where that is later. */
  readonly within: (what: 'locality' | 'pcn', day: number) => string;
}

/** A claim that counts. */
export interface Counted {
  readonly event: string;
  readonly id: string;
  readonly on: number;
  readonly period: number;
  readonly person: string;
  readonly amount: Fraction;
}

export interface Judged {
  readonly counted: readonly Counted[];
  readonly refused: readonly { readonly line: number; readonly code: string }[];
  /** The kinds of events of which the limit is not known yet. */
  readonly unknown: ReadonlySet<string>;
}

/** A run to be worked out. */
export interface World {
  readonly scheme: Scheme;
  readonly periods: readonly Span[];
  /** The place of the period of the run. */
  readonly last: number;
  readonly asAt: number;
  readonly term: { readonly start: number; readonly end: number };
  readonly members: readonly Member[];
  readonly components: readonly Component[];
  /** What becomes of the claims of a member. */
  readonly claims: (member: Member) => Judged;
}

export function worldOf(run: Case, judge: (world: World) => ReadonlyMap<Member, Judged>): World {
  const { scheme, period, asAt } = run;
  const tables = byAccount(run);
  const day = dayOf(asAt);
  const term = { start: dayOf(scheme.term.start), end: dayOf(scheme.term.end) };
  const practices = [...(tables['practices.csv'] ?? [])].sort((a, b) =>
    (a.practice_code ?? '') < (b.practice_code ?? '') ? -1 : 1,
  );
  const members = practices.map((row, place): Member => {
    const code = row.practice_code ?? '';
    const joined = row.joined_on ? dayOf(row.joined_on) : null;
    return {
      code,
      codeNow: row.now ?? code,
      place,
      joined: joined !== null && joined > term.start ? joined : null,
      ownStart: joined ?? term.start,
      left: leftOn(row, scheme, day),
      rows: (table) =>
        table === 'list-sizes.csv, also later'
          ? (tables['list-sizes.csv'] ?? []).filter((each) => each.practice_code === code)
          : known(tables[table] ?? [], code, day),
      within: (what, on) => {
        const moves = (tables['memberships.csv'] ?? []).filter((each) => each.practice_code === code);
        return membershipOf(row, moves, what === 'pcn' ? 'pcn_code' : 'locality', Math.max(on, joined ?? on));
      },
    };
  });
  const periods = scheme.periods.map(({ id, start, end }, place) => ({
    id,
    place,
    start: dayOf(start),
    end: dayOf(end),
  }));
  let judged: ReadonlyMap<Member, Judged> | null = null;
  const claims = (member: Member) => {
    judged ??= judge(world);
    return judged.get(member) ?? { counted: [], refused: [], unknown: new Set<string>() };
  };
  const components = leavesOf(scheme.components);
  const world: World = { scheme, periods, last: period, asAt: day, term, members, components, claims };
  return world;
}

/** The rows of a practice that exist at the as-at date, by whatever date they bear. */
function known(rows: readonly Row[], code: string, asAt: number): readonly Row[] {
  return rows.filter((row) => {
    const dated = row.received_on ?? row.claimed_on ?? row.decided_on ?? row.agreed_on ?? row.paid_on ?? row.as_at;
    return row.practice_code === code && (!dated || dayOf(dated) <= asAt);
  });
}

function membershipOf(row: Row, moves: readonly Row[], column: string, on: number): string {
  const before = moves
    .filter((each) => each[column] && dayOf(each.from ?? '') <= on)
    .sort((a, b) => dayOf(a.from ?? '') - dayOf(b.from ?? ''));
  return before.at(-1)?.[column] ?? row[column] ?? '';
}

function leftOn(row: Row, { leaving }: Scheme, asAt: number): number | null {
  const left = row.left_on ? dayOf(row.left_on) : null;
  const notice = row.notice_on ? dayOf(row.notice_on) : null;
  const days = [
    ...(left !== null && left <= asAt ? [left] : []),
    ...(notice !== null && notice <= asAt && leaving.notice ? [longAfter(notice, leaving.notice)] : []),
  ];
  return days.length === 0 ? null : Math.min(...days);
}

function longAfter(day: number, long: Long): number {
  return 'days' in long ? day + long.days : monthsAfter(day, long.months);
}

/** So long after the last day of a period: months from the last day of a month end on the last day of one. */
export function longAfterEnd(day: number, long: Long): number {
  return 'days' in long ? day + long.days : monthsAfterEnd(day, long.months);
}

/** Whether it takes part at all: who left before the term does not. */
export function takesPart({ left }: Member, { term }: World): boolean {
  return left === null || left >= term.start;
}

/** The part of a period that a member is owed for. */
export function partOf(member: Member, { start, end }: Span, { scheme }: World): Fraction {
  const { joined, left } = member;
  let [from, until] = [start, end];
  if (joined !== null && left !== null && left < joined) return none;
  if (joined !== null && joined > start) {
    if (joined > end || scheme.joining?.prorate === 'none') return none;
    from = joined;
  }
  if (left !== null && left < end) {
    if (left < start) return none;
    if (scheme.leaving.prorate === 'days') until = left;
  }
  return from > until
    ? none
    : from === start && until === end
      ? all
      : fraction(BigInt(until - from + 1), BigInt(end - start + 1));
}

/** What is left of all that a component earned to a member that leaves so soon after its own start that a share comes back. */
export function keptOf(member: Member, component: string, { scheme }: World): Fraction | null {
  const { ownStart, left } = member;
  const holds = scheme.leaving.comesBack?.find(({ within, components }) => {
    if (left === null || (components && !components.includes(component))) return false;
    return left < ('years' in within ? monthsAfter(ownStart, 12 * within.years) : longAfter(ownStart, within));
  });
  return holds ? minus(all, read(holds.share)) : null;
}

/** The list of a population at a date, as it counts for a member; where no date is asked for, as that of the scheme does. Null while there is none. */
export function listOf(
  member: Member,
  named: string | undefined,
  on: number,
  { scheme }: World,
  isUndated = false,
): Fraction | null {
  const population = named ?? scheme.population.kind ?? 'registered';
  const { at, acceptedInstead = [], kind = 'registered' } = scheme.population;
  const isOfTheScheme = isUndated || (population === kind && on === dayOf(at));
  // The list of the scheme and the first of who joins count, be they of a later day than the run's.
  const isOfJoiner = member.joined !== null && (isOfTheScheme || on < member.joined);
  const listed = (table: string) =>
    member
      .rows(table)
      .filter((row) => (row.population || 'registered') === population)
      .map((row) => ({ on: dayOf(row.as_at ?? ''), patients: read(row.patients ?? ''), isOfAll: row.of_all === 'yes' }))
      .sort((a, b) => a.on - b.on);
  const all = listed('list-sizes.csv, also later');
  if (isOfJoiner) {
    if (scheme.joining?.list === 'none') return none;
    const first = all.find((row) => row.on >= (member.joined ?? 0) && !row.isOfAll);
    if (first) return first.patients;
  }
  // Of another population the list at the date of the scheme is none that everybody must have.
  const rows = isOfTheScheme && population === kind ? all : listed('list-sizes.csv');
  const days = isOfTheScheme ? [at, ...acceptedInstead].map(dayOf) : [on];
  return days.flatMap((day) => rows.find((row) => row.on === day) ?? [])[0]?.patients ?? null;
}
