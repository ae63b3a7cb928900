import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { claimWindowEnd, deadlineOf } from '../../../src/domain/scheme/claim-window.ts';
import { addLong } from '../../../src/domain/scheme/days-or-months.ts';
import type { ClaimWindow, EvidenceKind } from '../../../src/domain/scheme/scheme.ts';
import { evidence, quarters } from '../../make/scheme.ts';

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

describe('the last day for a piece of evidence of July to September 2015', () => {
  const [, second, third] = quarters;
  const last = (
    deadline: EvidenceKind['deadline'],
    window: ClaimWindow | null = { kind: 'days', days: 28, clause: 'w' },
  ) => {
    if (second === undefined) throw new Error('no quarter');
    const day = deadlineOf(evidence('plan', { deadline }), window, quarters, second);
    return day === null ? null : formatDay(day);
  };
  const named = third ?? 'own';

  it.each<[string, EvidenceKind['deadline'], string | null]>([
    ['is none where none is said', null, null],
    ['is the day that is said', { kind: 'date', on: day('2015-08-10') }, '2015-08-10'],
    ['is so long after its own period', { kind: 'after-period', period: 'own', after: { days: 10 } }, '2015-10-10'],
    ['is so long after another', { kind: 'after-period', period: named, after: { months: 2 } }, '2016-02-29'],
    ['is the end of its own claim window', { kind: 'claim-window', period: 'own' }, '2015-10-28'],
    ['is the end of that of another', { kind: 'claim-window', period: named }, '2016-01-28'],
  ])('%s', (_, deadline, expected) => {
    expect(last(deadline)).toBe(expected);
  });

  it('goes by no claim window that the scheme has not', () => {
    expect(() => last({ kind: 'claim-window', period: 'own' }, null)).toThrow(
      'a deadline by a claim window that the scheme has not',
    );
    expect(last({ kind: 'date', on: day('2015-08-10') }, null)).toBe('2015-08-10');
  });
});

it('counts a window of days from the event, unless it is said to be from the end of its period', () => {
  const [first] = quarters;
  if (first === undefined) throw new Error('no quarter');
  const ends = ([undefined, 'event', 'period'] as const).map((after) =>
    formatDay(claimWindowEnd({ kind: 'days', days: 10, after, clause: 'w' }, quarters, first, day('2015-05-04'))),
  );
  expect(ends).toEqual(['2015-05-14', '2015-05-14', '2015-07-10']);
  const months = ([undefined, 'event', 'period'] as const).map((after) =>
    formatDay(claimWindowEnd({ kind: 'months', months: 1, after, clause: 'w' }, quarters, first, day('2015-05-04'))),
  );
  expect(months).toEqual(['2015-06-04', '2015-06-04', '2015-07-31']);
});

it('counts so long after a day in days, months or years', () => {
  const longs = [{ days: 60 }, { months: 1 }, { years: 5 }].map((long) => formatDay(addLong(day('2016-02-29'), long)));
  expect(longs).toEqual(['2016-04-29', '2016-03-29', '2021-02-28']);
});
