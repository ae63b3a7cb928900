import { describe, expect, it } from 'vitest';
import { achievementLoss, belowNothing, partLoss, partSteps } from '../../../src/calculate/earnings/not-earned.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { plainWords } from '../../../src/domain/words/words.ts';
import { component } from '../../make/scheme.ts';

const rate = component('rate', { kind: 'fixed', pounds: ratio(100), clause: '1' });
const earned = { kind: 'factor', factor: ratio(4, 5), says: '80 of 100', steps: [] } as const;
const part = { part: ratio(1, 2), because: 'leaving', says: 'left', clause: '2' } as const;

describe('what is not earned', () => {
  it('is listed with its reason', () => {
    expect(achievementLoss(rate, earned, pence(100), pence(80))).toEqual([
      { status: 'achievement', amount: pence(20), reason: '80 of 100', clause: '' },
    ]);
    expect(partLoss(part, { before: pence(80), after: pence(40) })).toEqual([
      { status: 'prorated', amount: pence(40), reason: 'left', clause: '2' },
    ]);
  });

  it('is nothing while its figure is missing, and nothing of a period that is owed whole', () => {
    const waits = { kind: 'unmeasured', reason: 'no figure', clause: '3' } as const;
    expect(achievementLoss(rate, waits, pence(100), pence(80))).toEqual([]);
    expect(partSteps({ ...part, part: ratio(1) })).toEqual([]);
    expect(partSteps(part)).toEqual([{ step: 'leaving', formula: 'left', value: '0.5', rounded: null, clause: '2' }]);
  });

  it('below nothing is told without a sum, in a period that has a share of it', () => {
    const reason = 'it comes to £12.50 below nothing, which counts as nothing';
    const told = [{ status: 'below-nothing', amount: 0n, reason, clause: 'clause of rate' }];
    expect(belowNothing(plainWords, rate, ratio(25, 2), ratio(1, 4))).toEqual(told);
    expect(belowNothing(plainWords, rate, ratio(25, 2), ratio(0))).toEqual([]);
    expect(belowNothing(plainWords, rate, undefined, ratio(1, 4))).toEqual([]);
  });

  it('is never below nothing: a penny that falls the other way is no loss', () => {
    expect(achievementLoss(rate, earned, pence(100), pence(101))).toEqual([]);
    expect(partLoss(part, { before: pence(40), after: pence(41) })).toEqual([]);
  });
});
