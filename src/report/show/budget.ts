import { isZero, multiply, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import { takenOff } from '../../domain/scheme/adjustment.ts';
import { isOnePrice } from '../../domain/scheme/event-prices.ts';
import { budgetAfter, mostForOnePractice, ratePerPatient } from '../../domain/scheme/headline.ts';
import { inWordsOf } from '../../domain/scheme/member.ts';
import type { Adjustment, Component, Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds, saySum } from '../../domain/words/say.ts';
import { moneyAsSpoken } from '../../domain/words/spoken.ts';
import { type Block, heading, paragraph, table } from '../page/page.ts';
import { figureColumn, type Row, row, totalRow, wordColumn } from '../page/text-table.ts';
import { cite } from './cite.ts';

/** The budget of a scheme in tables: pools with their adjustments, pounds a patient, sums and events, each with its total. */
export function budgetBlocks(scheme: Scheme): Block[] {
  const blocks = [...poolBlocks(scheme.components), ...rateBlocks(scheme), ...mostBlocks(scheme)];
  return blocks.length === 0 ? [] : [heading('Budget'), ...blocks];
}

interface Pool {
  readonly component: Component;
  readonly funding: Ratio;
  readonly changes: readonly Change[];
  readonly budget: Ratio;
}

interface Change {
  readonly adjustment: Adjustment;
  readonly off: Ratio;
}

function poolBlocks(components: readonly Component[]): Block[] {
  const pools = components.flatMap(poolOf);
  if (pools.length === 0) return [];
  const funding = sum(pools.map((pool) => pool.funding));
  const changes = sum(pools.flatMap((pool) => pool.changes.map(({ off }) => off)));
  const rows = [
    ...pools.flatMap(poolRows),
    totalRow('Total', saySum(funding), less(changes), saySum(subtract(funding, changes)), ''),
  ];
  const columns = [
    wordColumn('pool'),
    figureColumn('funding'),
    figureColumn('adjustment'),
    figureColumn('budget'),
    wordColumn('clause'),
  ];
  return [table({ columns, rows }), paragraph(footing(pools, funding))];
}

function poolOf(component: Component): Pool[] {
  if (component.value.kind !== 'pool') return [];
  const funding = component.value.pounds;
  let left = funding;
  const changes = component.adjustments.map((adjustment) => {
    const off = takenOff(left, adjustment);
    left = subtract(left, off);
    return { adjustment, off };
  });
  return [{ component, funding, changes, budget: budgetAfter(component, funding, 'all') }];
}

function poolRows({ component, funding, changes, budget }: Pool): Row[] {
  return [
    row(component.id, saySum(funding), '', saySum(budget), cite(component.value.clause)),
    ...changes.map(({ adjustment, off }) => row(`  ${adjustment.title}`, '', less(off), '', cite(adjustment.clause))),
  ];
}

/** The budget as the paper adds it up: each adjustment in turn, and what all of them come to. */
function footing(pools: readonly Pool[], funding: Ratio): string {
  const changes = changesInTurn(pools);
  let left = funding;
  const steps = changes.map((off) => {
    left = subtract(left, off);
    return `− ${saySum(off)} = ${saySum(left)}`;
  });
  if (steps.length === 0) return `In all ${saySum(funding)}.`;
  return `${saySum(funding)} ${steps.join('; ')}. Variance ${saySum(sum(changes))}.`;
}

/** What each adjustment takes off all pools together, one after another; two of the same id count as one. */
function changesInTurn(pools: readonly Pool[]): Ratio[] {
  const taken = new Map<string, Ratio[]>();
  for (const { adjustment, off } of pools.flatMap(({ changes }) => changes)) {
    taken.set(adjustment.id, [...(taken.get(adjustment.id) ?? []), off]);
  }
  return [...taken.values()].map(sum);
}

function rateBlocks({ components, periods }: Scheme): Block[] {
  const rated = components.flatMap((component) => {
    const rate = ratePerPatient(component.value);
    return rate === null ? [] : [{ component, rate }];
  });
  if (rated.length === 0) return [];
  const inPeriod = (component: Component, rate: Ratio, { index }: Period): Ratio =>
    multiply(rate, component.schedule?.shares[index] ?? { n: 0n, d: 1n });
  const rows = rated.map(({ component, rate }) =>
    row(
      component.id,
      sayPounds(rate),
      ...periods.map((period) => sayPounds(inPeriod(component, rate, period))),
      cite(component.value.clause),
    ),
  );
  const total = totalRow(
    'Total',
    sayPounds(sum(rated.map(({ rate }) => rate))),
    ...periods.map((period) => sayPounds(sum(rated.map(({ component, rate }) => inPeriod(component, rate, period))))),
    '',
  );
  const columns = [
    wordColumn(moneyAsSpoken('pounds a patient')),
    figureColumn('term'),
    ...periods.map(({ id }) => figureColumn(id)),
    wordColumn('clause'),
  ];
  return [table({ columns, rows: [...rows, total] })];
}

function mostBlocks(scheme: Scheme): Block[] {
  const sums = scheme.components.flatMap((component) => {
    const most = mostForOnePractice(component.value);
    return most === null || isZero(most) ? [] : [{ component, most }];
  });
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
