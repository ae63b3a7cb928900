import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  day,
  dayOf,
  daysIn,
  earliestOf,
  formatDay,
  isWithin,
  monthOf,
  monthsIn,
  parseDay,
  sayDay,
  storedDay,
} from '../../src/domain/day.ts';

const between1900And2199 = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });

describe('the calendar', () => {
  it('reads and writes every day as the calendar of the platform does', () => {
    fc.assert(
      fc.property(between1900And2199, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(formatDay(day(text))).toBe(text);
        const next = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1));
        expect(day(text) + 1).toBe(dayOf(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '2017-02-29',
    '2017-13-01',
    '2017-00-01',
    '2017-04-31',
    '2017-06-31',
    '2017-09-31',
    '2017-11-31',
    '2017-04-00',
    '2017-04-2017-04-01',
    '1899-12-31',
    '2200-01-01',
    '2017-4-1',
    '01/04/2017',
    '',
    '2017-04-01 ',
  ])('has no day %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('knows leap days', () => {
    expect(parseDay('2000-02-29')).not.toBeNull();
    expect(parseDay('1900-02-29')).toBeNull();
    expect(formatDay(addDays(day('2016-02-28'), 1))).toBe('2016-02-29');
  });

  it('says a day as a letter does', () => {
    expect(sayDay(day('2017-07-01'))).toBe('1 July 2017');
  });
});

it('is kept as a bare number, and taken for a day again', () => {
  expect(storedDay(Number(day('2017-07-01')))).toBe(day('2017-07-01'));
});

describe('notice and windows', () => {
  it('takes one month as the same day of the next month, or its last day', () => {
    expect(formatDay(addMonths(day('2017-04-15'), 1))).toBe('2017-05-15');
    expect(formatDay(addMonths(day('2018-01-31'), 1))).toBe('2018-02-28');
    expect(formatDay(addMonths(day('2017-12-31'), 2))).toBe('2018-02-28');
  });

  it('counts both ends', () => {
    expect(daysIn({ start: day('2015-07-01'), end: day('2015-09-30') })).toBe(92);
    expect(daysIn({ start: day('2015-07-01'), end: day('2015-09-07') })).toBe(69);
  });

  it.each([
    ['2016-01-01', '2016-03-31', 3],
    ['2016-01-15', '2016-04-14', 3],
    ['2016-01-15', '2016-04-15', 4],
    ['2016-01-15', '2016-04-13', 3],
    ['2016-01-31', '2016-02-28', 1],
    ['2016-01-31', '2016-02-29', 1],
    ['2016-03-31', '2016-04-30', 1],
    ['2016-02-01', '2016-02-10', 1],
    ['2016-02-10', '2016-02-10', 1],
    ['2017-10-01', '2018-03-31', 6],
  ])('counts the months from %s to %s, a part of one whole', (start, end, months) => {
    expect(monthsIn({ start: day(start), end: day(end) })).toBe(months);
  });
});

it('counts months from year to year', () => {
  const months = ['2017-01-01', '2017-12-31', '2018-01-31', '2018-02-01'].map((text) => monthOf(day(text)));
  expect(months.map((month) => month - monthOf(day('2016-12-31')))).toEqual([1, 12, 13, 14]);
});

it('holds a day within a span, both ends counted', () => {
  const span = { start: day('2015-07-01'), end: day('2015-09-30') };
  const within = ['2015-06-30', '2015-07-01', '2015-08-15', '2015-09-30', '2015-10-01'].map((text) =>
    isWithin(day(text), span),
  );
  expect(within).toEqual([false, true, true, true, false]);
});

it('knows the first of some days, and none of none', () => {
  const earliest = (...texts: readonly string[]) => earliestOf(texts.map(day));
  expect(earliest('2016-01-01', '2015-07-01', '2015-07-02')).toBe(day('2015-07-01'));
  expect(earliest('2015-07-01', '2016-01-01')).toBe(day('2015-07-01'));
  expect([earliest('2015-07-01'), earliest()]).toEqual([day('2015-07-01'), null]);
});

it('takes no other text for a day', () => {
  expect(() => day('tomorrow')).toThrow('not a date: tomorrow');
});
