import { type PracticeAccount, type Unpaid, unpaidStatuses } from '../../domain/account.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { guardFormula } from '../csv/formula-guard.ts';

export const withheldColumns = [
  'practice_code',
  'component',
  'period',
  'status',
  'amount',
  'reason',
  'clause',
] as const;

/** The rows of withheld.csv for one practice: every amount that is not paid, with the reason why not. */
export function withheldRows({ practice, lines }: PracticeAccount): string[][] {
  const rows: string[][] = [];
  for (const { component, positions } of lines) {
    for (const { period, unpaid } of positions) {
      for (const { status, amount, reason, clause } of inOrder(unpaid)) {
        rows.push([
          practice.code,
          component.id,
          period.id,
          status,
          formatAmount(amount),
          guardFormula(reason),
          guardFormula(clause),
        ]);
      }
    }
  }
  return rows;
}

/** From what lies before the worth to date to what comes after the entitlement. */
function inOrder(unpaid: readonly Unpaid[]): readonly Unpaid[] {
  if (unpaid.length < 2) return unpaid;
  return [...unpaid].sort((a, b) => unpaidStatuses.indexOf(a.status) - unpaidStatuses.indexOf(b.status));
}
