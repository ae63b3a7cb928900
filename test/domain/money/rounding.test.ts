import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import {
  ceiling,
  type RoundingMode,
  roundPounds,
  roundTo,
  roundToWhole,
  toThePenny,
} from '../../../src/domain/money/rounding.ts';

describe('a fraction becomes a whole number', () => {
  const numbers = [
    ratio(-5, 2),
    ratio(-3, 2),
    ratio(-1, 2),
    ratio(1, 2),
    ratio(3, 2),
    ratio(5, 2),
    ratio(7, 3),
    ratio(10, 3),
    ratio(11, 3),
    ratio(8, 2),
    ratio(0, 3),
    ratio(-6, 2),
  ];
  it.each<[RoundingMode, bigint[]]>([
    ['half-away-from-zero', [-3n, -2n, -1n, 1n, 2n, 3n, 2n, 3n, 4n, 4n, 0n, -3n]],
    ['half-to-even', [-2n, -2n, 0n, 0n, 2n, 2n, 2n, 3n, 4n, 4n, 0n, -3n]],
    ['up', [-3n, -2n, -1n, 1n, 2n, 3n, 3n, 4n, 4n, 4n, 0n, -3n]],
    ['down', [-2n, -1n, 0n, 0n, 1n, 2n, 2n, 3n, 3n, 4n, 0n, -3n]],
  ])('%s', (mode, rounded) => {
    expect(numbers.map((x) => roundToWhole(x, mode))).toEqual(rounded);
  });

  it('is the same size on both sides of zero', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
        expect(roundToWhole(ratio(-n, d), 'half-away-from-zero')).toBe(
          -roundToWhole(ratio(n, d), 'half-away-from-zero'),
        );
      }),
    );
  });

  it('is never further off than a half', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
        const off = roundToWhole(ratio(n, d), 'half-away-from-zero') * d - n;
        expect((off < 0n ? -off : off) * 2n <= d).toBe(true);
      }),
    );
  });
});

it('rounds pounds to the penny, halves away from zero, or to the whole pound', () => {
  expect(roundPounds(ratio(2900505, 1000), toThePenny)).toBe(290051n);
  expect(roundPounds(ratio(-2900505, 1000), toThePenny)).toBe(-290051n);
  expect(roundPounds(ratio(380977, 10), { unit: 'pound', mode: 'half-away-from-zero' })).toBe(3809800n);
});

it('rounds to decimal places', () => {
  const places = [0, 1, 2, 3].map((each) => formatExact(roundTo(ratio(-12345, 10_000), each, 'half-away-from-zero')));
  expect(places).toEqual(['-1', '-1.2', '-1.23', '-1.235']);
});

it('takes a quantity up to the next whole one', () => {
  const quantities = [
    ratio(36935, 1000),
    ratio(40),
    ratio(120, 3),
    ratio(0),
    ratio(1, 1000),
    ratio(-3, 2),
    ratio(-4, 2),
  ];
  expect(quantities.map(ceiling)).toEqual([37n, 40n, 40n, 0n, 1n, -1n, -2n]);
});
