import {
  compare,
  divide,
  greatest,
  isZero,
  least,
  multiply,
  one,
  type Ratio,
  ratio,
  subtract,
  sum,
  zero,
} from '../money/ratio.ts';
import { roundTo } from '../money/rounding.ts';
import type { LineQuantity, Quantity } from './quantity.ts';

/** Between which values a quantity always lies, before any data; null where there is no bound on that side. */
export interface Range {
  readonly least: Ratio | null;
  readonly most: Ratio | null;
}

const fromZero: Range = { least: zero, most: null };
const anything: Range = { least: null, most: null };
const nothing: Range = { least: zero, most: zero };

/** The range of a quantity. It may be wider than the truth, never narrower. */
export function rangeOf(quantity: Quantity): Range {
  switch (quantity.kind) {
    case 'pounds':
      return exactly(quantity.pounds);
    case 'number':
      return exactly(quantity.number);
    case 'patients':
      return fromZero;
    case 'measure':
      return fromZero;
    case 'change':
      return quantity.below === 'zero' ? anything : fromZero;
    case 'events':
      return { least: zero, most: typeof quantity.atMost === 'number' ? ratio(quantity.atMost) : null };
    case 'claimed':
      return fromZero;
    case 'each-line':
      return isNeverNegative(rangeOf(quantity.of)) ? fromZero : anything;
    case 'named':
      return quantity.is ? rangeOf(quantity.is) : anything;
    case 'rate':
      return times(exactly(quantity.pounds), rangeOf(quantity.for));
    case 'share':
      return times(exactly(quantity.share), rangeOf(quantity.of));
    case 'sum':
      return {
        least: ifAll(
          quantity.of.map((part) => rangeOf(part).least),
          sum,
        ),
        most: ifAll(
          quantity.of.map((part) => rangeOf(part).most),
          sum,
        ),
      };
    case 'product':
      return quantity.of.map(rangeOf).reduce(times, exactly(one));
    case 'greatest':
      return chosen(quantity.of.map(rangeOf), greatest, 'least');
    case 'least':
      return chosen(quantity.of.map(rangeOf), least, 'most');
    case 'difference': {
      const [from, less] = [rangeOf(quantity.from), rangeOf(quantity.less)];
      const low = from.least && less.most ? subtract(from.least, less.most) : null;
      const high = from.most && less.least ? subtract(from.most, less.least) : null;
      if (quantity.below !== undefined) return { least: low, most: high };
      return { least: greatest(zero, low ?? zero), most: high && greatest(zero, high) };
    }
    case 'ratio': {
      const [of, to] = [rangeOf(quantity.of), constantOf(quantity.to)];
      if (to === null || isZero(to))
        return isNeverNegative(of) && isNeverNegative(rangeOf(quantity.to)) ? fromZero : anything;
      const [low, high] = [of.least && divide(of.least, to), of.most && divide(of.most, to)];
      return compare(to, zero) > 0 ? { least: low, most: high } : { least: high, most: low };
    }
    case 'rounded': {
      const { least: low, most: high } = rangeOf(quantity.of);
      const round = (x: Ratio) => roundTo(x, quantity.places, quantity.mode);
      return { least: low && round(low), most: high && round(high) };
    }
    case 'bands': {
      const ofOne = around([nothing, ...quantity.bands.map(({ is }) => rangeOf(is))]);
      if (quantity.how === 'whole') return ofOne;
      return isNeverNegative(ofOne) ? fromZero : anything;
    }
    case 'line': {
      const values = quantity.points.flatMap(({ is, below, above }) => [is, below ?? is, above ?? is].map(rangeOf));
      const { least: low, most: high } = around(values);
      return quantity.beyond ? beyondTheLast(quantity, { least: low, most: high }) : { least: low, most: high };
    }
    case 'of-all': {
      const of = rangeOf(quantity.of);
      if (quantity.how !== 'total') return of;
      return isNeverNegative(of) ? fromZero : anything;
    }
    case 'rank':
      return { least: one, most: null };
    case 'over-time':
      // Before the first day it is nothing.
      return around([nothing, ...quantity.values.map(({ is }) => rangeOf(is))]);
  }
}

/** The value of a quantity that does not depend on any data; null for another. */
export function constantOf(quantity: Quantity): Ratio | null {
  const { least: low, most: high } = rangeOf(quantity);
  return low && high && compare(low, high) === 0 ? low : null;
}

/** A line that goes on is bounded on the side from which its last part leads away. */
function beyondTheLast({ points }: LineQuantity, { least: low, most: high }: Range): Range {
  const [before, last] = points.slice(-2);
  const [from, to] = [before && constantOf(before.above ?? before.is), last && constantOf(last.below ?? last.is)];
  if (!from || !to) return anything;
  return compare(to, from) >= 0 ? { least: low, most: null } : { least: null, most: high };
}

function isNeverNegative({ least: low }: Range): boolean {
  return low !== null && compare(low, zero) >= 0;
}

function exactly(value: Ratio): Range {
  return { least: value, most: value };
}

function ifAll(bounds: readonly (Ratio | null)[], of: (known: readonly Ratio[]) => Ratio): Ratio | null {
  const known = bounds.filter((bound) => bound !== null);
  return known.length === bounds.length ? of(known) : null;
}

/** Products are bounded only where neither side can be below zero. */
function times(a: Range, b: Range): Range {
  if (!a.least || !b.least || !isNeverNegative(a) || !isNeverNegative(b)) return anything;
  return { least: multiply(a.least, b.least), most: a.most && b.most && multiply(a.most, b.most) };
}

/** The range of the greatest or the least of several: the side that one known bound settles, and the other that needs all. */
function chosen(ranges: readonly Range[], of: (a: Ratio, b: Ratio) => Ratio, settled: keyof Range): Range {
  const free = settled === 'least' ? 'most' : 'least';
  const known = ranges.map((range) => range[settled]).filter((bound) => bound !== null);
  const settledBound = known.length === 0 ? null : known.reduce(of);
  const freeBound = ifAll(
    ranges.map((range) => range[free]),
    (bounds) => bounds.reduce(of),
  );
  return settled === 'least' ? { least: settledBound, most: freeBound } : { least: freeBound, most: settledBound };
}

function around(ranges: readonly Range[]): Range {
  return {
    least: ifAll(
      ranges.map((range) => range.least),
      (all) => all.reduce(least),
    ),
    most: ifAll(
      ranges.map((range) => range.most),
      (all) => all.reduce(greatest),
    ),
  };
}
