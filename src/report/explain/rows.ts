import { clawbackStatuses, unpaidStatuses } from '../../domain/account.ts';
import { parseAmount } from '../../domain/money/money.ts';
import { clawbackColumns } from '../reports/clawbacks.ts';
import { paymentColumns } from '../reports/payments.ts';
import { refusedColumns } from '../reports/refused.ts';
import { withheldColumns } from '../reports/withheld.ts';
import { workingsColumns } from '../reports/workings.ts';

/** The columns of the reports that tell a practice's story. */
const toldColumns = {
  'workings.csv': workingsColumns,
  'payments.csv': paymentColumns,
  'clawbacks.csv': clawbackColumns,
  'withheld.csv': withheldColumns,
  'refused.csv': refusedColumns,
} as const;

export type ToldReport = keyof typeof toldColumns;

export const toldReports: readonly ToldReport[] = [
  'workings.csv',
  'payments.csv',
  'clawbacks.csv',
  'withheld.csv',
  'refused.csv',
];

/** A row of a report by the names of its columns, every cell as it was written. */
export type ToldRow<N extends ToldReport> = Readonly<Record<(typeof toldColumns)[N][number], string>>;

/** The rows of one practice in each report, in order. */
export type PracticeRows = { readonly [N in ToldReport]: readonly ToldRow<N>[] };

/** The rows of one practice, from the cells of each line of it in a report. */
export function practiceRows(cellsOf: (report: ToldReport) => readonly (readonly string[])[]): PracticeRows {
  return {
    'workings.csv': cellsOf('workings.csv').map((cells) => reportRow('workings.csv', cells)),
    'payments.csv': cellsOf('payments.csv').map((cells) => reportRow('payments.csv', cells)),
    'clawbacks.csv': cellsOf('clawbacks.csv').map((cells) => reportRow('clawbacks.csv', cells)),
    'withheld.csv': cellsOf('withheld.csv').map((cells) => reportRow('withheld.csv', cells)),
    'refused.csv': cellsOf('refused.csv').map((cells) => reportRow('refused.csv', cells)),
  };
}

/** A row of a report from its cells. */
function reportRow<N extends ToldReport>(report: N, cells: readonly string[]): ToldRow<N> {
  const columns: readonly string[] = toldColumns[report];
  // Every column of the report gets its cell.
  return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as ToldRow<N>;
}

/** The first report in which a figure or a status is not one that this program writes, or null. */
export function damagedReport(rows: PracticeRows): ToldReport | null {
  const {
    'workings.csv': workings,
    'payments.csv': payments,
    'clawbacks.csv': clawbacks,
    'withheld.csv': withheld,
  } = rows;
  if (!workings.every(isWorking) || ![...payments, ...clawbacks].every(isWorkedOut(workings))) return 'workings.csv';
  if (!payments.every(({ amount }) => isAmount(amount))) return 'payments.csv';
  if (!clawbacks.every((row) => isAmount(row.amount) && isOneOf(clawbackStatuses, row.status))) return 'clawbacks.csv';
  if (!withheld.every((row) => isAmount(row.amount) && isOneOf(unpaidStatuses, row.status))) return 'withheld.csv';
  return null;
}

/** What a period comes to is an amount; other steps may have none. */
const steps = { entitlement: ['entitlement', 'decision'], amounts: ['entitlement', 'decision', 'settlement'] };

function isWorking({ step, rounded }: ToldRow<'workings.csv'>): boolean {
  return isAmount(rounded) || (rounded === '' && !steps.amounts.includes(step));
}

/** Whether the workings have the entitlement that a line rests on. */
function isWorkedOut(workings: readonly ToldRow<'workings.csv'>[]) {
  const entitled = workings.filter(({ step }) => steps.entitlement.includes(step));
  const places = new Set(entitled.map(({ component, period }) => `${component} ${period}`));
  return ({ component, period }: { component: string; period: string }) => places.has(`${component} ${period}`);
}

function isAmount(text: string): boolean {
  return parseAmount(text) !== null;
}

function isOneOf(names: readonly string[], text: string): boolean {
  return names.includes(text);
}
