import type { UnpaidStatus } from '../../domain/account.ts';
import { addPence, formatAmount, noPence, type Pence, subtractPence } from '../../domain/money/money.ts';
import { settlingSteps } from '../../domain/run-folder.ts';
import type { Manifest } from '../run-folder/manifest.ts';
import type { Difference } from './difference.ts';
import { amountIn, cell, type ReadRow, type RowsOf } from './report-row.ts';

/**
 * Holds the workings against the reports: every settlement of a period up to the run's own comes to nothing, or is the very
 * next row of the payments (or of those carried to a later run), or the very next rows of the clawbacks; and what is set off is a
 * row of its own. All are in one order, so that one pass is enough.
 */
export function workingsDifferences(
  { controls }: Manifest,
  rowsOf: RowsOf,
  periods: ReadonlySet<string>,
): Difference[] {
  const payments = new Following('payments.csv', rowsOf);
  const clawbacks = new Following('clawbacks.csv', rowsOf);
  const setOff = new Following('withheld.csv', rowsOf, hasStatus('set-off'));
  const carried = new Following('withheld.csv', rowsOf, hasStatus('carried'));
  let entitlement = noPence;
  for (const row of rowsOf('workings.csv')) {
    if (!concernsAmounts.test(row.text) || !periods.has(cell(row, 'period'))) continue;
    const step = settlingStep(row);
    if (step === null) continue;
    const due = amountIn(row, 'rounded');
    if (due === null) return [{ file: 'workings.csv', line: row.line, says: 'settles without an amount' }];
    if (step === 'entitlement') entitlement = addPence(entitlement, due);
    if (step === 'set-off' && !setOff.takes(row, due)) return [setOff.differs(row, due)];
    if (step !== 'settlement') continue;
    if (due > 0n && !payments.takes(row, due) && !carried.takes(row, due)) return [payments.differs(row, due)];
    const back = subtractPence(noPence, due);
    if (due < 0n && !clawbacks.takesSome(row, back)) return [clawbacks.differs(row, back)];
  }
  return [
    ...payments.rest(),
    ...clawbacks.rest(),
    ...setOff.rest(),
    ...carried.rest(),
    ...(entitlement === controls.entitlement ? [] : [entitlementDiffers(entitlement, controls.entitlement)]),
  ];
}

/** Three rows in four say how an amount came about, and none that is looked for here. */
const concernsAmounts = /,(?:entitlement|set-off|settlement),/;

function settlingStep(row: ReadRow<'workings.csv'>) {
  const step = cell(row, 'step');
  return Object.values(settlingSteps).find((each) => each === step) ?? null;
}

function entitlementDiffers(workings: Pence, control: Pence): Difference {
  const says = `has entitlements of ${formatAmount(workings)}; expected the control total ${formatAmount(control)}`;
  return { file: 'workings.csv', says };
}

function hasStatus(status: UnpaidStatus): (row: ReadRow<'withheld.csv'>) => boolean {
  return (row) => cell(row, 'status') === status;
}

type Followed = 'payments.csv' | 'clawbacks.csv' | 'withheld.csv';

/** A report that is read along with the workings. */
class Following<N extends Followed> {
  readonly #report: N;
  readonly #rows: Iterator<ReadRow<N>>;
  readonly #counts: (row: ReadRow<N>) => boolean;
  /** The next row that is not taken yet; null at the end. */
  #next: ReadRow<N> | null;

  constructor(report: N, rowsOf: RowsOf, counts: (row: ReadRow<N>) => boolean = () => true) {
    this.#report = report;
    this.#rows = rowsOf(report)[Symbol.iterator]();
    this.#counts = counts;
    this.#next = this.#read();
  }

  /** Takes the next row if it is for that practice, component, period and amount. */
  takes(working: ReadRow<'workings.csv'>, amount: Pence): boolean {
    const row = this.#next;
    if (row === null || keyOf(row) !== keyOf(working) || amountOf(row) !== amount) return false;
    this.#next = this.#read();
    return true;
  }

  /** Takes the next rows for that practice, component and period if they come to that amount. */
  takesSome(working: ReadRow<'workings.csv'>, amount: Pence): boolean {
    let rest = amount;
    while (this.#next !== null && keyOf(this.#next) === keyOf(working) && rest > 0n) {
      rest = subtractPence(rest, amountOf(this.#next) ?? noPence);
      this.#next = this.#read();
    }
    return rest === 0n;
  }

  differs(working: ReadRow<'workings.csv'>, amount: Pence): Difference {
    const row = this.#next;
    const found =
      row === null ? 'no row is left' : `line ${row.line} has ${keyOf(row)}, ${cell<Followed>(row, 'amount')}`;
    const says = `settles ${keyOf(working)} with ${formatAmount(amount)}; in ${this.#report} ${found}`;
    return { file: 'workings.csv', line: working.line, says };
  }

  rest(): Difference[] {
    const row = this.#next;
    if (row === null) return [];
    return [{ file: this.#report, line: row.line, says: `has ${keyOf(row)}, which the workings do not settle` }];
  }

  #read(): ReadRow<N> | null {
    for (;;) {
      const { value: row, done } = this.#rows.next();
      if (done) return null;
      if (this.#counts(row)) return row;
    }
  }
}

function keyOf(row: ReadRow<Followed | 'workings.csv'>): string {
  return `${cell(row, 'practice_code')} ${cell(row, 'component')} ${cell(row, 'period')}`;
}

function amountOf(row: ReadRow<Followed>): Pence | null {
  return amountIn(row, 'amount');
}
