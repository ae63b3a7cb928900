import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { formatAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { toThePenny } from '../../../src/domain/money/rounding.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, measured, run } from '../../make/facts.ts';
import { component, scheduleOf, scheme } from '../../make/scheme.ts';

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

it('says where what events are worth to date is held to its limits, and on top of what later ones come', () => {
  const price = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), per: 'event' });
  const jabs: Quantity = { kind: 'events', event: 'jab' };
  const ten: Quantity = { kind: 'rate', pounds: ratio(10), for: jabs };
  const claims = ['2015-04-01', '2015-04-02', '2015-07-01', '2015-10-01'].map((on) => claim('jab', on, on));
  const within = (number: number, of: Quantity): Value => ({
    kind: 'quantity',
    of: { kind: 'least', of: [{ kind: 'pounds', pounds: ratio(number) }, of] },
    clause: '1',
  });
  expect(stepsOf(within(25, ten), 'events', [1], claims)).toEqual([
    ['£20.00 for all events up to the end of Q1: £20.00 to date', '20', '20.00'],
    ['£30.00 for all events up to the end of Q2, held to its limits: £25.00 to date, less £20.00', '25', '5.00'],
    ['£40.00 for all events up to the end of Q3, held to its limits: £25.00 to date, less £25.00', '25', '0.00'],
  ]);
  const income: Quantity = { kind: 'measure', measure: 'income', part: 'numerator', at: 'to-date' };
  const measures = [{ id: 'income', title: 'i', numerator: 'n', numeratorUnit: 'pound', clause: 'm' }];
  const byFigures = scheme([component('c', within(25, income), { schedule: null })], { measures });
  const known = facts([{ patients: 1, measures: [measured('income', '2015-06-30', '30', '1')] }]);
  expect(run(byFigures, known, 'Q1', '2016-01-15')[0]?.lines[0]?.positions[0]?.steps[1]?.formula).toBe(
    '£30.00 for all figures up to the end of Q1, held to its limits: £25.00 to date',
  );
  // £12 a jab from July: 20.00, then 36.00 − 24.00 more, and 48.00 − 36.00 more on top of the 32.00 before the limit.
  const values = [
    { from: day('2015-04-01'), is: price(10), clause: 'p' },
    { from: day('2015-07-01'), is: price(12), clause: 'p' },
  ];
  const dated: Quantity = { kind: 'product', of: [{ kind: 'over-time', values }, jabs] };
  expect(stepsOf(within(35, dated), 'events', [1], claims)).toEqual([
    ['£20.00 for all events up to the end of Q1: £20.00 to date', '20', '20.00'],
    [
      '£36.00 for all events up to the end of Q2, less £24.00 up to the end of Q1 by the same rules, on top of £20.00: £32.00 to date, less £20.00',
      '32',
      '12.00',
    ],
    [
      '£48.00 for all events up to the end of Q3, less £36.00 up to the end of Q2 by the same rules, on top of £32.00, held to its limits: £35.00 to date, less £32.00',
      '35',
      '3.00',
    ],
  ]);
});

it('tells only why nothing is counted before who joins, and of a figure that is missing only what there is', () => {
  const value: Value = {
    kind: 'quantity',
    clause: '1',
    of: {
      kind: 'sum',
      of: [
        { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'jab' } },
        { kind: 'measure', measure: 'm', part: 'numerator', at: 'each-period' },
      ],
    },
  };
  const joining = { prorate: 'none', list: 'none', clause: 'j' } as const;
  const measures = [{ id: 'm', title: 'm', numerator: 'n', numeratorUnit: 'pound', clause: 'm' }];
  const joiner = {
    patients: null,
    practice: { joinedOn: day('2015-07-01') },
    measures: [measured('m', '2015-09-30', '5', '1')],
  };
  const paying = scheme([component('c', value, { schedule: null })], { joining, measures });
  const [account] = run(paying, facts([joiner]), 'Q3', '2016-01-15', [claim('jab', '2015-07-02', '2015-07-02')]);
  expect(account?.lines[0]?.steps).toEqual([]);
  const told = account?.lines[0]?.positions.map(({ steps }) =>
    steps.map(({ step, formula, value, rounded }) => [step, formula, value, rounded]).slice(0, -2),
  );
  expect(told?.[0]).toEqual([['joining', 'joined on 2015-07-01, after Q1 ended', '0', 0n]]);
  expect(told?.[1]?.at(-1)?.[0]).toBe('events');
  expect(told?.[2]?.map(([step]) => step)).not.toContain('events');
});

