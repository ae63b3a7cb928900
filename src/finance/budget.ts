import { CellMistake } from '../data/cells/cell-mistake.ts';
import { date } from '../data/cells/dates.ts';
import { amount } from '../data/cells/numbers.ts';
import { anyWords, asItStands, name, oneOf } from '../data/cells/text.ts';
import { readTable, type TableSource } from '../data/csv/table.ts';
import { column, maybe } from '../data/tables/columns.ts';
import type { TableDescription } from '../data/tables/tables.ts';
import type { BudgetRow } from '../domain/finance.ts';
import type { Scheme } from '../domain/scheme/scheme.ts';

export const budgetFile = 'budget.csv';

/** The budget of a finance folder. */
export const budgetFileTable = {
  file: budgetFile,
  holds: 'a budget, or a change of it from a day on: rows add up, a virement is two',
  columns: [
    column('scheme', 'id', 'the id of the scheme'),
    maybe('component', 'id', 'the component; blank is the budget of the whole scheme'),
    column('from', 'day', 'the day from which it holds'),
    column('amount', 'amount', 'pounds; below nothing where money is taken away'),
    maybe('reference', 'words', 'where to find it'),
  ],
} as const satisfies TableDescription;

/** Reads budget.csv: the rows of these schemes. Those of other schemes are theirs. */
export async function readBudget(source: TableSource, schemes: readonly Scheme[]): Promise<readonly BudgetRow[]> {
  const rows: BudgetRow[] = [];
  const readers = { scheme: name, component: asItStands, from: date, amount, reference: anyWords };
  await readTable(budgetFileTable, readers, source, {
    row({ line, values, mistake }) {
      const { scheme: id, component, from, amount: pounds, reference } = values;
      const scheme = schemes.find((each) => each.id === id);
      if (!scheme) return;
      const known = scheme.components.map((each) => each.id);
      const found = component === '' ? null : oneOf('component', known)(component);
      if (found instanceof CellMistake) return mistake('component', found);
      rows.push({ scheme: id, component: found, from, amount: pounds, reference, line });
    },
  });
  return rows;
}
