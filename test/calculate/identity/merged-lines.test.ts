import { expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Achievement, Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, measured, run, succeeded, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

// Z00001 and Z00002 become Z00003 on 1 October. The first has a line of its own, the new code two.
const merger = [succeeded(1, 3, '2015-10-01'), succeeded(2, 3, '2015-10-01')];
const line = (item: string, number: string) => ({ ...measured('m', '2015-11-01', number, '40'), item });
const known = {
  ...facts([
    { patients: 100, measures: [line('a', '0')] },
    { patients: 200 },
    { patients: null, measures: [line('b', '20'), line('c', '40')] },
  ]),
  successions: merger,
};
const measures = [{ id: 'm', title: '', numerator: '', denominator: '', lines: true, clause: '4' }];

function told(value: Value, achievement: Achievement | null = null) {
  const paying = scheme([component('a', value, { achievement })], { measures });
  return run(paying, known, 'Q1', '2016-01-15').map((account) => tell(account, 'a')[0]);
}

function quantity(part: 'numerator' | 'share'): Value {
  const measure = { kind: 'measure', measure: 'm', part, at: 'latest', zeroDenominator: ratio(0) } as const;
  return { kind: 'quantity', of: { kind: 'rate', pounds: ratio(8), for: measure }, clause: '5' };
}

it('has the share of all lines of a measure count for each account', () => {
  const linear: Achievement = {
    kind: 'measured',
    measure: 'm',
    scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
    zeroDenominator: ratio(0),
    onAccount: null,
    clause: '4',
  };
  // 60 of 120 with its own line, and 60 of 80: of quarters of 400.00 and 800.00, and of 8.00.
  expect(told({ kind: 'per-patient', pounds: ratio(4), clause: '1' }, linear)).toEqual([
    'Q1 released 50.00 payment 50.00 [achievement 50.00]',
    'Q1 released 150.00 payment 150.00 [achievement 50.00]',
  ]);
  expect(told(quantity('share'))).toEqual(['Q1 released 1.00 payment 1.00', 'Q1 released 1.50 payment 1.50']);
});

it('has their numbers count for the lowest code alone', () => {
  // A quarter of £8 × 60; of the other nothing.
  expect(told(quantity('numerator'))).toEqual(['Q1 released 120.00 payment 120.00', 'Q1 released 0.00']);
});
