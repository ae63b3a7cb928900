import { addPence, greaterPence, noPence, type Pence } from '../../../domain/money/money.ts';
import { ours } from '../../../domain/words/sentence.ts';
import { barCell, ofBars, stacked } from '../drawings.ts';
import { shownSum } from '../figures.ts';
import type { CauseTold, Gathered, RunGathered } from '../gather/gathered.ts';
import { barOf } from '../gather/kinds.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { titledWord } from '../titles.ts';
import { byScheme, head, namedPractices, type Section, scrolling, sumCell } from './parts.ts';
import { allRuns } from './totals.ts';

/** What is not earned, one cause a row. Null where everything that could be earned was. */
export function notEarnedSection(gathered: Gathered): Section | null {
  if (gathered.runs.every(({ causes }) => causes.length === 0)) return null;
  return {
    id: 'why',
    title: 'Not earned, and why',
    answer: allRuns(gathered).notEarned,
    body: byScheme(gathered, (run) => (run.causes.length === 0 ? [] : [causesTable(run)])),
  };
}

function causesTable({ causes, run }: RunGathered): Markup {
  const open = causes.filter(({ cause }) => cause.kind === 'open');
  const closed = causes.filter(({ cause }) => cause.kind !== 'open');
  const most = causes.map(({ amount }) => amount).reduce(greaterPence, noPence);
  const hasBefore = causes.some(({ paidBefore }) => paidBefore !== noPence);
  const group = (title: string, own: readonly CauseTold[]) =>
    own.length === 0
      ? null
      : tag(
          'tbody',
          {},
          groupRow(title, own, hasBefore),
          own.map((each) => causeRow(each, most, hasBefore)),
        );
  const paidHead = hasBefore ? ([['Paid before', 'n p2']] as const) : [];
  const before = hasBefore
    ? [
        ' The last column is what of it had been paid before the cause was known: it is in ',
        tag('a', { href: '#back' }, 'what comes back'),
        '.',
      ]
    : [];
  return scrolling(
    `Not earned in ${run.scheme.title}`,
    tag(
      'table',
      { class: 'why stack' },
      tag(
        'caption',
        {},
        'One cause, one row, however many lines it took away; the largest first.',
        ofBars(' A full bar is the largest cause.'),
        before,
      ),
      head([['Why'], [ours`Practices`], ['Not earned', 'n'], ['', 'hd bar p2'], ...paidHead]),
      group('Can still come in', open),
      group('Can no longer be earned', closed),
      tag('tfoot', {}, totalRow(causes, hasBefore)),
    ),
  );
}

function groupRow(title: string, own: readonly CauseTold[], hasBefore: boolean): Markup {
  const total = own.map(({ amount }) => amount).reduce(addPence);
  return tag(
    'tr',
    { class: 'grp' },
    tag('th', { scope: 'rowgroup', colspan: 2 }, title),
    sumCell('Not earned', shownSum(total)),
    tag('td', { class: 'p2' }),
    hasBefore ? tag('td', { class: 'p2' }) : null,
  );
}

function causeRow(
  { cause, components, clauses, practices, amount, paidBefore }: CauseTold,
  most: Pence,
  hasBefore: boolean,
): Markup {
  const under = clauses.length === 0 ? null : ` · ${clausesSaid(clauses)}`;
  const shown: Child[] = amount === noPence ? ['not known yet'] : shownSum(amount);
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, cause.says, tag('span', { class: 'note' }, componentsSaid(components), under)),
    tag('td', { 'data-h': ours`Practices` }, namedPractices(practices)),
    sumCell('Not earned', shown),
    barCell(stacked([[barOf[cause.kind], amount > noPence ? amount : noPence]], most), 'p2'),
    hasBefore ? sumCell('Paid before', shownSum(paidBefore), 'p2') : null,
  );
}

function componentsSaid(components: CauseTold['components']): Child[] {
  if (components.length > 2) return [`${components.length} components`];
  return components.flatMap((each, place) => (place === 0 ? [titledWord(each)] : [', ', titledWord(each)]));
}

/** `clause 12, 26`; clauses that are no numbers stand for themselves. */
function clausesSaid(clauses: readonly string[]): string {
  const numbered = clauses.some((clause) => /^\d/.test(clause));
  return `${numbered ? 'clause ' : ''}${clauses.join(', ')}`;
}

function totalRow(causes: readonly CauseTold[], hasBefore: boolean): Markup {
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row', colspan: 2 }, 'All that is not earned'),
    sumCell('Not earned', shownSum(causes.map(({ amount }) => amount).reduce(addPence, noPence))),
    tag('td', { class: 'p2' }),
    hasBefore
      ? sumCell('Paid before', shownSum(causes.map(({ paidBefore }) => paidBefore).reduce(addPence, noPence)), 'p2')
      : null,
  );
}
