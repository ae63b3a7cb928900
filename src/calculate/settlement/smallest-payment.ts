import type { ComponentAccount, Position } from '../../domain/account.ts';
import { inPounds, noPence, type Pence, sumPence } from '../../domain/money/money.ts';
import { compare } from '../../domain/money/ratio.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import { sayPounds } from '../../domain/words/say.ts';

/**
 * Carries the payments of a practice to a later run where together, after setting off and before clawbacks, they are too small to be
 * made; the last run makes them all.
 */
export function carrySmallPayments(
  lines: readonly ComponentAccount[],
  { smallestPayment, periods, words }: Scheme,
  period: Period,
): readonly ComponentAccount[] {
  if (!smallestPayment || period.index === periods.length - 1) return lines;
  const total = inPounds(sumPence(lines.flatMap(({ positions }) => positions.map(paymentIn))));
  if (compare(total, smallestPayment.pounds) >= 0) return lines;
  const { clause } = smallestPayment;
  const reason = `carried to a later run: ${sayPounds(words, total)} in all is below ${sayPounds(words, smallestPayment.pounds)}`;
  const carried = (position: Position): Position => {
    const amount = paymentIn(position);
    if (amount === 0n) return position;
    const unpaid = { status: 'carried' as const, amount, reason, clause };
    return { ...position, settlement: { kind: 'carried', amount }, unpaid: [...position.unpaid, unpaid] };
  };
  return lines.map((line) => ({ ...line, positions: line.positions.map(carried) }));
}

function paymentIn({ settlement }: Position): Pence {
  return settlement.kind === 'payment' ? settlement.amount : noPence;
}
