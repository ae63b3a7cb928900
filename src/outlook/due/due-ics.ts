import { addDays, type Day, formatDay } from '../../domain/day.ts';
import { formatPounds } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { shortTitleOf, type Titled } from '../../domain/scheme/titles.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { visible } from '../../domain/words/visible.ts';
import { inWords } from '../../domain/words/words.ts';
import type { DueRow } from './due.ts';
import { type Need, nameOfNeed } from './needs.ts';
import { sayWithout } from './say-without.ts';

/** due.ics, event by event: an all-day event on the last day of each thing, by RFC 5545. The same need has the same id in every list; there is no clock in it. */
export function* dueIcs(scheme: Scheme, asAt: Day, rows: readonly DueRow[]): Generator<string> {
  yield textOf(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//quarterday//due//EN', 'CALSCALE:GREGORIAN']);
  for (const row of rows) {
    if (row.need.lastDay !== null) yield textOf(eventOf(scheme, asAt, row, row.need.lastDay));
  }
  yield textOf(['END:VCALENDAR']);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(scheme: Scheme, asAt: Day, row: DueRow, lastDay: Day): string[] {
  const { practiceCode, practiceName, need, worth, joint } = row;
  const others =
    joint === 'all' ? inWords(scheme.words, 'what other practices still owe') : 'what else the sum waits for';
  const worthSays = `Worth ${formatPounds(scheme.words, worth)}${joint === null ? '' : ` together with ${others}`}`;
  const says = [
    `${scheme.title}: ${sayNeed(need, ({ title }) => title)}, ${need.state}.`,
    `${worthSays}. ${sayWithout([row])} Clause ${citeTogether(need.clauses)}.`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(idOf(scheme, row))}`,
    `DTSTAMP:${plain(asAt)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(lastDay)}`,
    `DTEND;VALUE=DATE:${plain(addDays(lastDay, 1))}`,
    `SUMMARY:${escaped(`${practiceName} ${practiceCode}: ${sayNeed(need, shortTitleOf)}`)}`,
    `DESCRIPTION:${escaped(says.join(' '))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** What is needed, and for what: the name of the day is short, what it says is whole. */
function sayNeed(need: Need, titleOf: (titled: Titled) => string): string {
  const of = [need.component, need.period].filter((each) => each !== null).map(titleOf);
  return `${titleOf(need)}${of.length === 0 ? '' : ` (${of.join(', ')})`}`;
}

function idOf(scheme: Scheme, { practiceCode, need }: DueRow): string {
  // What a need has not keeps its place, so that a component and a period of one name are not taken for one another.
  const parts = nameOfNeed(need)
    .split(' ')
    .map((part) => part || '-');
  while (parts.at(-1) === '-') parts.pop();
  return `${[scheme.id, practiceCode, ...parts].join('.')}@quarterday`;
}

function plain(day: Day): string {
  return formatDay(day).replaceAll('-', '');
}

/** A text as a value of a property. */
function escaped(text: string): string {
  return visible(text).replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** So many bytes a line may have. */
const lineBytes = 75;

/** A line longer than that is broken between characters, and goes on after a space. */
function folded(line: string): string {
  if (line.length * mostBytesOfUnit <= lineBytes) return line;
  const parts: string[] = [];
  let [start, place, bytes] = [0, 0, 0];
  for (const character of line) {
    const size = bytesOf(character);
    if (bytes + size > lineBytes) {
      parts.push(line.slice(start, place));
      [start, bytes] = [place, 1];
    }
    place += character.length;
    bytes += size;
  }
  return [...parts, line.slice(start)].join('\r\n ');
}

/** A unit of UTF-16 has no more bytes in UTF-8. */
const mostBytesOfUnit = 3;

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  return code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
