import type { PracticeAccount } from '../../domain/account.ts';
import type { ReportRow } from '../../domain/run-folder.ts';

/** The rows of clawbacks.csv for one practice: what comes back of every component and period, once for each status and payee. */
export function clawbackRows({ practice, lines }: PracticeAccount): ReportRow<'clawbacks.csv'>[] {
  const rows: ReportRow<'clawbacks.csv'>[] = [];
  for (const { component, positions } of lines) {
    for (const { period, entitlement, alreadyPaid, settlement } of positions) {
      if (settlement.kind !== 'clawback') continue;
      for (const { payeeCode, amount, status, reason, clause } of settlement.parts) {
        rows.push({
          practice_code: practice.code,
          payee_code: payeeCode,
          component: component.id,
          period: period.id,
          entitlement,
          already_paid: alreadyPaid,
          amount,
          status,
          reason,
          clause,
        });
      }
    }
  }
  return rows;
}
