import { expect, it } from 'vitest';
import { formatAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { toThePenny } from '../../../src/domain/money/rounding.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, run } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

/** The steps of one kind in the first three quarters: what they say, their exact value, and what was made of it. */
function stepsOf(value: Value, name: string, patients: readonly number[], claims: Parameters<typeof run>[4] = []) {
  const schedule = value.kind === 'quantity' ? { schedule: null } : {};
  const known = facts(patients.map((each) => ({ patients: each })));
  const [account] = run(scheme([component('c', value, schedule)]), known, 'Q3', '2016-01-15', claims);
  return account?.lines[0]?.positions.map(({ steps }) => {
    const step = steps.find((each) => each.step === name);
    return step && [step.formula, step.value, step.rounded === null ? null : formatAmount(step.rounded)];
  });
}

it('names the exact sum to date, what it is rounded to and what fell due before', () => {
  // £0.25 for 7,985 patients: 1,996.25, a quarter of which is 499.0625.
  expect(stepsOf({ kind: 'per-patient', pounds: ratio(1, 4), clause: '1' }, 'schedule', [7985])).toEqual([
    ['25% of £1,996.25: £499.0625 to date → £499.06', '499.0625', '499.06'],
    ['50% of £1,996.25: £998.125 to date → £998.13, less £499.06', '998.125', '499.07'],
    ['75% of £1,996.25: £1,497.1875 to date → £1,497.19, less £998.13', '1497.1875', '499.06'],
  ]);
});

it('has the exact share of a pool, and of no short decimal the rounded one in words', () => {
  // A third of 0.25, 0.50 and 0.75 to date: 8.33, 16.67 and 25 pence.
  expect(stepsOf({ kind: 'pool', pounds: ratio(1), clause: '1' }, 'pool', [1, 2])).toEqual([
    ['25% of £1.00 to date = £0.25, shared by list: 1 patient of 3 patients: £0.08 to date', '1/12', '0.08'],
    ['50% of £1.00 to date = £0.50, shared by list: 1 patient of 3 patients: £0.17 to date, less £0.08', '1/6', '0.09'],
    [
      '75% of £1.00 to date = £0.75, shared by list: 1 patient of 3 patients: £0.25 to date, less £0.17',
      '0.25',
      '0.08',
    ],
  ]);
});

it('has what events are worth to date', () => {
  const value: Value = {
    kind: 'quantity',
    clause: '1',
    of: { kind: 'rate', pounds: ratio(12005, 1000), for: { kind: 'events', event: 'jab' } },
  };
  const claims = ['2015-04-01', '2015-07-01'].map((on) => claim('jab', on, on));
  expect(stepsOf(value, 'events', [1], claims)).toEqual([
    ['£12.005 for all events up to the end of Q1: £12.005 to date → £12.01', '12.005', '12.01'],
    ['£24.01 for all events up to the end of Q2: £24.01 to date, less £12.01', '24.01', '12.00'],
    ['£24.01 for all events up to the end of Q3: £24.01 to date, less £24.01', '24.01', '0.00'],
  ]);
});

it('names what all components come to that are rounded together', () => {
  const worth = (pounds: number) => ({ kind: 'fixed', pounds: ratio(pounds, 1000), clause: '1' }) as const;
  const rounding = { ...toThePenny, at: 'period' as const, clause: 'r' };
  const paying = scheme([component('a', worth(40)), component('b', worth(400_020))], { rounding });
  const [account] = run(paying, facts([{ patients: 1 }]), 'Q2', '2015-10-15');
  const told = account?.lines.map(({ positions }) =>
    positions.map(({ steps }) => steps.find(({ step }) => step === 'schedule')?.formula),
  );
  expect(told).toEqual([
    [
      '25% of £0.04: £0.01 to date (its part of £100.02 for all components)',
      '50% of £0.04: £0.02 to date, less £0.01 (its part of £200.03 for all components)',
    ],
    [
      '25% of £400.02: £100.005 to date → £100.01 (its part of £100.02 for all components)',
      '50% of £400.02: £200.01 to date, less £100.01 (its part of £200.03 for all components)',
    ],
  ]);
});

it('rounds a pot for itself, beside components that are rounded together', () => {
  // 100.0045 and 1.001 a quarter: 100.00 and 1.00. Together they would be 101.01.
  const rounding = { ...toThePenny, at: 'period' as const, clause: 'r' };
  const fixed: Value = { kind: 'fixed', pounds: ratio(400_018, 1000), clause: '1' };
  const pots: readonly Value[] = [
    { kind: 'pool', pounds: ratio(4004, 1000), clause: '1' },
    {
      kind: 'shared',
      of: { kind: 'pounds', pounds: ratio(4004, 1000) },
      by: null,
      within: 'all',
      clause: '1',
    },
  ];
  for (const pot of pots) {
    const paying = scheme([component('a', fixed), component('pot', pot)], { rounding });
    const [account] = run(paying, facts([{ patients: 1 }]), 'Q1', '2015-07-15');
    expect(account?.lines.map(({ positions }) => positions[0]?.entitlement)).toEqual([100_00n, 1_00n]);
  }
});
