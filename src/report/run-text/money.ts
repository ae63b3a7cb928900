import { clawbackStatuses } from '../../domain/account.ts';
import { addPence, formatPounds, noPence } from '../../domain/money/money.ts';
import { type Block, table } from '../page/page.ts';
import { figures, row, type TextTable, totalRow, words } from '../page/text-table.ts';
import type { RunTotals } from '../reports/run-reports.ts';
import type { Totals } from '../totals/totals.ts';
import { sayNumber } from './numbers.ts';

/** Where the money stands: earned, paid before, paid now, coming back. */
export function positionBlocks({ all, paidAhead }: Totals): Block[] {
  const clawbacks = clawbackStatuses.map((status) =>
    row(`Clawbacks ${status}`, sayNumber(all.clawbacks[status].lines), formatPounds(all.clawbacks[status].amount)),
  );
  const ahead = row('Paid already for later periods', sayNumber(paidAhead.lines), formatPounds(paidAhead.amount));
  return [
    table({
      columns: [words(''), figures('lines'), figures('amount')],
      rows: [
        row('Entitlement to date', '', formatPounds(all.entitlement)),
        row('Already paid', '', formatPounds(all.alreadyPaid)),
        row('Payments', sayNumber(all.payments.lines), formatPounds(all.payments.amount)),
        ...clawbacks,
        ...(paidAhead.lines === 0 ? [] : [ahead]),
        totalRow('Net: payments less clawbacks due', '', formatPounds(all.net)),
      ],
    }),
  ];
}

/** The same by component and period. */
export function componentTable({ components, all }: Totals): TextTable {
  const rows = components.flatMap(({ component, periods }) =>
    periods.map(({ period, sums }, q) =>
      row(
        q === 0 ? component.id : '',
        period.id,
        formatPounds(sums.entitlement),
        formatPounds(sums.alreadyPaid),
        formatPounds(sums.payments.amount),
        formatPounds(sums.clawbacks.due.amount),
        formatPounds(sums.net),
      ),
    ),
  );
  const total = totalRow(
    'all',
    '',
    formatPounds(all.entitlement),
    formatPounds(all.alreadyPaid),
    formatPounds(all.payments.amount),
    formatPounds(all.clawbacks.due.amount),
    formatPounds(all.net),
  );
  return {
    columns: [
      words('component'),
      words('period'),
      figures('entitlement'),
      figures('already paid'),
      figures('payments'),
      figures('clawbacks due'),
      figures('net'),
    ],
    rows: [...rows, total],
  };
}

/** The same money by three roads, and the rows of each report, for holding against a spreadsheet. */
export function controlTable({ all, localities, payees, rows }: RunTotals): TextTable {
  const byLocality = localities.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  const byPayee = payees.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  return {
    columns: [words(''), figures('lines'), figures('net')],
    rows: [
      row('by component and period', '', formatPounds(all.net)),
      row('by locality', sayNumber(localities.length), formatPounds(byLocality)),
      row('by payee', sayNumber(payees.length), formatPounds(byPayee)),
      ...Object.entries(rows).map(([file, number]) => row(file, sayNumber(number), '')),
    ],
  };
}
