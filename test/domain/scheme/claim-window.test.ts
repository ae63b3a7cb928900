import { expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { claimWindowEnd } from '../../../src/domain/scheme/claim-window.ts';

const window = { kind: 'end-of-next-period', clause: 'w' } as const;

/** The last day to claim an event of each of these periods, which follow one another. */
function lastDays(...spans: readonly (readonly [string, string])[]): string[] {
  const periods = spans.map(([start, end], index) => {
    return { id: `P${index}`, title: '', index, start: day(start), end: day(end), clause: '' };
  });
  return periods.map((period) => formatDay(claimWindowEnd(window, periods, period)));
}

it('ends with the period that follows', () => {
  expect(lastDays(['2020-01-01', '2020-03-31'], ['2020-04-01', '2020-07-31'])[0]).toBe('2020-07-31');
});

it.each([
  ['2020-01-15', '2020-04-14', '2020-07-14'],
  ['2016-01-01', '2016-03-31', '2016-06-30'],
  ['2017-10-01', '2018-03-31', '2018-09-30'],
  ['2016-11-30', '2017-02-27', '2017-05-27'],
  ['2020-04-01', '2020-04-10', '2020-05-10'],
  ['2019-12-01', '2020-01-31', '2020-03-31'],
  ['2020-01-15', '2020-01-30', '2020-02-29'],
  ['2020-03-01', '2020-03-30', '2020-04-30'],
  ['2019-01-31', '2019-02-28', '2019-03-31'],
])('after a last period from %s to %s, which no period follows, is as long in months: to %s', (start, end, last) => {
  expect(lastDays([start, end])).toEqual([last]);
});
