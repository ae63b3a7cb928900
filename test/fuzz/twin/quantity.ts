import { dayOf, monthsAfter } from './calendar.ts';
import { claimed } from './claimed.ts';
import {
  against,
  type Fraction,
  fraction,
  least,
  minus,
  most,
  none,
  over,
  plus,
  read,
  times,
  toPlaces,
} from './fraction.ts';
import { amongAll } from './of-all.ts';
import { overTime } from './over-time.ts';
import { isMeant, type Place } from './place.ts';
import { isOn } from './prices.ts';
import { listOf, type Member, type World } from './world.ts';

import type { Block, Events, Measure } from './written.ts';

/** What a block comes to; null while a figure is missing, or where it has no value. */
export function quantity(block: Block, place: Place): Fraction | null {
  const { world } = place;
  const inside = (part: Block) => quantity(part, place);
  switch (block.kind) {
    case 'pounds':
      return read(block.pounds);
    case 'number':
      return read(block.number);
    case 'patients': {
      const on = listDay(block.at, place);
      return ofThose(place, (each) => listOf(each, block.population, on, world), plus, none);
    }
    case 'measure':
      return figure(block, place);
    case 'rate':
      return both(read(block.pounds), inside(block.for), times);
    case 'sum':
      return several(block.of.map(inside), plus);
    case 'product':
      return several(block.of.map(inside), times);
    case 'greatest':
      return several(block.of.map(inside), most);
    case 'least':
      return several(block.of.map(inside), least);
    case 'named': {
      const named = world.scheme.quantities?.find(({ id }) => id === block.name);
      if (!named) throw new Error(`nothing is called ${block.name}`);
      return inside(named.is);
    }
    case 'over-time':
      return overTime(block, place, inside);
    case 'change': {
      const at = (day: string) => figure({ ...block, kind: 'measure', at: day }, place);
      const growth = both(at(block.to), at(block.from), minus);
      return growth && !block.below ? most(growth, none) : growth;
    }
    case 'difference': {
      const left = both(inside(block.from), inside(block.less), minus);
      return left && !block.below ? most(left, none) : left;
    }
    case 'ratio': {
      const [top, bottom] = [inside(block.of), inside(block.to)];
      return top && bottom && bottom.over !== 0n ? over(top, bottom) : null;
    }
    case 'share':
      return both(read(block.share), inside(block.of), times);
    case 'rounded': {
      const exact = inside(block.of);
      return exact && toPlaces(exact, block.places, block.mode ?? 'half-away-from-zero');
    }
    case 'of-all':
    case 'rank':
      return amongAll(block, place, quantity);
    case 'events':
      return events(block, place);
    case 'claimed':
      return claimed(block, place);
    case 'bands':
      return bands(block, place);
    case 'line':
      return line(block, place);
    default:
      throw new Error(`the second evaluator does not know ${block.kind} yet`);
  }
}

/** The date of the list that counts: as written, or the first day of the period or of the quarter in which it lies. */
function listDay(at: string | undefined, { world, upTo }: Place): number {
  const start = world.periods[upTo]?.start ?? 0;
  if (at === 'each-period') return start;
  if (at !== 'each-quarter') return dayOf(at ?? world.scheme.population.at);
  let quarters = 0;
  while (monthsAfter(world.term.start, 3 * quarters + 3) <= start) quarters += 1;
  return monthsAfter(world.term.start, 3 * quarters);
}

function both(a: Fraction | null, b: Fraction | null, how: (a: Fraction, b: Fraction) => Fraction): Fraction | null {
  return a && b && how(a, b);
}

function several(parts: readonly (Fraction | null)[], how: (a: Fraction, b: Fraction) => Fraction): Fraction | null {
  const known = parts.filter((part) => part !== null);
  return known.length < parts.length ? null : known.reduce(how);
}

/** What somebody has, or several have together: who has left is not waited for, unless nobody has any. */
function ofThose<T>(place: Place, of: (each: Member) => T | null, add: (a: T, b: T) => T, nothing: T): T | null {
  const { member, together, isAnew, world } = place;
  if (!together) return of(member);
  if (together.length > 0 && together.every((each) => of(each) === null)) return null;
  const all = together.map((each) => of(each) ?? (!isAnew && hasLeft(each, world) ? nothing : null));
  const known = all.filter((each) => each !== null);
  return known.length < all.length ? null : known.reduce(add, nothing);
}

/** Whether a member has left by the as-at date. */
export function hasLeft({ left }: Member, { asAt }: World): boolean {
  return left !== null && left <= asAt;
}

export interface Figure {
  readonly on: number;
  readonly over: Fraction;
  readonly under: Fraction;
}

/** The rows of a measure, oldest first. */
export function figuresOf(measure: string, member: Member): readonly Figure[] {
  return member
    .rows('measures.csv')
    .filter((row) => row.measure === measure)
    .map((row) => ({
      on: dayOf(row.as_at ?? ''),
      over: read(row.numerator ?? ''),
      under: read(row.denominator ?? ''),
    }))
    .sort((a, b) => a.on - b.on);
}

