import { addMonths, type Day, formatDay } from '../../domain/day.ts';
import type { Plan } from '../../domain/facts.ts';
import { formatPounds, type Pence, pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Period } from '../../domain/scheme/scheme.ts';
import type { Words } from '../../domain/words/words.ts';

/** An instalment of a plan: the day on which it falls due, and its sum. */
export interface Instalment {
  readonly on: Day;
  readonly amount: Pence;
}

/**
 * The instalments of a plan, each rounded down to the penny, the last with the rest: on the same day of each month, or its last; or on
 * the first day, and then on that of each period which begins later. Periods may end before the instalments do (RULES, Plans).
 */
export function instalmentsOf({ amount, instalments, firstOn, every }: Plan, periods: readonly Period[]): Instalment[] {
  const each = pence(amount / BigInt(instalments));
  const last = subtractPence(amount, pence(each * BigInt(instalments - 1)));
  const later = periods.filter(({ start }) => start > firstOn).map(({ start }) => start);
  const days =
    every === 'period'
      ? [firstOn, ...later].slice(0, instalments)
      : Array.from({ length: instalments }, (_, index) => addMonths(firstOn, index));
  return days.map((on, index) => ({ on, amount: index === instalments - 1 ? last : each }));
}

/** What of a plan has fallen due at a day. */
export function fallenDue(plan: Plan, periods: readonly Period[], asAt: Day): Pence {
  const due = instalmentsOf(plan, periods).filter(({ on }) => on <= asAt);
  return sumPence(due.map(({ amount }) => amount));
}

/** What of a plan is still to fall due, and when next: `£400.00 is still to fall due, the next £100.00 on 2020-03-01`. */
export function sayToCome(words: Words, plan: Plan, periods: readonly Period[], asAt: Day): string {
  const toCome = instalmentsOf(plan, periods).filter(({ on }) => on > asAt);
  const due = fallenDue(plan, periods, asAt);
  const [next] = toCome;
  const left = formatPounds(words, subtractPence(plan.amount, due));
  if (!next)
    return due === plan.amount ? 'all of it has fallen due' : `${left} of it falls due in no period of the term`;
  return `${left} of it is still to fall due, the next ${formatPounds(words, next.amount)} on ${formatDay(next.on)}`;
}
