import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  equals,
  formatExact,
  formatShare,
  isZero,
  multiply,
  parseDecimal,
  parseShare,
  type Ratio,
  ratio,
  reduced,
  subtract,
  sum,
  within,
} from '../../../src/domain/money/ratio.ts';

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

  it('brings two fractions to one denominator', () => {
    expect(formatExact(add(ratio(1, 2), ratio(1, 3)))).toBe('5/6');
    expect(formatExact(subtract(ratio(1, 2), ratio(1, 3)))).toBe('1/6');
    expect(formatExact(sum([ratio(1, 2), ratio(1, 3), ratio(1, 6)]))).toBe('1');
    expect(formatExact(sum([]))).toBe('0');
    expect(formatExact(divide(ratio(1, 2), ratio(-1, 4)))).toBe('-2');
  });

  it('keeps the sign above the line', () => {
    expect([ratio(3, -4), ratio(-3, -4)]).toEqual([
      { n: -3n, d: 4n },
      { n: 3n, d: 4n },
    ]);
  });

  it('tells nothing from what is not', () => {
    expect([ratio(0), ratio(0, 7), ratio(1, 100), ratio(-1)].map(isZero)).toEqual([true, true, false, false]);
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

describe('what is seen without lowest terms', () => {
  /** Many that come out in pence or per cents, and many that do not. */
  const shown = fc
    .oneof(
      anyRatio,
      fc.tuple(
        fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
        fc.constantFrom(1n, 2n, 3n, 8n, 40n, 100n, 250n, 1000n),
      ),
    )
    .map((x) => (Array.isArray(x) ? ratio(x[0], x[1]) : x));

  it('is written as in lowest terms, whatever the denominator', () => {
    fc.assert(
      fc.property(shown, fc.bigInt({ min: 1n, max: 10n ** 6n }), (x, times) => {
        const blownUp = ratio(x.n * times, x.d * times);
        expect(formatExact(blownUp)).toBe(plainlyWritten(reduced(x)));
        const { n, d } = reduced(x);
        const percent = plainlyWritten(reduced(ratio(n * 100n, d)));
        expect(formatShare(blownUp)).toBe(percent.includes('/') ? `${n}/${d}` : `${percent}%`);
      }),
    );
  });

  it('compares as by cross-multiplying', () => {
    fc.assert(
      fc.property(shown, shown, fc.boolean(), (a, b, isAlike) => {
        const other = isAlike ? ratio(b.n, a.d) : b;
        expect(Math.sign(compare(a, other))).toBe(
          Number(a.n * other.d > other.n * a.d) - Number(a.n * other.d < other.n * a.d),
        );
        expect(equals(a, other)).toBe(compare(a, other) === 0);
      }),
    );
  });
});

/** A fraction in lowest terms by long division, or as it stands where that does not end. */
function plainlyWritten({ n, d }: Ratio): string {
  const size = n < 0n ? -n : n;
  let digits = '';
  let rest = size % d;
  while (rest !== 0n && digits.length < 60) {
    digits += (rest * 10n) / d;
    rest = (rest * 10n) % d;
  }
  if (rest !== 0n) return `${n}/${d}`;
  return `${n < 0n ? '-' : ''}${size / d}${digits === '' ? '' : `.${digits}`}`;
}
