import { addPence, noPence, type Pence } from '../../../domain/money/money.ts';
import type { Titled } from '../../../domain/scheme/titles.ts';
import { ours } from '../../../domain/words/sentence.ts';
import type { BudgetRow } from '../../publication.ts';
import { ofBars, stacked } from '../drawings.ts';
import { backSum, percent, shownSum } from '../figures.ts';
import type { CellFigures, ComponentFigures, Gathered, RunGathered } from '../gather/gathered.ts';
import { addCells } from '../gather/practice-sums.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { allPeriodsTitle, titledHead } from '../titles.ts';
import { budgetTable } from './budget.ts';
import { byScheme, type Head, head, type Section, scrolling, sumCell } from './parts.ts';
import { cellIn, type PeriodColumn, periodColumns } from './periods.ts';

/** More components than this have their total above them. */
const mostBelow = 12;

/** What each component came to: against its budget, where there is one, and by period. */
export function componentsSection(budgets: readonly BudgetRow[]): (gathered: Gathered) => Section {
  return (gathered) => {
    const earned = gathered.runs.map(({ run }) => run.controls.entitlement).reduce(addPence);
    const hasBudget = gathered.runs.some(({ run }) => budgets.some(({ scheme }) => scheme === run.scheme.id));
    return {
      id: 'components',
      title: hasBudget ? 'Components and budget' : 'Components',
      answer: ours`${earned} earned`,
      body: byScheme(gathered, (run) => [...budgetTable(run, budgets), ...periodTable(run)]),
    };
  };
}

function periodTable(gathered: RunGathered): Child[] {
  const { components, run } = gathered;
  const columns = periodColumns(gathered);
  const hasBefore = components.some(({ paidBefore }) => paidBefore !== noPence);
  const caption = [
    'Earned by component and period. Under each sum stands its share of what could have been earned',
    ofBars('; a full bar is all of it'),
    '. ',
    key(components),
  ];
  const term = allPeriodsTitle(run);
  const heads: Head[] = [
    ['Component'],
    ...(columns.length === 1 ? [] : columns.map(({ title }) => [title, 'n q p2'] as const)),
    [columns.length === 1 ? (columns[0]?.title ?? '') : term, 'n q'],
    ...(hasBefore ? ([['Paid before', 'n p2']] as const) : []),
    ['This run', 'n'],
  ];
  const all = totalOf(components);
  const total = componentRow({ title: 'All' }, all, columns, term, hasBefore);
  const rows = components.map((each) => componentRow(each.component, each, columns, term, hasBefore));
  const isLong = components.length > mostBelow;
  const table = tag(
    'table',
    { class: 'per stack' },
    tag('caption', {}, caption),
    head(heads),
    isLong ? tag('tbody', {}, { ...total, attributes: { class: 'sum' } }, rows) : tag('tbody', {}, rows),
    isLong || components.length === 1 ? null : tag('tfoot', {}, total),
  );
  return [scrolling(`Components of ${run.scheme.title} by period`, table)];
}

type RowFigures = Omit<ComponentFigures, 'component'>;

function totalOf(components: readonly ComponentFigures[]): RowFigures {
  const cells = components.map(({ periods }) => periods);
  const [first = []] = cells;
  return {
    periods: first.map((_, index) => cells.map((own) => own[index] ?? noCell).reduce(addCells)),
    all: components.map(({ all }) => all).reduce(addCells),
    paidBefore: components.map(({ paidBefore }) => paidBefore).reduce(addPence),
    net: components.map(({ net }) => net).reduce(addPence),
  };
}

const noCell: CellFigures = { earned: noPence, lost: noPence, left: noPence, open: noPence };

function componentRow(
  named: Titled,
  { periods, all, paidBefore, net }: RowFigures,
  columns: readonly PeriodColumn[],
  term: string,
  hasBefore: boolean,
): Markup {
  return tag(
    'tr',
    {},
    titledHead(named),
    columns.length === 1 ? null : columns.map((column) => periodCell(column.title, cellIn(periods, column), 'p2')),
    periodCell(columns.length === 1 ? (columns[0]?.title ?? '') : term, all, 'all'),
    hasBefore ? sumCell('Paid before', shownSum(paidBefore), 'p2') : null,
    sumCell('This run', net < noPence ? backSum(net) : shownSum(net)),
  );
}

/** A sum, its share of what could have been earned, and a bar of the four kinds. */
function periodCell(label: string, cell: CellFigures, more: string): Markup {
  const could = couldEarn(cell);
  const share = percent(cell.earned, could);
  const shown: Child[] = more === 'all' ? [tag('b', {}, shownSum(cell.earned))] : shownSum(cell.earned);
  if (share === null) return sumCell(label, shown, `q ${more}`);
  const parts = (['earned', 'lost', 'left', 'open'] as const).map((kind) => [kind, positive(cell[kind])] as const);
  return sumCell(label, [...shown, tag('span', { class: 'mini' }, share), stacked(parts, could, 5)], `q ${more}`);
}

function positive(amount: Pence): Pence {
  return amount > noPence ? amount : noPence;
}

function couldEarn({ earned, lost, left, open }: CellFigures): Pence {
  return [earned, lost, left, open].reduce(addPence);
}

const kindWords = [
  ['earned', 'earned'],
  ['lost', 'a condition failed, or reduced'],
  ['left', 'left, or over the limit'],
  ['open', 'still to come in'],
] as const;

/** Only the kinds that appear. */
function key(components: readonly ComponentFigures[]): Markup {
  const used = kindWords.filter(([kind]) => components.some(({ all }) => all[kind] !== noPence));
  return tag(
    'span',
    { class: 'key' },
    used.flatMap(([kind, words]) => [tag('i', { class: `k-${kind}`, 'aria-hidden': 'true' }), words]),
  );
}
