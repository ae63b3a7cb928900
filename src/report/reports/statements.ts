import type { PracticeAccount } from '../../domain/account.ts';
import type { ReportRow } from '../../domain/run-folder.ts';
import { noPayeeSums, type PayeeSums } from '../totals/sums.ts';

/**
 * The rows of statements.csv for one practice: one for each payee that is paid or asked for anything, by code. Where there is none,
 * whoever would be paid for the practice has one all the same.
 */
export function* statementRows(
  { practice, toldNothing }: PracticeAccount,
  byPayee: ReadonlyMap<string, PayeeSums>,
): Generator<ReportRow<'statements.csv'>> {
  const toldSo = toldNothing === null ? [] : [[toldNothing, noPayeeSums] as const];
  const payees = [...byPayee, ...toldSo].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [payeeCode, { payments, clawbacks, net }] of payees) {
    yield {
      practice_code: practice.code,
      practice_name: practice.name,
      payee_code: payeeCode,
      payments: payments.amount,
      clawbacks: clawbacks.due.amount,
      net,
    };
  }
}
