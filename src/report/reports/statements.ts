import type { Practice } from '../../domain/facts.ts';
import { formatAmount } from '../../domain/money/money.ts';
import { guardFormula } from '../csv/formula-guard.ts';
import type { Sums } from '../totals/sums.ts';

export const statementColumns = [
  'practice_code',
  'practice_name',
  'payee_code',
  'payments',
  'clawbacks',
  'net',
] as const;

/** The rows of statements.csv for one practice: one for each payee, in the order of the components that they are paid for. */
export function* statementRows(practice: Practice, byPayee: ReadonlyMap<string, Sums>): Generator<string[]> {
  for (const [payeeCode, { payments, clawbacks, net }] of byPayee) {
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
