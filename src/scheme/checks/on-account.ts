import { sayDay } from '../../domain/day.ts';
import { add, equals, type Ratio, zero } from '../../domain/money/ratio.ts';
import type { OverTimeQuantity } from '../../domain/scheme/quantity.ts';
import { constantOf } from '../../domain/scheme/quantity-range.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { JsonMistake } from '../../json/mistake.ts';
import type { WrittenScheme } from '../grammar/scheme.ts';
import { leavesOf } from '../tree.ts';
import { wordsOf } from '../words-of.ts';

/** A balance takes off what the periods before it were paid on account, neither more nor less: a warning. */
export function balancesTakeOffWhatWasOnAccount(scheme: WrittenScheme): JsonMistake[] {
  return leavesOf(scheme).flatMap(({ component: { value, schedule = scheme.schedule }, at }): JsonMistake[] => {
    if (value?.kind !== 'over-time' || schedule?.kind !== 'each-period') return [];
    return value.values.flatMap(({ is, from }, index): JsonMistake[] => {
      if (is.kind !== 'difference' || is.below !== 'comes-back' || typeof from !== 'number') return [];
      const [less, paid] = [constantOf(is.less), onAccountBefore(scheme, value, index)];
      if (less === null || paid === null || equals(less, paid)) return [];
      const message = `the periods before ${sayDay(from)} pay ${sayPounds(wordsOf(scheme), paid)} on account, and the balance takes off ${sayPounds(wordsOf(scheme), less)}; expected the same sum`;
      const hint = 'count the periods that are paid on account, or check both sums against the paper';
      return [{ code: 'scheme-on-account', at: [...at, 'value', 'values', index, 'is', 'less'], message, hint }];
    });
  });
}

/** What all periods before a value come to by the values before it; null where one of them is not a plain sum. */
function onAccountBefore(
  { periods }: WrittenScheme,
  { by, byDays, values }: OverTimeQuantity,
  index: number,
): Ratio | null {
  if (byDays || (by !== undefined && by !== 'period')) return null;
  const first = values[index]?.from;
  if (typeof first !== 'number') return null;
  let paid: Ratio = zero;
  for (const { start } of periods) {
    if (start >= first) continue;
    const holding = values.slice(0, index).findLast(({ from }) => typeof from !== 'number' || from <= start);
    const pounds = holding ? constantOf(holding.is) : zero;
    if (pounds === null || (holding && typeof holding.from !== 'number')) return null;
    paid = add(paid, pounds);
  }
  return paid;
}
