import { noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { amountIn, cell, type ReadRow, type RowsOf } from '../verify/report-row.ts';
import { lineKey, type PostedLine } from './posting.ts';

/** What a run pays and recovers, in the order of a posting: its payments, and its clawbacks with status `due` below zero. */
export function postedLines(rowsOf: RowsOf): readonly PostedLine[] {
  const lines: PostedLine[] = [];
  for (const row of rowsOf('payments.csv')) lines.push(lineOf(row, amountIn(row, 'amount') ?? noPence));
  for (const row of rowsOf('clawbacks.csv')) {
    if (cell(row, 'status') === 'due')
      lines.push(lineOf(row, subtractPence(noPence, amountIn(row, 'amount') ?? noPence)));
  }
  return lines
    .map((line) => ({ key: lineKey(line), line }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
}

function lineOf(row: ReadRow<'payments.csv' | 'clawbacks.csv'>, amount: Pence): PostedLine {
  return {
    practice: cell(row, 'practice_code'),
    payee: cell(row, 'payee_code'),
    component: cell(row, 'component'),
    period: cell(row, 'period'),
    amount,
  };
}
