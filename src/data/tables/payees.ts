import type { PayeeRow } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import { untidy } from '../cells/characters.ts';
import { date } from '../cells/dates.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, blank, oneOf, optional } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { type ByPractice, gather } from './by-practice.ts';
import { payeesTable } from './tables.ts';

/** Reads payees.csv: who is paid in place of a practice. */
export function readPayees(
  source: TableSource,
  scheme: Scheme,
  known: ReadonlySet<string> | null,
  payees: ByPractice<PayeeRow>,
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
      gather(payees, practice, { component, payeeCode: payee_code, payeeName: payee_name, agreedOn, reference, line });
    },
  });
}

const payeeCode: Reader<string> = (text) => {
  if (/^[A-Za-z0-9][-A-Za-z0-9_/.]{0,39}$/.test(text)) return text;
  return text === '' ? blank() : (untidy(text) ?? notAPayeeCode());
};

function notAPayeeCode(): CellMistake {
  return new CellMistake(
    'payee-code-form',
    'is not a payee code; expected up to 40 letters, digits and the signs - _ / . beginning with a letter or digit',
    'write the code that the payment system knows the payee by; its name belongs in payee_name',
  );
}

function twoAgreements(first: number): CellMistake {
  return new CellMistake(
    'payees-conflict',
    `line ${first} has an agreement of the practice for the same component on this day already; expected one a day`,
    'keep the one that holds, or correct its day: the latest agreement counts',
  );
}
