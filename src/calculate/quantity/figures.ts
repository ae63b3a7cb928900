import { type Day, formatDay, isWithin } from '../../domain/day.ts';
import type { Facts, MeasureRow } from '../../domain/facts.ts';
import { type Ratio, ratio, sum } from '../../domain/money/ratio.ts';
import type { Grouping, Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { CountedClaims } from '../claims/counted-claims.ts';
import { type PracticeAsAt, practiceAsAt, type Used } from '../practice-as-at.ts';

/** A figure, or why there is none yet. */
export type Figure<T> =
  | { readonly kind: 'known'; readonly is: T }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Measured {
  readonly numerator: Ratio;
  readonly denominator: Ratio;
  readonly asAt: Day;
}

/** What is known about a practice, or about several of them together, when something is worked out. */
export interface Figures {
  readonly patients: (population: string, at: Day | 'scheme') => Figure<Ratio>;
  /** The row of a day, the latest one, or the latest of a period. */
  readonly measured: (measure: string, at: Day | 'latest' | Period) => Figure<Measured>;
  /** Events that count, up to and including a period; with those over the cap where asked. */
  readonly events: (event: string, upTo: Period, withOverCap: boolean) => Ratio;
}

/** The figures of one practice. */
export function figuresOf(scheme: Scheme, known: PracticeAsAt, claims: CountedClaims | null): Figures {
  return {
    patients: (population, at) => patientsOf(scheme, known, population, at),
    measured: (measure, at) => {
      const row = latestOf(known.measures, measure, at);
      if (row === null) return { kind: 'unknown', reason: `no figure for ${measure}${sayWhen(at)} yet` };
      known.used(row);
      return { kind: 'known', is: row };
    },
    events: (event, upTo, withOverCap) => {
      const counted = scheme.periods.slice(0, upTo.index + 1).map(({ index }) => {
        const over = withOverCap ? (claims?.overCap(known.index, event, index) ?? 0) : 0;
        return (claims?.counted(known.index, event, index) ?? 0) + over;
      });
      return sum(counted.map((events) => ratio(events)));
    },
  };
}

/** The figures of several practices added up. One figure that is missing leaves the sum unknown. */
export function addedUp(members: readonly Figures[]): Figures {
  return {
    patients: (population, at) => {
      const lists = known(members.map((each) => each.patients(population, at)));
      return lists.kind === 'known' ? { kind: 'known', is: sum(lists.is) } : lists;
    },
    measured: (measure, at) => {
      const rows = known(members.map((each) => each.measured(measure, at)));
      if (rows.kind === 'unknown') return rows;
      const asAt = rows.is.map((row) => row.asAt).reduce(laterOf);
      const numerator = sum(rows.is.map((row) => row.numerator));
      return { kind: 'known', is: { numerator, denominator: sum(rows.is.map((row) => row.denominator)), asAt } };
    },
    events: (event, upTo, withOverCap) => sum(members.map((each) => each.events(event, upTo, withOverCap))),
  };
}

/** For the practice at a place, the figures of its group: every group is put together, and every figure of it added up, once. */
export function figuresTogether(
  facts: Facts,
  figures: readonly Figures[],
): (index: number, within: Grouping) => Figures {
  const groups = new Map<string, Figures>();
  const namesWithin = new Map<Grouping, readonly string[]>();
  return (index, within) => {
    const names = keptIn(namesWithin, within, () => groupNames(facts, within));
    const key = `${within} ${names[index]}`;
    return keptIn(groups, key, () => remembered(addedUp(figures.filter((_, other) => names[other] === names[index]))));
  };
}

/** The same figures, each worked out when it is first asked for. */
function remembered({ patients, measured, events }: Figures): Figures {
  const [lists, rows] = [new Map<string, Figure<Ratio>>(), new Map<string, Figure<Measured>>()];
  return {
    patients: (population, at) => keptIn(lists, `${population} ${at}`, () => patients(population, at)),
    measured: (measure, at) => {
      const when = typeof at === 'object' ? `period ${at.id}` : at;
      return keptIn(rows, `${measure} ${when}`, () => measured(measure, at));
    },
    events,
  };
}

function keptIn<K, T>(kept: Map<K, T>, key: K, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}

/** Which practices are taken together with which: for each, in their order, the name of its group. */
export function groupNames({ practices }: Facts, within: Grouping): readonly string[] {
  switch (within) {
    case 'all':
      return practices.map(() => 'all practices');
    case 'locality':
      return practices.map(({ locality, code }) => locality ?? code);
    case 'pcn':
      return practices.map(({ pcn, code }) => pcn ?? code);
  }
}

/** The figures of every practice, in their order, as at a date. */
export function figuresOfAll(
  scheme: Scheme,
  facts: Facts,
  asAt: Day,
  claims: CountedClaims | null,
  used: Used,
): readonly Figures[] {
  return facts.practices.map((_, index) => figuresOf(scheme, practiceAsAt(scheme, facts, index, asAt, used), claims));
}

function patientsOf(
  { population: own }: Scheme,
  practice: PracticeAsAt,
  population: string,
  at: Day | 'scheme',
): Figure<Ratio> {
  const dates = at === 'scheme' ? [own.at, ...own.acceptedInstead] : [at];
  if (population === own.kind && (at === 'scheme' || dates.includes(practice.listSize.asAt))) {
    return { kind: 'known', is: practice.listSize.patients };
  }
  for (const date of dates) {
    const list = practice.otherLists.find((each) => each.population === population && each.asAt === date);
    if (!list) continue;
    practice.used(list);
    return { kind: 'known', is: list.patients };
  }
  const when = dates.map(formatDay).join(' or ');
  return { kind: 'unknown', reason: `no ${population} list at ${when} yet` };
}

function latestOf(rows: readonly MeasureRow[], measure: string, at: Day | 'latest' | Period): MeasureRow | null {
  let found: MeasureRow | null = null;
  for (const row of rows) {
    if (row.measure === measure && isMeant(row.asAt, at) && (found === null || row.asAt > found.asAt)) found = row;
  }
  return found;
}

function isMeant(asAt: Day, at: Day | 'latest' | Period): boolean {
  if (at === 'latest') return true;
  return typeof at === 'number' ? asAt === at : isWithin(asAt, at);
}

function sayWhen(at: Day | 'latest' | Period): string {
  if (at === 'latest') return '';
  return typeof at === 'number' ? ` at ${formatDay(at)}` : ` in ${at.id}`;
}

function laterOf(a: Day, b: Day): Day {
  return b > a ? b : a;
}

function known<T>(figures: readonly Figure<T>[]): Figure<readonly T[]> {
  const is: T[] = [];
  for (const figure of figures) {
    if (figure.kind === 'unknown') return figure;
    is.push(figure.is);
  }
  return { kind: 'known', is };
}
