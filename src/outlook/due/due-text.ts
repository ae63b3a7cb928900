import { type Day, earliestOf, sayDay, weekdayOf } from '../../domain/day.ts';
import { formatPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { citeTogether, sayList } from '../../domain/words/say.ts';
import { asSpoken } from '../../domain/words/spoken.ts';
import { type Block, bulletList, heading, paragraph, renderPage, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import type { Worlds } from '../worlds/worlds.ts';
import type { DueRow } from './due.ts';

/** Needs with one sum between them. */
type Together = readonly [DueRow, ...DueRow[]];

/** What is due, practice after practice: what it is worth in all, what of that was paid, then by last day, nearest first. */
export function dueText({ scheme, asAt }: Worlds, rows: readonly DueRow[], paint: Paint): string {
  const practices = byPractice(rows);
  const head = title(`${scheme.title}: what is still needed, as at ${sayDay(asAt)}`);
  if (practices.length === 0) return renderPage([head, paragraph('Nothing more is asked of anybody.')], paint);
  return renderPage([head, ...practices.flatMap(sayPractice)], paint);
}

/** The practices with most to lose first, as their rows come. */
function byPractice(rows: readonly DueRow[]): readonly (readonly DueRow[])[] {
  const own = new Map<string, DueRow[]>();
  for (const row of rows) own.set(row.practiceCode, [...(own.get(row.practiceCode) ?? []), row]);
  return [...own.values()];
}

function sayPractice(rows: readonly DueRow[]): Block[] {
  const [first] = rows;
  if (!first) return [];
  const overpaid = rows.filter(({ need }) => need.kind === 'recovery');
  const asked = rows.filter(({ need }) => need.kind !== 'recovery');
  const groups = together(asked);
  const worth = groups.filter(([{ worth: sum }]) => sum !== noPence);
  const idle = asked.filter(({ worth: sum }) => sum === noPence);
  const days = groups.flatMap((group) => lastDayOf(group) ?? []);
  const next = earliestOf(days);
  return [
    heading(`${first.practiceName} ${first.practiceCode}`),
    ...(worth.length === 0 ? [] : [paragraph(sayInAll(worth, next))]),
    bulletList([...byLastDay(worth).map(sayGroup), ...overpaid.map(sayOverpaid)]),
    ...(idle.length === 0
      ? []
      : [paragraph(`No money turns on ${sayList([...new Set(idle.map(sayNeed))])}, as things stand.`)]),
  ];
}

function together(rows: readonly DueRow[]): Together[] {
  const groups = new Map<string, [DueRow, ...DueRow[]]>();
  for (const [place, row] of rows.entries()) {
    const key = row.joint ?? `alone ${place}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function byLastDay(groups: readonly Together[]): readonly Together[] {
  const days = (group: Together) => lastDayOf(group) ?? Number.MAX_SAFE_INTEGER;
  return [...groups].sort((a, b) => days(a) - days(b) || (a[0].worth > b[0].worth ? -1 : 1));
}

/** The first last day of needs that hang together; null where none has one. */
function lastDayOf(group: Together): Day | null {
  const days = group.flatMap(({ need }) => need.lastDay ?? []);
  return earliestOf(days);
}

function sayInAll(groups: readonly Together[], next: Day | null): string {
  const [worth, paid] = [sumOf(groups, 'worth'), sumOf(groups, 'paid')];
  const before = paid === noPence ? '' : ` ${formatPounds(paid)} of that has been paid already, and would come back.`;
  return `In all it is worth ${formatPounds(worth)}.${before}${next === null ? '' : ` The next last day is ${sayWeekday(next)}.`}`;
}

function sumOf(groups: readonly Together[], sum: 'worth' | 'paid'): Pence {
  return sumPence(groups.map(([first]) => first[sum]));
}

function sayGroup(group: Together): string {
  const [{ worth, paid, joint }] = group;
  const lastDay = lastDayOf(group);
  const when = lastDay === null ? 'No last day' : `By ${sayWeekday(lastDay)} (${sayDaysLeft(group)})`;
  const all = group.length === 1 ? '' : group.length === 2 ? ', both' : `, all ${group.length}`;
  const states = [...new Set(group.map(({ need }) => need.state))];
  const ownState = ({ need }: DueRow) => (states.length === 1 ? '' : ` (${need.state})`);
  const named = sayList(group.map((row) => `${sayNeed(row)}${ownState(row)}${ownLastDay(row, lastDay)}`));
  const needs = states.length === 1 ? `${named}: ${states[0]}` : named;
  const others = joint === 'all' ? asSpoken(' together with what other practices still owe') : '';
  const before = paid === noPence ? '' : `, of which ${formatPounds(paid)} was paid already`;
  const clause = citeTogether([...new Set(group.flatMap(({ need }) => need.clauses))]);
  return `${when}${all}: ${needs}. Worth ${formatPounds(worth)}${others}${before}. ${sayWithout(group)} Clause ${clause}.`;
}

/** What was overpaid is no worth of anything that is missing: it is told by itself, after what can still be done. */
function sayOverpaid({ need, worth }: DueRow): string {
  const when = need.period === null ? '' : `, ${need.period.title}`;
  return `${formatPounds(worth)} that was overpaid for ${need.component?.title ?? ''}${when} waits for a decision, to take it back or to waive it. Without one nothing is taken. Clause ${citeTogether(need.clauses)}.`;
}

function ownLastDay({ need }: DueRow, first: Day | null): string {
  if (need.lastDay === first) return '';
  return need.lastDay === null ? ' (no last day)' : ` (by ${sayDay(need.lastDay)})`;
}

function sayDaysLeft(group: Together): string {
  const left = group.flatMap(({ daysLeft }) => daysLeft ?? []).reduce((a, b) => Math.min(a, b));
  if (left === 0) return 'today';
  return left === 1 ? '1 day left' : `${left} days left`;
}

function sayNeed({ need }: DueRow): string {
  const of = [need.component?.title, need.period?.title].filter((each) => each !== undefined);
  return `${need.title}${of.length === 0 ? '' : ` for ${of.join(', ')}`}`;
}

function sayWithout(group: Together): string {
  const happens = new Set(group.map(({ without }) => without));
  if (happens.has('comes back')) return 'Without it, what was paid comes back.';
  if (happens.has('forfeited')) return 'Without it, the sum is not paid.';
  return 'Without it, the sum waits.';
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function sayWeekday(day: Day): string {
  return `${weekdays[weekdayOf(day)] ?? ''} ${sayDay(day)}`.trim();
}
