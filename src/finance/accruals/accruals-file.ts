import { addPence, formatAmount, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { accrualsTable } from '../../formats/tables/money.ts';
import { headerOf } from '../../formats/tables/table.ts';
import { csvRow } from '../../report/csv/csv.ts';
import type { Accrual } from './accruals.ts';

/** Where a component stood at the end of a month, as accruals.csv says it. */
export interface AccruedPosition {
  readonly component: string;
  readonly creditor: Pence;
  readonly prepaid: Pence;
  readonly debtor: Pence;
}

/** Where a component stands, and how that moved since the last time. Creditors count against the commissioner, what is prepaid or owed to it for it. */
export interface AccruedRow extends AccruedPosition {
  readonly earned: Pence;
  readonly waiting: Pence;
  readonly posted: Pence;
  readonly last: Pence;
  readonly movement: Pence;
}

/** Sets each component beside where it stood the last time; of one that was not there it stood at nothing. */
export function besideLast(accruals: readonly Accrual[], last: readonly AccruedPosition[]): readonly AccruedRow[] {
  const before = new Map(last.map((each) => [each.component, positionOf(each)]));
  return accruals.map(({ component, ...sums }) => {
    const standing = { component: component.id, ...sums };
    const was = before.get(component.id) ?? noPence;
    return { ...standing, last: was, movement: subtractPence(positionOf(standing), was) };
  });
}

/** Creditor less prepaid and debtor: what the commissioner owes on the whole. It is said beside them and never in their place. */
function positionOf({ creditor, prepaid, debtor }: Omit<AccruedPosition, 'component'>): Pence {
  return subtractPence(creditor, addPence(prepaid, debtor));
}

/** accruals.csv: a row for each component. Nothing is expected besides unless somebody assumes it, and nobody is asked here: it stays blank. */
export function accrualsText(scheme: string, rows: readonly AccruedRow[]): string {
  const cells = rows.map(({ component, earned, waiting, posted, creditor, prepaid, debtor, last, movement }) => {
    const [gained, rest] = [
      [earned, waiting],
      [posted, creditor, prepaid, debtor, last, movement],
    ].map((sums) => sums.map(formatAmount));
    return [scheme, component, ...(gained ?? []), '', ...(rest ?? [])];
  });
  return [headerOf(accrualsTable), ...cells].map(csvRow).join('');
}
