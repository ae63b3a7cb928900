import { at } from '../../domain/at.ts';
import { mapped } from '../../domain/mapped.ts';
import { allocateByLargestRemainder } from '../../domain/money/allocation.ts';
import { addPence, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { add, equals, isZero, multiply, one, type Ratio, subtract, sum, zero } from '../../domain/money/ratio.ts';
import { type Rounding, roundPounds } from '../../domain/money/rounding.ts';
import type { Schedule } from '../../domain/scheme/scheme.ts';

/** What falls due in each period, in order, and what has fallen due up to and including each. */
export interface Instalments {
  readonly amounts: readonly Pence[];
  readonly toDate: readonly Pence[];
}

/** Exact pounds that have fallen due up to and including each period. */
export type DueToDate = readonly Ratio[];

/** The shares of a schedule: of each period, and up to and including each. */
type Shares = Pick<Schedule, 'shares' | 'cumulative'>;

/**
 * V·S_q for each period, where V may differ from one period to the next: what each period is worth times its share, cut down
 * to the part that a practice is still owed, and added up as it goes. One V for all is multiplied once, by the sum of the shares.
 */
export function dueToDate(values: readonly Ratio[], schedule: Shares, parts: readonly Ratio[]): DueToDate {
  const [first = zero] = values;
  if (values.every((worth) => worth === first)) {
    return mapped(sharesToDate(schedule, parts), (share) => multiply(first, share));
  }
  return addedUp(mapped(schedule.shares, (share, q) => multiply(at(values, q), multiply(share, partIn(parts, q)))));
}

/** The part of a period that is owed: all of it where no parts are said. */
function partIn(parts: readonly Ratio[], q: number): Ratio {
  return parts.length === 0 ? one : at(parts, q);
}

/** S_q for each period, of which a practice that leaves is owed only its parts. */
export function sharesToDate({ shares, cumulative }: Shares, parts: readonly Ratio[]): readonly Ratio[] {
  if (parts.every((part) => part === one)) return cumulative;
  return addedUp(mapped(shares, (share, q) => multiply(share, partIn(parts, q))));
}

function addedUp(ratios: readonly Ratio[]): readonly Ratio[] {
  let soFar = zero;
  return mapped(ratios, (each) => {
    soFar = add(soFar, each);
    return soFar;
  });
}

/** R(V·S_q) − R(V·S_{q−1}) for each period: rounded at `component`, the periods always add up to R(V·S_n) (RULES, Schedule). */
export function instalmentsByComponent(due: DueToDate, rounding: Rounding): Instalments {
  return differences(mapped(due, (pounds) => roundPounds(pounds, rounding)));
}

/**
 * R(V·s_q) for each period, the last of which takes what is left of R(V): where each instalment is rounded for itself. Of who is owed nothing
 * in the last period nothing is taken back (RULES, Schedule).
 */
export function instalmentsEach(due: DueToDate, { cumulative }: Shares, rounding: Rounding): Instalments {
  let paid = noPence;
  return differences(
    mapped(due, (pounds, q) => {
      const own = inPeriod(due, q);
      const isLast = equals(at(cumulative, q), one) && !isZero(own);
      paid = isLast ? roundPounds(pounds, rounding) : addPence(paid, roundPounds(own, rounding));
      return paid;
    }),
  );
}

/** Whether anything is owed of the period that takes what is left: else each instalment stands as it was rounded. */
export function owesTheLast(due: DueToDate, { cumulative }: Shares): boolean {
  return due.some((_, q) => equals(at(cumulative, q), one) && !isZero(inPeriod(due, q)));
}

function inPeriod(due: DueToDate, q: number): Ratio {
  return q === 0 ? at(due, q) : subtract(at(due, q), at(due, q - 1));
}

/** What instalments rounded at `period` come to: for each line, and T_q for all of them together. */
export interface JointInstalments {
  readonly lines: readonly Instalments[];
  readonly totals: Instalments;
}

/**
 * T_q = R(Σ V·S_q) for each period, split over the lines in proportion to V·S_q by largest remainder, ties to the earlier
 * line: rounded at `period` (RULES, Schedule).
 */
export function instalmentsByPeriod(
  lines: readonly DueToDate[],
  periods: number,
  rounding: Rounding,
): JointInstalments {
  const totals: Pence[] = [];
  const toDate: Pence[][] = mapped(lines, () => []);
  for (let q = 0; q < periods; q += 1) {
    const due = mapped(lines, (line) => at(line, q));
    const total = roundPounds(sum(due), rounding);
    totals.push(total);
    allocateByLargestRemainder(total, due).forEach((amount, line) => {
      at(toDate, line).push(amount);
    });
  }
  return { lines: mapped(toDate, differences), totals: differences(totals) };
}

/** Cumulative amounts as the amount of each period. */
export function differences(toDate: readonly Pence[]): Instalments {
  return {
    toDate,
    amounts: mapped(toDate, (amount, q) => (q === 0 ? amount : subtractPence(amount, at(toDate, q - 1)))),
  };
}
