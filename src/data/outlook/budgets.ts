import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../domain/day.ts';
import { finding } from '../../domain/findings/finding.ts';
import type { Pence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { amount } from '../cells/numbers.ts';
import { anyWords, name, oneOf, optional } from '../cells/text.ts';
import { readTable, type TableSource } from '../csv/table.ts';
import { readInput } from '../files/input.ts';
import { column, maybe, type TableDescription } from '../tables/tables.ts';

const budgetTable = {
  file: 'budget.csv',
  holds: 'a budget, or a change of it, from a day on; rows add up',
  columns: [
    column('scheme', 'the id of the scheme'),
    maybe('component', 'the component; blank is the whole scheme'),
    column('from', 'the first day'),
    column('amount', 'pounds and pence; below zero for what is taken away'),
    maybe('reference', 'where to find it'),
  ],
} as const satisfies TableDescription;

/** A row of budget.csv. */
export interface BudgetRow {
  readonly scheme: string;
  readonly component: string | null;
  readonly from: Day;
  readonly amount: Pence;
}

/** Reads budget.csv of a finance folder. Every mistake is noted; a component is looked at in the rows of the scheme alone. */
export async function readBudgets(
  folder: string,
  scheme: Scheme,
  source: Omit<TableSource, 'content'>,
): Promise<readonly BudgetRow[]> {
  const path = join(folder, budgetTable.file);
  if (!existsSync(path)) {
    const message = 'the file is not in the finance folder; expected it, because the outturn is held against it';
    const hint = `add ${budgetTable.file}, or leave --finance out`;
    source.note(finding('missing-file', { file: budgetTable.file }, { message, hint }));
    return [];
  }
  const rows: BudgetRow[] = [];
  const ofScheme = oneOf(
    'component',
    scheme.components.map(({ id }) => id),
  );
  const readers = { scheme: name, component: optional(name), from: date, amount, reference: anyWords };
  await readTable(
    budgetTable,
    readers,
    { ...source, content: readInput(path) },
    {
      row({ values, mistake }) {
        const { scheme: id, component, from, amount: pounds } = values;
        const known = id === scheme.id && component !== null ? ofScheme(component) : component;
        if (known instanceof CellMistake) return mistake('component', known);
        rows.push({ scheme: id, component, from, amount: pounds });
      },
    },
  );
  return rows;
}
