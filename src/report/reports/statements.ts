import type { PracticeAccount } from '../../domain/account.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { guardFormula } from '../csv/formula-guard.ts';
import { noPayeeSums, type PayeeSums } from '../totals/sums.ts';

export const statementColumns = [
  'practice_code',
  'practice_name',
  'payee_code',
  'payments',
  'clawbacks',
  'net',
] as const;

/**
 * The rows of statements.csv for one practice: one for each payee that is paid or asked for anything, by code. Where there is none,
 * whoever would be paid for the practice has one all the same.
 */
export function* statementRows(
  { practice, toldNothing }: PracticeAccount,
  byPayee: ReadonlyMap<string, PayeeSums>,
): Generator<string[]> {
  const toldSo = toldNothing === null ? [] : [[toldNothing, noPayeeSums] as const];
  const payees = [...byPayee, ...toldSo].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [payeeCode, { payments, clawbacks, net }] of payees) {
    yield [
      practice.code,
      guardFormula(practice.name),
      guardFormula(payeeCode),
      formatAmount(payments.amount),
      formatAmount(clawbacks.due.amount),
      formatAmount(net),
    ];
  }
}
