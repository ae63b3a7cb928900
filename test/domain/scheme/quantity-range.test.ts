import { describe, expect, it } from 'vitest';
import { formatExact, type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import { constantOf, rangeOf } from '../../../src/domain/scheme/quantity-range.ts';

const pounds = (sum: number): Quantity => ({ kind: 'pounds', pounds: ratio(sum) });
const patients: Quantity = { kind: 'patients' };
const share: Quantity = { kind: 'share', share: ratio(1, 2), of: pounds(100) };
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
];

describe('the range of a quantity before any data', () => {
  it.each(ranges)('of %s', (_, quantity, says) => {
    const { least, most } = rangeOf(quantity);
    expect(`${say(least)} to ${say(most)}`).toBe(says);
  });

  it('is a single value only where nothing depends on data', () => {
    expect(constantOf(patients)).toBeNull();
    expect(constantOf(share)).toEqual(ratio(100, 2));
  });
});
