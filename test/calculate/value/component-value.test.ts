import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Adjustment, Component, Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, measured, run, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// What a component is worth before and after its adjustments.

const fixed: Value = { kind: 'fixed', pounds: ratio(400), clause: '1' };
const adjustment = (given: object): Adjustment =>
  ({ id: 'a', title: 'A', clause: '2', ...given }) as unknown as Adjustment;
const told = (of: Component, known: Facts = facts([{ patients: 100 }])) =>
  tell(run(scheme([of]), known, 'Q2', '2016-01-15')[0], 'c');

const anew = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
const perQuarter: Quantity = { kind: 'rate', pounds: ratio(1), for: { kind: 'patients', at: 'each-period' } };
const list = (asAt: string, patients: number) => ({
  population: 'registered',
  asAt: day(asAt),
  patients: ratio(patients),
  line: 2,
});
/** A list that grows from 100 to 120. */
const growing: Facts = {
  ...facts([{ patients: 100 }]),
  otherLists: new Map([['Z00001', [list('2015-04-01', 100), list('2015-07-01', 120)]]]),
};

it('a share of what is worked out anew in each period is that of each', () => {
  const value: Value = {
    kind: 'share',
    of: { kind: 'quantity', of: perQuarter, clause: '1' },
    path: [{ title: 'half', share: ratio(1, 2), clause: '1' }],
    clause: '1',
  };
  expect(told(component('c', value, { schedule: anew }), growing)).toEqual([
    'Q1 released 50.00 payment 50.00',
    'Q2 released 60.00 payment 60.00',
  ]);
});

it('an envelope of what is worked out anew in each period holds what each then earns', () => {
  const envelope: Value = {
    kind: 'envelope',
    of: perQuarter,
    pounds: { kind: 'pounds', pounds: ratio(110) },
    clause: '1',
  };
  expect(told(component('c', envelope, { schedule: anew }), growing)).toEqual([
    'Q1 released 100.00 payment 100.00',
    'Q2 released 110.00 payment 110.00 [capped 10.00]',
  ]);
});

describe('an adjustment', () => {
  const own = (at: 'latest' | 'each-period'): Quantity => ({ kind: 'measure', measure: 'own', part: 'numerator', at });
  const figures = facts([
    { patients: 100, measures: [measured('own', '2015-06-30', '2', '1'), measured('own', '2015-09-30', '4', '1')] },
  ]);
  const hundred = (of: Quantity): Quantity => ({ kind: 'product', of: [{ kind: 'pounds', pounds: ratio(100) }, of] });

  it.each([
    // £400 a year, and £200 and then £400 by the figure of each period.
    ['at most', { kind: 'cap', pounds: hundred(own('each-period')) }, '50.00', '100.00'],
    ['less', { kind: 'deduct', pounds: hundred(own('each-period')) }, '50.00', '0.00'],
    // Of two and then four times £400, and at least £400 and then £800 by the figure of each period.
    ['times', { kind: 'multiply', by: own('each-period') }, '200.00', '400.00'],
    [
      'at least',
      {
        kind: 'floor',
        pounds: { kind: 'product', of: [hundred(own('each-period')), { kind: 'number', number: ratio(2) }] },
      },
      '100.00',
      '200.00',
    ],
  ])('goes by the figure of each period: %s', (_, given, first, second) => {
    const said = (id: string, amount: string) =>
      `${id} released ${amount}${amount === '0.00' ? '' : ` payment ${amount}`}`;
    expect(told(component('c', fixed, { adjustments: [adjustment(given)] }), figures)).toEqual([
      said('Q1', first),
      said('Q2', second),
    ]);
  });

  it('waits for its figure, and nothing is worth anything before', () => {
    const cap = adjustment({ kind: 'cap', pounds: hundred(own('latest')) });
    const waits = ['Q1 withheld 0.00 [withheld 0.00]', 'Q2 withheld 0.00 [withheld 0.00]'];
    expect(told(component('c', fixed, { adjustments: [cap] }))).toEqual(waits);
  });

  it('is told as reached where it changes something', () => {
    const [binds, doesNot] = [100, 500].map((number) =>
      adjustment({ kind: 'cap', pounds: { kind: 'pounds', pounds: ratio(number) } }),
    );
    const adjustments = [doesNot, binds].flatMap((each) => each ?? []);
    const reached: object[] = [];
    const about = {
      period: at(quarters, 0),
      asAt: day('2015-07-15'),
      claims: null,
      reached: (block: object) => reached.push(block),
    };
    const { value } = calculate(scheme([component('c', fixed, { adjustments })]), facts([{ patients: 1 }]), about);
    expect([...(value?.accounts() ?? [])]).toHaveLength(1);
    expect(adjustments.filter((each) => reached.includes(each))).toEqual([binds]);
  });

  it('with a first day takes nothing of the periods before', () => {
    const less = adjustment({
      kind: 'reduce',
      by: ratio(1, 4),
      roundedTo: null,
      mode: 'half-away-from-zero',
      from: day('2015-07-01'),
    });
    expect(told(component('c', fixed, { adjustments: [less] }))).toEqual([
      'Q1 released 100.00 payment 100.00',
      'Q2 released 75.00 payment 75.00',
    ]);
    // Of a shared sum too, and of each one's part of it.
    const whole = { kind: 'pounds', pounds: ratio(400) } as const;
    const value: Value = { kind: 'shared', of: whole, by: null, within: 'all', clause: '1' };
    const cut = ['Q1 released 100.00 payment 100.00', 'Q2 released 75.00 payment 75.00 [capped 25.00]'];
    expect(told(component('c', { ...value, ofEach: [less] }))).toEqual(cut);
  });
});

