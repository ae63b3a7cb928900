import type { ComponentAccount, PracticeAccount, WorkingStep } from '../../domain/account.ts';
import { formatAmount, type Pence } from '../../domain/money.ts';
import { csvCell } from '../csv.ts';
import { guardFormula } from '../formula-guard.ts';

export const workingsColumns = [
  'practice_code',
  'component',
  'period',
  'step',
  'formula',
  'value',
  'rounded',
  'clause',
] as const;

/**
 * Writes the rows of workings.csv for one practice: of each component the steps of its value, with a blank period, then
 * those of each period in order. Money already paid for later periods is left alone, and listed last.
 */
export function writeWorkings({ practice, lines }: PracticeAccount, write: (row: string) => void): void {
  for (const line of lines) {
    const place = `${practice.code},${line.component.id},`;
    for (const step of line.steps) write(`${place},${stepCells(step)}`);
    for (const { period, steps } of line.positions) {
      const start = `${place}${period.id},`;
      for (const step of steps) write(start + cellsOf(step));
    }
    for (const { period, amount } of line.paidAhead)
      write(`${place}${period.id},${stepCells(paidAhead(line, amount))}`);
  }
}

/** What is left of the rows of conditions behind their place: thousands of practices have the same one. */
const written = new WeakMap<WorkingStep, string>();

function cellsOf(step: WorkingStep): string {
  if (step.step !== 'condition') return stepCells(step);
  const known = written.get(step);
  if (known !== undefined) return known;
  const cells = stepCells(step);
  written.set(step, cells);
  return cells;
}

/** A step as a row ends with it. Words of the scheme and of the data are guarded; a figure or a state of ours needs no quotes. */
function stepCells({ step, formula, value, rounded, clause }: WorkingStep): string {
  const amount = rounded === null ? '' : formatAmount(rounded);
  return `${step},${csvCell(guardFormula(formula))},${value},${amount}${endWith(clause)}`;
}

/** The ends of rows by their clause, of which a scheme has no more than its paper. */
const ends = new Map<string, string>();

function endWith(clause: string): string {
  const known = ends.get(clause);
  if (known !== undefined) return known;
  const end = `,${csvCell(guardFormula(clause))}\r\n`;
  ends.set(clause, end);
  return end;
}

function paidAhead({ component }: ComponentAccount, amount: Pence): WorkingStep {
  return {
    step: 'settlement',
    formula: 'paid already for a period after that of the run: left alone',
    value: formatAmount(amount),
    rounded: amount,
    clause: component.recovery.clause,
  };
}
