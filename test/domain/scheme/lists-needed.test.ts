import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import {
  countsAnew,
  countsOwnList,
  countsPatients,
  dayOfLists,
  otherListsNeeded,
} from '../../../src/domain/scheme/lists-needed.ts';
import type { PatientsQuantity } from '../../../src/domain/scheme/quantity.ts';
import type { Component, Value } from '../../../src/domain/scheme/scheme.ts';
import { component, quarters, scheme } from '../../make/scheme.ts';

// The scheme counts registered patients at 31 March 2015, the day before its term, or at 1 January in its place.
const own = { kind: 'registered', at: day('2015-03-31'), acceptedInstead: [day('2015-01-01')], clause: 'population' };
const counting = (...blocks: readonly Omit<PatientsQuantity, 'kind'>[]) =>
  scheme(
    blocks.map((block, at) => {
      const value: Value = {
        kind: 'quantity',
        of: { kind: 'rate', pounds: ratio(1), for: { kind: 'patients', ...block } },
        clause: 'c',
      };
      return component(`c${at}`, value);
    }),
    { population: own },
  );
const fixed = scheme([component('a', { kind: 'fixed', pounds: ratio(1), clause: 'c' })], { population: own });

describe('a list beside that of the scheme', () => {
  const needed = (block: Omit<PatientsQuantity, 'kind'>) =>
    otherListsNeeded(counting(block)).map(({ population, dates, isNeeded }) => {
      return `${population} at ${dates.map(formatDay).join(', ')}: ${isNeeded ? 'needed' : 'may come later'}`;
    });

  it.each([
    ['is none for its own list', {}, []],
    ['is that of others at the same date', { population: 'weighted' }, ['weighted at 2015-03-31, 2015-01-01: needed']],
    ['is that of an earlier date', { at: day('2014-12-31') }, ['registered at 2014-12-31: needed']],
    [
      'is that of the date itself, or one in its place',
      { at: day('2015-03-31') },
      ['registered at 2015-03-31, 2015-01-01: needed'],
    ],
    ['is that of the first day of the term', { at: day('2015-04-01') }, ['registered at 2015-04-01: needed']],
    [
      'is one of a day in the term, which may come later',
      { at: day('2015-04-02') },
      ['registered at 2015-04-02: may come later'],
    ],
    [
      'is that of the first day of each period',
      { at: 'each-period' as const },
      ['registered at 2015-04-01, 2015-07-01, 2015-10-01, 2016-01-01: may come later'],
    ],
  ])('%s', (_, block, expected) => {
    expect(needed(block)).toEqual(expected);
  });

  it('is needed at the date of the scheme be it after the first day of the term', () => {
    const at = day('2015-06-30');
    const later = {
      ...counting({ population: 'weighted' }, { population: 'weighted', at }),
      population: { ...own, at },
    };
    expect(otherListsNeeded(later).map(({ isNeeded }) => isNeeded)).toEqual([true, true]);
  });

  it('of each quarter is that of the first period in it', () => {
    const months = quarters.flatMap(({ start }) =>
      [0, 31, 62].map((days) => ({ start: (start + days) as typeof start })),
    );
    const of = months.map(({ start }, index) => ({ id: `${index}`, title: '', index, start, end: start, clause: '' }));
    const made = { ...counting({ at: 'each-quarter' }), periods: of };
    expect(otherListsNeeded(made)[0]?.dates.map(formatDay)).toEqual([
      '2015-04-01',
      '2015-07-01',
      '2015-10-01',
      '2016-01-01',
    ]);
  });
});

it.each([
  ['2015-04-01', '2015-04-01'],
  ['2015-06-30', '2015-04-01'],
  ['2015-07-01', '2015-07-01'],
  ['2016-03-01', '2016-01-01'],
])('counts in a period from %s the list of the quarter from %s', (start, quarter) => {
  const period = { id: 'p', title: '', index: 0, start: day(start), end: day('2016-03-31'), clause: '' };
  expect(formatDay(dayOfLists(fixed, period, 'each-quarter'))).toBe(quarter);
  expect(formatDay(dayOfLists(fixed, period, 'each-period'))).toBe(start);
});

it('knows whether a scheme counts its own list, or patients at all', () => {
  const both = counting({}, { population: 'weighted' });
  const schemes = [fixed, counting({}), both, counting({ population: 'weighted' }), counting({ at: 'each-period' })];
  expect(schemes.map(countsOwnList)).toEqual([false, true, true, false, false]);
  expect(schemes.map(countsPatients)).toEqual([false, true, true, true, true]);
});

it('knows which components count patients anew', () => {
  const { components } = counting({}, { at: day('2015-04-01') }, { at: 'each-period' }, { at: 'each-quarter' });
  const figure: Value = {
    kind: 'quantity',
    of: { kind: 'measure', measure: 'm', part: 'numerator', at: 'each-period' },
    clause: 'c',
  };
  const [, , anew] = components;
  const cap = {
    id: 'cap',
    title: 'Cap',
    kind: 'cap',
    pounds: { kind: 'pounds', pounds: ratio(9) },
    clause: 'c',
  } as const;
  const capped = { ...anew, adjustments: [cap] } as Component;
  expect([...components, component('figure', figure), capped].map(countsAnew)).toEqual([
    false,
    false,
    true,
    true,
    false,
    true,
  ]);
});
