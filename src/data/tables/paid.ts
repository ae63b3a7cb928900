import type { PaidRow } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { date } from '../cells/dates.ts';
import { amount } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, oneOf, optional } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { type PayeeNames, payeeCode } from './payee-names.ts';
import { paidTable } from './tables.ts';

/** Reads paid.csv: money paid or recovered outside this program, and who had it. */
export function readPaid(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  paid: ByPractice<PaidRow>,
  payees: PayeeNames,
): Promise<TableEnd> {
  const readers = {
    practice_code: practiceAmong(known),
    component: oneOf(
      'component',
      scheme.components.map(({ id }) => id),
    ),
    period: oneOf(
      'period',
      scheme.periods.map(({ id }) => id),
    ),
    amount,
    paid_on: date,
    payee_code: optional(payeeCode),
    reference: anyWords,
  };
  return readTable(paidTable, readers, source, {
    row({ line, values, mistake }) {
      const { practice_code: practice, component, period, amount, paid_on: paidOn, payee_code, reference } = values;
      const payee = payee_code ?? practice;
      const spelling = payees.spelt(payee, { file: paidTable.file, line });
      if (spelling) return mistake('payee_code', spelling);
      gather(paid, practice, { component, period, amount, paidOn, payeeCode: payee, reference, posting: null, line });
    },
  });
}
