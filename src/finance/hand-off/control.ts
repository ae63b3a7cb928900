import { codingOf, type FinanceFolder } from '../../domain/finance.ts';
import { addPence, formatAmount, noPence, type Pence } from '../../domain/money/money.ts';
import type { SumRow } from './rows.ts';
import { totalsOf } from './rows.ts';

/** control.txt: what the file of a channel must come to when it is looked at by somebody else. */
export function controlText(rows: readonly SumRow[], sha256: string, finance: Pick<FinanceFolder, 'coding'>): string {
  const lines = [
    `rows: ${rows.length}`,
    `sum: ${formatAmount(totalsOf(rows).sum)}`,
    ...[...sumsByCode(rows, finance)].map(([code, sum]) => `sum-${code}: ${formatAmount(sum)}`),
    `sha256: ${sha256}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** What is charged to each cost centre and subjective code, in the order of the codes. */
function sumsByCode(rows: readonly SumRow[], { coding }: Pick<FinanceFolder, 'coding'>): ReadonlyMap<string, Pence> {
  const sums = new Map<string, Pence>();
  for (const { sum, amounts } of rows) {
    for (const [component, amount] of amounts) {
      const row = codingOf(sum.scheme, component, coding);
      const code = row === null ? 'none' : `${row.costCentre}-${row.subjective}`;
      sums.set(code, addPence(sums.get(code) ?? noPence, amount));
    }
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
