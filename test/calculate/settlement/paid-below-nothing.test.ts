import { describe, expect, it } from 'vitest';
import { nothingIsPaidBelowNothing } from '../../../src/calculate/settlement/paid-below-nothing.ts';
import { day } from '../../../src/domain/day.ts';
import type { PaidRow } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, paid } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const fixed: Value = { kind: 'fixed', pounds: ratio(400), clause: '1' };
/** It can lose pennies from one period to the next. */
const pool: Value = { kind: 'pool', pounds: ratio(400), clause: '1' };

/** File, line, amount and message of what is told of the rows of one practice. */
function told(rows: readonly PaidRow[], value: Value = fixed): string[] {
  const known = facts([{ patients: 1, paid: rows }]);
  const findings = nothingIsPaidBelowNothing(scheme([component('c', value)]), known, { asAt: day('2016-01-01') });
  return findings.map(({ file, line, value: amount, message }) => {
    expect(message.endsWith('; more cannot have been recovered than was paid')).toBe(true);
    return `${file}:${line} ${amount} ${message.split(';')[0]}`;
  });
}

const posted = (amount: string, more: Partial<PaidRow> = {}) =>
  paid('c', 'Q1', amount, '2015-07-10', { posting: 1, line: 2, ...more });
const outside = (amount: string, more: Partial<PaidRow> = {}) =>
  paid('c', 'Q1', amount, '2015-08-01', { line: 7, ...more });

describe('what was taken back', () => {
  it('may be a part or all of what was paid, by the ledger or outside, but no more', () => {
    expect(told([posted('100.00'), outside('-30.00')])).toEqual([]);
    expect(told([posted('100.00'), outside('-100.00')])).toEqual([]);
    expect(told([outside('100.00'), outside('-100.00')])).toEqual([]);
    const line = 'paid.csv:7 -0.01 the rows of Z00001 for c in Q1 add up to less than nothing';
    expect(told([posted('100.00'), outside('-100.01')])).toEqual([line]);
    expect(told([outside('100.00', { line: 6 }), outside('-100.01')])).toEqual([line]);
  });

  it('is told for each period, at the last row that takes back', () => {
    expect(
      told([outside('-1.00'), outside('-2.00', { line: 8 }), outside('-3.00', { period: 'Q3', line: 9 })]),
    ).toEqual([
      'paid.csv:8 -3.00 the rows of Z00001 for c in Q1 add up to less than nothing',
      'paid.csv:9 -3.00 the rows of Z00001 for c in Q3 add up to less than nothing',
    ]);
  });

  it('is held against what was paid of the same component', () => {
    const known = facts([{ patients: 1, paid: [posted('100.00'), outside('-30.00', { component: 'd' })] }]);
    const both = scheme([component('c', fixed), component('d', fixed)]);
    expect(nothingIsPaidBelowNothing(both, known, { asAt: day('2016-01-01') })).toEqual([
      {
        code: 'paid-below-zero',
        severity: 'error',
        file: 'paid.csv',
        line: 7,
        field: 'amount',
        message:
          'the rows of Z00001 for d in Q1 add up to less than nothing; more cannot have been recovered than was paid',
        value: '-30.00',
        hint: 'add the row of the payment that was recovered, or correct the amount',
      },
    ]);
  });

  it('is told at a row that takes back, though rows of payments and of nothing come after it', () => {
    const after = [outside('0.50', { line: 8 }), outside('0.00', { line: 9 })];
    expect(told([outside('-1.00'), ...after])).toEqual([
      'paid.csv:7 -0.50 the rows of Z00001 for c in Q1 add up to less than nothing',
    ]);
    const ledger = [posted('-1.00', { line: 3 }), posted('0.50', { line: 8 }), posted('0.00', { line: 9 })];
    expect(told(ledger)).toEqual(['posted.csv:3 -0.50 the rows of Z00001 for c in Q1 add up to less than nothing']);
  });

  it('does not exist where it is dated after the as-at date, but on it; a posting always does', () => {
    expect(told([outside('-1.00', { paidOn: day('2016-01-02') })])).toEqual([]);
    expect(told([outside('-1.00', { paidOn: day('2016-01-01') })])).toHaveLength(1);
    expect(told([posted('-1.00', { paidOn: day('2016-01-02') })])).toEqual([
      'posted.csv:2 -1.00 the rows of Z00001 for c in Q1 add up to less than nothing',
    ]);
  });

  it('may stand below nothing in a period of a component that can fall, but not up to a period', () => {
    const fall = outside('-40.00', { period: 'Q2' });
    expect(told([outside('40.00', { line: 6 }), fall], pool)).toEqual([]);
    expect(told([outside('40.00', { line: 6 }), fall])).toEqual([
      'paid.csv:7 -40.00 the rows of Z00001 for c in Q2 add up to less than nothing',
    ]);
    expect(told([outside('39.99', { line: 6 }), fall, outside('9.00', { period: 'Q3' })], pool)).toEqual([
      'paid.csv:7 -0.01 the rows of Z00001 for c up to Q2 add up to less than nothing',
    ]);
    // It stands at the last row up to that period, and not at one of a later.
    const later = outside('-5.00', { period: 'Q3', line: 9 });
    expect(told([outside('39.99', { line: 6 }), fall, later], pool)).toEqual([
      'paid.csv:7 -0.01 the rows of Z00001 for c up to Q2 add up to less than nothing',
    ]);
  });

  it('was paid to whoever gave it back', () => {
    const toPcn = posted('100.00', { payeeCode: 'PCN-A' });
    expect(told([toPcn, outside('-30.00', { payeeCode: 'PCN-A' })])).toEqual([]);
    expect(told([toPcn, outside('-30.00')])).toEqual([
      'paid.csv:7 -30.00 the rows of Z00001 for c up to Q1 add up to less than nothing for the payee Z00001',
    ]);
    expect(told([toPcn, outside('-30.00'), outside('-5.00', { payeeCode: 'PCN-A', line: 9 })])).toEqual([
      'paid.csv:7 -30.00 the rows of Z00001 for c up to Q1 add up to less than nothing for the payee Z00001',
    ]);
    const later = posted('30.00', { period: 'Q2', payeeCode: 'Z00001' });
    expect(told([toPcn, outside('-30.00'), later])).toHaveLength(1);
    expect(told([toPcn, posted('10.00'), outside('-30.00'), later])).toEqual([
      'paid.csv:7 -20.00 the rows of Z00001 for c up to Q1 add up to less than nothing for the payee Z00001',
    ]);
    expect(told([toPcn, posted('-30.00'), later], pool)).toEqual([]);
    expect(told([toPcn, posted('-30.00')], pool)).toEqual([
      'posted.csv:2 -30.00 the rows of Z00001 for c up to Q4 add up to less than nothing for the payee Z00001',
    ]);
  });
});
