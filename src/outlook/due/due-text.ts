import { type Day, sayDay, weekdayOf } from '../../domain/day.ts';
import { formatPounds, noPence } from '../../domain/money/money.ts';
import { shortTitleOf } from '../../domain/scheme/titles.ts';
import { citeTogether, sayList } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, bulletList, heading, paragraph, renderPage, title } from '../../report/page/page.ts';
import type { Paint } from '../../report/page/paint.ts';
import type { Worlds } from '../worlds/worlds.ts';
import type { DueRow } from './due.ts';
import { sayWithout } from './say-without.ts';
import { byPractice, firstLastDay, type InAll, inAll, stillAsked, type Together, together } from './together.ts';

/** What is due, practice after practice: what it is worth in all, what of that was paid, then by last day, nearest first. */
export function dueText({ scheme, asAt }: Worlds, rows: readonly DueRow[], paint: Paint): string {
  const practices = byPractice(rows);
  const head = title(`${scheme.title}: what is still needed, as at ${sayDay(asAt)}`);
  if (practices.length === 0) return renderPage([head, paragraph('Nothing more is asked of anybody.')], paint);
  return renderPage([head, ...practices.flatMap((own) => sayPractice(scheme.words, own))], paint);
}

function sayPractice(words: Words, rows: readonly DueRow[]): Block[] {
  const [first] = rows;
  if (!first) return [];
  const overpaid = rows.filter(({ need }) => need.kind === 'recovery');
  const worth = together(stillAsked(rows)).filter(([{ worth: sum }]) => sum !== noPence);
  const idle = stillAsked(rows).filter(({ worth: sum }) => sum === noPence);
  return [
    heading(`${first.practiceName} ${first.practiceCode}`),
    ...(worth.length === 0 ? [] : [paragraph(sayInAll(words, inAll(rows)))]),
    bulletList([
      ...byLastDay(worth).map((group) => sayGroup(words, group)),
      ...overpaid.map((row) => sayOverpaid(words, row)),
    ]),
    ...(idle.length === 0
      ? []
      : [paragraph(`No money turns on ${sayList([...new Set(idle.map(sayNeed))])}, as things stand.`)]),
  ];
}

function byLastDay(groups: readonly Together[]): readonly Together[] {
  const days = (group: Together) => firstLastDay(group) ?? Number.MAX_SAFE_INTEGER;
  return [...groups].sort((a, b) => days(a) - days(b) || (a[0].worth > b[0].worth ? -1 : 1));
}

function sayInAll(words: Words, { worth, paid, nextLastDay: next }: InAll): string {
  const before =
    paid === noPence ? '' : ` ${formatPounds(words, paid)} of that has been paid already, and would come back.`;
  return `What is still needed is worth ${formatPounds(words, worth)} in all.${before}${next === null ? '' : ` The next last day is ${sayWeekday(next)}.`}`;
}

function sayGroup(words: Words, group: Together): string {
  const [{ worth, paid, joint }] = group;
  const lastDay = firstLastDay(group);
  const when = lastDay === null ? 'No last day' : `By ${sayWeekday(lastDay)} (${sayDaysLeft(group)})`;
  const all = group.length === 1 ? '' : group.length === 2 ? ', both' : `, all ${group.length}`;
  const states = [...new Set(group.map(({ need }) => need.state))];
  const ownState = ({ need }: DueRow) => (states.length === 1 ? [] : [need.state]);
  const named = sayList(
    group.map((row) => {
      const own = [...ownState(row), ...ownLastDay(row, lastDay)];
      return `${sayNeed(row)}${own.length === 0 ? '' : ` (${own.join('; ')})`}`;
    }),
  );
  const needs = states.length === 1 ? `${named}: ${states[0]}` : named;
  const others = joint === 'all' ? inWords(words, ' together with what other practices still owe') : '';
  const before = paid === noPence ? '' : `, of which ${formatPounds(words, paid)} was paid already`;
  const clause = citeTogether([...new Set(group.flatMap(({ need }) => need.clauses))]);
  return `${when}${all}: ${needs}. Worth ${formatPounds(words, worth)}${others}${before}. ${sayWithout(group)} Clause ${clause}.`;
}

/** What was overpaid is no worth of anything that is missing: it is told by itself, after what can still be done. */
function sayOverpaid(words: Words, { need, worth }: DueRow): string {
  const when = need.period === null ? '' : `, ${need.period.title}`;
  return `${formatPounds(words, worth)} that was overpaid for ${need.component ? shortTitleOf(need.component) : ''}${when} waits for a decision, to take it back or to waive it. Without one nothing is taken. Clause ${citeTogether(need.clauses)}.`;
}

function ownLastDay({ need }: DueRow, first: Day | null): string[] {
  if (need.lastDay === first) return [];
  return [need.lastDay === null ? 'no last day' : `by ${sayDay(need.lastDay)}`];
}

function sayDaysLeft(group: Together): string {
  const left = group.flatMap(({ daysLeft }) => daysLeft ?? []).reduce((a, b) => Math.min(a, b));
  if (left === 0) return 'today';
  return left === 1 ? '1 day left' : `${left} days left`;
}

function sayNeed({ need }: DueRow): string {
  const of = [...(need.component ? [shortTitleOf(need.component)] : []), ...(need.period ? [need.period.title] : [])];
  return `${shortTitleOf(need)}${of.length === 0 ? '' : ` for ${of.join(', ')}`}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function sayWeekday(day: Day): string {
  return `${weekdays[weekdayOf(day)] ?? ''} ${sayDay(day)}`.trim();
}
