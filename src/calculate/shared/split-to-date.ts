import { at } from '../../domain/at.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { addPence, inPounds, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { add, divide, isZero, multiply, type Ratio, sum, zero } from '../../domain/money/ratio.ts';

/** Money of each period shared over those who take part in it. */
export interface Split {
  /** What is shared up to and including each period: the money of a period that nobody shares is no part of it. */
  readonly shared: readonly Pence[];
  /** For each period, the exact sum that each has up to and including it. */
  readonly exact: readonly (readonly Ratio[])[];
  /** The same in pence. */
  readonly shares: readonly (readonly Pence[])[];
}

/**
 * Splits what falls due in each period exactly, by the weights of that period, and shares what has fallen due to date over these sums
 * to date by largest remainder: a penny is never lost, whoever joins when (RULES, Joining). `toDate` is B_q.
 */
export function splitToDate(toDate: readonly Pence[], weights: readonly (readonly Ratio[])[]): Split {
  const places = at(weights, 0).length;
  let sums: readonly Ratio[] = Array.from({ length: places }, () => zero);
  let [before, shared] = [noPence, noPence];
  const splits = toDate.map((budget, q) => {
    const own = at(weights, q);
    const all = sum(own);
    const money = subtractPence(budget, before);
    before = budget;
    if (!isZero(all)) {
      const each = divide(inPounds(money), all);
      sums = sums.map((so, place) => add(so, multiply(each, at(own, place))));
      shared = addPence(shared, money);
    }
    return { shared, exact: sums, shares: allocateByLargestRemainder(shared, sums) };
  });
  return {
    shared: splits.map((each) => each.shared),
    exact: splits.map((each) => each.exact),
    shares: splits.map((each) => each.shares),
  };
}
