import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  formatExact,
  formatShare,
  multiply,
  parseDecimal,
  parseShare,
  ratio,
  subtract,
  within,
} from '../../src/domain/ratio.ts';

const anyRatio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => ratio(n, d));

describe('reading', () => {
  it.each([
    ['0.125', '0.125'],
    ['1/8', '0.125'],
    ['12.5%', '0.125'],
    ['-0.50', '-0.5'],
    ['100%', '1'],
    ['2/3', '2/3'],
    ['33.3%', '0.333'],
  ])('takes %s as exactly %s', (text, exact) => {
    const share = parseShare(text);
    expect(share && formatExact(share)).toBe(exact);
  });

  it.each(['', '.5', '5.', '1e3', '1,000', '1/0', '1/2/3', '½', ' 1', '٣', '0x10', '%', '--1', '1/-2'])(
    'takes %j for no share',
    (text) => {
      expect(parseShare(text)).toBeNull();
    },
  );

  it('takes no decimal of more digits than anyone pays', () => {
    expect(parseDecimal('1'.repeat(31))).toBeNull();
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyRatio, (x) => {
        const read = parseShare(formatExact(x));
        expect(read === null || equals(read, x)).toBe(true);
      }),
    );
  });
});

describe('arithmetic', () => {
  it('is exact where decimals are not', () => {
    expect(formatExact(add(ratio(1, 10), ratio(2, 10)))).toBe('0.3');
    expect(formatExact(multiply(ratio(1, 3), ratio(3)))).toBe('1');
    expect(compare(ratio(2399, 3000), ratio(8, 10))).toBe(-1);
    expect(compare(ratio(2400, 3000), ratio(8, 10))).toBe(0);
  });

  it('undoes itself', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, (x, y) => {
        expect(equals(subtract(add(x, y), y), x)).toBe(true);
        if (y.n !== 0n) expect(equals(divide(multiply(x, y), y), x)).toBe(true);
      }),
    );
  });

  it('keeps a figure within its bounds', () => {
    expect(formatExact(within(ratio(0), ratio(5, 4), ratio(1)))).toBe('1');
    expect(formatExact(within(ratio(0), ratio(-1, 4), ratio(1)))).toBe('0');
    expect(formatExact(within(ratio(0), ratio(1, 4), ratio(1)))).toBe('0.25');
  });

  it('knows no denominator of zero', () => {
    expect(() => ratio(1, 0)).toThrow('a ratio with a denominator of zero');
  });
});

it('writes a share as a percentage where that is exact', () => {
  expect([ratio(1, 4), ratio(1, 3), ratio(6, 6), ratio(1, 800)].map(formatShare)).toEqual([
    '25%',
    '1/3',
    '100%',
    '0.125%',
  ]);
});
