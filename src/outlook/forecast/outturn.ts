import type { Day } from '../../domain/day.ts';
import type { BudgetRow } from '../../domain/finance.ts';
import { noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import { formatExact, ratio } from '../../domain/money/ratio.ts';
import { roundTo } from '../../domain/money/rounding.ts';
import type { Component, Scheme } from '../../domain/scheme/scheme.ts';
import type { ExpectedLine } from './expected.ts';

/** What a component, or all of them, will come to beside its budget. Nothing is netted: at risk is added up line by line. */
export interface Outturn {
  /** Null for all of them. */
  readonly component: Component | null;
  readonly budget: Pence | null;
  readonly paid: Pence;
  readonly certain: Pence;
  /** Null where not all of it is assumed. */
  readonly expected: Pence | null;
  readonly most: Pence;
  readonly atRisk: Pence;
  /** What is expected, or else the most, less the budget. */
  readonly variance: Pence | null;
  /** To one decimal; null without a budget, or where that is nothing. */
  readonly variancePercent: string | null;
}

/** A row for each component, then one for all. Budgets that begin after the as-at date are not counted. */
export function outturnOf(
  scheme: Scheme,
  lines: readonly ExpectedLine[],
  budgets: readonly BudgetRow[],
  asAt: Day,
): readonly Outturn[] {
  const own = budgets.filter((row) => row.scheme === scheme.id && row.from <= asAt);
  const budgetOf = (rows: readonly BudgetRow[]) =>
    rows.length === 0 ? null : sumPence(rows.map(({ amount }) => amount));
  const rows = scheme.components.map((component) =>
    outturn(
      component,
      lines.filter((line) => line.component.id === component.id),
      budgetOf(own.filter((row) => row.component === component.id)),
    ),
  );
  const all = outturn(null, lines, budgetOf(own));
  // What has no budget cannot be held against that of the others.
  const isWhole = own.some(({ component }) => component === null) || rows.every(({ budget }) => budget !== null);
  return [...rows, isWhole ? all : { ...all, variance: null, variancePercent: null }];
}

function outturn(component: Component | null, lines: readonly ExpectedLine[], budget: Pence | null): Outturn {
  const sumOf = (amount: (line: ExpectedLine) => Pence) => sumPence(lines.map(amount));
  const most = sumOf((line) => line.most);
  const isAssumed = lines.length > 0 && lines.every(({ expected }) => expected !== null);
  const expected = isAssumed ? sumOf((line) => line.expected ?? noPence) : null;
  const variance = budget === null ? null : subtractPence(expected ?? most, budget);
  return {
    component,
    budget,
    paid: sumOf((line) => line.paid),
    certain: sumOf((line) => line.certain),
    expected,
    most,
    atRisk: sumOf((line) => line.atRisk),
    variance,
    variancePercent: variance === null || budget === null || budget === noPence ? null : percentOf(variance, budget),
  };
}

/** What a sum is of another, to one decimal, halves away from nothing. */
function percentOf(part: Pence, of: Pence): string {
  const size = of < noPence ? subtractPence(noPence, of) : of;
  const text = formatExact(roundTo(ratio(part * 100n, size), 1, 'half-away-from-zero'));
  return text.includes('.') ? text : `${text}.0`;
}
