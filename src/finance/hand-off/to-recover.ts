import { formatAmount, noPence, subtractPence } from '../../domain/money/money.ts';
import { toRecoverTable } from '../../formats/tables/money.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { SumToSend } from './rows.ts';

/** The name of the file of what is to come back. */
export const toRecoverFile = toRecoverTable.file;

/**
 * to-recover.csv: what payees below zero are to give back, component by component; the rows of a reference add up to it. It is to be set
 * off where the payee is paid by the same hand-off, else to be invoiced.
 */
export function toRecoverText(recover: readonly SumToSend[], paid: readonly SumToSend[]): string {
  const paidPayees = new Set(paid.map(({ payee }) => payee));
  const rows = recover.flatMap(({ payee, posting, components, reference }) =>
    [...components]
      .filter(([, amount]) => amount !== noPence)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([component, amount]) => {
        const action = paidPayees.has(payee) ? 'set-off' : 'invoice';
        return [payee, String(posting), component, formatAmount(subtractPence(noPence, amount)), reference, action];
      }),
  );
  return [headerOf(toRecoverTable), ...rows].map(csvRow).join('');
}
