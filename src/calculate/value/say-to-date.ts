import { formatPounds, type Pence } from '../../domain/money/money.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import { sayPounds } from '../../domain/words/say.ts';
import type { Words } from '../../domain/words/words.ts';

/**
 * The exact sum to date, what it is rounded to, and what fell due before: `£998.125 to date → £998.13, less £499.06`. A sum without
 * an end to its decimals is told as it is rounded; the value of the step has it exactly.
 */
export function sayToDate(words: Words, exact: Ratio, toDate: Pence, before: Pence | undefined): string {
  const [said, rounded] = [sayPounds(words, exact), formatPounds(words, toDate)];
  const isTold = said !== rounded && !said.startsWith('about');
  return `${isTold ? `${said} to date → ${rounded}` : `${rounded} to date`}${sayBefore(words, before)}`;
}

/** `, less £461.69`, or nothing in the first period. */
function sayBefore(words: Words, before: Pence | undefined): string {
  return before === undefined ? '' : `, less ${formatPounds(words, before)}`;
}
