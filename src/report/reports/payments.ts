import type { PracticeAccount } from '../../domain/account.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { guardFormula } from '../csv/formula-guard.ts';

export const paymentColumns = [
  'practice_code',
  'payee_code',
  'component',
  'period',
  'entitlement',
  'already_paid',
  'amount',
] as const;

/** The rows of payments.csv for one practice: every component and period that is paid something now. */
export function paymentRows({ practice, lines }: PracticeAccount): string[][] {
  const rows: string[][] = [];
  for (const { component, payeeCode, positions } of lines) {
    for (const { period, entitlement, alreadyPaid, settlement } of positions) {
      if (settlement.kind !== 'payment') continue;
      rows.push([
        practice.code,
        guardFormula(payeeCode),
        component.id,
        period.id,
        formatAmount(entitlement),
        formatAmount(alreadyPaid),
        formatAmount(settlement.amount),
      ]);
    }
  }
  return rows;
}
