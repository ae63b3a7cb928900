import { add, compare, divide, equals, multiply, type Ratio, subtract } from '../../domain/money/ratio.ts';

/** A point of a line with what holds there, and on either side of it where the line jumps. */
interface Point<T> {
  readonly at: Ratio;
  readonly is: T;
  readonly below?: T | undefined;
  readonly above?: T | undefined;
}

interface End<T> {
  readonly at: Ratio;
  readonly is: T;
}

/** Where something lies on a line: at a level, or on the straight line through two ends. */
export type PlaceOnLine<T> =
  | { readonly kind: 'level'; readonly is: T; readonly where: 'at' | 'before' | 'after'; readonly point: Ratio }
  | { readonly kind: 'between'; readonly from: End<T>; readonly to: End<T>; readonly isBeyond: boolean };

/**
 * Finds the place of a value among ascending points: at a point what holds there; between two the line from just above the lower to just
 * below the upper; outside them level, or beyond the last on the last line if that goes on.
 */
export function placeOnLine<T>(points: readonly Point<T>[], value: Ratio, goesOn: boolean): PlaceOnLine<T> {
  const next = points.findIndex(({ at }) => compare(value, at) < 0);
  const place = next < 0 ? points.length - 1 : next - 1;
  const [first, below, above] = [points[0], points[place], points[place + 1]];
  if (!first) throw new Error('a line without a point');
  if (!below) return { kind: 'level', is: first.below ?? first.is, where: 'before', point: first.at };
  if (equals(below.at, value)) return { kind: 'level', is: below.is, where: 'at', point: below.at };
  const from = { at: below.at, is: below.above ?? below.is };
  if (above) return { kind: 'between', from, to: { at: above.at, is: above.below ?? above.is }, isBeyond: false };
  const before = points[place - 1];
  if (!goesOn || !before) return { kind: 'level', is: from.is, where: 'after', point: below.at };
  const start = { at: before.at, is: before.above ?? before.is };
  return { kind: 'between', from: start, to: { at: below.at, is: below.below ?? below.is }, isBeyond: true };
}

/** What holds at the place of a value, in proportion where it lies on a line through two ends. */
export function onLine<T>(place: PlaceOnLine<T>, value: Ratio, of: (end: T) => Ratio): Ratio {
  if (place.kind === 'level') return of(place.is);
  const { from, to } = place;
  const along = divide(subtract(value, from.at), subtract(to.at, from.at));
  return add(of(from.is), multiply(along, subtract(of(to.is), of(from.is))));
}

/** A place in words, each end as it is counted. */
export function sayPlace<T>(place: PlaceOnLine<T>, sayAt: (at: Ratio) => string, sayEnd: (end: T) => string): string {
  if (place.kind === 'level') return `${sayEnd(place.is)} ${place.where} ${sayAt(place.point)}`;
  const { from, to, isBeyond } = place;
  const ends = `${sayEnd(from.is)} at ${sayAt(from.at)} to ${sayEnd(to.is)} at ${sayAt(to.at)}`;
  return isBeyond ? `beyond the end of the line from ${ends}` : `on the line from ${ends}`;
}
