import { expect, it } from 'vitest';
import { day, formatDay } from '../../../src/domain/day.ts';
import { joiningDay, leavingDay, leftBeforeTheTerm } from '../../../src/domain/scheme/stay.ts';
import { facts } from '../../make/facts.ts';

const leaving = { notice: { days: 28 }, prorate: 'days', clause: 'l' } as const;

it.each([
  ['a leaving on the as-at date itself', { leftOn: '2015-08-10', noticeOn: null }, '2015-08-10', '2015-08-10'],
  ['no leaving of the day after', { leftOn: '2015-08-11', noticeOn: null }, '2015-08-10', null],
  ['a notice on the as-at date itself', { leftOn: null, noticeOn: '2015-08-10' }, '2015-08-10', '2015-09-07'],
  ['no notice of the day after', { leftOn: null, noticeOn: '2015-08-11' }, '2015-08-10', null],
  ['the earlier of both', { leftOn: '2015-08-20', noticeOn: '2015-08-01' }, '2015-09-30', '2015-08-20'],
  ['the notice where it ends before', { leftOn: '2015-09-20', noticeOn: '2015-08-01' }, '2015-09-30', '2015-08-29'],
])('knows %s', (_, { leftOn, noticeOn }, asAt, expected) => {
  const rows = { leftOn: leftOn === null ? null : day(leftOn), noticeOn: noticeOn === null ? null : day(noticeOn) };
  const leaves = leavingDay(leaving, rows, day(asAt));
  expect(leaves === null ? null : formatDay(leaves)).toBe(expected);
});

it('tells a leaving before the term from one on its first day', () => {
  const term = { start: day('2015-04-01'), end: day('2016-03-31') };
  const left = (on: string | null) => {
    const [practice] = facts([{ patients: 1, practice: { leftOn: on === null ? null : day(on) } }]).practices;
    return practice && leftBeforeTheTerm({ leaving, term }, practice);
  };
  expect([left('2015-03-31'), left('2015-04-01'), left(null)]).toEqual([true, false, false]);
});

it('counts a notice in months, and none where the scheme has no notice period', () => {
  const rows = { leftOn: null, noticeOn: day('2015-08-31') };
  const asAt = day('2015-09-30');
  const after = leavingDay({ ...leaving, notice: { months: 6 } }, rows, asAt);
  expect(after === null ? null : formatDay(after)).toBe('2016-02-29');
  expect(leavingDay({ ...leaving, notice: null }, rows, asAt)).toBeNull();
});

it('has a joiner join after the first day of the term, and nobody on it or before', () => {
  const term = { start: day('2015-04-01'), end: day('2016-03-31') };
  const joins = (on: string | null) => joiningDay({ term }, { joinedOn: on === null ? null : day(on) });
  expect([null, '2015-03-31', '2015-04-01'].map(joins)).toEqual([null, null, null]);
  expect(joins('2015-04-02')).toBe(day('2015-04-02'));
});
