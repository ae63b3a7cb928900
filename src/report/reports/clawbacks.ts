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

/** The rows of clawbacks.csv for one practice: what comes back of every component and period, once for each status and payee. */
export function clawbackRows({ practice, lines }: PracticeAccount): string[][] {
  const rows: string[][] = [];
  for (const { component, positions } of lines) {
    for (const { period, entitlement, alreadyPaid, settlement } of positions) {
      if (settlement.kind !== 'clawback') continue;
      for (const { payeeCode, amount, status, reason, clause } of settlement.parts) {
        rows.push([
          practice.code,
          guardFormula(payeeCode),
          component.id,
          period.id,
          formatAmount(entitlement),
          formatAmount(alreadyPaid),
          formatAmount(amount),
          status,
          guardFormula(reason),
          guardFormula(clause),
        ]);
      }
    }
  }
  return rows;
}
