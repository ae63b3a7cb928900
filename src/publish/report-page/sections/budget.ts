import { addPence, noPence, type Pence, subtractPence } from '../../../domain/money/money.ts';
import type { Titled } from '../../../domain/scheme/titles.ts';
import type { Sentence } from '../../../domain/words/sentence.ts';
import { ours } from '../../../domain/words/sentence.ts';
import type { BudgetRow } from '../../publication.ts';
import { barCell, ofBars } from '../drawings.ts';
import { length, percent, shownSum } from '../figures.ts';
import type { ComponentFigures, RunGathered } from '../gather/gathered.ts';
import { type Child, type Markup, tag } from '../markup.ts';
import { titledHead } from '../titles.ts';
import { type Head, head, scrolling, sumCell } from './parts.ts';

/** The bar ends at one and a half times the budget. */
const mostOfBudget = 150n;

/** Budget against what is earned; nothing where no budget is given for the scheme. */
export function budgetTable({ run, components }: RunGathered, budgets: readonly BudgetRow[]): Child[] {
  const own = budgets.filter(({ scheme, from }) => scheme === run.scheme.id && from <= run.asAt);
  if (own.length === 0) return [];
  const byComponent = new Map<string | null, Pence>();
  for (const { component, amount } of own) {
    byComponent.set(component, addPence(byComponent.get(component) ?? noPence, amount));
  }
  const rows = components.map((each) => ({
    ...figures(each),
    budget: byComponent.get(each.component.id) ?? null,
    named: each.component,
  }));
  // What has no budget is no part of what is held against the budget, unless one is given for the whole scheme.
  const held = byComponent.has(null) ? rows : rows.filter((row) => row.budget !== null);
  const all = {
    named: { title: held.length === rows.length ? 'All' : 'All that have a budget' },
    earned: held.map(({ earned }) => earned).reduce(addPence),
    open: held.map(({ open }) => open).reduce(addPence),
    budget: [...byComponent.values()].reduce(addPence, noPence),
  };
  const hasOpen = all.open !== noPence;
  const heads: Head[] = [
    ['Component'],
    ['Budget', 'n'],
    ['Earned', 'n'],
    ...(hasOpen ? ([['Still open', 'n p3']] as const) : []),
    ['Left of budget', 'n'],
    ['Earned of budget', 'n p2'],
    ['', 'hd bar p2'],
  ];
  const table = tag(
    'table',
    { class: 'bud stack' },
    tag(
      'caption',
      {},
      'What has been earned against the budget.',
      ofBars(
        " Bar: earned as a share of the component's own budget, striped what can still come in; the upright line is the budget.",
      ),
    ),
    head(heads),
    tag(
      'tbody',
      {},
      rows.map((row) => budgetRow(row, hasOpen)),
    ),
    tag('tfoot', {}, budgetRow(all, hasOpen, false)),
  );
  return [tag('p', {}, sentence(all)), scrolling(`Budget of ${run.scheme.title}`, table)];
}

function figures({ all }: ComponentFigures) {
  return { earned: all.earned, open: all.open };
}

interface BudgetFigures {
  readonly named: Titled;
  readonly earned: Pence;
  readonly open: Pence;
  readonly budget: Pence | null;
}

function sentence({ budget, earned }: BudgetFigures): Sentence {
  if (budget === null || budget === noPence) return ours`${earned} is earned; the budget is nothing.`;
  const left = subtractPence(budget, earned);
  const rest = left < noPence ? ours`${-left as Pence} over` : ours`${left} is left`;
  return ours`${percent(earned, budget) ?? ''} of the budget of ${budget} is earned; ${rest}.`;
}

function budgetRow({ named, budget, earned, open }: BudgetFigures, hasOpen: boolean, withBar = true): Markup {
  const share = budget === null ? null : percent(earned, budget);
  return tag(
    'tr',
    {},
    titledHead(named),
    sumCell('Budget', budget === null ? ['none given'] : shownSum(budget)),
    sumCell('Earned', shownSum(earned)),
    hasOpen ? sumCell('Still open', shownSum(open), 'p3') : null,
    sumCell('Left of budget', budget === null ? [] : shownSum(subtractPence(budget, earned))),
    sumCell('Earned of budget', share ?? [], 'p2'),
    withBar && budget !== null && budget > noPence
      ? barCell(budgetBar(earned, open, budget), 'p2')
      : tag('td', { class: 'p2' }),
  );
}

function budgetBar(earned: Pence, open: Pence, budget: Pence): Markup {
  const most = ((budget * mostOfBudget) / 100n) as Pence;
  const shown = earned > most ? most : earned < noPence ? noPence : earned;
  const openTo = addPence(shown, open) > most ? most : addPence(shown, open);
  const line = length(budget, most);
  return tag(
    'svg',
    { width: '100%', height: 16, 'aria-hidden': 'true', focusable: 'false' },
    tag('rect', { x: 0, y: 2, width: length(shown, most), height: 12, class: 'b-earned' }),
    openTo > shown
      ? tag('rect', {
          x: length(shown, most),
          y: 2,
          width: length(subtractPence(openTo, shown), most),
          height: 12,
          class: 'b-open',
        })
      : null,
    tag('line', { x1: line, x2: line, y1: 0, y2: 16, class: 'mk' }),
    earned > most ? tag('text', { x: '100%', y: 13, 'text-anchor': 'end', class: 'over' }, '▸') : null,
  );
}
