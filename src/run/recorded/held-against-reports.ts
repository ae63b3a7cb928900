import type { PracticeAccount } from '../../domain/account.ts';
import type { RefusedClaim } from '../../domain/grounds.ts';
import { formatAmount, pence } from '../../domain/money/money.ts';
import type { ReportColumn, ReportName, ReportRow } from '../../domain/run-folder.ts';
import { clawbackRows } from '../../report/reports/clawbacks.ts';
import { paymentRows } from '../../report/reports/payments.ts';
import { withheldRows } from '../../report/reports/withheld.ts';
import { type LinesOf, rowsOfLines } from './report-lines.ts';

/** A report that does not say what the inputs of its run make. */
export interface NotAsMade {
  readonly report: ReportName;
  readonly says: string;
}

/**
 * Holds what was worked out again for a practice against the reports of its run: every id, code, date, amount and row, but not the
 * wording, which another version of the program may have said otherwise. Answers the first difference.
 */
export function heldAgainstReports(
  account: PracticeAccount,
  refused: readonly RefusedClaim[],
  linesOf: LinesOf,
): NotAsMade | null {
  const { code } = account.practice;
  const held = <N extends ReportName>(report: N, made: readonly ReportRow<N>[], columns: readonly ReportColumn<N>[]) =>
    differenceIn(report, made, rowsOfLines(report, linesOf(report, code)), columns);
  return (
    held('payments.csv', paymentRows(account), [...line, 'payee_code', 'entitlement', 'already_paid', 'amount']) ??
    held('clawbacks.csv', clawbackRows(account), [
      ...line,
      'payee_code',
      'entitlement',
      'already_paid',
      'amount',
      'status',
    ]) ??
    held('withheld.csv', withheldRows(account), [...line, 'status', 'amount']) ??
    held('workings.csv', workingRows(account), [...line, 'step', 'value', 'rounded']) ??
    refusedHeld(code, refused, linesOf)
  );
}

/** The same of refused.csv alone. */
export function refusedHeld(code: string, refused: readonly RefusedClaim[], linesOf: LinesOf): NotAsMade | null {
  const written = rowsOfLines('refused.csv', linesOf('refused.csv', code));
  return differenceIn('refused.csv', refusedRows(code, refused), written, ['practice_code', 'file', 'line', 'code']);
}

const line = ['practice_code', 'component', 'period'] as const;

function differenceIn<N extends ReportName>(
  report: N,
  made: readonly ReportRow<N>[],
  written: readonly ReportRow<N>[] | null,
  columns: readonly ReportColumn<N>[],
): NotAsMade | null {
  if (written === null) return { report, says: 'is not as this program writes it' };
  const [from, to] = [made, written].map((rows) => rows.map((row) => sayCells(row, columns)));
  const at = from?.findIndex((row, index) => row !== to?.[index]) ?? -1;
  const index = at >= 0 ? at : made.length < written.length ? made.length : -1;
  if (index < 0) return null;
  const says = `has ${to?.[index] ?? 'no row'} where the inputs of the run make ${from?.[index] ?? 'no row'}`;
  return { report, says };
}

function sayCells<N extends ReportName>(row: ReportRow<N>, columns: readonly ReportColumn<N>[]): string {
  return columns
    .map((column) => {
      const cell: unknown = row[column];
      return typeof cell === 'bigint' ? formatAmount(pence(cell)) : String(cell ?? '');
    })
    .join(',');
}

function workingRows({ practice, lines }: PracticeAccount): ReportRow<'workings.csv'>[] {
  return lines.flatMap(({ component, steps, positions, paidAhead }) => {
    const place = (period: string) => ({ practice_code: practice.code, component: component.id, period });
    return [
      ...steps.map((step) => ({ ...place(''), ...step })),
      ...positions.flatMap(({ period, steps }) => steps.map((step) => ({ ...place(period.id), ...step }))),
      ...paidAhead.map(({ period, amount }) => ({
        ...place(period.id),
        step: 'settlement',
        formula: '',
        value: formatAmount(amount),
        rounded: amount,
        clause: '',
      })),
    ];
  });
}

function refusedRows(code: string, refused: readonly RefusedClaim[]): ReportRow<'refused.csv'>[] {
  return refused.map(({ file, claim, refusal }) => {
    return { file, line: claim.line, practice_code: code, ...refusal, row: '' };
  });
}
