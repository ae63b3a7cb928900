import type { Publication } from '../publication.ts';
import type { SheetColumn } from './mould.ts';

const text = (head: string, width: number): SheetColumn => ({ head, holds: 'text', width });
const reason = (head: string): SheetColumn => ({ head, holds: 'reason', width: 60 });
const money = (head: string): SheetColumn => ({ head, holds: 'money', width: 14, summed: true });
/** Amounts that stand in several rows, so that a sum of them would say nothing. */
const aside = (head: string): SheetColumn => ({ head, holds: 'money', width: 14 });

const practice = [text('practice_code', 10), text('practice_name', 32)];
const line = [text('component', 34), text('period', 13)];
const provisional = [{ head: 'provisional_until', holds: 'date', width: 13 } as const, reason('provisional')];

export type TableName = keyof typeof sheetTables;

/** The sheets that have a row for each thing of a practice: the columns are those of the reports. */
export const sheetTables = {
  Statements: [...practice, text('payee_code', 16), money('payments'), money('clawbacks'), money('net')],
  Payments: [
    ...practice,
    text('payee_code', 16),
    ...line,
    aside('entitlement'),
    aside('already_paid'),
    money('amount'),
    ...provisional,
  ],
  Clawbacks: [
    ...practice,
    text('payee_code', 16),
    ...line,
    aside('entitlement'),
    aside('already_paid'),
    money('amount'),
    text('status', 13),
    reason('reason'),
    text('clause', 16),
    ...provisional,
  ],
  'Not paid': [...practice, ...line, text('status', 14), money('amount'), reason('reason'), text('clause', 16)],
  Refused: [
    ...practice,
    text('file', 13),
    { head: 'line', holds: 'figure', width: 10 },
    text('code', 16),
    reason('reason'),
    text('clause', 16),
    reason('row'),
  ],
  Workings: [
    ...practice,
    ...line,
    text('step', 13),
    reason('formula'),
    { head: 'value', holds: 'figure', width: 18 },
    aside('rounded'),
    text('clause', 16),
  ],
} as const satisfies Record<string, readonly SheetColumn[]>;

/** The report whose rows a table has. */
const reportOf: Readonly<Record<TableName, string>> = {
  Statements: 'statements.csv',
  Payments: 'payments.csv',
  Clawbacks: 'clawbacks.csv',
  'Not paid': 'withheld.csv',
  Refused: 'refused.csv',
  Workings: 'workings.csv',
};

/** The columns of a table; the scheme of a row stands behind the practice where there are several. */
export function columnsIn(name: TableName, { runs }: Publication): readonly SheetColumn[] {
  const columns: readonly SheetColumn[] = sheetTables[name];
  return runs.length === 1 ? columns : [...columns.slice(0, 2), text('scheme', 26), ...columns.slice(2)];
}

/** How many rows all runs have of a table. */
export function rowsExpected(name: TableName, { runs }: Publication): number {
  return runs.reduce((sum, { controls }) => sum + (controls.rows[reportOf[name]] ?? 0), 0);
}
