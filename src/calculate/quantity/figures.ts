import { at } from '../../domain/at.ts';
import { type Day, formatDay } from '../../domain/day.ts';
import type { OtherList } from '../../domain/facts.ts';
import { add, type Ratio, ratio, sum, zero } from '../../domain/money/ratio.ts';
import { isTallied } from '../../domain/scheme/claims-blocks.ts';
import { datesFor } from '../../domain/scheme/lists-needed.ts';
import type { ClaimsQuantity } from '../../domain/scheme/quantity.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayList } from '../../domain/words/say.ts';
import type { CountedClaims } from '../claims/counted-claims.ts';
import { type AskedEvidence, type Judgement, judge } from '../conditions/judge-evidence.ts';
import type { AccountFacts } from '../identity/account-facts.ts';
import { type PracticeAsAt, practiceAsAt, type Used } from '../practice-as-at.ts';
import { countedElsewhere, type Figure, type Measured, numbersTogether } from './figure.ts';
import { addedUpLines, laterOf, latestOf, rowOfEachLine, sayWhen } from './measure-rows.ts';

/** What is known about a practice, or about several of them together, when something is worked out. */
export interface Figures {
  /** The codes of those whose figures they are. */
  readonly whose: readonly string[];
  /** Whether one waits for what is missing; of who has left it counts as nothing among the others. */
  readonly isAwaited: boolean;
  readonly patients: (population: string, at: Day | 'scheme') => Figure<Ratio>;
  /** The row of a day, the latest one, or the latest of a period. */
  readonly measured: (measure: string, at: Day | 'latest' | Period) => Figure<Measured>;
  /** The lines of a measure that have a row, each with the same figures but for that measure, which is its own; null where they are those of several. */
  readonly lines: ((measure: string, at: Day | 'latest' | Period) => readonly FiguresOfLine[]) | null;
  /** From when to when a member takes part, and the day on which evidence came; null where the figures are those of several. */
  readonly own: OwnDays | null;
  /** What a block counts of claims in a period, or up to its end; with those over their limits where asked. */
  readonly claims: (block: ClaimsQuantity, period: Period, withOverCap: boolean) => Figure<Ratio>;
}

/** What is known where a measure is that of one line. */
export interface FiguresOfLine {
  readonly item: string;
  readonly figures: Figures;
}

/** The days of one member. */
export interface OwnDays {
  /** Its own start: the day on which it joined, be it before the term; else the first day of the term. */
  readonly startsOn: Day;
  /** Null where it stays to the end. */
  readonly leavesOn: Day | null;
  /** The first day on which a piece of evidence came, for a period where it is asked for by period; null while it has not. */
  readonly receivedOn: (evidence: string, period: Period) => Day | null;
  /** Whether evidence is good as at a day. */
  readonly judged: (asked: AskedEvidence, asAt: Day) => Judgement;
}

/** The figures of one practice. */
export function figuresOf(scheme: Scheme, known: PracticeAsAt, claims: CountedClaims | null): Figures {
  return {
    lines: (measure, at) => {
      const others = known.measures.filter((each) => each.measure !== measure);
      return rowOfEachLine(known.measures, measure, at).map((row) => {
        return { item: row.item ?? '', figures: figuresOf(scheme, { ...known, measures: [...others, row] }, claims) };
      });
    },
    whose: [known.practice.code],
    isAwaited: true,
    patients: (population, at) => patientsOf(scheme, known, population, at),
    measured: (measure, at) => {
      if (scheme.measures.some(({ id, lines }) => id === measure && lines)) return addedUpLines(known, measure, at);
      const row = latestOf(known.measures, measure, at);
      if (row === null) return { kind: 'unknown', reason: `no figure for ${measure}${sayWhen(at)} yet` };
      known.used(row);
      return { kind: 'known', is: known.countedElsewhere.has(row) ? { ...row, paidHere: countedElsewhere } : row };
    },
    own: {
      startsOn: known.practice.joinedOn ?? scheme.term.start,
      leavesOn: known.leavesOn,
      receivedOn: (evidence, period) => receivedOn(scheme, known, evidence, period),
      judged: (asked, asAt) => judge(asked, { known, scheme, asAt }),
    },
    claims: (block, period, withOverCap) => {
      const periods = periodsTaken(scheme, block, period);
      const last = periods.at(-1);
      if (claims === null || !last) return { kind: 'known', is: zero };
      const { unknown } = claims.limit(known.index, block.event, last.index);
      if (unknown !== null) return { kind: 'unknown', reason: `how many count is not known yet: ${unknown.reason}` };
      return {
        kind: 'known',
        is: sum(periods.map(({ index }) => inOnePeriod(claims, known.index, block, index, withOverCap))),
      };
    },
  };
}

function receivedOn(scheme: Scheme, known: PracticeAsAt, evidence: string, period: Period): Day | null {
  const kind = scheme.evidence.find(({ id }) => id === evidence);
  const rows = known.evidence.filter(
    (row) => row.evidence === evidence && (!kind?.perPeriod || row.period === null || row.period === period.id),
  );
  const [first] = rows.sort((a, b) => a.receivedOn - b.receivedOn || a.line - b.line);
  if (!first) return null;
  known.used(first);
  return first.receivedOn;
}

