import { formatPounds, inPounds, type Pence } from '../../domain/money/money.ts';
import { equals, type Ratio } from '../../domain/money/ratio.ts';
import { sayPounds } from '../../domain/words/say.ts';

/** The exact sum to date, what it is rounded to, and what fell due before: `£998.125 to date → £998.13, less £499.06`. */
export function sayToDate(exact: Ratio, toDate: Pence, before: Pence | undefined): string {
  const rounded = equals(exact, inPounds(toDate)) ? '' : ` → ${formatPounds(toDate)}`;
  return `${sayPounds(exact)} to date${rounded}${sayBefore(before)}`;
}

/** `, less £461.69`, or nothing in the first period. */
function sayBefore(before: Pence | undefined): string {
  return before === undefined ? '' : `, less ${formatPounds(before)}`;
}
