import { at } from '../../../domain/at.ts';
import { sayDay, storedDay } from '../../../domain/day.ts';
import { addPence, noPence, type Pence, pence } from '../../../domain/money/money.ts';
import { withShortTitle } from '../../../domain/scheme/titles.ts';
import { ours, type Said, type Sentence } from '../../../domain/words/sentence.ts';
import type { PackedClaim, PackedPeriod, PackedPractice, PackedRun } from '../details/packed.ts';
import { backSum, minus, shownSum } from '../figures.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { titledHead } from '../titles.ts';
import { clauseOf } from './clause.ts';
import { data, type Listed, textAt } from './page-data.ts';
import { periodSteps } from './steps.ts';

/** What a practice earned, was paid before, and what this does, in a sentence or two. */
export function practiceSentence({ earned, paidBefore, pays, takenBack, waits, net }: Listed): Sentence {
  const before = paidBefore === noPence ? '' : ours`; ${paidBefore} was paid before`;
  const first = earned === noPence && paidBefore === noPence ? 'Nothing was earned.' : ours`Earned ${earned}${before}.`;
  const now =
    takenBack === noPence
      ? pays === noPence
        ? ' Nothing is paid now.'
        : ours` This run pays ${pays}.`
      : ours` This run pays ${pays} and takes back ${takenBack}: the net is ${net}${net < noPence ? ', to be set off or invoiced' : ''}.`;
  const waiting = waits === noPence ? '' : ours` ${waits} waits for a decision; nothing of it is taken now.`;
  return ours`${first}${now}${waiting}`;
}

function runOf([run]: PackedPractice): PackedRun {
  return at(data.runs, run);
}

/** The address of a figure: `Z10010/integrated-teams/Q1`, with the scheme before the component where there are several. */
function addressOf(practice: Listed, run: PackedRun, component: number, period: number): string {
  const scheme = data.runs.length > 1 ? [run.scheme] : [];
  return [practice.code, ...scheme, at(run.components, component)[0], at(run.periods, period)[0]].join('/');
}

/** What settles a period: paid now above nothing, taken back now below. */
function settledNow([, , , settlement]: PackedPeriod): Pence {
  if (settlement === 0) return noPence;
  const [first] = settlement;
  if (first === 1) return pence(settlement[1] as number);
  if (first === 2) return noPence;
  const parts = settlement as Exclude<typeof settlement, readonly [1 | 2, number]>;
  return minus(
    parts
      .filter(([, status]) => status === 0)
      .map(([amount]) => pence(amount))
      .reduce(addPence, noPence),
  );
}

/** Component by period: every sum opens into its steps. */
export function matrixTable(practice: Listed, packed: PackedPractice, figure: string | null): Markup {
  const run = runOf(packed);
  const [, , , components] = packed;
  const name = data.runs.length > 1 ? run.title : 'Earned';
  const hasTotals = components.length > 1;
  const sumsOf = (of: (period: PackedPeriod) => Pence) => (periods: readonly PackedPeriod[]) =>
    periods.map(of).reduce(addPence, noPence);
  const [earnedIn, beforeIn, nowIn] = [
    sumsOf(([, earned]) => pence(earned)),
    sumsOf(([, , paid]) => pence(paid)),
    sumsOf(settledNow),
  ];
  const all = components.flatMap(([, , , periods]) => periods);
  const isOne = run.periods.length === 1;
  const tail = (periods: readonly PackedPeriod[]): Markup[] => [
    ...(isOne ? [] : [cell(run.allPeriods, [tag('b', {}, shownSum(earnedIn(periods)))])]),
    cell('Paid before', shownSum(beforeIn(periods))),
    cell('This run', nowIn(periods) < noPence ? backSum(nowIn(periods)) : shownSum(nowIn(periods))),
  ];
  const rows = components.map(([component, , , periods]) =>
    tag(
      'tr',
      {},
      componentHead(run, component),
      periods.map((period) => figureCell(practice, run, component, period, figure)),
      tail(periods),
    ),
  );
  const heads = [
    'Component',
    ...run.periods.map(([, title]) => title),
    ...(isOne ? [] : [run.allPeriods]),
    'Paid before',
    'This run',
  ];
  const totals = run.periods.map(([, title], place) =>
    cell(title, shownSum(earnedIn(all.filter(([period]) => period === place)))),
  );
  return tag(
    'div',
    { class: 'scroll', 'data-name': `${name}, by component and period` },
    tag(
      'table',
      { class: 'mat stack' },
      tag('caption', {}, `${name}, by component and period. Every sum opens into its steps below.`),
      tag(
        'thead',
        {},
        tag(
          'tr',
          {},
          heads.map((text, place) => tag('th', { scope: 'col', class: place === 0 ? null : 'n' }, text)),
        ),
      ),
      tag('tbody', {}, rows),
      hasTotals ? tag('tfoot', {}, tag('tr', {}, tag('th', { scope: 'row' }, 'All'), totals, tail(all))) : null,
    ),
  );
}

