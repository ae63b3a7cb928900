import { isZero, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import { isOnePrice } from '../../domain/scheme/event-prices.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, saySum } from '../../domain/words/say.ts';
import { inWords, type Words } from '../../domain/words/words.ts';
import { type Block, heading, paragraph, table } from '../page/page.ts';
import { figureColumn, type Row, row, totalRow, wordColumn } from '../page/text-table.ts';
import { changesInTurn, mostsOf, type PoolBudget, poolsOf, poolTotals, ratesOf, rateTotals } from './budget-figures.ts';
import { cite } from './cite.ts';

/** The budget of a scheme in tables: pools with their adjustments, pounds a patient, sums and events, each with its total. */
export function budgetBlocks(scheme: Scheme): Block[] {
  const blocks = [...poolBlocks(scheme), ...rateBlocks(scheme), ...mostBlocks(scheme)];
  return blocks.length === 0 ? [] : [heading('Budget'), ...blocks];
}

function poolBlocks(scheme: Scheme): Block[] {
  const { words } = scheme;
  const pools = poolsOf(scheme);
  if (pools.length === 0) return [];
  const { funding, off } = poolTotals(pools);
  const rows = [
    ...pools.flatMap((pool) => poolRows(words, pool)),
    totalRow('Total', saySum(words, funding), less(words, off), saySum(words, subtract(funding, off)), ''),
  ];
  const columns = [
    wordColumn('pool'),
    figureColumn('funding'),
    figureColumn('adjustment'),
    figureColumn('budget'),
    wordColumn('clause'),
  ];
  return [table({ columns, rows }), paragraph(footing(words, pools))];
}

function poolRows(words: Words, { component, funding, changes, budget }: PoolBudget): Row[] {
  return [
    row(component.id, saySum(words, funding), '', saySum(words, budget), cite(component.value.clause)),
    ...changes.map(({ adjustment, off }) =>
      row(`  ${adjustment.title}`, '', less(words, off), '', cite(adjustment.clause)),
    ),
  ];
}

/** The budget as the paper adds it up: each adjustment in turn, and what all of them come to. */
function footing(words: Words, pools: readonly PoolBudget[]): string {
  const { funding, off: all } = poolTotals(pools);
  const steps = changesInTurn(pools).map(({ off, left }) => `− ${saySum(words, off)} = ${saySum(words, left)}`);
  if (steps.length === 0) return `In all ${saySum(words, funding)}.`;
  return `${saySum(words, funding)} ${steps.join('; ')}. Variance ${saySum(words, all)}.`;
}

function rateBlocks(scheme: Scheme): Block[] {
  const { words } = scheme;
  const rates = ratesOf(scheme);
  if (rates.length === 0) return [];
  const all = rateTotals(rates, scheme);
  const rows = rates.map(({ component, pounds, periods }) =>
    row(
      component.id,
      sayPounds(words, pounds),
      ...periods.map((each) => sayPounds(words, each)),
      cite(component.value.clause),
    ),
  );
  const columns = [
    wordColumn(inWords(words, 'pounds a patient')),
    figureColumn('term'),
    ...scheme.periods.map(({ id }) => figureColumn(id)),
    wordColumn('clause'),
  ];
  const total = totalRow(
    'Total',
    sayPounds(words, all.pounds),
    ...all.periods.map((each) => sayPounds(words, each)),
    '',
  );
  return [table({ columns, rows: [...rows, total] })];
}

function mostBlocks(scheme: Scheme): Block[] {
  const { words } = scheme;
  const sums = mostsOf(scheme);
  if (sums.length === 0) return [];
  const rows = sums.map(({ component, most }) =>
    row(component.id, sayRate(words, component), saySum(words, most), cite(component.value.clause)),
  );
  const total = totalRow('Total', '', saySum(words, sum(sums.map(({ most }) => most))), '');
  const columns = [
    wordColumn(inWords(words, 'sums and events, one practice')),
    wordColumn('rate'),
    figureColumn('at most'),
    wordColumn('clause'),
  ];
  return [table({ columns, rows: [...rows, total] })];
}

function sayRate(words: Words, { value }: Component): string {
  return value.kind === 'per-event' && isOnePrice(value.pounds)
    ? `${sayPounds(words, value.pounds)} × ${value.atMost}`
    : '';
}

function less(words: Words, off: Ratio): string {
  return isZero(off) ? '' : `−${saySum(words, off)}`;
}
