import type { PracticeAccount } from '../../domain/account.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { guardFormula } from '../csv/formula-guard.ts';

export const clawbackColumns = [
  'practice_code',
  'payee_code',
  'component',
  'period',
  'entitlement',
  'already_paid',
  'amount',
  'status',
  'reason',
  'clause',
] as const;

/** The rows of clawbacks.csv for one practice: every component and period that was paid more than it is worth. */
export function clawbackRows({ practice, lines }: PracticeAccount): string[][] {
  const rows: string[][] = [];
  for (const { component, payeeCode, positions } of lines) {
    for (const { period, entitlement, alreadyPaid, settlement } of positions) {
      if (settlement.kind !== 'clawback') continue;
      rows.push([
        practice.code,
        guardFormula(payeeCode),
        component.id,
        period.id,
        formatAmount(entitlement),
        formatAmount(alreadyPaid),
        formatAmount(settlement.amount),
        settlement.status,
        guardFormula(settlement.reason),
        guardFormula(settlement.clause),
      ]);
    }
  }
  return rows;
}
