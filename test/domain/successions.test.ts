import { describe, expect, it } from 'vitest';
import { day, formatDay } from '../../src/domain/day.ts';
import { Successions } from '../../src/domain/successions.ts';
import { facts, succeeded } from '../make/facts.ts';

// Z00001, Z00002 and Z00005 became Z00003, one after the other; Z00003 became Z00004.
const rows = [
  succeeded(2, 3, '2016-04-01'),
  succeeded(1, 3, '2015-04-01'),
  succeeded(3, 4, '2017-10-01'),
  succeeded(5, 3, '2016-10-01'),
];
const read = () => new Successions(rows, []);

describe('which codes stand for which', () => {
  it('is nothing where no code ended', () => {
    expect([new Successions([], []).isEmpty, read().isEmpty]).toEqual([true, false]);
  });

  it('is told by the row by which a code ended, and by those by which others became it', () => {
    expect([read().endOf('Z00002'), read().endOf('Z00004')]).toEqual([rows[0], null]);
    expect(read().into('Z00003')).toEqual([rows[0], rows[1], rows[3]]);
    expect(read().into('Z00001')).toEqual([]);
  });

  it('begins on the first day on which a code stands for another', () => {
    const beginning = (code: string) => {
      const first = read().beginningOf(code);
      return first === null ? null : formatDay(first);
    };
    expect(['Z00003', 'Z00004', 'Z00001'].map(beginning)).toEqual(['2015-04-01', '2017-10-01', null]);
  });

  it.each([
    ['2015-03-31', ['Z00001']],
    ['2015-04-01', ['Z00001', 'Z00003']],
    ['2017-09-30', ['Z00001', 'Z00003']],
    ['2017-10-01', ['Z00001', 'Z00003', 'Z00004']],
  ])('has by %s followed Z00001 with %j', (by, codes) => {
    expect(read().followers('Z00001', day(by))).toEqual(codes);
  });

  it('follows codes that became one another no further than once around', () => {
    const around = new Successions([succeeded(1, 2, '2015-04-01'), succeeded(2, 1, '2015-04-01')], []);
    expect(around.followers('Z00001', day('2016-01-01'))).toEqual(['Z00001', 'Z00002']);
  });
});

describe('the days of a practice whose code stands for another, or ended', () => {
  const left = (code: string, joined: string | null, leaves: string | null) => {
    const days = { joinedOn: joined === null ? null : day(joined), leftOn: leaves === null ? null : day(leaves) };
    const [practice] = facts([{ patients: 1, practice: { code, ...days } }]).practices;
    if (practice === undefined) throw new Error('no practice');
    const { joinedOn, leftOn, ...rest } = read().withoutCodeDays(practice);
    expect(rest).toEqual((({ joinedOn: _, leftOn: __, ...same }) => same)(practice));
    return [joinedOn, leftOn].map((each) => (each === null ? null : formatDay(each)));
  };

  it.each([
    ['a new code began on the day of its first succession', 'Z00003', '2015-04-01', null, [null, null]],
    ['a new code began after it', 'Z00003', '2015-04-02', null, [null, null]],
    ['a practice joined the day before, under a code that is old', 'Z00003', '2015-03-31', null, ['2015-03-31', null]],
    ['a practice joined whose code stands for no other', 'Z00001', '2015-04-02', null, ['2015-04-02', null]],
    ['an old code ended on the day before the new one', 'Z00002', null, '2016-03-31', [null, null]],
    ['an old code ended later', 'Z00002', null, '2016-04-01', [null, null]],
    ['a practice left two days before', 'Z00002', null, '2016-03-30', [null, '2016-03-30']],
    ['a practice left whose code never ended', 'Z00004', null, '2018-01-01', [null, '2018-01-01']],
    ['a code began and ended', 'Z00003', '2015-04-01', '2017-09-30', [null, null]],
    ['it has neither', 'Z00003', null, null, [null, null]],
  ])('are no joining and no leaving, or are: %s', (_, code, joined, leaves, days) => {
    expect(left(code, joined, leaves)).toEqual(days);
  });
});

describe('the day on which a practice joined', () => {
  const joinedOn = (
    code: string,
    days: Readonly<Record<string, string>>,
    // Z00005 takes no part.
    circle: readonly ReturnType<typeof succeeded>[] = rows.slice(0, 3),
  ) => {
    const { practices } = facts(
      ['Z00001', 'Z00002', 'Z00003', 'Z00004'].map((each) => {
        const joined = days[each];
        return { patients: 1, practice: { code: each, joinedOn: joined === undefined ? null : day(joined) } };
      }),
    );
    const practice = practices.find((each) => each.code === code);
    const found = practice && new Successions(circle, practices).joinedOn(practice);
    return found ? formatDay(found) : null;
  };

  it('is that of the first of the codes that it goes on from, where its own is the beginning of its code', () => {
    const began = { Z00003: '2015-04-01', Z00004: '2017-10-01' };
    const both = { ...began, Z00001: '2012-05-01', Z00002: '2014-01-01' };
    expect([joinedOn('Z00003', both), joinedOn('Z00004', both)]).toEqual(['2012-05-01', '2012-05-01']);
    // One of them was there from the start.
    expect(joinedOn('Z00004', { ...began, Z00001: '2012-05-01' })).toBeNull();
  });

  it('is its own, where it joined before its code stood for another', () => {
    expect(joinedOn('Z00003', { Z00001: '2012-05-01', Z00002: '2014-01-01', Z00003: '2013-01-01' })).toBe('2013-01-01');
  });

  it('is that of the codes that are reached, where codes became one another', () => {
    const around = [succeeded(1, 2, '2015-04-01'), succeeded(2, 1, '2015-04-01')];
    expect(joinedOn('Z00001', { Z00001: '2016-01-01', Z00002: '2016-01-01' }, around)).toBeNull();
  });
});
