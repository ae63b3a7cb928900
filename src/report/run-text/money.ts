import { clawbackStatuses, type KeptBackStatus, keptBackStatuses } from '../../domain/account.ts';
import { addPence, formatPounds, noPence, type Pence, subtractPence, sumPence } from '../../domain/money/money.ts';
import type { Words } from '../../domain/words/words.ts';
import { type Block, table } from '../page/page.ts';
import { figureColumn, row, type TextTable, totalRow, wordColumn } from '../page/text-table.ts';
import type { RunTotals } from '../reports/run-reports.ts';
import { noLines, type Sums } from '../totals/sums.ts';
import type { Totals } from '../totals/totals.ts';
import { withThousands } from './numbers.ts';

/** Where the money stands, in the two sums that foot: from the worth to the entitlement, and from there to what is paid and comes back. */
export function positionBlocks(words: Words, { all, unpaid, paidAhead }: Totals): Block[] {
  const { keptBack, carried } = all;
  const setOff = unpaid.get('set-off') ?? noLines;
  const kept = keptBackStatuses.flatMap((status) =>
    keptBack[status] === 0n ? [] : [row(sayKeptBack[status], '', formatPounds(words, less(keptBack[status])))],
  );
  const clawbacks = clawbackStatuses.map((status) =>
    row(
      `Clawbacks ${status}`,
      withThousands(all.clawbacks[status].lines),
      formatPounds(words, less(all.clawbacks[status].amount)),
    ),
  );
  const ahead = row(
    'Paid already for later periods',
    withThousands(paidAhead.lines),
    formatPounds(words, paidAhead.amount),
  );
  const columns = [wordColumn(''), figureColumn('lines'), figureColumn('amount')];
  return [
    table({
      columns,
      rows: [
        row('Worth to date', '', formatPounds(words, all.worth)),
        ...kept,
        totalRow('Entitlement to date', '', formatPounds(words, all.entitlement)),
        row('Already paid', '', formatPounds(words, less(all.alreadyPaid))),
        totalRow('To settle', '', formatPounds(words, subtractPence(all.entitlement, all.alreadyPaid))),
        row('Payments', withThousands(all.payments.lines), formatPounds(words, all.payments.amount)),
        ...(carried.lines === 0
          ? []
          : [row('Carried', withThousands(carried.lines), formatPounds(words, carried.amount))]),
        ...(setOff.lines === 0 ? [] : [row('Set off', withThousands(setOff.lines), formatPounds(words, all.setOff))]),
        ...clawbacks,
        totalRow('Settled', '', formatPounds(words, settledIn(all))),
        ...(paidAhead.lines === 0 ? [] : [ahead]),
        totalRow('Net: payments less clawbacks due', '', formatPounds(words, all.net)),
      ],
    }),
  ];
}

const sayKeptBack: Readonly<Record<KeptBackStatus, string>> = {
  withheld: 'Withheld',
  forfeited: 'Forfeited',
  'below-nothing': 'Below nothing',
  proportion: 'By decision on a proportion',
};

function less(amount: Pence): Pence {
  return subtractPence(noPence, amount);
}

/** Payments, carried and set off, less clawbacks of every status. */
function settledIn({ payments, carried, setOff, clawbacks }: Sums): Pence {
  const clawedBack = sumPence(clawbackStatuses.map((status) => clawbacks[status].amount));
  return subtractPence(sumPence([payments.amount, carried.amount, setOff]), clawedBack);
}

/** The same by component and period. */
export function componentTable(words: Words, { components, all }: Totals): TextTable {
  const rows = components.flatMap(({ component, periods }) =>
    periods.map(({ period, sums }, q) =>
      row(
        q === 0 ? component.id : '',
        period.id,
        formatPounds(words, sums.entitlement),
        formatPounds(words, sums.alreadyPaid),
        formatPounds(words, sums.payments.amount),
        formatPounds(words, sums.clawbacks.due.amount),
        formatPounds(words, sums.net),
      ),
    ),
  );
  const total = totalRow(
    'all',
    '',
    formatPounds(words, all.entitlement),
    formatPounds(words, all.alreadyPaid),
    formatPounds(words, all.payments.amount),
    formatPounds(words, all.clawbacks.due.amount),
    formatPounds(words, all.net),
  );
  return {
    columns: [
      wordColumn('component'),
      wordColumn('period'),
      figureColumn('entitlement'),
      figureColumn('already paid'),
      figureColumn('payments'),
      figureColumn('clawbacks due'),
      figureColumn('net'),
    ],
    rows: [...rows, total],
  };
}

/** The same money by three roads, and the rows of each report, for holding against a spreadsheet. */
export function controlTable(words: Words, { all, localities, payees, rows }: RunTotals): TextTable {
  const byLocality = localities.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  const byPayee = payees.reduce((sum, { sums }) => addPence(sum, sums.net), noPence);
  return {
    columns: [wordColumn(''), figureColumn('lines'), figureColumn('net')],
    rows: [
      row('by component and period', '', formatPounds(words, all.net)),
      row('by locality', withThousands(localities.length), formatPounds(words, byLocality)),
      row('by payee', withThousands(payees.length), formatPounds(words, byPayee)),
      ...Object.entries(rows).map(([file, number]) => row(file, withThousands(number), '')),
    ],
  };
}
