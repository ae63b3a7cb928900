import { describe, expect, it } from 'vitest';
import { setOffBelowNothing } from '../../../src/calculate/settlement/below-nothing.ts';
import type { ComponentAccount } from '../../../src/domain/account.ts';
import type { PaidRow } from '../../../src/domain/facts.ts';
import { formatAmount, noPence, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { facts, paid, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const pounds = (number: number): Quantity => ({
  kind: 'rate',
  pounds: ratio(number),
  for: { kind: 'number', number: ratio(1) },
});
const fixed = (number: number): Value => ({ kind: 'fixed', pounds: ratio(number), clause: '1' });
/** So many pounds a year are taken off, a quarter of them in each quarter. */
const takenOff = (number: number): Value => ({
  kind: 'quantity',
  of: { kind: 'difference', from: pounds(0), less: pounds(number), below: 'zero' },
  clause: '1',
});

const of = (off: number) =>
  scheme([component('first', fixed(400)), component('risk', takenOff(off)), component('last', fixed(80))]);

function accountOf(off: number, period: string, rows: readonly PaidRow[] = []) {
  return run(of(off), facts([{ patients: 1, paid: rows }]), period, '2016-04-30')[0];
}

const told = (...asked: Parameters<typeof accountOf>) =>
  ['first', 'risk', 'last'].map((id) => tell(accountOf(...asked), id));

describe('a component that goes below nothing by itself', () => {
  it('is taken off the last of the others first, and of each the latest period', () => {
    expect(told(120, 'Q2')).toEqual([
      ['Q1 released 100.00 payment 100.00', 'Q2 released 100.00 payment 80.00 [set-off 20.00]'],
      ['Q1 released -30.00 [set-off -30.00]', 'Q2 released -30.00 [set-off -30.00]'],
      ['Q1 released 20.00 [set-off 20.00]', 'Q2 released 20.00 [set-off 20.00]'],
    ]);
  });

  it('says in one row for what a payment is made smaller', () => {
    const [, , last] = accountOf(120, 'Q2')?.lines ?? [];
    const [row] = last?.positions[0]?.unpaid ?? [];
    expect(row?.reason).toBe(
      'makes up for risk in Q1, which came to less than nothing; makes up for risk in Q2, which came to less than nothing',
    );
    expect(last?.positions[0]?.steps.filter(({ step }) => step === 'set-off')).toHaveLength(1);
  });

  it('waits for a later run with what is left, which is no part of its entitlement', () => {
    expect(told(600, 'Q1')).toEqual([
      ['Q1 released 100.00 [set-off 100.00]'],
      ['Q1 released -120.00 [below-nothing -30.00] [set-off -120.00]'],
      ['Q1 released 20.00 [set-off 20.00]'],
    ]);
    const risk = accountOf(600, 'Q1')?.lines[1]?.positions[0];
    expect(risk?.steps.map(({ step, rounded }) => [step, rounded && formatAmount(rounded)]).slice(-3)).toEqual([
      ['entitlement', '-120.00'],
      ['set-off', '-120.00'],
      ['settlement', noPence],
    ]);
    const due = risk?.steps.find(({ step }) => step === 'schedule');
    expect([due?.value, due?.rounded]).toEqual(['-150', -150_00n]);
  });

  it('is not asked for, whatever was paid for other components before', () => {
    const rows = [paid('first', 'Q1', '100.00'), paid('last', 'Q1', '20.00')];
    expect(told(600, 'Q1', rows)).toEqual([
      ['Q1 released 100.00'],
      ['Q1 released 0.00 [below-nothing -150.00]'],
      ['Q1 released 20.00'],
    ]);
    expect(told(600, 'Q2', rows)[1]).toEqual([
      'Q1 released -120.00 [below-nothing -30.00] [set-off -120.00]',
      'Q2 released 0.00 [below-nothing -150.00]',
    ]);
  });

  it('alone does so: what another component cannot give back is not taken off the others', () => {
    const [account] = run(of(0), facts([{ patients: 1 }]), 'Q1', '2016-04-30');
    const [first, , last] = account?.lines ?? [];
    const [position] = first?.positions ?? [];
    if (!first || !last || !position) throw new Error('a run without its components');
    const row = { status: 'below-nothing', amount: pence(-500), reason: 'a fall', clause: '1' } as const;
    const fallen: ComponentAccount = { ...first, positions: [{ ...position, unpaid: [row] }] };
    expect(setOffBelowNothing(plainWords, [fallen, last])).toEqual([fallen, last]);
    const risk = account?.lines[1];
    expect(risk && setOffBelowNothing(plainWords, [fallen, risk, last])).toEqual([fallen, risk, last]);
  });
});
