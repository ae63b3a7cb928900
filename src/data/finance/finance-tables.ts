import { column, maybe } from '../tables/columns.ts';
import type { TableDescription } from '../tables/tables.ts';

const payee = column('payee_code', 'id', 'the payee: a practice, or whoever payees.csv names in place of one');

export const suppliersTable = {
  file: 'suppliers.csv',
  holds: 'how a payee is known to the payment system',
  columns: [
    payee,
    column('supplier', 'id', 'its number in the payment system, as text'),
    maybe('site', 'id', 'the site or address code of the supplier, where it has several'),
  ],
} as const satisfies TableDescription;

export const codingTable = {
  file: 'coding.csv',
  holds: 'where a component stands in the accounts',
  columns: [
    maybe('scheme', 'id', 'the scheme; blank is every scheme that has no row of its own for the component'),
    column('component', 'id', 'the component; for a journal also creditor, prepaid and debtor'),
    column('cost_centre', 'id', 'the cost centre, as text'),
    column('subjective', 'id', 'the subjective code, as text'),
  ],
} as const satisfies TableDescription;

export const holidaysTable = {
  file: 'holidays.csv',
  holds: 'a day on which nothing is paid, beside Saturdays and Sundays',
  columns: [column('date', 'day', 'the day'), maybe('title', 'words', 'what it is')],
} as const satisfies TableDescription;

/** The tables by which money is paid. */
export const paymentTables = [suppliersTable, codingTable, holidaysTable] as const;

/** Every file of a finance folder. */
export const financeFiles: readonly { readonly file: string }[] = [
  ...paymentTables,
  { file: 'budget.csv' },
  { file: 'contacts.csv' },
];
