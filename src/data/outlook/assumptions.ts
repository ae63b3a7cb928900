import type { AssumedRow } from '../../domain/finance.ts';
import type { Pence } from '../../domain/money/money.ts';
import type { Ratio } from '../../domain/money/ratio.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { CellMistake } from '../cells/cell-mistake.ts';
import { amount, share } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { oneOf, optional, words } from '../cells/text.ts';
import { rememberLines } from '../cells/twice.ts';
import { readTable, type TableSource } from '../csv/table.ts';
import { column, maybe } from '../tables/columns.ts';
import type { TableDescription } from '../tables/tables.ts';

/** The file that a forecast is given by --assume. */
export const assumptionsTable = {
  file: 'assume.csv',
  holds: 'what a person assumes will come of a component',
  columns: [
    maybe('practice', 'id', 'the practice; blank is every practice without a row of its own'),
    column('component', 'id', 'the component of the scheme'),
    maybe('share', 'share', 'of what is still open, a share such as 85%'),
    maybe('value', 'amount', 'or what the whole term comes to, in pounds and pence'),
    column('basis', 'words', 'on what it rests'),
    column('by', 'words', 'the name of the person who assumes it'),
  ],
} as const satisfies TableDescription;

/** Reads a file of assumptions, of whatever name. Every mistake is noted. */
export async function readAssumptions(
  file: string,
  source: TableSource,
  scheme: Scheme,
  practices: ReadonlySet<string>,
): Promise<readonly AssumedRow[]> {
  const rows: AssumedRow[] = [];
  const firstLine = rememberLines();
  const readers = {
    practice: optional(practiceAmong(practices)),
    component: oneOf(
      'component',
      scheme.components.map(({ id }) => id),
    ),
    share: optional(share),
    value: optional(amount),
    basis: words,
    by: words,
  };
  await readTable({ ...assumptionsTable, file }, readers, source, {
    row({ line, values, mistake }) {
      const { share: part, value, ...row } = values;
      const first = firstLine(line, row.practice ?? '', row.component);
      if (first !== null) return mistake('component', assumedTwice(first));
      const assumes = assumed(part, value);
      if (assumes === null) return mistake(part === null ? 'share' : 'value', shareOrValue());
      rows.push({ ...row, assumes, line });
    },
  });
  return rows;
}

function assumed(part: Ratio | null, value: Pence | null): AssumedRow['assumes'] | null {
  if (part !== null && value === null) return { kind: 'share', share: part };
  return part === null && value !== null ? { kind: 'value', value } : null;
}

function assumedTwice(first: number): CellMistake {
  const message = `line ${first} assumes something of it already; expected one row`;
  return new CellMistake('assumed-twice', message, 'keep the row that is meant');
}

function shareOrValue(): CellMistake {
  const message = 'a row has a share or a value, and not both; expected one of them';
  return new CellMistake(
    'assumption-unclear',
    message,
    'write the share of what is open, or the value of the whole term',
  );
}