describe('the steps of a value', () => {
  const steps = (of: Component, known: Facts = facts([{ patients: 1000 }])) =>
    run(scheme([of]), known, 'Q1', '2016-01-15')[0]?.lines[0]?.steps.map(
      ({ step, formula, value, clause }) => `${step}: ${formula} = ${value} (${clause})`,
    );
  const pounds = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number) });

  it('say by what it is worth so much', () => {
    expect(steps(component('c', fixed))).toEqual(['value: a fixed sum = 400 (1)']);
    expect(steps(component('c', { kind: 'per-patient', pounds: ratio(5, 4), clause: '1' }))).toEqual([
      'value: 1,000 patients × £1.25 = 1250 (1)',
    ]);
    expect(
      steps(
        component('c', {
          kind: 'share',
          of: { kind: 'per-patient', pounds: ratio(5), clause: '1' },
          path: [
            { title: 'core', share: ratio(3, 5), clause: '2' },
            { title: 'plan', share: ratio(1, 2), clause: '3' },
          ],
          clause: '1',
        }),
      ),
    ).toEqual([
      'value: 1,000 patients × £5.00 = 5000 (1)',
      'value: of which core: 60% = 3000 (2)',
      'value: of which plan: 50% = 1500 (3)',
    ]);
  });

  it('of a quantity end in the value itself, under the clause of the last', () => {
    const rate: Quantity = { kind: 'rate', pounds: ratio(2), for: { kind: 'patients' } };
    const sum: Quantity = { kind: 'sum', of: [rate, pounds(100)], clause: '4' };
    expect(steps(component('c', { kind: 'quantity', of: sum, clause: '1' }))).toEqual([
      'quantity: 1,000 patients × £2.00 = £2,000.00 = 2000 (4)',
      'value: £2,000.00 + £100.00 = 2100 (4)',
    ]);
    expect(steps(component('c', { kind: 'quantity', of: pounds(70), clause: '1' }))).toEqual([
      'value: £70.00 = 70 (1)',
    ]);
  });

  it('go on with those of each adjustment, after how its figure was worked out', () => {
    const half = { kind: 'number', number: ratio(1, 2) } as const;
    const twoHalves: Quantity = { kind: 'product', of: [pounds(600), half] };
    const [cap, all] = [adjustment({ kind: 'cap', pounds: twoHalves }), adjustment({ kind: 'remove' })];
    expect(steps(component('c', fixed, { adjustments: [cap, all] }))).toEqual([
      'value: a fixed sum = 400 (1)',
      'quantity: £600.00 × 50% = £300.00 = 300 (2)',
      'adjustment: A: at most £300.00 = 300 (2)',
      'adjustment: A: £300.00 removed = 0 (2)',
    ]);
  });

  it('say that what comes to less than nothing counts as nothing', () => {
    const twice = adjustment({ kind: 'multiply', by: { kind: 'number', number: ratio(-2) } });
    expect(steps(component('c', fixed, { adjustments: [twice] }))?.at(-1)).toBe(
      'value: −£800.00, below nothing, counts as nothing = 0 (clause of c)',
    );
    expect(told(component('c', fixed, { adjustments: [twice] }))[0]).toBe('Q1 released 0.00 [below-nothing 0.00]');
  });
});

