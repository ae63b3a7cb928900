import type { Pence } from '../../domain/money/money.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { amount } from '../cells/numbers.ts';
import { practiceCode } from '../cells/practice-code.ts';
import { anyWords, oneOf, optional } from '../cells/text.ts';
import { readTable, type TableSource } from '../csv/table.ts';
import { column, maybe } from '../tables/columns.ts';
import type { TableDescription } from '../tables/tables.ts';

const forecastTable = {
  file: 'forecast.csv',
  holds: 'what a practice, component and period was forecast to come to',
  columns: [
    column('practice_code', 'id', 'the practice'),
    column('component', 'id', 'the component of the scheme'),
    column('period', 'id', 'the period of the scheme'),
    maybe('paid', 'amount', 'what was paid by then'),
    column('certain', 'amount', 'what it would come to if nothing more came in'),
    column('expected', 'amount', 'what was expected; blank where nothing was assumed'),
    column('most', 'amount', 'what it would come to if all of it came in'),
    maybe('at_risk', 'amount', 'what was paid and would come back'),
    maybe('basis', 'words', 'on what the expectation rests'),
  ],
} as const satisfies TableDescription;

/** A line of an earlier forecast. */
export interface EarlierLine {
  readonly practiceCode: string;
  readonly component: string;
  readonly period: string;
  readonly certain: Pence;
  readonly expected: Pence | null;
  readonly most: Pence;
}

/** Reads forecast.csv as it was written before. Every mistake is noted. */
export async function readEarlierForecast(
  file: string,
  source: TableSource,
  scheme: Scheme,
): Promise<readonly EarlierLine[]> {
  const lines: EarlierLine[] = [];
  const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  const readers = {
    practice_code: practiceCode,
    component: oneOf('component', ids(scheme.components)),
    period: oneOf('period', ids(scheme.periods)),
    paid: optional(amount),
    certain: amount,
    expected: optional(amount),
    most: amount,
    at_risk: optional(amount),
    basis: anyWords,
  };
  await readTable({ ...forecastTable, file }, readers, source, {
    row({ values: { practice_code, component, period, certain, expected, most } }) {
      lines.push({ practiceCode: practice_code, component, period, certain, expected, most });
    },
  });
  return lines;
}
