import type { ComponentAccount, PracticeAccount, WorkingStep } from '../../domain/account.ts';
import { formatAmount } from '../../domain/money.ts';
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
 * The rows of workings.csv for one practice: of each component the steps of its value, with a blank period, then those of
 * each period in order. Money already paid for later periods is left alone, and listed last.
 */
export function* workingsRows({ practice, lines }: PracticeAccount): Generator<string[]> {
  for (const line of lines) {
    const { component, steps, positions } = line;
    for (const step of steps) yield stepRow(practice.code, component.id, '', step);
    for (const { period, steps } of positions) {
      for (const step of steps) yield stepRow(practice.code, component.id, period.id, step);
    }
    yield* paidAheadRows(practice.code, line);
  }
}

function* paidAheadRows(practiceCode: string, { component, paidAhead }: ComponentAccount): Generator<string[]> {
  for (const { period, amount } of paidAhead) {
    yield stepRow(practiceCode, component.id, period.id, {
      step: 'settlement',
      formula: 'paid already for a period after that of the run: left alone',
      value: formatAmount(amount),
      rounded: amount,
      clause: component.recovery.clause,
    });
  }
}

function stepRow(practiceCode: string, component: string, period: string, working: WorkingStep): string[] {
  const { step, formula, value, rounded, clause } = working;
  return [
    practiceCode,
    component,
    period,
    step,
    guardFormula(formula),
    value,
    rounded === null ? '' : formatAmount(rounded),
    guardFormula(clause),
  ];
}
