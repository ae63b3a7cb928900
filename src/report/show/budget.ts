import { isZero, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import { isOnePrice } from '../../domain/scheme/event-prices.ts';
import { inWordsOf } from '../../domain/scheme/member.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, saySum } from '../../domain/words/say.ts';
import { moneyAsSpoken } from '../../domain/words/spoken.ts';
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
  const pools = poolsOf(scheme);
  if (pools.length === 0) return [];
  const { funding, off } = poolTotals(pools);
  const rows = [
    ...pools.flatMap(poolRows),
    totalRow('Total', saySum(funding), less(off), saySum(subtract(funding, off)), ''),
  ];
  const columns = [
    wordColumn('pool'),
    figureColumn('funding'),
    figureColumn('adjustment'),
    figureColumn('budget'),
    wordColumn('clause'),
  ];
  return [table({ columns, rows }), paragraph(footing(pools))];
}

function poolRows({ component, funding, changes, budget }: PoolBudget): Row[] {
  return [
    row(component.id, saySum(funding), '', saySum(budget), cite(component.value.clause)),
    ...changes.map(({ adjustment, off }) => row(`  ${adjustment.title}`, '', less(off), '', cite(adjustment.clause))),
  ];
}

/** The budget as the paper adds it up: each adjustment in turn, and what all of them come to. */
function footing(pools: readonly PoolBudget[]): string {
  const { funding, off: all } = poolTotals(pools);
  const steps = changesInTurn(pools).map(({ off, left }) => `− ${saySum(off)} = ${saySum(left)}`);
  if (steps.length === 0) return `In all ${saySum(funding)}.`;
  return `${saySum(funding)} ${steps.join('; ')}. Variance ${saySum(all)}.`;
}

function rateBlocks(scheme: Scheme): Block[] {
  const rates = ratesOf(scheme);
  if (rates.length === 0) return [];
  const all = rateTotals(rates, scheme);
  const rows = rates.map(({ component, pounds, periods }) =>
    row(component.id, sayPounds(pounds), ...periods.map(sayPounds), cite(component.value.clause)),
  );
  const columns = [
    wordColumn(moneyAsSpoken('pounds a patient')),
    figureColumn('term'),
    ...scheme.periods.map(({ id }) => figureColumn(id)),
    wordColumn('clause'),
  ];
  const total = totalRow('Total', sayPounds(all.pounds), ...all.periods.map(sayPounds), '');
  return [table({ columns, rows: [...rows, total] })];
}

function mostBlocks(scheme: Scheme): Block[] {
  const sums = mostsOf(scheme);
  if (sums.length === 0) return [];
  const rows = sums.map(({ component, most }) =>
    row(component.id, sayRate(component), saySum(most), cite(component.value.clause)),
  );
  const total = totalRow('Total', '', saySum(sum(sums.map(({ most }) => most))), '');
  const columns = [
    wordColumn(inWordsOf(scheme, 'sums and events, one practice')),
    wordColumn('rate'),
    figureColumn('at most'),
    wordColumn('clause'),
  ];
  return [table({ columns, rows: [...rows, total] })];
}

function sayRate({ value }: Component): string {
  return value.kind === 'per-event' && isOnePrice(value.pounds) ? `${sayPounds(value.pounds)} × ${value.atMost}` : '';
}

function less(off: Ratio): string {
  return isZero(off) ? '' : `−${saySum(off)}`;
}
