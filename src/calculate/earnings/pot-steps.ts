import type { WorkingStep } from '../../domain/account.ts';
import { at } from '../../domain/at.ts';
import { noPence, subtractPence } from '../../domain/money/money.ts';
import { formatExact } from '../../domain/money/ratio.ts';
import type { Words } from '../../domain/words/words.ts';
import { type Pot, shareAt } from '../shared/pot.ts';
import { sayToDate } from '../value/say-to-date.ts';

/** How a period of a share follows from the exact share to date. */
export function potStep(
  words: Words,
  pot: Pot,
  place: number,
  q: number,
  formula: string,
  clause: string,
): WorkingStep {
  const [exact, share] = [at(at(pot.exact, q), place), shareAt(pot, place, q)];
  const before = q === 0 ? undefined : shareAt(pot, place, q - 1);
  return {
    step: 'pool',
    formula: `${formula}: ${sayToDate(words, exact, share, before)}`,
    value: formatExact(exact),
    rounded: subtractPence(share, before ?? noPence),
    clause,
  };
}
