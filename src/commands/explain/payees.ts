import type { Facts } from '../../domain/facts.ts';
import type { Pence } from '../../domain/money/money.ts';
import { amountIn, cell } from '../../record/verify/report-row.ts';
import type { PaidFor, PayeeTold } from '../../report/explain/payee.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import { reportRows } from '../../run/recorded/report-rows.ts';

/** Everybody who is a payee of a run, or one of them, with the practices that they are paid, or pay back, for. */
export function payeesIn({ path }: RunToRead, facts: Facts, only?: string): ReadonlyMap<string, PayeeTold> {
  const practices = new Map<string, PaidFor[]>();
  for (const row of reportRows(path)('statements.csv')) {
    if (only !== undefined && !row.text.includes(only)) continue;
    const payee = cell(row, 'payee_code');
    const own = practices.get(payee) ?? [];
    practices.set(payee, own);
    const [payments, clawbacksDue, net] = [
      amountIn(row, 'payments'),
      amountIn(row, 'clawbacks'),
      amountIn(row, 'net'),
    ].map(known);
    if (payments === undefined || clawbacksDue === undefined || net === undefined) throw new Error('no statement');
    own.push({ code: cell(row, 'practice_code'), name: cell(row, 'practice_name'), payments, clawbacksDue, net });
  }
  const names = new Map([...facts.payees.values()].flat().map(({ payeeCode, payeeName }) => [payeeCode, payeeName]));
  return new Map(
    [...practices].map(([payee, own]) => [payee, { payee, name: names.get(payee) ?? null, practices: own }]),
  );
}

/** The report is one that holds, so that its amounts are amounts. */
function known(amount: Pence | null): Pence {
  if (amount === null) throw new Error('statements.csv without an amount');
  return amount;
}
