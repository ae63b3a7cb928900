import type { PayeeRow } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, oneOf, optional } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { type PayeeNames, payeeCode } from './payee-names.ts';
import { payeesTable } from './tables.ts';

/** Reads payees.csv: who is paid in place of a practice. */
export function readPayees(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  payees: ByPractice<PayeeRow>,
  names: PayeeNames,
): Promise<TableEnd> {
  const firstLine = rememberLines();
  const readers = {
    practice_code: practiceAmong(known),
    component: optional(
      oneOf(
        'component',
        scheme.components.map(({ id }) => id),
      ),
    ),
    payee_code: payeeCode,
    payee_name: anyWords,
    agreed_on: date,
    reference: anyWords,
  };
  return readTable(payeesTable, readers, source, {
    row({ line, values, mistake }) {
      const { practice_code: practice, component, payee_code, payee_name, agreed_on: agreedOn, reference } = values;
      const first = firstLine(line, practice, component ?? '', agreedOn);
      if (first !== null) return mistake('agreed_on', twoAgreements(first));
      const place = { file: payeesTable.file, line };
      const spelling = names.spelt(payee_code, place);
      if (spelling) return mistake('payee_code', spelling);
      const naming = payee_name === null ? null : names.named(payee_code, payee_name, place);
      if (naming) mistake('payee_name', naming);
      gather(payees, practice, { component, payeeCode: payee_code, payeeName: payee_name, agreedOn, reference, line });
    },
  });
}

function twoAgreements(first: number): CellMistake {
  return new CellMistake(
    'payees-conflict',
    ours`line ${first} has an agreement of the practice for the same component on this day already; expected one a day`,
    'keep the one that holds, or correct its day: the latest agreement counts',
  );
}
