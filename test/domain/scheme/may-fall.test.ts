import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { comesBack, goesBelowNothing, mayFall } from '../../../src/domain/scheme/may-fall.ts';
import { isPaidByEvents } from '../../../src/domain/scheme/paid-events.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Achievement, Component, PlainValue, Scale, Value } from '../../../src/domain/scheme/scheme.ts';
import { component, scheme } from '../../make/scheme.ts';

const clause = 'c';
const pounds = (sum: number): Quantity => ({ kind: 'pounds', pounds: ratio(sum) });
const worth = (of: Quantity): PlainValue => ({ kind: 'quantity', of, clause });
const shareOf = (of: PlainValue): Value => ({ kind: 'share', of, path: [], clause });
const patients: Quantity = { kind: 'rate', pounds: ratio(1), for: { kind: 'patients' } };
const visits: Quantity = { kind: 'rate', pounds: ratio(1), for: { kind: 'events', event: 'visit' } };
const visitsOfPeriod: Quantity = {
  kind: 'rate',
  pounds: ratio(1),
  for: { kind: 'events', event: 'visit', at: 'each-period' },
};
const spent: Quantity = { kind: 'measure', measure: 'spending', part: 'numerator', at: 'to-date' };
const balance: Quantity = { kind: 'difference', from: patients, less: pounds(5), below: 'zero' };
const sure: Quantity = { kind: 'difference', from: pounds(5), less: pounds(3), below: 'zero' };
const comingBack: Quantity = { kind: 'difference', from: patients, less: pounds(5), below: 'comes-back' };
const hectares = {
  kind: 'change',
  measure: 'hectares',
  part: 'numerator',
  from: day('2020-04-01'),
  to: day('2021-03-31'),
} as const;
const perEvent: PlainValue = { kind: 'per-event', event: 'visit', pounds: ratio(5), atMost: null, clause };
const fixed: PlainValue = { kind: 'fixed', pounds: ratio(5), clause };
const pool: PlainValue = { kind: 'pool', pounds: ratio(5), clause };
const shared: PlainValue = { kind: 'shared', of: patients, by: null, within: 'pcn', clause };
const envelope: PlainValue = { kind: 'envelope', pounds: pounds(9), of: visits, clause };
const cap = { id: 'cap', title: 'Cap', kind: 'cap', pounds: pounds(9), clause } as const;

const scaled = (scale: Scale): Achievement => ({
  kind: 'measured',
  measure: 'checks',
  scale,
  zeroDenominator: ratio(0),
  onAccount: null,
  clause,
});
const points = (...given: readonly object[]): Achievement =>
  scaled({ kind: 'line', points: given.map((point, at) => ({ at: ratio(at), pays: ratio(1, 2), ...point })) });

describe('what is worth less in a period than in the one before', () => {
  const falls = (value: Value, given: Partial<Component> = {}, at: 'component' | 'period' = 'component') => {
    const made = scheme([component('a', value, given)]);
    return mayFall(component('a', value, given), { ...made, rounding: { ...made.rounding, at } });
  };

  it.each<[string, Value, boolean]>([
    ['a fixed sum never is', fixed, false],
    ['a rate a patient never is', { kind: 'per-patient', pounds: ratio(1), clause }, false],
    ['what is to be confirmed never is', { kind: 'to-be-confirmed', what: 'the rate', clause }, false],
    ['a share of a fixed sum never is', shareOf(fixed), false],
    ['what is paid by the event never is', perEvent, false],
    ['a figure of the whole term never is', worth(patients), false],
    ['events of each period never are', worth(visitsOfPeriod), false],
    ['a part of a pot may be', pool, true],
    ['a share of a pot may be', shareOf(pool), true],
    ['a part of a shared sum may be', shared, true],
    ['a part of an envelope may be', envelope, true],
    ['what goes by events to date may be', worth(visits), true],
    ['what goes by figures to date may be', worth(spent), true],
    ['what may be below nothing may be', worth(balance), true],
    ['what comes back may be', worth(comingBack), true],
  ])('%s', (_, value, expected) => {
    expect(falls(value)).toBe(expected);
  });

  it('may be what is rounded together, and no other', () => {
    expect([falls(fixed, {}, 'period'), falls(perEvent, {}, 'period')]).toEqual([true, false]);
  });

  it('may be what is paid by the event under a cap', () => {
    expect(falls(perEvent, { adjustments: [cap] })).toBe(true);
    expect(falls(fixed, { adjustments: [cap] })).toBe(false);
  });

  it('may be what a scale makes less than nothing', () => {
    expect(falls(fixed, { achievement: points({ pays: ratio(-1, 10) }) })).toBe(true);
  });
});

