import { describe, expect, it } from 'vitest';
import { pence } from '../../src/domain/money/money.ts';
import { cellsOf, columnsOf, type ReportName, reportNames, rowOf } from '../../src/domain/run-folder.ts';

const clawback = {
  practice_code: 'Z00001',
  payee_code: 'Z00002',
  component: 'access',
  period: 'Q1',
  entitlement: pence(0),
  already_paid: pence(12345),
  amount: pence(12345),
  status: 'proposed',
  reason: '=1+1',
  clause: '27',
} as const;

describe('the reports of a run', () => {
  it('have the columns of the contract, in its order', () => {
    expect(Object.fromEntries(reportNames.map((name) => [name, columnsOf(name).join(', ')]))).toEqual({
      'payments.csv': 'practice_code, payee_code, component, period, entitlement, already_paid, amount',
      'clawbacks.csv':
        'practice_code, payee_code, component, period, entitlement, already_paid, amount, status, reason, clause',
      'statements.csv': 'practice_code, practice_name, payee_code, payments, clawbacks, net',
      'withheld.csv': 'practice_code, component, period, status, amount, reason, clause',
      'refused.csv': 'file, line, practice_code, code, reason, clause, row',
      'workings.csv': 'practice_code, component, period, step, formula, value, rounded, clause',
    } satisfies Record<ReportName, string>);
  });

  it('are written with amounts of pounds, and words of others guarded', () => {
    expect(cellsOf('clawbacks.csv')(clawback)).toEqual([
      'Z00001',
      'Z00002',
      'access',
      'Q1',
      '0.00',
      '123.45',
      '123.45',
      'proposed',
      "'=1+1",
      '27',
    ]);
  });

  it('are read as they were written', () => {
    const plain = { ...clawback, reason: 'no plan' };
    expect(rowOf('clawbacks.csv', cellsOf('clawbacks.csv')(plain))).toEqual(plain);
    const step = ['Z00001', 'access', 'Q1', 'condition', 'needs plan', 'met', '', '27'];
    expect(rowOf('workings.csv', step)?.rounded).toBe(null);
  });

  it.each([
    ['a cell too few', ['Z00001', 'access', 'Q1', 'withheld', '1.00', '']],
    ['a status of no report', ['Z00001', 'access', 'Q1', 'waived', '1.00', '', '']],
    ['no amount', ['Z00001', 'access', 'Q1', 'withheld', '1,00', '', '']],
  ])('are not read with %s', (_, cells) => {
    expect(rowOf('withheld.csv', cells)).toBe(null);
  });
});
