import { type Day, formatDay } from '../../domain/day.ts';
import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import type { SumRow } from '../hand-off/rows.ts';
import type { AccruedPosition } from './accruals-file.ts';

/** Which accounts of coding.csv a journal stands in, beside those of the components. */
const balanceAccounts = ['creditor', 'prepaid', 'debtor'] as const;

/** What a journal is of. */
export interface JournalOf {
  readonly scheme: string;
  readonly period: string;
  readonly asAt: Day;
}

/**
 * The lines of a month's journal: the last accrual reversed, then this one. A debit is above nothing, a credit below; each pair of lines
 * comes to nothing, and so does the whole.
 */
export function journalRows(
  of: JournalOf,
  now: readonly AccruedPosition[],
  last: readonly AccruedPosition[],
): readonly SumRow[] {
  const day = formatDay(of.asAt).replaceAll('-', '');
  return [
    ...last.flatMap((each) => linesOf(of, `REV${day}`, each, -1)),
    ...now.flatMap((each) => linesOf(of, `ACC${day}`, each, 1)),
  ];
}

/** What is owed is an expense against a creditor; what was paid in advance, or comes back, is taken off the expense. */
function linesOf(of: JournalOf, reference: string, standing: AccruedPosition, sign: 1 | -1): SumRow[] {
  return balanceAccounts.flatMap((account) => {
    const sum = standing[account];
    if (sum === noPence) return [];
    const expense = (account === 'creditor') === (sign === 1) ? sum : subtractPence(noPence, sum);
    return [
      line(of, reference, standing.component, expense),
      line(of, reference, account, subtractPence(noPence, expense)),
    ];
  });
}

function line({ scheme, period }: JournalOf, reference: string, component: string, amount: Pence): SumRow {
  const components = new Map([[component, amount]]);
  const sum = { reference, posting: 0, scheme, period, payee: '', amount, components, paid: noPence };
  return { sum, amounts: [[component, amount]], amount };
}
