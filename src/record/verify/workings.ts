import { addPence, formatAmount, noPence, type Pence, subtractPence } from '../../domain/money.ts';
import type { Difference } from '../difference.ts';
import type { Manifest } from '../manifest.ts';
import { amountIn, cell, type ReportRow, type RowsOf } from './report-row.ts';

/**
 * Holds the workings against the payments and clawbacks: every settlement of a period up to the run's own is the very
 * next row of one of the two, or comes to nothing. All three files are in one order, so that one pass is enough.
 */
export function workingsDifferences(
  { controls }: Manifest,
  rowsOf: RowsOf,
  periods: ReadonlySet<string>,
): Difference[] {
  const payments = new Following('payments.csv', rowsOf);
  const clawbacks = new Following('clawbacks.csv', rowsOf);
  let entitlement = noPence;
  for (const row of rowsOf('workings.csv')) {
    if (!periods.has(cell(row, 'period'))) continue;
    if (isEntitlement(row)) entitlement = addPence(entitlement, amountIn(row, 'rounded') ?? noPence);
    if (cell(row, 'step') !== 'settlement') continue;
    const due = amountIn(row, 'rounded');
    if (due === null) return [{ file: 'workings.csv', line: row.line, says: 'settles without an amount' }];
    if (due === 0n) continue;
    const difference = due > 0n ? payments.expect(row, due) : clawbacks.expect(row, subtractPence(noPence, due));
    if (difference) return [difference];
  }
  return [
    ...payments.rest(),
    ...clawbacks.rest(),
    ...(entitlement === controls.entitlement ? [] : [entitlementDiffers(entitlement, controls.entitlement)]),
  ];
}

function isEntitlement(row: ReportRow): boolean {
  return ['entitlement', 'decision'].includes(cell(row, 'step')) && cell(row, 'rounded') !== '';
}

function entitlementDiffers(workings: Pence, control: Pence): Difference {
  const says = `has entitlements of ${formatAmount(workings)}; expected the control total ${formatAmount(control)}`;
  return { file: 'workings.csv', says };
}

/** A report that is read along with the workings. */
class Following {
  readonly #report: string;
  readonly #rows: Iterator<ReportRow>;

  constructor(report: string, rowsOf: RowsOf) {
    this.#report = report;
    this.#rows = rowsOf(report)[Symbol.iterator]();
  }

  expect(working: ReportRow, amount: Pence): Difference | null {
    const { value: row, done } = this.#rows.next();
    if (!done && keyOf(row) === keyOf(working) && amountIn(row, 'amount') === amount) return null;
    const found = done ? 'no row is left' : `line ${row.line} has ${keyOf(row)}, ${cell(row, 'amount')}`;
    const says = `settles ${keyOf(working)} with ${formatAmount(amount)}; in ${this.#report} ${found}`;
    return { file: 'workings.csv', line: working.line, says };
  }

  rest(): Difference[] {
    const { value: row, done } = this.#rows.next();
    if (done) return [];
    return [{ file: this.#report, line: row.line, says: `has ${keyOf(row)}, which the workings do not settle` }];
  }
}

function keyOf(row: ReportRow): string {
  return `${cell(row, 'practice_code')} ${cell(row, 'component')} ${cell(row, 'period')}`;
}