function componentHead({ components }: PackedRun, component: number): Markup {
  const [, title, shortTitle] = at(components, component);
  return titledHead({ title, ...withShortTitle({ shortTitle }) });
}

function cell(label: string, content: readonly Child[]): Markup {
  return tag('td', { class: 'n', 'data-h': label }, content);
}

function figureCell(
  practice: Listed,
  run: PackedRun,
  component: number,
  period: PackedPeriod,
  figure: string | null,
): Markup {
  const [place, earned, , , status, unpaid] = period;
  const address = addressOf(practice, run, component, place);
  const title = at(run.periods, place)[1];
  const shown: Said =
    earned !== 0
      ? pence(earned)
      : status === 2
        ? '✕ not earned'
        : status === 1
          ? '… waits'
          : unpaid.length > 0
            ? '✕ not earned'
            : '–';
  const isOpen = figure !== null && address === `${practice.code}/${figure}`;
  const says = ours`${at(run.components, component)[1]}, ${title}: ${shown === '–' ? 'nothing' : shown}`;
  const button = tag(
    'button',
    {
      type: 'button',
      class: 'fig',
      'data-figure': address,
      'aria-pressed': isOpen ? 'true' : 'false',
      'aria-label': says,
    },
    shown,
  );
  return cell(title, [button]);
}

/** The steps of the figure that is asked for; nothing where the address names none. */
export function figureSteps(practice: Listed, schemes: readonly PackedPractice[], figure: string): Markup[] {
  for (const packed of schemes) {
    const run = runOf(packed);
    for (const component of packed[3]) {
      for (const period of component[3]) {
        if (addressOf(practice, run, component[0], period[0]) !== `${practice.code}/${figure}`) continue;
        return [stepsPanel(practice, packed, run, component, period)];
      }
    }
  }
  return [];
}

function stepsPanel(
  practice: Listed,
  packed: PackedPractice,
  run: PackedRun,
  component: PackedPractice[3][number],
  period: PackedPeriod,
): Markup {
  const address = addressOf(practice, run, component[0], period[0]);
  return tag(
    'div',
    { id: 'steps' },
    tag(
      'h3',
      { id: 'steps-h', tabindex: -1 },
      `${at(run.components, component[0])[1]}, ${at(run.periods, period[0])[1]}`,
    ),
    tag('ol', { class: 'steps' }, periodSteps(packed, component, period, at(run.periods, period[0])[1])),
    tag(
      'p',
      { class: 'note' },
      'To cite this figure: ',
      tag('a', { href: `#${address}` }, address.replaceAll('/', ' / ')),
      ', run ',
      tag('span', { class: 'mono' }, run.run),
    ),
  );
}

/** Claims of a practice that do not count, each with its reason and its row. */
export function refusedTable(packed: PackedPractice): Markup[] {
  const refused = packed[5];
  if (refused.length === 0) return [];
  const rows = refused.map(([claim, file, , reason, clause, row]) =>
    tag(
      'tr',
      {},
      tag('th', { scope: 'row' }, claimSaid(claim)),
      tag('td', { 'data-h': 'Why' }, textAt(reason), ...clauseOf(clause)),
      tag(
        'td',
        { 'data-h': 'Row' },
        `${textAt(file)} line ${claim[4]} `,
        tag('span', { class: 'mono' }, row === null ? '' : textAt(row)),
      ),
    ),
  );
  return [
    tag('h3', {}, 'Claims that do not count'),
    tag(
      'div',
      { class: 'scroll', 'data-name': 'Claims that do not count' },
      tag(
        'table',
        { class: 'stack' },
        tag('caption', {}, ours`Claims of this practice that were refused, with the reason.`),
        tag(
          'thead',
          {},
          tag(
            'tr',
            {},
            ['Claim', 'Why it does not count', 'Row'].map((text) => tag('th', { scope: 'col' }, text)),
          ),
        ),
        tag('tbody', {}, rows),
      ),
    ),
  ];
}

/** `locality meeting LM-1, 21 April 2015` */
function claimSaid([event, id, on]: PackedClaim): string {
  return `${textAt(event)} ${textAt(id)}, ${sayDay(storedDay(on))}`;
}
