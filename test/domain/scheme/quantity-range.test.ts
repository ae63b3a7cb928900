import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { formatExact, type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import type { LineQuantity, Quantity } from '../../../src/domain/scheme/quantity.ts';
import { constantOf, rangeOf } from '../../../src/domain/scheme/quantity-range.ts';

const pounds = (sum: number): Quantity => ({ kind: 'pounds', pounds: ratio(sum) });
const patients: Quantity = { kind: 'patients' };
const share: Quantity = { kind: 'share', share: ratio(1, 2), of: pounds(100) };
const number = (written: number): Quantity => ({ kind: 'number', number: ratio(written) });
const [from, to] = [day('2020-04-01'), day('2021-03-31')];
const growth: Quantity = { kind: 'change', measure: 'hectares', part: 'numerator', from, to };
const fall: Quantity = { ...growth, below: 'zero' };
/** Patients over five, or the lack of them. */
const mayFall = { kind: 'difference', from: patients, less: number(5), below: 'zero' } as const;
const bands = (how: 'whole' | 'marginal', ...sums: readonly number[]): Quantity => {
  return { kind: 'bands', how, on: patients, bands: sums.map((sum, at) => ({ from: ratio(at), is: number(sum) })) };
};
type Point = Readonly<Partial<Record<'is' | 'below' | 'above', number>>>;
const line = (points: readonly Point[], beyond?: 'goes-on'): LineQuantity => ({
  kind: 'line',
  on: patients,
  points: points.map(({ is = 0, below, above }, place) => ({
    at: ratio(place),
    is: pounds(is),
    below: below === undefined ? undefined : pounds(below),
    above: above === undefined ? undefined : pounds(above),
  })),
  beyond,
});
const say = (bound: Ratio | null) => (bound === null ? '…' : formatExact(bound));

const ranges: readonly (readonly [string, Quantity, string])[] = [
  ['a sum of money', pounds(5), '5 to 5'],
  ['patients', patients, '0 to …'],
  ['a rate for patients', { kind: 'rate', pounds: ratio(2), for: patients }, '0 to …'],
  ['a share', share, '50 to 50'],
  ['a sum', { kind: 'sum', of: [pounds(1), pounds(2)] }, '3 to 3'],
  ['the least of two', { kind: 'least', of: [pounds(9), { kind: 'rate', pounds: ratio(1), for: patients }] }, '0 to 9'],
  [
    'the greatest of two',
    { kind: 'greatest', of: [pounds(9), { kind: 'rate', pounds: ratio(1), for: patients }] },
    '9 to …',
  ],
  ['a difference', { kind: 'difference', from: pounds(3), less: pounds(5) }, '0 to 0'],
  ['a difference that may fall', { kind: 'difference', from: pounds(3), less: pounds(5), below: 'zero' }, '-2 to -2'],
  ['a ratio', { kind: 'ratio', of: pounds(3), to: { kind: 'number', number: ratio(2) } }, '1.5 to 1.5'],
  ['bands', { kind: 'bands', how: 'whole', on: patients, bands: [{ from: ratio(0), is: pounds(7) }] }, '0 to 7'],
  [
    'rounded',
    {
      kind: 'rounded',
      places: 0,
      mode: 'down',
      of: { kind: 'ratio', of: pounds(3), to: { kind: 'number', number: ratio(2) } },
    },
    '1 to 1',
  ],
  ['a figure', { kind: 'measure', measure: 'hectares', part: 'numerator', at: 'latest' }, '0 to …'],
  ['growth', growth, '0 to …'],
  ['growth that may be below nothing', fall, '… to …'],
  ['events', { kind: 'events', event: 'visit' }, '0 to …'],
  ['events up to a number', { kind: 'events', event: 'visit', atMost: 26 }, '0 to 26'],
  ['events up to a figure', { kind: 'events', event: 'visit', atMost: patients }, '0 to …'],
  ['what was claimed', { kind: 'claimed', event: 'visit', ceilings: [] }, '0 to …'],
  ['what each line is worth', { kind: 'each-line', measure: 'hectares', at: 'latest', of: patients }, '0 to …'],
  ['what each line may lose', { kind: 'each-line', measure: 'hectares', at: 'latest', of: mayFall }, '… to …'],
  ['a name', { kind: 'named', name: 'five', is: pounds(5) }, '5 to 5'],
  ['a name that stands for nothing yet', { kind: 'named', name: 'five' }, '… to …'],
  ['a share of what may fall', { kind: 'share', share: ratio(1, 2), of: mayFall }, '… to …'],
  ['a rate for growth that may be below nothing', { kind: 'rate', pounds: ratio(2), for: fall }, '… to …'],
  ['a share of growth', { kind: 'share', share: ratio(1, 2), of: growth }, '0 to …'],
  ['growth of all that may be below nothing', { kind: 'of-all', how: 'total', of: fall }, '… to …'],
  ['a line of three points that rises on', line([{ is: 9 }, { is: 2 }, { is: 5 }], 'goes-on'), '2 to …'],
  ['a line of three points that falls on', line([{ is: 2 }, { is: 9 }, { is: 5 }], 'goes-on'), '… to 9'],
  ['a rate for what may fall', { kind: 'rate', pounds: ratio(1, 2), for: mayFall }, '… to …'],
  ['a sum without end', { kind: 'sum', of: [pounds(2), patients] }, '2 to …'],
  ['a sum with what may fall', { kind: 'sum', of: [pounds(2), fall] }, '… to …'],
  ['a product', { kind: 'product', of: [pounds(2), number(3), number(4)] }, '24 to 24'],
  ['a product without end', { kind: 'product', of: [pounds(2), patients] }, '0 to …'],
  ['a product with what is below nothing', { kind: 'product', of: [patients, number(-1)] }, '… to …'],
  ['the least of what may fall', { kind: 'least', of: [pounds(9), fall] }, '… to 9'],
  ['the least of two without end', { kind: 'least', of: [patients, growth] }, '0 to …'],
  ['the least of two sums', { kind: 'least', of: [pounds(9), pounds(7)] }, '7 to 7'],
  ['the greatest of two sums', { kind: 'greatest', of: [pounds(7), pounds(9)] }, '9 to 9'],
  ['the greatest of what may fall', { kind: 'greatest', of: [pounds(9), fall] }, '9 to …'],
  ['the greatest of two that may fall', { kind: 'greatest', of: [fall, fall] }, '… to …'],
  ['a difference of sums', { kind: 'difference', from: pounds(9), less: pounds(5) }, '4 to 4'],
  ['what is left of a sum', { kind: 'difference', from: pounds(9), less: patients }, '0 to 9'],
  ['what is over a sum', { kind: 'difference', from: patients, less: pounds(5) }, '0 to …'],
  ['a difference that comes back', { ...mayFall, below: 'comes-back' }, '-5 to …'],
  ['a sum less what has no end', { kind: 'difference', from: pounds(5), less: patients, below: 'zero' }, '… to 5'],
  ['a ratio without end', { kind: 'ratio', of: patients, to: number(2) }, '0 to …'],
  ['a ratio to a figure', { kind: 'ratio', of: patients, to: patients }, '0 to …'],
  ['a ratio of what may fall', { kind: 'ratio', of: mayFall, to: number(2) }, '-2.5 to …'],
  ['a ratio of what may fall to a figure', { kind: 'ratio', of: mayFall, to: patients }, '… to …'],
  ['a ratio to what may fall', { kind: 'ratio', of: patients, to: mayFall }, '… to …'],
  ['a ratio to a number below nothing', { kind: 'ratio', of: mayFall, to: number(-2) }, '… to 2.5'],
  ['a ratio to nothing', { kind: 'ratio', of: pounds(3), to: number(0) }, '0 to …'],
  ['figures rounded', { kind: 'rounded', places: 0, mode: 'down', of: patients }, '0 to …'],
  ['growth rounded', { kind: 'rounded', places: 0, mode: 'down', of: fall }, '… to …'],
  ['bands on either side of nothing', bands('whole', -3, 7), '-3 to 7'],
  ['rates of bands', bands('marginal', 3, 7), '0 to …'],
  ['rates of bands of which one takes off', bands('marginal', 3, -7), '… to …'],
  ['a line', line([{ is: 2 }, { is: 5 }]), '2 to 5'],
  [
    'a line with jumps',
    line([
      { is: 2, below: 1 },
      { is: 5, above: 9 },
    ]),
    '1 to 9',
  ],
  ['a line that rises on', line([{ is: 2 }, { is: 5 }], 'goes-on'), '2 to …'],
  ['a line that falls on', line([{ is: 5 }, { is: 2 }], 'goes-on'), '… to 5'],
  ['a line that rises to a jump and falls on', line([{ is: 5, above: 9 }, { is: 7 }], 'goes-on'), '… to 9'],
  ['a line that falls to a jump and rises on', line([{ is: 5 }, { is: 2, below: 6 }], 'goes-on'), '2 to …'],
  ['a line that stays level', line([{ is: 5 }, { is: 5 }], 'goes-on'), '5 to …'],
  ['a line that goes on by a figure', { ...line([{ is: 5 }]), beyond: 'goes-on' }, '… to …'],
  ['what all have', { kind: 'of-all', how: 'total', of: pounds(5) }, '0 to …'],
  ['what all may lose', { kind: 'of-all', how: 'total', of: mayFall }, '… to …'],
  ['the average of all', { kind: 'of-all', how: 'average', of: pounds(5) }, '5 to 5'],
  ['a place among all', { kind: 'rank', of: patients, from: 'lowest' }, '1 to …'],
  [
    'what changes from a day, and is nothing before the first',
    {
      kind: 'over-time',
      values: [3, 5].map((sum) => ({ from: day('2020-04-01'), is: pounds(sum), clause: 'c' })),
    },
    '0 to 5',
  ],
];

describe('the range of a quantity before any data', () => {
  it.each(ranges)('of %s', (_, quantity, says) => {
    const { least, most } = rangeOf(quantity);
    expect(`${say(least)} to ${say(most)}`).toBe(says);
  });

  it('is a single value only where nothing depends on data', () => {
    expect(constantOf(patients)).toBeNull();
    expect(constantOf(bands('whole', 7))).toBeNull();
    expect(constantOf(share)).toEqual(ratio(100, 2));
  });
});
