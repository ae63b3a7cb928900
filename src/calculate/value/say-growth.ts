import { add, compare, subtract } from '../../domain/money/ratio.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { ComponentValue } from './component-value.ts';
import type { ValueToDate } from './value-to-date.ts';

/** How T_q came about: by the rules of the period alone, or on top of what the periods before were worth by theirs; and whether it is held to a limit. */
export function sayGrowth(
  words: Words,
  { before, pounds }: ValueToDate,
  own: ComponentValue,
  period: string,
  what: string,
): string {
  const all = `${sayPounds(words, own.pounds)} for all ${what} up to the end of ${period}`;
  if (compare(own.pounds, pounds) === 0) return all;
  if (before === null || compare(before.pounds, before.soFar) === 0) return `${all}, held to its limits`;
  const since = `${all}, less ${sayPounds(words, before.pounds)} up to the end of ${before.period.id} by the same rules`;
  const isHeld = compare(add(before.soFar, subtract(own.pounds, before.pounds)), pounds) !== 0;
  return `${since}, on top of ${sayPounds(words, before.soFar)}${isHeld ? ', held to its limits' : ''}`;
}
