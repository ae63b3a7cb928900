import { formatExact, type Ratio, subtract, sum } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { BudgetData } from '../../formats/budget.ts';
import { changesInTurn, mostsOf, poolsOf, poolTotals, ratesOf, rateTotals } from './budget-figures.ts';

/** The budget of a scheme as data. */
export function budgetData(scheme: Scheme): BudgetData {
  return { pools: poolsData(scheme), rates: ratesData(scheme), sums: sumsData(scheme) };
}

function poolsData(scheme: Scheme): BudgetData['pools'] {
  const pools = poolsOf(scheme);
  if (pools.length === 0) return null;
  const { funding, off } = poolTotals(pools);
  return {
    components: pools.map((pool) => ({
      component: pool.component.id,
      funding: formatExact(pool.funding),
      adjustments: pool.changes.map(({ adjustment: { id, title, clause }, off }) => ({
        id,
        title,
        off: formatExact(off),
        clause,
      })),
      budget: formatExact(pool.budget),
      clause: pool.component.value.clause,
    })),
    funding: formatExact(funding),
    adjustment: formatExact(off),
    budget: formatExact(subtract(funding, off)),
    in_turn: changesInTurn(pools).map(({ id, off, left }) => ({ id, off: formatExact(off), left: formatExact(left) })),
  };
}

function ratesData(scheme: Scheme): BudgetData['rates'] {
  const rates = ratesOf(scheme);
  if (rates.length === 0) return null;
  const byPeriod = (periods: readonly Ratio[]) =>
    scheme.periods.flatMap(({ id, index }) => {
      const pounds = periods[index];
      return pounds ? [{ period: id, pounds: formatExact(pounds) }] : [];
    });
  const all = rateTotals(rates, scheme);
  return {
    components: rates.map(({ component, pounds, periods }) => ({
      component: component.id,
      pounds: formatExact(pounds),
      by_period: byPeriod(periods),
      clause: component.value.clause,
    })),
    pounds: formatExact(all.pounds),
    by_period: byPeriod(all.periods),
  };
}

function sumsData(scheme: Scheme): BudgetData['sums'] {
  const sums = mostsOf(scheme);
  if (sums.length === 0) return null;
  return {
    components: sums.map(({ component, most }) => ({
      component: component.id,
      at_most: formatExact(most),
      clause: component.value.clause,
    })),
    at_most: formatExact(sum(sums.map(({ most }) => most))),
  };
}
