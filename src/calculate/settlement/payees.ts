import type { PayeeRow } from '../../domain/facts.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** Who is paid for a component: a row for the component goes before a blank one, then the latest agreed_on. */
export function payeeOf(known: PracticeAsAt, component: string): string {
  const own = latest(known.payees.filter((row) => row.component === component));
  return own === null ? payeeOfPractice(known) : agreedWith(own, known);
}

/** Who is paid where no component says otherwise. */
export function payeeOfPractice(known: PracticeAsAt): string {
  const general = latest(known.payees.filter((row) => row.component === null));
  return general === null ? known.codeNow : agreedWith(general, known);
}

function agreedWith(row: PayeeRow, { used }: PracticeAsAt): string {
  used(row);
  return row.payeeCode;
}

function latest(rows: readonly PayeeRow[]): PayeeRow | null {
  let found: PayeeRow | null = null;
  for (const row of rows) if (found === null || row.agreedOn > found.agreedOn) found = row;
  return found;
}
