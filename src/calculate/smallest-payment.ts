import type { ComponentAccount, Position } from '../domain/account.ts';
import { inPounds, sumPence } from '../domain/money.ts';
import { compare } from '../domain/ratio.ts';
import { sayPounds } from '../domain/say.ts';
import type { Period, Scheme } from '../domain/scheme.ts';

/** Carries the payments of a practice to a later run where together they are too small to be made; the last run makes them all. */
export function carrySmallPayments(
  lines: readonly ComponentAccount[],
  { smallestPayment, periods }: Scheme,
  period: Period,
): readonly ComponentAccount[] {
  if (!smallestPayment || period.index === periods.length - 1) return lines;
  const total = inPounds(sumPence(lines.flatMap(({ positions }) => positions.map(paymentIn))));
  if (compare(total, smallestPayment.pounds) >= 0) return lines;
  // What a period gives back of a payment in this very run cannot be asked for without making that payment.
  if (lines.some(({ positions }) => positions.some(isGivenBackUnpaid))) return lines;
  const { clause } = smallestPayment;
  const reason = `carried to a later run: ${sayPounds(total)} in all is below ${sayPounds(smallestPayment.pounds)}`;
  const carried = (position: Position): Position => {
    const amount = paymentIn(position);
    if (amount === 0n) return position;
    const unpaid = { status: 'carried' as const, amount, reason, clause };
    return { ...position, settlement: { kind: 'settled' }, unpaid: [...position.unpaid, unpaid] };
  };
  return lines.map((line) => ({ ...line, positions: line.positions.map(carried) }));
}

function isGivenBackUnpaid({ settlement, alreadyPaid }: Position): boolean {
  return settlement.kind === 'clawback' && settlement.amount > alreadyPaid;
}

function paymentIn({ settlement }: Position) {
  return settlement.kind === 'payment' ? settlement.amount : sumPence([]);
}
