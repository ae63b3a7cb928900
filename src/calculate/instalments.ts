import { allocateByLargestRemainder } from '../domain/allocation.ts';
import { noPence, type Pence, subtractPence } from '../domain/money.ts';
import { add, multiply, type Ratio, sum, zero } from '../domain/ratio.ts';
import { type Rounding, roundPounds } from '../domain/rounding.ts';

/** What falls due in each period, in order, and what has fallen due up to and including each. */
export interface Instalments {
  readonly amounts: readonly Pence[];
  readonly toDate: readonly Pence[];
}

/** The shares of the periods cut down to the part that a practice is still owed, and added up as they go. */
export function cumulativeShares(shares: readonly Ratio[], parts: readonly Ratio[]): Ratio[] {
  let soFar = zero;
  return shares.map((share, q) => {
    soFar = add(soFar, multiply(share, parts[q] ?? zero));
    return soFar;
  });
}

/** R(V·S_q) − R(V·S_{q−1}) for each period: rounded at `component`, the periods always add up to R(V·S_n) (contract 5, Schedule). */
export function instalmentsByComponent(pounds: Ratio, cumulative: readonly Ratio[], rounding: Rounding): Instalments {
  return differences(cumulative.map((share) => roundPounds(multiply(pounds, share), rounding)));
}

/** One line of a scheme rounded at `period`: its exact pounds and its cumulative shares. */
export interface Line {
  readonly pounds: Ratio;
  readonly cumulative: readonly Ratio[];
}

/** What instalments rounded at `period` come to: for each line, and T_q for all of them together. */
export interface JointInstalments {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments;
}

/**
 * T_q = R(Σ V·S_q) for each period, split over the lines in proportion to V·S_q by largest remainder, ties to the earlier
 * line: rounded at `period` (contract 5, Schedule).
 */
export function instalmentsByPeriod(lines: readonly Line[], periods: number, rounding: Rounding): JointInstalments {
  const totals: Pence[] = [];
  const toDate: Pence[][] = lines.map(() => []);
  for (let q = 0; q < periods; q += 1) {
    const due = lines.map(({ pounds, cumulative }) => multiply(pounds, cumulative[q] ?? zero));
    const total = roundPounds(sum(due), rounding);
    totals.push(total);
    allocateByLargestRemainder(total, due).forEach((amount, line) => {
      toDate[line]?.push(amount);
    });
  }
  return { lines: toDate.map(differences), totals: differences(totals) };
}

/** Cumulative amounts as the amount of each period. */
export function differences(toDate: readonly Pence[]): Instalments {
  return { toDate, amounts: toDate.map((amount, q) => subtractPence(amount, toDate[q - 1] ?? noPence)) };
}
