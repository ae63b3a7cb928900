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
  sum,
  times,
  toPlaces,
} from './fraction.ts';
import { amongAll } from './of-all.ts';
import { overTime } from './over-time.ts';
import { isMeant, type Place } from './place.ts';
import { isOn } from './prices.ts';
import { listOf, type Member, type World } from './world.ts';

import type { Block, Events, Measure, OfPeriod } from './written.ts';

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
      return ofThose(place, (each) => listOf(each, block.population, on, world, block.at === undefined), plus, none);
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
    case 'each-line':
      return eachLine(block, place);
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
  readonly item: string;
  readonly over: Fraction;
  readonly under: Fraction;
  /** The two numbers as they are paid: nothing where a merger of codes has them count for another. */
  readonly numbers: { readonly over: Fraction; readonly under: Fraction };
}

/** The rows of a measure, oldest first. */
function figuresOf(measure: string, member: Member): readonly Figure[] {
  return member
    .rows('measures.csv')
    .filter((row) => row.measure === measure)
    .map((row) => {
      const [over, under] = [read(row.numerator ?? ''), read(row.denominator ?? '')];
      const numbers = row.elsewhere ? { over: none, under: none } : { over, under };
      return { on: dayOf(row.as_at ?? ''), item: row.item ?? '', over, under, numbers };
    })
    .sort((a, b) => a.on - b.on);
}

function figure(block: Measure, place: Place): Fraction | null {
  const { at: on = 'latest', part } = block;
  if (typeof on === 'object' && place.upTo < on.periodsBefore)
    return part === 'share' ? read(block.zeroDenominator ?? '') : none;
  if (place.together?.length === 0) return null;
  const instead = block.ifMissing === undefined ? null : read(block.ifMissing);
  const standIn = instead && figureWith(instead, instead);
  const of = (at: string | OfPeriod, upTo: number) => {
    const own = { ...place, upTo };
    return addedUp(own, (each) => figureOf({ ...block, at }, each, own)) ?? standIn;
  };
  const toDate = () => place.world.periods.slice(0, place.upTo + 1).map((span) => of('each-period', span.place));
  const rows = on === 'to-date' ? toDate() : [of(on, place.upTo)];
  const known = rows.filter((row) => row !== null);
  const found = known.length < rows.length ? null : added(known);
  if (!found) return null;
  // What counts in the place of a missing share is that share.
  if (found === standIn) return instead;
  if (part === 'numerator') return found.numbers.over;
  if (part === 'denominator') return found.numbers.under;
  if (found.under.over !== 0n) return over(found.over, found.under);
  return block.zeroDenominator === undefined ? null : read(block.zeroDenominator);
}

/** The rows of several members added up. */
export function addedUp(place: Place, of: (each: Member) => Figure | null): Figure | null {
  const nothing = figureWith(none, none);
  const add = (a: Figure, b: Figure) => added([a, b]) ?? nothing;
  // What several have together is made of their numbers.
  const own = (each: Member) => {
    const figure = of(each);
    return figure && place.together ? { ...figure, ...figure.numbers } : figure;
  };
  return ofThose(place, own, add, nothing);
}

/** The row of a measure that counts: of a measure with lines that of all lines added up, or of the one that is worked out. */
export function figureOf(
  { measure, at: written = 'latest' }: Pick<Measure, 'measure' | 'at'>,
  member: Member,
  { world, upTo, line }: Place,
): Figure | null {
  const isLine = line?.measure === measure;
  const on = isLine ? line.at : written;
  const rows = figuresOf(measure, member).filter(({ item }) => !isLine || item === line.item);
  const latestIn = (own: readonly Figure[], period: number) => {
    const span = world.periods[period];
    return own.findLast((row) => span !== undefined && row.on >= span.start && row.on <= span.end);
  };
  const rowOf = (own: readonly Figure[]) => {
    if (on === 'latest') return own.at(-1);
    if (on === 'each-period') return latestIn(own, upTo);
    if (typeof on === 'object') return latestIn(own, upTo - on.periodsBefore);
    return own.find((row) => row.on === dayOf(on));
  };
  const items = [...new Set(rows.map(({ item }) => item))];
  return added(items.flatMap((item) => rowOf(rows.filter((row) => row.item === item)) ?? []));
}

function added(rows: readonly Figure[]): Figure | null {
  const [first] = rows;
  if (!first || rows.length === 1) return first ?? null;
  const numbers = {
    over: sum(rows.map((row) => row.numbers.over)),
    under: sum(rows.map((row) => row.numbers.under)),
  };
  return { ...first, over: sum(rows.map((row) => row.over)), under: sum(rows.map((row) => row.under)), numbers };
}

function figureWith(over: Fraction, under: Fraction): Figure {
  return { on: 0, item: '', over, under, numbers: { over, under } };
}

/** What each line comes to by itself, added up; a line without a figure has no part in it. */
function eachLine(
  { measure, at = 'latest', of }: Extract<Block, { kind: 'each-line' }>,
  place: Place,
): Fraction | null {
  // Inside a line there is no other.
  if (place.line?.measure === measure) return quantity(of, place);
  const items = [...new Set(figuresOf(measure, place.member).map(({ item }) => item))];
  const places = items.map((item): Place => ({ ...place, line: { measure, item, at } }));
  const parts = places.filter((each) => figureOf({ measure }, place.member, each)).map((each) => quantity(of, each));
  return parts.length === 0 ? null : several(parts, plus);
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
