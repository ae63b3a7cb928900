import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { blocksIn, namedBy, type Quantity } from '../../../src/domain/scheme/quantity.ts';
import { isToDate, namesMeasure, variesByPeriod } from '../../../src/domain/scheme/quantity-kinds.ts';

const a: Quantity = { kind: 'number', number: ratio(1) };
const from = day('2020-04-01');
const growth: Quantity = { kind: 'change', measure: 'hectares', part: 'numerator', from, to: day('2021-03-31') };

describe('the way to each block within a quantity, as a finding names it', () => {
  it.each<[string, Quantity, readonly string[]]>([
    ['a number has none', a, []],
    ['growth has none', growth, []],
    ['claims up to a number have none', { kind: 'events', event: 'visit', atMost: 5 }, []],
    ['claims up to a figure', { kind: 'events', event: 'visit', atMost: a }, ['atMost']],
    ['what was claimed, up to a figure', { kind: 'claimed', event: 'visit', atMost: a, ceilings: [] }, ['atMost']],
    ['so much for each', { kind: 'rate', pounds: ratio(1), for: a }, ['for']],
    ['added up', { kind: 'sum', of: [a, a] }, ['of.0', 'of.1']],
    ['a difference', { kind: 'difference', from: a, less: a }, ['from', 'less']],
    ['a ratio', { kind: 'ratio', of: a, to: a }, ['of', 'to']],
    ['a share', { kind: 'share', share: ratio(1, 2), of: a }, ['of']],
    ['of all', { kind: 'of-all', how: 'total', of: a }, ['of']],
    ['a place among all', { kind: 'rank', of: a, from: 'lowest' }, ['of']],
    ['by name', { kind: 'named', name: 'one', is: a }, ['is']],
    ['a name that stands for nothing yet', { kind: 'named', name: 'one' }, []],
    [
      'bands, of which one begins where the data say',
      {
        kind: 'bands',
        how: 'whole',
        on: a,
        bands: [
          { from: ratio(0), is: a },
          { from: a, is: a },
        ],
      },
      ['on', 'bands.0.is', 'bands.1.is', 'bands.1.from'],
    ],
    [
      'a line with a jump at a place that the data say',
      {
        kind: 'line',
        on: a,
        points: [
          { at: ratio(0), is: a },
          { at: a, is: a, below: a, above: a },
        ],
      },
      ['on', 'points.0.is', 'points.1.is', 'points.1.at', 'points.1.below', 'points.1.above'],
    ],
    [
      'what changes from a day',
      {
        kind: 'over-time',
        values: [
          { from, is: a, clause: 'c' },
          { from, is: a, clause: 'c' },
        ],
      },
      ['values.0.is', 'values.1.is'],
    ],
    [
      'a block within a block',
      { kind: 'sum', of: [a, { kind: 'share', share: ratio(1), of: a }] },
      ['of.0', 'of.1', 'of.1.of'],
    ],
  ])('%s', (_, quantity, ways) => {
    const [self, ...inside] = blocksIn(quantity);
    expect(self).toEqual({ block: quantity, at: [] });
    expect(inside.map(({ at }) => at.join('.'))).toEqual(ways);
    expect(inside.every(({ block, at }) => block === a || at.length === 2)).toBe(true);
  });
});

it('knows what a name stands for, and no name for nothing', () => {
  expect(namedBy({ kind: 'named', name: 'one', is: a })).toBe(a);
  expect(() => namedBy({ kind: 'named', name: 'one' })).toThrow('nothing stands for the name one');
});

const figure = (at: object | string): Quantity => {
  return { kind: 'measure', measure: 'hectares', part: 'numerator', at } as Quantity;
};

describe('a quantity that differs from period to period', () => {
  it.each<[string, Quantity, boolean]>([
    ['is no number', a, false],
    ['is no list of one day', { kind: 'patients' }, false],
    ['is a list counted anew', { kind: 'patients', at: 'each-period' }, true],
    ['is a list of each quarter', { kind: 'patients', at: 'each-quarter' }, true],
    ['is no latest figure', figure('latest'), false],
    ['is no figure of one day', figure(from), false],
    ['is a figure of each period', figure('each-period'), true],
    ['is figures added up', figure('to-date'), true],
    ['is a figure of the period before', figure({ periodsBefore: 1 }), true],
    ['is no growth', growth, false],
    ['is the lines of each period', { kind: 'each-line', measure: 'm', at: 'each-period', of: a }, true],
    ['is no latest lines', { kind: 'each-line', measure: 'm', at: 'latest', of: a }, false],
    ['is claims', { kind: 'events', event: 'visit' }, true],
    ['is what changes from a day', { kind: 'over-time', values: [{ from, is: a, clause: 'c' }] }, true],
    ['is whatever holds one', { kind: 'sum', of: [a, { kind: 'patients', at: 'each-period' }] }, true],
  ])('%s', (_, quantity, expected) => {
    expect(variesByPeriod(quantity)).toBe(expected);
  });
});

it('adds up over the term by claims and figures to date alone', () => {
  const quantities: readonly Quantity[] = [
    { kind: 'events', event: 'visit' },
    { kind: 'claimed', event: 'visit', ceilings: [] },
    { kind: 'events', event: 'visit', at: 'each-period' },
    figure('to-date'),
    figure('latest'),
    { kind: 'patients' },
  ];
  expect(quantities.map(isToDate)).toEqual([true, true, false, true, false, false]);
});

it('names a measure where it is a figure, its growth, or what its lines are worth', () => {
  const lines: Quantity = { kind: 'each-line', measure: 'm', at: 'latest', of: a };
  expect([figure('latest'), growth, lines, a, { kind: 'patients' } as const].map(namesMeasure)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
