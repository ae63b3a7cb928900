import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { isOnDays, placeOfPrice } from '../../../src/domain/scheme/event-day.ts';
import type { EventPrice } from '../../../src/domain/scheme/event-prices.ts';

const scheme = { holidays: { days: [day('2021-12-27')], clause: '1' } };

describe('the days of an event', () => {
  it.each([
    ['from its first day', { from: day('2021-12-12') }, '2021-12-12', true],
    ['not the day before', { from: day('2021-12-12') }, '2021-12-11', false],
    ['until its last day', { until: day('2021-12-12') }, '2021-12-12', true],
    ['not the day after', { until: day('2021-12-12') }, '2021-12-13', false],
    ['a Sunday', { on: ['sunday'] as const }, '2021-12-12', true],
    ['no Sunday', { on: ['sunday'] as const }, '2021-12-13', false],
    ['a Monday that is a holiday, as a Monday', { on: ['monday'] as const }, '2021-12-27', true],
    ['the same as a holiday', { on: ['holiday'] as const }, '2021-12-27', true],
    ['a day that is none', { on: ['holiday'] as const }, '2021-12-28', false],
    ['a Sunday, of Sundays and holidays', { on: ['holiday', 'sunday'] as const }, '2021-12-12', true],
    ['no Saturday, of Sundays and holidays', { on: ['holiday', 'sunday'] as const }, '2021-12-11', false],
    ['a leap day', { on: ['saturday'] as const }, '2020-02-29', true],
  ])('takes %s', (_, days, on, expected) => {
    expect(isOnDays(days, day(on), scheme)).toBe(expected);
  });

  it('has no holidays where the scheme says none', () => {
    expect(isOnDays({ on: ['holiday'] }, day('2021-12-27'), {})).toBe(false);
  });
});

describe('the price of a day', () => {
  const prices: readonly EventPrice[] = [
    { pounds: ratio(12) },
    { pounds: ratio(22), on: ['sunday'] },
    { pounds: ratio(32), on: ['sunday'], from: day('2021-12-12'), agreedOn: day('2021-12-20') },
  ];
  it.each([
    ['the last that holds', '2021-12-12', '2021-12-20', 2],
    ['one that is not agreed yet at the day of the run', '2021-12-12', '2021-12-19', 1],
    ['the first on any other day', '2021-12-14', '2022-01-01', 0],
  ])('is %s', (_, on, asAt, place) => {
    expect(placeOfPrice(prices, day(on), day(asAt), scheme)).toBe(place);
  });

  it('is none where none holds', () => {
    expect(placeOfPrice(prices.slice(1), day('2021-12-14'), day('2022-01-01'), scheme)).toBe(-1);
  });
});
