import { type Day, dayOf } from '../../domain/day.ts';
import { mayBeScientific } from '../cells/event-id.ts';
import type { Header } from '../csv/header.ts';
import type { TakeBytes } from '../csv/lines.ts';
import { type Cells, cutPlainLine } from '../csv/plain-line.ts';
import { claimFields, storeNumbers, type TakeClaim } from './stored-claim.ts';

/**
 * The short way of a claim, for the millions of rows in which all is well: its line is looked at byte by byte, once, and no text
 * is made of it. It takes a row only where the careful way would make the very same claim of it (a property test holds them together).
 */
export function quickClaims(
  header: Header,
  practices: ReadonlyMap<string, number>,
  events: readonly string[],
  take: TakeClaim,
): TakeBytes {
  const places = placesByNumber(practices);
  const kinds = events.map((event) => Buffer.from(event));
  const place = (column: string) => header.at.get(column) ?? 0;
  const [code, event, eventId] = [place('practice_code'), place('event'), place('event_id')];
  const [eventDate, claimedOn] = [place('event_date'), place('claimed_on')];
  const { width } = header;
  const cells: Cells = { width, starts: new Int32Array(width), ends: new Int32Array(width), quoted: 0 };
  const startOf = (cell: number) => cells.starts[cell] ?? 0;
  const endOf = (cell: number) => cells.ends[cell] ?? 0;
  const numbers = new Int32Array(claimFields);

  return (bytes, start, line) => {
    const feed = cutPlainLine(bytes, start, cells);
    if (feed < 0) return -1;
    const rowEnd = feed > start && bytes[feed - 1] === carriageReturn ? feed - 1 : feed;
    const practice = places.at(practiceNumber(bytes, startOf(code), endOf(code)));
    const kind = kindAt(kinds, bytes, startOf(event), endOf(event));
    const eventDay = dayAt(bytes, startOf(eventDate), endOf(eventDate));
    const claimDay = dayAt(bytes, startOf(claimedOn), endOf(claimedOn));
    const [idStart, idEnd] = [startOf(eventId), endOf(eventId)];
    if (practice < 0 || kind < 0 || eventDay === null || claimDay === null || !isTidy(bytes, idStart, idEnd)) return -1;
    storeNumbers(numbers, {
      line,
      eventDate: eventDay,
      claimedOn: claimDay,
      kind,
      rowBytes: rowEnd - start,
      idStart: idStart - start,
      idEnd: idEnd - start,
      hasQuotes: cells.quoted > 0,
    });
    take(practice, numbers, bytes, start, rowEnd);
    return feed + 1;
  };
}

const [carriageReturn, space] = [0x0d, 0x20];

/** The places of practices, by the numbers that their codes are. */
function placesByNumber(practices: ReadonlyMap<string, number>): { readonly at: (number: number) => number } {
  const numbers = [...practices].map(([code, place]) => {
    const bytes = Buffer.from(code);
    return { number: practiceNumber(bytes, 0, bytes.length), place };
  });
  const known = numbers.filter(({ number }) => number >= 0);
  const first = known.reduce((least, { number }) => Math.min(least, number), Infinity);
  const last = known.reduce((most, { number }) => Math.max(most, number), -1);
  const places = new Int32Array(known.length === 0 ? 0 : last - first + 1).fill(-1);
  for (const { number, place } of known) places[number - first] = place;
  return { at: (number) => places[number - first] ?? -1 };
}

/** A practice code as a number, another for every code; -1 for anything else. */
function practiceNumber(bytes: Buffer, from: number, to: number): number {
  const letter = (bytes[from] ?? 0) - 0x41;
  if (to - from !== 6 || letter < 0 || letter >= 26) return -1;
  const digits = digitsAt(bytes, from + 1, to);
  return digits < 0 ? -1 : letter * 100_000 + digits;
}

/** The place of the kind of event that is written between two places, or -1. */
function kindAt(kinds: readonly Buffer[], bytes: Buffer, from: number, to: number): number {
  for (let kind = 0; kind < kinds.length; kind += 1) {
    const name = kinds[kind];
    if (name && name.length === to - from && isAt(name, bytes, from)) return kind;
  }
  return -1;
}

function isAt(name: Buffer, bytes: Buffer, from: number): boolean {
  for (let at = 0; at < name.length; at += 1) if (name[at] !== bytes[from + at]) return false;
  return true;
}

/** The day written as YYYY-MM-DD between two places, or null. */
export function dayAt(bytes: Buffer, from: number, to: number): Day | null {
  if (to - from !== 10 || bytes[from + 4] !== 0x2d || bytes[from + 7] !== 0x2d) return null;
  const year = digitsAt(bytes, from, from + 4);
  if (year < 1900 || year > 2199) return null;
  return dayOf(year, digitsAt(bytes, from + 5, from + 7), digitsAt(bytes, from + 8, from + 10));
}

/** The number written between two places; -1 where one of its digits is none. */
function digitsAt(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function isTidy(bytes: Buffer, from: number, to: number): boolean {
  return from < to && bytes[from] !== space && bytes[to - 1] !== space && !mayBeScientific(bytes, from, to);
}