it('says of each instalment that it is rounded for itself, and what is worth another sum in each period', () => {
  const worth: Value = { kind: 'fixed', pounds: ratio(100), clause: '1' };
  const third = scheduleOf([ratio(1, 3), ratio(1, 3), ratio(1, 3), ratio(0)]);
  const paying = scheme([component('c', worth, { schedule: { ...third, rounded: 'each' } })]);
  const [account] = run(paying, facts([{ patients: 1 }]), 'Q3', '2016-01-15');
  const formulas = account?.lines[0]?.positions.map(
    ({ steps }) => steps.find(({ step }) => step === 'schedule')?.formula,
  );
  expect(formulas).toEqual([
    '1/3 of £100.00: £33.33 to date, each instalment rounded for itself',
    '2/3 of £100.00: £66.66 to date, less £33.33, each instalment rounded for itself',
    '100% of £100.00: £100.00 to date, less £66.66, each instalment rounded for itself',
  ]);
  const anew: Value = {
    kind: 'quantity',
    of: {
      kind: 'over-time',
      values: [{ from: day('2015-07-01'), is: { kind: 'pounds', pounds: ratio(400) }, clause: 'p' }],
    },
    clause: '1',
  };
  const [dated] = run(scheme([component('c', anew)]), facts([{ patients: 1 }]), 'Q3', '2016-01-15');
  expect(dated?.lines[0]?.steps).toEqual([]);
  expect(dated?.lines[0]?.positions.map(({ steps }) => steps.find(({ step }) => step === 'schedule')?.formula)).toEqual(
    [
      '£0.00 in Q1: £0.00 to date',
      '£100.00 in Q2: £100.00 to date, less £0.00',
      '£100.00 in Q3: £200.00 to date, less £100.00',
    ],
  );
});

it('says what a period is worth by itself where each is worked out anew, or is measured with another network', () => {
  const worth: Value = { kind: 'fixed', pounds: ratio(100), clause: '1' };
  const four = { ...scheduleOf([1, 1, 1, 1].map((share) => ratio(share))), eachPeriod: true as const };
  const formulas = (account: ReturnType<typeof run>[number] | undefined) =>
    account?.lines[0]?.positions.map(({ steps }) => steps.map(({ formula }) => formula).slice(0, -2));
  const [anew] = run(scheme([component('c', worth, { schedule: four })]), facts([{ patients: 1 }]), 'Q2', '2016-01-15');
  expect(formulas(anew)).toEqual([
    ['£100.00 in Q1: £100.00 to date'],
    ['£100.00 in Q2: £200.00 to date, less £100.00'],
  ]);
  const achievement = {
    kind: 'measured',
    measure: 'm',
    measuredAt: 'pcn',
    scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
    zeroDenominator: ratio(1),
    onAccount: null,
    clause: '3',
  } as const;
  const own = { patients: 1, practice: { pcn: 'P' }, measures: [measured('m', '2015-06-30', '1', '2')] };
  const moved = { from: day('2015-07-01'), locality: null, pcn: 'U', line: 2 };
  const known = { ...facts([own]), memberships: new Map([['Z00001', [moved]]]) };
  const [account] = run(scheme([component('c', worth, { achievement })]), known, 'Q2', '2016-01-15');
  expect(account?.lines[0]?.steps.map(({ formula }) => formula)).toEqual(['a fixed sum']);
  expect(formulas(account)).toEqual([
    [
      'm at 2015-06-30: 1 of 2, its network together is 50%, on the line from 0% (nothing) to 100% (all)',
      '£12.50 in Q1: £12.50 to date',
    ],
    ['in no network (pcn_code U), by which this is earned', '£0.00 in Q2: £12.50 to date, less £12.50'],
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
