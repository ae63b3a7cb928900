import { addDays, type Day, formatDay } from '../../domain/day.ts';
import { formatPounds } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { citeTogether } from '../../domain/words/say.ts';
import { visible } from '../../domain/words/visible.ts';
import type { DueRow } from './due.ts';
import { nameOfNeed } from './needs.ts';
import { sayWithout } from './say-without.ts';

/** due.ics: an all-day event on the last day of each thing, by RFC 5545. The same need has the same id in every list; there is no clock in it. */
export function dueIcs(scheme: Scheme, asAt: Day, rows: readonly DueRow[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//quarterday//due//EN',
    'CALSCALE:GREGORIAN',
    ...rows.flatMap((row) => (row.need.lastDay === null ? [] : eventOf(scheme, asAt, row, row.need.lastDay))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(scheme: Scheme, asAt: Day, row: DueRow, lastDay: Day): string[] {
  const { practiceCode, practiceName, need, worth, joint } = row;
  const of = [need.component?.title, need.period?.title].filter((each) => each !== undefined).join(', ');
  const worthSays = `Worth ${formatPounds(worth)}${joint === null ? '' : ' together with what else it waits for'}`;
  const says = [
    `${scheme.title}: ${need.title}${of === '' ? '' : ` (${of})`}, ${need.state}.`,
    `${worthSays}. ${sayWithout([row])} Clause ${citeTogether(need.clauses)}.`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(idOf(scheme, row))}`,
    `DTSTAMP:${plain(asAt)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(lastDay)}`,
    `DTEND;VALUE=DATE:${plain(addDays(lastDay, 1))}`,
    `SUMMARY:${escaped(`${practiceName} ${practiceCode}: ${need.title}`)}`,
    `DESCRIPTION:${escaped(says.join(' '))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
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
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > lineBytes) {
      parts.push(part);
      [part, bytes] = ['', 1];
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}