function figure(block: Measure, place: Place): Fraction | null {
  const { at: on = 'latest' } = block;
  if (typeof on === 'object' && place.upTo < on.periodsBefore)
    return block.part === 'share' ? read(block.zeroDenominator ?? '') : none;
  if (place.together?.length === 0) return null;
  const found = addedUp(place, (each) => figureOf(block, each, place));
  if (!found) return block.ifMissing === undefined ? null : read(block.ifMissing);
  if (block.part === 'numerator') return found.over;
  if (block.part === 'denominator') return found.under;
  if (found.under.over !== 0n) return over(found.over, found.under);
  return block.zeroDenominator === undefined ? null : read(block.zeroDenominator);
}

/** The rows of several members added up. */
export function addedUp(place: Place, of: (each: Member) => Figure | null): Figure | null {
  const nothing: Figure = { on: 0, over: none, under: none };
  const add = (a: Figure, b: Figure) => ({ on: 0, over: plus(a.over, b.over), under: plus(a.under, b.under) });
  return ofThose(place, of, add, nothing);
}

/** The row of a measure that counts. */
function figureOf({ measure, at: on = 'latest' }: Measure, member: Member, { world, upTo }: Place): Figure | null {
  const rows = figuresOf(measure, member);
  const latestIn = (period: number) => {
    const span = world.periods[period];
    return rows.findLast((row) => span !== undefined && row.on >= span.start && row.on <= span.end);
  };
  if (on === 'latest') return rows.at(-1) ?? null;
  if (on === 'each-period') return latestIn(upTo) ?? null;
  if (typeof on === 'object') return latestIn(upTo - on.periodsBefore) ?? null;
  return rows.find((row) => row.on === dayOf(on)) ?? null;
}

type Bands = Extract<Block, { kind: 'bands' }>;

/** The band reached, or each band its part of what is banded. */
function bands(block: Bands, place: Place): Fraction | null {
  const on = quantity(block.on, place);
  const edges = block.bands.map(({ from }) => edge(from, place));
  const known = edges.filter((each) => each !== null);
  if (!on || known.length < edges.length || !ascend(known)) return null;
  if (block.how === 'whole') {
    const reached = known.findLastIndex((from, index) => {
      return against(on, from) >= (block.bands[index]?.edge === 'excluded' ? 1 : 0);
    });
    const band = block.bands[reached];
    return band ? quantity(band.is, place) : none;
  }
  const parts = block.bands.map(({ is }, index) => {
    const from = known[index] ?? none;
    const until = known[index + 1];
    const upper = until ? least(on, until) : on;
    if (against(upper, from) <= 0) return none;
    return both(quantity(is, place), minus(upper, from), times);
  });
  return several(parts, plus);
}

function edge(from: string | Block, place: Place): Fraction | null {
  return typeof from === 'string' ? read(from) : quantity(from, place);
}

function ascend(edges: readonly Fraction[]): boolean {
  return edges.every((each, index) => index === 0 || against(edges[index - 1] ?? none, each) < 0);
}

type Line = Extract<Block, { kind: 'line' }>;

/** A point of a line: its place, and what is worked out only where the line asks for it. */
export interface Knee {
  readonly at: Fraction;
  readonly is: () => Fraction | null;
  readonly below: () => Fraction | null;
  readonly above: () => Fraction | null;
}

function line(block: Line, place: Place): Fraction | null {
  const on = quantity(block.on, place);
  const knees = block.points.map((point): Knee | null => {
    const at = edge(point.at, place);
    const worth = (of: Block) => () => quantity(of, place);
    return (
      at && { at, is: worth(point.is), below: worth(point.below ?? point.is), above: worth(point.above ?? point.is) }
    );
  });
  const known = knees.filter((each) => each !== null);
  if (!on || known.length < knees.length || !ascend(known.map(({ at }) => at))) return null;
  return onLine(on, known, block.beyond === 'goes-on');
}

/** What stands at a place of a line through points. */
export function onLine(on: Fraction, knees: readonly Knee[], goesOn: boolean): Fraction | null {
  const exact = knees.find(({ at }) => against(at, on) === 0);
  if (exact) return exact.is();
  const next = knees.findIndex(({ at }) => against(at, on) > 0);
  const right = next < 0 ? knees.at(-1) : knees[next];
  const left = next < 0 ? knees.at(-2) : knees[next - 1];
  if (!right) throw new Error('a line without a point');
  if (next === 0) return right.below();
  if (next < 0 && (!goesOn || !left)) return right.above();
  if (!left) throw new Error('a line without a beginning');
  const [from, to] = [left.above(), right.below()];
  return from && to && plus(from, times(minus(to, from), over(minus(on, left.at), minus(right.at, left.at))));
}

/** How many events count: up to the end of the period, or those of a period alone. */
function events(block: Events, place: Place): Fraction | null {
  const { counted, unknown } = place.world.claims(place.member);
  if (unknown.has(block.event)) return null;
  const own = counted.filter((each) => each.event === block.event && isOn(each.on, block, place.world));
  return fraction(BigInt(own.filter(({ period }) => isMeant(period, block, place)).length));
}
