import { type PracticeAccount, type Unpaid, unpaidStatuses } from '../../domain/account.ts';
import type { ReportRow } from '../../domain/run-folder.ts';

/** The rows of withheld.csv for one practice: every amount that is not paid, with the reason why not. */
export function withheldRows({ practice, lines }: PracticeAccount): ReportRow<'withheld.csv'>[] {
  const rows: ReportRow<'withheld.csv'>[] = [];
  for (const { component, positions } of lines) {
    for (const { period, unpaid } of positions) {
      for (const { status, amount, reason, clause } of inOrder(unpaid)) {
        rows.push({
          practice_code: practice.code,
          component: component.id,
          period: period.id,
          status,
          amount,
          reason,
          clause,
        });
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
