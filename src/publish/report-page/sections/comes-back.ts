import { type Day, sayDay } from '../../../domain/day.ts';
import { noPence, type Pence, pence, sumPence } from '../../../domain/money/money.ts';
import { sayList } from '../../../domain/words/say.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { barCell, type Fill, ofBars, stacked } from '../drawings.ts';
import { backSum, grouped, practicesCounted, shownSum } from '../figures.ts';
import type { ComingBack, Gathered, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { titledWord } from '../titles.ts';
import { badge, byScheme, head, type Section, scrolling, statusWords, sumCell } from './parts.ts';

/** Every sum that was paid and is no longer earned: what waits first, the oldest of it on top. Null where there is none. */
export function comesBackSection(gathered: Gathered): Section | null {
  const all = gathered.runs.flatMap(({ comingBack }) => comingBack);
  if (all.length === 0) return null;
  return {
    id: 'back',
    title: 'What comes back',
    answer: sumPence(all.map(({ amount }) => amount)),
    body: byScheme(gathered, (run) => (run.comingBack.length === 0 ? [] : [sentence(run), table(run)])),
  };
}

const becomes = {
  due: 'is taken back in this run',
  proposed: 'waits for a decision',
  deferred: 'comes back later',
  waived: 'stays where it is',
} as const;

const order = ['proposed', 'deferred', 'due', 'waived'] as const;

function sentence({ comingBack }: RunGathered): Markup {
  const sums = (['due', 'proposed', 'deferred', 'waived'] as const).flatMap((status) => {
    const own = sumPence(comingBack.filter((each) => each.status === status).map(({ amount }) => amount));
    return own === noPence ? [] : [{ status, own }];
  });
  const all = sumPence(comingBack.map(({ amount }) => amount));
  const [only] = sums;
  if (sums.length === 1 && only)
    return tag('p', {}, ours`${all} was paid and is no longer earned: it ${becomes[only.status]}.`);
  const parts = sums.flatMap(({ status, own }, place): Child[] => [
    place === 0 ? '' : place === sums.length - 1 ? ' and ' : ', ',
    tag('b', {}, own),
    ` ${becomes[status]}`,
  ]);
  return tag('p', {}, ours`${all} was paid and is no longer earned: `, ...parts, '.');
}

/** More rows than this are told by practice in the steps of its figures. */
const mostRows = 200;

function table({ comingBack, run }: RunGathered): Markup {
  const knowsAge = run.posted.kind !== 'unknown';
  const rows = comingBack.toSorted(
    (a, b) =>
      order.indexOf(a.status) - order.indexOf(b.status) ||
      ageOf(b, run.asAt) - ageOf(a, run.asAt) ||
      (a.amount > b.amount ? -1 : 1),
  );
  const shown = rows.slice(0, mostRows);
  const caption = [
    'Every sum that was paid and is no longer earned: first what waits, oldest first. ',
    knowsAge
      ? `Age: days from the posted run that first showed it to ${sayDay(run.asAt)}`
      : 'No ledger was given, so that nobody knows since when.',
    knowsAge ? ofBars('; a full bar is a year') : '',
    knowsAge ? '.' : '',
    shown.length < rows.length
      ? ours` The first ${grouped(shown.length)} of ${grouped(rows.length)} are shown; the others stand with their practices.`
      : '',
  ];
  const ageHead = knowsAge
    ? ([
        ['Age, days', 'n p2'],
        ['', 'hd bar age p2'],
      ] as const)
    : [];
  return scrolling(
    `What comes back in ${run.scheme.title}`,
    tag(
      'table',
      { class: 'rec stack' },
      tag('caption', {}, caption),
      head([['Who had the money'], ['For what, and why'], ['Sum', 'n'], ['Now'], ['Decided by', 'p2'], ...ageHead]),
      tag(
        'tbody',
        {},
        shown.map((each) => rowOf(each, run, knowsAge)),
      ),
      tag('tfoot', {}, totalRow(rows, knowsAge)),
    ),
  );
}

function ageOf({ since }: ComingBack, asAt: Day): number {
  return since.kind === 'posting' ? asAt - since.posting.asAt : 0;
}

const fills: Readonly<Record<ComingBack['status'], Fill>> = {
  due: 'back',
  proposed: 'open',
  deferred: 'open',
  waived: 'left',
};

function rowOf(each: ComingBack, run: RunGathered['run'], knowsAge: boolean): Markup {
  const { practice, payeeCode, component, periods, status, amount, why } = each;
  const [kind, says] = statusWords[status];
  const link = tag('a', { href: `#${practice.code}` }, practice.name);
  const who: Child[] =
    payeeCode === practice.code ? [link] : [`${run.payeeNames.get(payeeCode) ?? payeeCode}, for `, link];
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, who),
    tag(
      'td',
      {},
      why,
      tag('span', { class: 'note' }, titledWord(component), `, ${sayList(periods.map(({ title }) => title))}`),
    ),
    sumCell('Sum', status === 'due' ? backSum(amount) : shownSum(amount)),
    tag('td', { 'data-h': 'Now' }, badge(kind, says)),
    tag('td', { class: 'p2', 'data-h': 'Decided by' }, decidedBy(each)),
    knowsAge ? ageCells(each, run.asAt) : null,
  );
}

function decidedBy({ decided, status, says }: ComingBack): Child[] {
  if (decided.length === 0) return [status === 'proposed' ? 'nobody yet' : says === '' ? '–' : says];
  return decided.map(({ decision }) => `${decision.decidedBy}, ${sayDay(decision.decidedOn)}: ${decision.reason}`);
}

function ageCells(each: ComingBack, asAt: Day): Markup[] {
  const age = ageOf(each, asAt);
  const says = each.since.kind === 'unknown' ? 'not known' : age === 0 ? 'new' : grouped(age);
  const year = 365;
  const drawn: Pence = pence(Math.min(age, year));
  return [sumCell('Age, days', says, 'p2'), barCell(stacked([[fills[each.status], drawn]], pence(year)), 'age p2')];
}

function totalRow(rows: readonly ComingBack[], knowsAge: boolean): Markup {
  const practices = new Set(rows.map(({ practice }) => practice.code)).size;
  return tag(
    'tr',
    {},
    tag(
      'th',
      { scope: 'row', colspan: 2 },
      'Overpaid in all',
      tag('span', { class: 'note' }, practicesCounted(practices)),
    ),
    sumCell('Sum', shownSum(sumPence(rows.map(({ amount }) => amount)))),
    tag('td', { colspan: knowsAge ? 4 : 2, class: 'p2' }),
  );
}
