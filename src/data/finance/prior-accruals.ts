import type { Pence } from '../../domain/money/money.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { amount } from '../cells/numbers.ts';
import { anyWords, name } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableEnd, type TableSource } from '../csv/table.ts';
import { column } from '../tables/columns.ts';
import type { TableDescription } from '../tables/tables.ts';

/** A component as accruals.csv of an earlier day has it. */
export interface PriorAccrual {
  readonly component: string;
  readonly creditor: Pence;
  readonly prepaid: Pence;
  readonly debtor: Pence;
}

const accrualsTable = {
  file: 'accruals.csv',
  holds: 'what a component came to at the end of a month',
  columns: [
    column('scheme', 'id', 'the scheme'),
    column('component', 'id', 'the component'),
    column('earned', 'amount', 'what was earned by the day'),
    column('waiting', 'amount', 'how much of it waited'),
    column('expected', 'amount', 'what was expected besides'),
    column('posted', 'amount', 'what was paid by the day'),
    column('creditor', 'amount', 'earned beyond what was posted'),
    column('prepaid', 'amount', 'posted beyond what was earned'),
    column('debtor', 'amount', 'recoveries due or decided'),
    column('last', 'amount', 'what it stood at the time before'),
    column('movement', 'amount', 'how that moved'),
  ],
} as const satisfies TableDescription;

/** Reads what `accrue` wrote the last time, of the same scheme. */
export function readPriorAccruals(source: TableSource, scheme: string, accruals: PriorAccrual[]): Promise<TableEnd> {
  const firstLine = rememberLines();
  const readers = {
    ...{ scheme: name, component: name, earned: amount, waiting: amount, expected: anyWords, posted: amount },
    ...{ creditor: amount, prepaid: amount, debtor: amount, last: amount, movement: amount },
  };
  return readTable(accrualsTable, readers, source, {
    row({ line, values, mistake }) {
      const { component, creditor, prepaid, debtor } = values;
      const first = firstLine(line, component);
      if (values.scheme !== scheme) return mistake('scheme', ofAnother(scheme));
      if (first !== null) return mistake('component', twice(first));
      accruals.push({ component, creditor, prepaid, debtor });
    },
  });
}

function ofAnother(scheme: string): CellMistake {
  const hint = 'give the accruals.csv that was made for this scheme the last time';
  return new CellMistake('accruals-of-another', `is another scheme; expected ${scheme}`, hint);
}

function twice(line: number): CellMistake {
  const says = `line ${line} has the component already; expected one row`;
  return new CellMistake('finance-row-twice', says, 'keep the row that holds and remove the other');
}
