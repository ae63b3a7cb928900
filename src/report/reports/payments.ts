import type { PracticeAccount } from '../../domain/account.ts';
import type { ReportRow } from '../../domain/run-folder.ts';

/** The rows of payments.csv for one practice: every component and period that is paid something now. */
export function paymentRows({ practice, lines }: PracticeAccount): ReportRow<'payments.csv'>[] {
  const rows: ReportRow<'payments.csv'>[] = [];
  for (const { component, payeeCode, positions } of lines) {
    for (const { period, entitlement, alreadyPaid, settlement } of positions) {
      if (settlement.kind !== 'payment') continue;
      rows.push({
        practice_code: practice.code,
        payee_code: payeeCode,
        component: component.id,
        period: period.id,
        entitlement,
        already_paid: alreadyPaid,
        amount: settlement.amount,
      });
    }
  }
  return rows;
}