/** The periods whose claims a block takes: all up to one, one alone, or one before it; none where that lies before the first. */
function periodsTaken({ periods }: Scheme, { at }: ClaimsQuantity, period: Period): readonly Period[] {
  if (at === undefined) return periods.slice(0, period.index + 1);
  const index = at === 'each-period' ? period.index : period.index - at.periodsBefore;
  return index < 0 ? [] : periods.slice(index, index + 1);
}

function inOnePeriod(
  claims: CountedClaims,
  practice: number,
  block: ClaimsQuantity,
  period: number,
  withOverCap: boolean,
): Ratio {
  if (!isTallied(block)) {
    const over = withOverCap ? claims.overCap(practice, block.event, period) : 0;
    return ratio(claims.counted(practice, block.event, period) + over);
  }
  const tallied = claims.tallied(practice, block, period);
  if (tallied === null) return zero;
  if (block.kind === 'claimed') return withOverCap ? add(tallied.claimed, tallied.cutOff) : tallied.claimed;
  return ratio((tallied.counted[0] ?? 0) + (withOverCap ? (tallied.overCap[0] ?? 0) : 0));
}

/** The figures of several practices added up. One figure that is missing leaves the sum unknown. */
export function addedUp(members: readonly Figures[]): Figures {
  return {
    whose: members.flatMap(({ whose }) => whose),
    isAwaited: true,
    own: null,
    lines: null,
    patients: (population, at) => {
      const lists = known(
        members,
        members.map((each) => each.patients(population, at)),
      );
      if (lists.kind === 'unknown') return lists;
      if (lists.is.length === 0 && members.length > 0) return { kind: 'unknown', reason: 'nobody has such a list' };
      return { kind: 'known', is: sum(lists.is) };
    },
    measured: (measure, at) => {
      const rows = known(
        members,
        members.map((each) => each.measured(measure, at)),
      );
      if (rows.kind === 'unknown') return rows;
      const [first, ...others] = rows.is;
      if (!first) return { kind: 'unknown', reason: `nobody has a figure for ${measure}` };
      const asAt = others.map((row) => row.asAt).reduce(laterOf, first.asAt);
      return { kind: 'known', is: { ...numbersTogether(rows.is.map((row) => row.paidHere ?? row)), asAt } };
    },
    claims: (block, period, withOverCap) => {
      const counts = known(
        members,
        members.map((each) => each.claims(block, period, withOverCap)),
      );
      return counts.kind === 'known' ? { kind: 'known', is: sum(counts.is) } : counts;
    },
  };
}

/** The same figures, of which a missing one is waited for whoever has left. */
export function awaited(figures: Figures): Figures {
  return { ...figures, isAwaited: true };
}

/** The figures of every practice, in their order, as at a date. */
export function figuresOfAll(
  scheme: Scheme,
  facts: AccountFacts,
  asAt: Day,
  claims: CountedClaims | null,
  used: Used,
): readonly Figures[] {
  return facts.practices.map((_, index) => {
    const known = practiceAsAt(scheme, facts, index, asAt, used);
    const hasLeft = known.leavesOn !== null && known.leavesOn <= asAt;
    return { ...figuresOf(scheme, known, claims), isAwaited: !hasLeft };
  });
}

function patientsOf(scheme: Scheme, practice: PracticeAsAt, population: string, at: Day | 'scheme'): Figure<Ratio> {
  const { population: own } = scheme;
  const dates = datesFor(own, at === 'scheme' ? own.at : at);
  const began = beganOn(practice);
  if (began !== null && (at === 'scheme' ? population !== own.kind : at < began)) {
    if (practice.joinsOn !== null && scheme.joining?.list === 'none') return { kind: 'known', is: zero };
    const first = practice.firstLists.find((list) => list.population === population);
    if (first) return counted(practice, first);
  }
  if (population === own.kind && (at === 'scheme' || (practice.isListed && dates.includes(practice.listSize.asAt)))) {
    return { kind: 'known', is: practice.listSize.patients };
  }
  for (const date of dates) {
    const list = practice.otherLists.find((each) => each.population === population && each.asAt === date);
    if (list) return counted(practice, list);
  }
  const when = dates.map(formatDay).join(' or ');
  return { kind: 'unknown', reason: `no ${population} list at ${when} yet` };
}

/** The day from which a practice, or the code of a merger, has lists; null for one that has them from the start. */
function beganOn({ joinsOn, merger }: PracticeAsAt): Day | null {
  return merger?.kind === 'joins' ? merger.on : joinsOn;
}

function counted(practice: PracticeAsAt, list: OtherList): Figure<Ratio> {
  practice.used(list);
  return { kind: 'known', is: list.patients };
}

function known<T>(members: readonly Figures[], figures: readonly Figure<T>[]): Figure<readonly T[]> {
  const is: T[] = [];
  const missing: string[] = [];
  let reason: string | null = null;
  for (const [place, figure] of figures.entries()) {
    if (figure.kind === 'known') is.push(figure.is);
    else if (at(members, place).isAwaited) {
      reason ??= figure.reason;
      missing.push(...at(members, place).whose);
    }
  }
  return reason === null ? { kind: 'known', is } : { kind: 'unknown', reason: sayWhose(reason, missing) };
}

/** Whose figure is missing: three of them, and how many more. */
export function sayWhose(reason: string, whose: readonly string[]): string {
  const more = whose.length - 3;
  return `${reason}: missing of ${more > 0 ? `${whose.slice(0, 3).join(', ')} and ${more} more` : sayList(whose)}`;
}