describe('what comes to nothing by its adjustments', () => {
  const ofAll = adjustment({ kind: 'remove' });
  const pounds = (number: number) => ({ pounds: { kind: 'pounds', pounds: ratio(number) } });

  it('is told where more was deducted than there was, and not for a ceiling that lies above nothing', () => {
    const [capped, deducted] = (['cap', 'deduct'] as const).map((kind) =>
      told(component('c', fixed, { adjustments: [ofAll, adjustment({ kind, ...pounds(500) })] })),
    );
    expect(capped).toEqual(['Q1 released 0.00', 'Q2 released 0.00']);
    expect(deducted).toEqual(['Q1 released 0.00 [below-nothing 0.00]', 'Q2 released 0.00 [below-nothing 0.00]']);
    const toNothing = adjustment({ kind: 'deduct', ...pounds(400) });
    expect(told(component('c', fixed, { adjustments: [toNothing] }))).toEqual(capped);
  });
});

describe('a component that waits for its figure', () => {
  it('is split with the others as they are, so that no penny is lost by a measure of theirs', () => {
    // A quarter of d is 100.005, of c 100.004: the odd penny is of d. Of half of d it is 50.0025, and the penny is of c.
    const achievement = {
      kind: 'measured',
      scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
      zeroDenominator: ratio(0),
      onAccount: null,
      clause: '3',
    } as const;
    const worth = (thousandths: number): Value => ({ kind: 'fixed', pounds: ratio(thousandths, 1000), clause: '1' });
    const measures = ['m', 'n'].map((id) => ({ id, title: '', numerator: '', denominator: '', clause: '3' }));
    const paying = scheme(
      [
        component('c', worth(400_016), { achievement: { ...achievement, measure: 'm' } }),
        component('d', worth(400_020), { achievement: { ...achievement, measure: 'n' } }),
      ],
      { measures, rounding: { ...scheme([]).rounding, at: 'period' } },
    );
    const rows = [measured('n', '2015-06-30', '1', '2')];
    const [account] = run(paying, facts([{ patients: 1, measures: rows }]), 'Q1', '2015-10-15');
    expect(['c', 'd'].map((id) => tell(account, id))).toEqual([
      ['Q1 withheld 0.00 [withheld 100.01]'],
      ['Q1 released 50.00 payment 50.00 [achievement 50.01]'],
    ]);
    expect(account?.lines.map(({ positions }) => positions[0]?.full)).toEqual([100_01n, 100_01n]);
    // Nor where it leaves: 45 of 91 days are owed.
    const leaver = facts([{ patients: 1, measures: rows, practice: { leftOn: day('2015-05-15') } }]);
    const [left] = run(paying, leaver, 'Q1', '2015-10-15');
    expect(['c', 'd'].map((id) => tell(left, id))).toEqual([
      ['Q1 withheld 0.00 [prorated 50.56] [withheld 49.45]'],
      ['Q1 released 24.73 payment 24.73 [achievement 50.01] [prorated 25.27]'],
    ]);
    expect(left?.lines.map(({ positions }) => positions[0]?.full)).toEqual([100_01n, 100_01n]);
  });
});
