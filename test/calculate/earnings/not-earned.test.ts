import { describe, expect, it } from 'vitest';
import { achievementLoss, partLoss } from '../../../src/calculate/earnings/not-earned.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
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

  it('is never below nothing: a penny that falls the other way is no loss', () => {
    expect(achievementLoss(rate, earned, pence(100), pence(101))).toEqual([]);
    expect(partLoss(part, { before: pence(40), after: pence(41) })).toEqual([]);
  });
});
