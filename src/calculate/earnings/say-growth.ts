import { compare, type Ratio } from '../../domain/money/ratio.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';
import type { ComponentValue } from './component-value.ts';
import type { ValueToDate } from './value-to-date.ts';

/** How T_q came about: by the rules of the period alone, or on top of what the periods before were worth by theirs, or held to a limit. */
export function sayGrowth(
  words: Words,
  { before, pounds }: ValueToDate,
  own: ComponentValue,
  soFar: Ratio,
  period: string,
  what: string,
): string {
  const all = `${sayPounds(words, own.pounds)} for all ${what} up to the end of ${period}`;
  if (compare(own.pounds, pounds) === 0) return all;
  if (before === null || compare(before.pounds, soFar) === 0) return `${all}, held to its limits`;
  const since = `${all}, less ${sayPounds(words, before.pounds)} up to the end of ${before.period.id} by the same rules`;
  return `${since}, on top of ${sayPounds(words, soFar)}`;
}
