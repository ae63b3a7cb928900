import { type Day, formatDay } from '../../domain/day.ts';
import type { Facts, PaidRow } from '../../domain/facts.ts';
import { type Finding, finding } from '../../domain/findings/finding.ts';
import { formatAmount } from '../../domain/money/money.ts';

const place = ({ line }: PaidRow) => ({ file: 'paid.csv', line, field: 'amount' });

/** The same row twice is most likely one payment: a file that was added twice. */
export function noRowOfPaidStandsTwice({ paid }: Facts): Finding[] {
  return inOrder(paid, (code, rows) => {
    const first = new Map<string, number>();
    return outside(rows).flatMap((row) => {
      const { component, period, amount, paidOn, payeeCode, reference, line } = row;
      const key = JSON.stringify([component, period, formatAmount(amount), paidOn, payeeCode, reference]);
      const before = first.get(key);
      if (before === undefined) first.set(key, line);
      if (before === undefined) return [];
      const message = `line ${before} is the same in every cell: both count, so that ${formatAmount(amount)} stands twice for ${code}, ${component}, ${period}`;
      const hint = 'remove one of the two, or tell them apart in the column reference if both were paid';
      return [finding('paid-row-twice', place(row), { message, value: formatAmount(amount), hint })];
    });
  });
}

/** A row that equals a posted line is most likely that very payment: what this program has posted needs no row. */
export function noRowOfPaidRepeatsAPosting({ paid }: Facts, asAt: Day): Finding[] {
  return inOrder(paid, (code, rows) => {
    const lines = new Map<string, PaidRow>();
    for (const row of rows) if (row.posting !== null && !lines.has(sum(row))) lines.set(sum(row), row);
    return outside(rows).flatMap((row) => {
      const line = row.paidOn <= asAt ? lines.get(sum(row)) : undefined;
      if (!line) return [];
      const amount = formatAmount(row.amount);
      const posted = `${amount} was posted for ${code}, ${row.component}, ${row.period}`;
      const message = `${posted}, by posting ${line.posting} as at ${formatDay(line.paidOn)}: both count, so that it stands twice`;
      const hint = 'remove the row if it is that payment: the ledger is counted without it';
      return [finding('paid-row-posted', place(row), { message, value: amount, hint })];
    });
  });
}

function sum({ component, period, amount }: PaidRow): string {
  return JSON.stringify([component, period, formatAmount(amount)]);
}

/** The rows of paid.csv itself. */
function outside(rows: readonly PaidRow[]): readonly PaidRow[] {
  return rows.filter(({ posting }) => posting === null);
}

/** What is found of each practice, in the order of the file. */
function inOrder(
  paid: Facts['paid'],
  findingsOf: (code: string, rows: readonly PaidRow[]) => readonly Finding[],
): Finding[] {
  const findings = [...paid].flatMap(([code, rows]) => findingsOf(code, rows));
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