describe('what is below nothing by itself', () => {
  it.each<[string, Value, boolean]>([
    ['a fixed sum never is', fixed, false],
    ['a figure never is', worth(patients), false],
    ['a sum that is below nothing is', worth({ kind: 'sum', of: [balance, pounds(4)] }), true],
    ['a difference that is kept above nothing never is', worth({ ...balance, below: undefined } as Quantity), false],
    ['a difference that may be is, whatever its figures', worth(sure), true],
    ['a sum of what never comes to less is not', worth({ kind: 'sum', of: [sure, pounds(4)] }), false],
    ['growth that may be a fall is', worth({ ...hectares, below: 'zero' }), true],
    ['growth that counts no fall never is', worth(hectares), false],
    ['the part of what is', shareOf(worth(balance)), true],
    ['the part of what is not', shareOf(worth(patients)), false],
    ['what falls by events is given back instead', worth({ kind: 'sum', of: [balance, visits] }), false],
    ['a difference by events says so itself', worth({ ...balance, from: visits } as Quantity), true],
    ['what comes back is given back instead', worth(comingBack), false],
    [
      'rates of bands that take off are',
      worth({
        kind: 'bands',
        how: 'marginal',
        on: patients,
        bands: [{ from: ratio(0), is: { kind: 'number', number: ratio(-5) } }],
      }),
      true,
    ],
  ])('%s', (_, value, expected) => {
    expect(goesBelowNothing({ value, achievement: null })).toBe(expected);
  });

  it.each<[string, Achievement, boolean]>([
    ['pays less than nothing', points({}, { pays: ratio(-1, 10) }), true],
    ['comes to less than nothing before a jump', points({}, { below: ratio(-1, 10) }), true],
    ['goes from less than nothing after a jump', points({ above: ratio(-1, 10) }, {}), true],
    ['pays nothing at its least', points({ pays: ratio(0) }, { below: ratio(0), above: ratio(1) }), false],
    ['is a plain line', scaled({ kind: 'linear', from: ratio(1, 2), to: ratio(1) }), false],
    ['has steps', scaled({ kind: 'steps', steps: [] }), false],
    ['is to be confirmed', { kind: 'to-be-confirmed', what: 'the scale', clause }, false],
  ])('is told of a scale that %s', (_, achievement, expected) => {
    expect(goesBelowNothing({ value: fixed, achievement })).toBe(expected);
  });
});

it('asks back what a difference anywhere in a value says comes back', () => {
  const values = [
    worth(comingBack),
    worth({ kind: 'sum', of: [pounds(1), comingBack] }),
    worth(balance),
    fixed,
    shared,
  ];
  expect(values.map((value) => comesBack({ value }))).toEqual([true, true, false, false, false]);
});

describe('what is paid as it adds up', () => {
  it.each<[string, Value, boolean]>([
    ['a price an event is', perEvent, true],
    ['events in a quantity are', worth({ kind: 'sum', of: [patients, visits] }), true],
    ['figures added up are', worth(spent), true],
    ['an envelope over what adds up is', { ...envelope, scales: 'what-is-new' } as Value, true],
    ['an envelope of the term is not', envelope, false],
    ['events of a period alone are not', worth(visitsOfPeriod), false],
    ['the latest figure is not', worth({ ...spent, at: 'latest' } as Quantity), false],
    ['a fixed sum is not', fixed, false],
  ])('%s', (_, value, expected) => {
    expect(isPaidByEvents(value)).toBe(expected);
  });
});
