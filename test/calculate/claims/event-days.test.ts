import { expect, it } from 'vitest';
import { eventDays } from '../../../src/calculate/claims/event-days.ts';
import { addDays, day, formatDay } from '../../../src/domain/day.ts';
import { scheme } from '../../make/scheme.ts';

const of = scheme([]);

it('tells the period of each day of the term, and until when its events are claimed', () => {
  const { periodOf, lastDayToClaim } = eventDays(of);
  const days = ['2015-04-01', '2015-06-30', '2015-07-01', '2016-03-31'].map(day);
  expect(days.map((each) => [periodOf(each, each), formatDay(lastDayToClaim(each))])).toEqual([
    [0, '2015-09-30'],
    [0, '2015-09-30'],
    [1, '2015-12-31'],
    [3, '2016-06-30'],
  ]);
});

it('knows of no day outside the term, and of none in a scheme without a claim window', () => {
  const { periodOf } = eventDays(of);
  for (const outside of [addDays(of.term.start, -1), addDays(of.term.end, 1)])
    expect(() => periodOf(outside, outside)).toThrow('an event outside every period');
  const without = eventDays({ ...of, claimWindow: null });
  expect(periodOf(of.term.start, of.term.start)).toBe(0);
  expect(without.periodOf(of.term.start, of.term.start)).toBe(0);
  expect(() => without.lastDayToClaim(of.term.start)).toThrow('claims in a scheme without a claim window');
});
