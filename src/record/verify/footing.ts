import { clawbackStatuses } from '../../domain/account.ts';
import { addPence, formatAmount, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Controls, Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';
import { amountIn, cell, type ReportRow, type RowsOf } from './report-row.ts';

/**
 * Adds up every report, a row at a time, and holds it against the control totals. Of the amounts in a row each must
 * follow from the others.
 */
export function footingDifferences({ controls }: Manifest, rowsOf: RowsOf): Difference[] {
  const reports = Object.keys(controls.rows);
  const sums = new Map(reports.map((report) => [report, sumReport(report, rowsOf(report))]));
  const at = (report: string) => sums.get(report) ?? noSums;
  return [
    ...[...sums.values()].flatMap(({ differences }) => differences),
    ...reports.flatMap((report) => rowsAgree(report, at(report).rows, controls)),
    ...totalAgrees('payments.csv', 'amounts', at('payments.csv').total('amount'), controls.payments),
    ...clawbackStatuses.flatMap((status) =>
      totalAgrees(
        'clawbacks.csv',
        `clawbacks ${status}`,
        at('clawbacks.csv').total(status),
        controls.clawbacks[status],
      ),
    ),
    ...totalAgrees('statements.csv', 'payments', at('statements.csv').total('payments'), controls.payments),
    ...totalAgrees('statements.csv', 'clawbacks', at('statements.csv').total('clawbacks'), controls.clawbacks.due),
    ...totalAgrees('statements.csv', 'net amounts', at('statements.csv').total('net'), controls.net),
    ...totalAgrees('withheld.csv', 'amounts', at('withheld.csv').total('amount'), controls.notPaid),
    ...controlsAgree(controls, at('withheld.csv').total('carried'), at('withheld.csv').total('set-off')),
  ];
}

/** The control totals among themselves; of what is due, some may be carried to a later run, or set off. */
function controlsAgree(controls: Controls, carried: Pence, setOff: Pence): Difference[] {
  const { entitlement, alreadyPaid, payments, clawbacks, net } = controls;
  const clawedBack = sumPence(clawbackStatuses.map((status) => clawbacks[status]));
  return [
    ...totalAgrees('run.json', 'payments less clawbacks due', subtractPence(payments, clawbacks.due), net),
    ...totalAgrees(
      'run.json',
      'entitlements less what was already paid',
      subtractPence(entitlement, alreadyPaid),
      subtractPence(sumPence([payments, carried, setOff]), clawedBack),
    ),
  ];
}

interface ReportSums {
  readonly rows: number;
  readonly total: (of: string) => Pence;
  readonly differences: readonly Difference[];
}

const noSums: ReportSums = { rows: 0, total: () => noPence, differences: [] };

/**
 * In each report with amounts: what a row adds to which total, or null where its amounts do not agree. A part of what is due may be
 * set off, and a clawback stand in several rows: that they add up the workings tell.
 */
const addends: Readonly<Record<string, (row: ReportRow) => readonly (readonly [string, Pence])[] | null>> = {
  'payments.csv': (row) => {
    const { amount, due } = settled(row);
    return amount !== null && amount > 0n && due !== null && due >= amount ? [['amount', amount]] : null;
  },
  'clawbacks.csv': (row) => {
    const { amount, due } = settled(row);
    return amount !== null && amount > 0n && due !== null && -due >= amount ? [[cell(row, 'status'), amount]] : null;
  },
  'statements.csv': (row) => {
    const [payments, clawbacks, net] = [amountIn(row, 'payments'), amountIn(row, 'clawbacks'), amountIn(row, 'net')];
    if (payments === null || clawbacks === null || net !== payments - clawbacks) return null;
    return [
      ['payments', payments],
      ['clawbacks', clawbacks],
      ['net', subtractPence(payments, clawbacks)],
    ];
  },
  'withheld.csv': (row) => {
    const amount = amountIn(row, 'amount');
    if (amount === null) return null;
    return [
      ['amount', amount],
      [cell(row, 'status'), amount],
    ];
  },
};

function settled(row: ReportRow) {
  const [amount, entitlement, paid] = [
    amountIn(row, 'amount'),
    amountIn(row, 'entitlement'),
    amountIn(row, 'already_paid'),
  ];
  return { amount, due: entitlement === null || paid === null ? null : subtractPence(entitlement, paid) };
}

function sumReport(report: string, reportRows: Iterable<ReportRow>): ReportSums {
  const totals = new Map<string, Pence>();
  const differences: Difference[] = [];
  const addendsOf = addends[report] ?? (() => []);
  let rows = 0;
  for (const row of reportRows) {
    rows += 1;
    const amounts = addendsOf(row);
    for (const [of, amount] of amounts ?? []) totals.set(of, addPence(totals.get(of) ?? noPence, amount));
    if (amounts === null) {
      const says = 'has amounts that do not follow from one another';
      differences.push({ file: report, line: row.line, says, value: row.cells.join(',') });
    }
  }
  return { rows, total: (of) => totals.get(of) ?? noPence, differences };
}

function rowsAgree(report: string, rows: number, controls: Controls): Difference[] {
  const expected = controls.rows[report] ?? 0;
  return rows === expected ? [] : [{ file: report, says: `has ${rows} rows; run.json counts ${expected}` }];
}

function totalAgrees(file: string, what: string, total: Pence, control: Pence): Difference[] {
  if (total === control) return [];
  return [{ file, says: `has ${what} of ${formatAmount(total)}; expected the control total ${formatAmount(control)}` }];
}
