import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { claimWindowEnd } from '../../../src/domain/scheme/claim-window.ts';
import type { ClaimWindow } from '../../../src/domain/scheme/scheme.ts';

const period = (end: string) => ({
  id: 'p',
  title: 'p',
  start: day('2020-01-01'),
  end: day(end),
  index: 0,
  clause: '',
});

describe('a claim window', () => {
  it.each([
    ['months after the event', { kind: 'months', months: 1 }, '2021-02-28', '2021-03-28'],
    [
      'months after the end of the period, by its last day',
      { kind: 'months', months: 1, after: 'period' },
      '2021-02-28',
      '2021-03-31',
    ],
    ['from 30 June', { kind: 'months', months: 2, after: 'period' }, '2021-06-30', '2021-08-31'],
    ['from 31 January to a leap day', { kind: 'months', months: 1, after: 'period' }, '2024-01-31', '2024-02-29'],
    ['from a day within a month', { kind: 'months', months: 1, after: 'period' }, '2021-01-30', '2021-02-28'],
    ['from a day that is not the last', { kind: 'months', months: 3, after: 'period' }, '2021-05-30', '2021-08-30'],
    ['days after the end of the period', { kind: 'days', days: 12, after: 'period' }, '2021-05-31', '2021-06-12'],
    ['days after the event', { kind: 'days', days: 12 }, '2021-05-31', '2021-06-12'],
  ] as const)('ends %s', (_, window, end, expected) => {
    const all: ClaimWindow = { ...window, clause: '1' };
    expect(formatDay(claimWindowEnd(all, [period(end)], period(end)))).toBe(expected);
  });

  it('goes by the period of an event and not by the event', () => {
    const window: ClaimWindow = { kind: 'days', days: 12, after: 'period', clause: '1' };
    expect(formatDay(claimWindowEnd(window, [], period('2021-05-31'), day('2021-05-03')))).toBe('2021-06-12');
  });
});
