import { clawbackStatuses } from '../../domain/account.ts';
import { addPence, formatAmount, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Controls } from '../../domain/run-folder.ts';
import { columnsOf, type ReportName, reportNames } from '../../domain/run-folder.ts';
import type { Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';
import { amountIn, cell, type ReadRow, type RowsOf } from './report-row.ts';

/**
 * Adds up every report, a row at a time, and holds it against the control totals. Of the amounts in a row each must
 * follow from the others.
 */
export function footingDifferences({ controls }: Manifest, rowsOf: RowsOf): Difference[] {
  const sums: Sums = {
    'payments.csv': sumReport('payments.csv', rowsOf('payments.csv'), ofPayment),
    'clawbacks.csv': sumReport('clawbacks.csv', rowsOf('clawbacks.csv'), ofClawback),
    'statements.csv': sumReport('statements.csv', rowsOf('statements.csv'), ofStatement),
    'withheld.csv': sumReport('withheld.csv', rowsOf('withheld.csv'), ofWithheld),
    'refused.csv': sumReport('refused.csv', rowsOf('refused.csv'), () => []),
    'workings.csv': sumReport('workings.csv', rowsOf('workings.csv'), () => []),
  };
  const at = (report: ReportName) => sums[report];
  return [
    ...reportNames.flatMap((report) => at(report).differences),
    ...reportNames.flatMap((report) => rowsAgree(report, at(report).rows, controls)),
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

type Sums = Readonly<Record<ReportName, ReportSums>>;

/** What a row adds to which total; null where its amounts do not agree. */
type Addends = readonly (readonly [string, Pence])[] | null;

// A part of what is due may be set off, and a clawback stand in several rows: that they add up the workings tell.

function ofPayment(row: ReadRow<'payments.csv'>): Addends {
  const amount = amountIn(row, 'amount');
  const due = dueIn(amountIn(row, 'entitlement'), amountIn(row, 'already_paid'));
  return amount !== null && amount > 0n && due !== null && due >= amount ? [['amount', amount]] : null;
}

function ofClawback(row: ReadRow<'clawbacks.csv'>): Addends {
  const amount = amountIn(row, 'amount');
  const due = dueIn(amountIn(row, 'entitlement'), amountIn(row, 'already_paid'));
  return amount !== null && amount > 0n && due !== null && -due >= amount ? [[cell(row, 'status'), amount]] : null;
}

function ofStatement(row: ReadRow<'statements.csv'>): Addends {
  const [payments, clawbacks, net] = [amountIn(row, 'payments'), amountIn(row, 'clawbacks'), amountIn(row, 'net')];
  if (payments === null || clawbacks === null || net !== payments - clawbacks) return null;
  return [
    ['payments', payments],
    ['clawbacks', clawbacks],
    ['net', subtractPence(payments, clawbacks)],
  ];
}

function ofWithheld(row: ReadRow<'withheld.csv'>): Addends {
  const amount = amountIn(row, 'amount');
  if (amount === null) return null;
  return [
    ['amount', amount],
    [cell(row, 'status'), amount],
  ];
}

function dueIn(entitlement: Pence | null, paid: Pence | null): Pence | null {
  return entitlement === null || paid === null ? null : subtractPence(entitlement, paid);
}

function sumReport<N extends ReportName>(
  report: N,
  reportRows: Iterable<ReadRow<N>>,
  addendsOf: (row: ReadRow<N>) => Addends,
): ReportSums {
  const totals = new Map<string, Pence>();
  const differences: Difference[] = [];
  const columns = columnsOf(report).join(',');
  let rows = 0;
  for (const row of reportRows) {
    rows += 1;
    if (rows === 1 && [...row.columns.keys()].join(',') !== columns) {
      differences.push({ file: report, line: 1, says: `has other columns; expected ${columns}` });
    }
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
