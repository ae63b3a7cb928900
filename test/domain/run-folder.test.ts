import { describe, expect, it } from 'vitest';
import { pence } from '../../src/domain/money/money.ts';
import { cellKindsOf, cellsOf, columnsOf, type ReportName, reportNames, rowOf } from '../../src/domain/run-folder.ts';

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

  it('are read with a figure in each cell that has one, and no other', () => {
    const refused = ['claims.csv', '12', 'Z00001', 'late', 'too late', '27', 'Z00001,visit'];
    expect(rowOf('refused.csv', refused)?.line).toBe(12);
    for (const line of ['', '-1', '1.5', '12a', 'a12', '1234567890123456'])
      expect(rowOf('refused.csv', refused.with(1, line))).toBe(null);
    const step = ['Z00001', 'access', 'Q1', 'entitlement', 'E', '12.5', '12.50', '27'];
    expect(rowOf('workings.csv', step)?.rounded).toBe(1250n);
    expect(rowOf('workings.csv', step.with(6, 'x'))).toBe(null);
    const withheld = ['Z00001', 'access', 'Q1', 'below-nothing', '-1.00', 'why', '27'];
    expect(rowOf('withheld.csv', withheld.with(4, ''))).toBe(null);
    expect(rowOf('withheld.csv', withheld)).toEqual({
      practice_code: 'Z00001',
      component: 'access',
      period: 'Q1',
      status: 'below-nothing',
      amount: -100n,
      reason: 'why',
      clause: '27',
    });
  });

  it('are written with nothing for a figure that is none, ids as they are, and no column left out', () => {
    const step = {
      practice_code: '-1',
      component: '=a',
      period: 'Q1',
      step: 's',
      formula: '=f',
      value: '-2',
      rounded: null,
      clause: '',
    };
    expect(cellsOf('workings.csv')(step)).toEqual(['-1', '=a', 'Q1', 's', "'=f", '-2', '', '']);
    const { clause: _, ...less } = step;
    expect(() => cellsOf('workings.csv')(less as never)).toThrow('workings.csv got no clause');
  });

  it('have a cell of its kind for each column', () => {
    expect(cellKindsOf('withheld.csv')).toEqual({
      practice_code: 'id',
      component: 'id',
      period: 'id',
      status: 'unpaid status',
      amount: 'amount',
      reason: 'words',
      clause: 'words',
    });
  });

  it.each([
    ['a cell too few', ['Z00001', 'access', 'Q1', 'withheld', '1.00', '']],
    ['a status of no report', ['Z00001', 'access', 'Q1', 'waived', '1.00', '', '']],
    ['no amount', ['Z00001', 'access', 'Q1', 'withheld', '1,00', '', '']],
  ])('are not read with %s', (_, cells) => {
    expect(rowOf('withheld.csv', cells)).toBe(null);
  });
});
