import type { PaidRow } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { date } from '../cells/dates.ts';
import { amount } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, oneOf } from '../cells/text.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { paidTable } from './tables.ts';

/** Reads paid.csv: money paid or recovered outside this program. */
export function readPaid(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  paid: ByPractice<PaidRow>,
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
    reference: anyWords,
  };
  return readTable(paidTable, readers, source, {
    row({ line, values: { practice_code: practice, component, period, amount, paid_on: paidOn, reference } }) {
      gather(paid, practice, { component, period, amount, paidOn, reference, line });
    },
  });
}
