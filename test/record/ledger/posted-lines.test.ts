import { expect, it } from 'vitest';
import { columnsOf, type ReportName } from '../../../src/domain/run-folder.ts';
import { postedLines } from '../../../src/record/ledger/posted-lines.ts';
import type { ReadRow, RowsOf } from '../../../src/record/verify/report-row.ts';
import { line } from './sample.ts';

/** The rows of reports, from the text of each. */
function rowsOf(reports: Partial<Record<ReportName, readonly string[]>>): RowsOf {
  return <N extends ReportName>(report: N) => {
    const columns = new Map(columnsOf(report).map((name, at) => [name, at]));
    const texts = reports[report] ?? [];
    return texts.map((text, at): ReadRow<N> => ({ line: at + 2, text, cells: text.split(','), columns }));
  };
}

it('posts every payment, and of the clawbacks those that are due, below zero and to whom they are asked of', () => {
  const rows = rowsOf({
    'payments.csv': ['Z00001,Z00001,reviews,spring,9.00,0.00,9.00', 'Z00002,PCN-A,visits,spring,7.50,5.00,2.50'],
    'clawbacks.csv': [
      'Z00001,PCN-B,visits,spring,1.00,4.00,1.25,due,fell,6',
      'Z00001,PCN-B,visits,spring,1.00,4.00,1.00,deferred,fell,6',
      'Z00001,PCN-B,visits,spring,1.00,4.00,0.50,proposed,fell,6',
      'Z00001,PCN-B,visits,spring,1.00,4.00,0.25,waived,fell,6',
      'Z00002,Z00002,audits,spring,0.00,0.01,0.01,due,fell,6',
    ],
    'withheld.csv': ['Z00003,reviews,spring,carried,2.00,too small,7'],
    'statements.csv': ['Z00001,Ash,Z00001,9.00,1.25,7.75'],
  });
  expect(postedLines(rows)).toEqual([
    line('Z00001', 'reviews', 'spring', 900),
    { ...line('Z00001', 'visits', 'spring', -125), payee: 'PCN-B' },
    line('Z00002', 'audits', 'spring', -1),
    { ...line('Z00002', 'visits', 'spring', 250), payee: 'PCN-A' },
  ]);
});

it('has lines in order of practice, component, period and payee, in whatever order the reports have them', () => {
  const payments = ['Z00002,A,a,p,1.00,0.00,1.00', 'Z00001,A,b,p,1.00,0.00,1.00', 'Z00001,A,a,q,1.00,0.00,1.00'];
  const clawbacks = ['Z00001,B,a,p,0.00,1.00,1.00,due', 'Z00001,A,a,p,0.00,1.00,1.00,due'];
  for (const turn of [(rows: readonly string[]) => rows, (rows: readonly string[]) => rows.toReversed()]) {
    const lines = postedLines(rowsOf({ 'payments.csv': turn(payments), 'clawbacks.csv': turn(clawbacks) }));
    expect(
      lines.map(({ practice, component, period, payee }) => `${practice} ${component} ${period} ${payee}`),
    ).toEqual(['Z00001 a p A', 'Z00001 a p B', 'Z00001 a q A', 'Z00001 b p A', 'Z00002 a p A']);
  }
});

it('posts nothing where nothing is paid and nothing comes back', () => {
  expect(postedLines(rowsOf({}))).toEqual([]);
});
