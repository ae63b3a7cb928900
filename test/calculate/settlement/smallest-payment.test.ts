import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { facts, paid, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

// £10 and £5 a quarter; payments to a practice below the smallest are carried.

const fixed = (pounds: number) => ({ kind: 'fixed', pounds: ratio(pounds), clause: '1' }) as const;
const of = (smallest: number) =>
  scheme([component('ten', fixed(40)), component('five', fixed(20))], {
    smallestPayment: { pounds: ratio(smallest, 100), clause: '7' },
  });

const told = (smallest: number, period: string, rows: Parameters<typeof facts>[0][number]['paid'] = []) => {
  const [account] = run(of(smallest), facts([{ patients: 1, paid: rows }]), period, '2016-04-30');
  return [tell(account, 'ten').at(-1), tell(account, 'five').at(-1), account?.toldNothing];
};

describe('payments that are too small together', () => {
  it('are carried below the smallest, and made at it', () => {
    expect(told(1501, 'Q1')).toEqual([
      'Q1 released 10.00 carried 10.00 [carried 10.00]',
      'Q1 released 5.00 carried 5.00 [carried 5.00]',
      'Z00001',
    ]);
    expect(told(1500, 'Q1')).toEqual(['Q1 released 10.00 payment 10.00', 'Q1 released 5.00 payment 5.00', null]);
  });

  it('say so, by which clause and how small they are', () => {
    const [account] = run(of(1501), facts([{ patients: 1 }]), 'Q1', '2016-04-30');
    const [row] = account?.lines[0]?.positions[0]?.unpaid ?? [];
    expect([row?.reason, row?.clause]).toEqual(['carried to a later run: £15.00 in all is below £15.01', '7']);
  });

  it('are made in the last period, however small', () => {
    expect(told(6001, 'Q3')[0]).toBe('Q3 released 10.00 carried 10.00 [carried 10.00]');
    expect(told(6001, 'Q4').slice(0, 2)).toEqual(['Q4 released 10.00 payment 10.00', 'Q4 released 5.00 payment 5.00']);
  });

  it('are held against it before clawbacks are taken off', () => {
    const rows = [paid('five', 'Q1', '19.99')];
    expect(told(1000, 'Q1', rows)).toEqual([
      'Q1 released 10.00 payment 10.00',
      'Q1 released 5.00 clawback 14.99 due',
      null,
    ]);
    expect(told(1001, 'Q1', rows)).toEqual([
      'Q1 released 10.00 carried 10.00 [carried 10.00]',
      'Q1 released 5.00 clawback 14.99 due',
      null,
    ]);
  });
});
