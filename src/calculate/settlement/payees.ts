import type { PayeeRow } from '../../domain/facts.ts';
import type { PracticeAsAt } from '../practice-as-at.ts';

/** Who is paid for a component: a row for the component goes before a blank one, then the latest agreed_on (contract 4). */
export function payeeOf({ payees, practice, used }: PracticeAsAt, component: string): string {
  const own = latest(payees.filter((row) => row.component === component));
  const general = latest(payees.filter((row) => row.component === null));
  const agreed = own ?? general;
  if (agreed === null) return practice.code;
  used(agreed);
  return agreed.payeeCode;
}

function latest(rows: readonly PayeeRow[]): PayeeRow | null {
  let found: PayeeRow | null = null;
  for (const row of rows) if (found === null || row.agreedOn > found.agreedOn) found = row;
  return found;
}
