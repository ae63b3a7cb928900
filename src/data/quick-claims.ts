import { type Day, dayOf } from '../domain/day.ts';
import type { OnClaim } from './claims.ts';
import type { Header } from './header.ts';

/**
 * The short way of a claim, for the millions of rows in which all is well: cells cut at commas, no copy of what is not needed.
 * It takes a row only where the careful way would make the very same claim of it (a property test holds them together).
 */
export function quickClaims(
  header: Header,
  practices: ReadonlyMap<string, number>,
  events: readonly string[],
  onClaim: OnClaim,
): (text: string, line: number) => boolean {
  const places = new Map<number, number>();
  for (const [code, index] of practices) places.set(numberOf(code, 0, code.length), index);
  places.delete(Number.NaN);
  const place = (column: string) => header.at.get(column) ?? 0;
  const [code, event, eventId] = [place('practice_code'), place('event'), place('event_id')];
  const [eventDate, claimedOn] = [place('event_date'), place('claimed_on')];
  /** Where each cell begins; one more for the end of the line. */
  const starts = new Int32Array(header.width + 1);

  function cut(text: string): boolean {
    let from = 0;
    for (let cell = 1; cell < header.width; cell += 1) {
      from = text.indexOf(',', from) + 1;
      if (from === 0) return false;
      starts[cell] = from;
    }
    starts[header.width] = text.length + 1;
    return text.indexOf(',', from) < 0;
  }

  const cellOf = (text: string, cell: number) => text.slice(starts[cell], (starts[cell + 1] ?? 0) - 1);
  /** A kind that the scheme pays for is not cut out, but recognised where it stands. */
  const kindIn = (text: string, cell: number) => {
    const [from, to] = [starts[cell] ?? 0, (starts[cell + 1] ?? 0) - 1];
    for (const event of events) if (event.length === to - from && text.startsWith(event, from)) return event;
    return onItsOwn(text.slice(from, to));
  };
  const practiceIn = (text: string, cell: number) =>
    places.get(numberOf(text, starts[cell] ?? 0, (starts[cell + 1] ?? 0) - 1));
  const dayIn = (text: string, cell: number) => dayAt(text, starts[cell] ?? 0, (starts[cell + 1] ?? 0) - 1);

  return (text, line) => {
    if (!cut(text)) return false;
    const practice = practiceIn(text, code);
    const day = dayIn(text, eventDate);
    const claimed = dayIn(text, claimedOn);
    const kind = kindIn(text, event);
    const id = cellOf(text, eventId);
    if (practice === undefined || day === null || claimed === null || !isTidy(kind) || !isTidy(id)) return false;
    const claim = {
      practice,
      event: kind,
      eventId: onItsOwn(id),
      eventDate: day,
      claimedOn: claimed,
      line,
    };
    onClaim(claim, text);
    return true;
  };
}

/** The day written as YYYY-MM-DD between two places of a text, or null. */
export function dayAt(text: string, from: number, to: number): Day | null {
  if (to - from !== 10 || text.charCodeAt(from + 4) !== 0x2d || text.charCodeAt(from + 7) !== 0x2d) return null;
  const year = digitsAt(text, from, 4);
  if (!(year >= 1900 && year <= 2199)) return null;
  return dayOf(year, digitsAt(text, from + 5, 2), digitsAt(text, from + 8, 2));
}

/** A number of so many digits; not a number where one of them is none. */
function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** A practice code as a number, another for every code; not a number for anything else. */
function numberOf(text: string, from: number, to: number): number {
  const letter = text.charCodeAt(from) - 0x41;
  if (to - from !== 6 || !(letter >= 0 && letter < 26)) return Number.NaN;
  return letter * 100_000 + digitsAt(text, from + 1, 5);
}

function isTidy(text: string): boolean {
  return text !== '' && text.charCodeAt(0) !== 0x20 && text.charCodeAt(text.length - 1) !== 0x20;
}

/** The same text, no longer a slice of the whole line and with it of a megabyte of the file (V8 keeps the whole of what is sliced). */
function onItsOwn(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
