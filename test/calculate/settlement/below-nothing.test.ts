import { describe, expect, it } from 'vitest';
import { setOffBelowNothing } from '../../../src/calculate/settlement/below-nothing.ts';
import type { ComponentAccount } from '../../../src/domain/account.ts';
import { day } from '../../../src/domain/day.ts';
import type { PaidRow } from '../../../src/domain/facts.ts';
import { formatAmount, noPence, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scale, Value } from '../../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { facts, measured, paid, run, tell } from '../../make/facts.ts';
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

  it('is first taken off what it is paid for its own later periods in the run', () => {
    // Of the first quarter −30.00, of the second so much a year less the 120.00.
    const over = (later: number): Value => {
      const from = {
        kind: 'over-time',
        values: [
          { from: day('2015-04-01'), is: pounds(0), clause: '1' },
          { from: day('2015-07-01'), is: pounds(later), clause: '1' },
        ],
      } as const;
      return { kind: 'quantity', of: { kind: 'difference', from, less: pounds(120), below: 'zero' }, clause: '1' };
    };
    const underLater = (later: number) => {
      const grows = scheme([component('first', fixed(400)), component('risk', over(later))]);
      const [account] = run(grows, facts([{ patients: 1 }]), 'Q2', '2015-10-31');
      return { told: ['first', 'risk'].map((id) => tell(account, id)), risk: account?.lines[1]?.positions };
    };
    expect(underLater(320).told).toEqual([
      ['Q1 released 100.00 payment 100.00', 'Q2 released 100.00 payment 100.00'],
      ['Q1 released -30.00 [set-off -30.00]', 'Q2 released 50.00 payment 20.00 [set-off 30.00]'],
    ]);
    const { told, risk } = underLater(200);
    expect(told).toEqual([
      ['Q1 released 100.00 payment 100.00', 'Q2 released 100.00 payment 90.00 [set-off 10.00]'],
      ['Q1 released -30.00 [set-off -30.00]', 'Q2 released 20.00 [set-off 20.00]'],
    ]);
    expect(risk?.map(({ unpaid: [row] }) => row?.reason)).toEqual([
      'made up for by what is not paid for Q2; made up for by what is not paid for other components',
      'makes up for what Q1 gives back, and is not paid first',
    ]);
  });

  it('keeps beside it what is told of its achievement', () => {
    // A score of nothing takes a fifth off: of 100.00 a quarter 20.00 below nothing, and 12.50 to set it off against.
    const scale: Scale = {
      kind: 'line',
      points: [
        { at: ratio(0), pays: ratio(-1, 5) },
        { at: ratio(1), pays: ratio(1) },
      ],
    };
    const achievement = {
      kind: 'measured',
      measure: 'm',
      scale,
      zeroDenominator: ratio(1),
      onAccount: null,
      clause: '3',
    } as const;
    const measures = [{ id: 'm', title: 'M', numerator: 'seen', denominator: 'invited', clause: 'm' }];
    const scored = scheme([component('risk', fixed(400), { achievement }), component('last', fixed(50))], { measures });
    const known = facts([{ patients: 1, measures: [measured('m', '2015-06-30', '0', '100')] }]);
    const [account] = run(scored, known, 'Q1', '2015-07-31');
    expect(['risk', 'last'].map((id) => tell(account, id))).toEqual([
      ['Q1 released -12.50 [achievement 120.00] [below-nothing -7.50] [set-off -12.50]'],
      ['Q1 released 12.50 [set-off 12.50]'],
    ]);
  });

  it('says what waits, what is set off, and by which clause', () => {
    const [, risk, last] = accountOf(600, 'Q1')?.lines ?? [];
    expect(risk?.positions[0]?.unpaid.map(({ reason, clause }) => [reason, clause])).toEqual([
      [
        'less than nothing, with nothing paid in this run to set it off against: waits for a later run',
        'clause of risk',
      ],
      ['made up for by what is not paid for other components', 'clause of risk'],
    ]);
    const step = last?.positions[0]?.steps.find((each) => each.step === 'set-off');
    expect([step?.formula, step?.value, step?.clause]).toEqual([
      '£20.00: makes up for risk in Q1, which came to less than nothing',
      '20',
      'clause of last',
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
