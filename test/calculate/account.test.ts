import { expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Achievement } from '../../src/domain/scheme/scheme.ts';
import { facts, run, tell } from '../make/facts.ts';
import { component, scheme } from '../make/scheme.ts';

const measure: Achievement = {
  kind: 'measured',
  measure: 'm',
  scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
  zeroDenominator: ratio(0),
  onAccount: null,
  clause: '3',
};

it('lists what a leaver no longer earns as such, and nothing of it as waiting for a figure', () => {
  const pool = component('pool', { kind: 'pool', pounds: ratio(40), clause: '5' }, { achievement: measure });
  const left = { practice: { leftOn: day('2015-05-01') } };
  const [account] = run(scheme([pool]), facts([{ patients: 1, ...left }, { patients: 1 }]), 'Q2', '2015-10-15');
  expect(tell(account, 'pool')).toEqual([
    'Q1 withheld 0.00 [prorated 3.30] [withheld 1.70]',
    'Q2 withheld 0.00 [left 5.00]',
  ]);
});
