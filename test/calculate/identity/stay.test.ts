import { describe, expect, it } from 'vitest';
import { partAt, partOf } from '../../../src/calculate/identity/stay.ts';
import { day } from '../../../src/domain/day.ts';
import { formatExact } from '../../../src/domain/money/ratio.ts';
import { quarters } from '../../make/scheme.ts';

type Prorate = 'days' | 'none';

/** The parts of the four quarters of 2015/16 (91, 92, 92 and 91 days), each as a fraction of the period, with what says so. */
function parts(joined: string | null, left: string | null, joining: Prorate, leaving: Prorate): string[] {
  const stay = {
    joinsOn: joined === null ? null : day(joined),
    leavesOn: left === null ? null : day(left),
    joining: { prorate: joining, clause: 'j' },
    leaving: { prorate: leaving, clause: 'l' },
  };
  return quarters.map((period) => {
    const { part, because, says, clause } = partOf(stay, period);
    return part.n === part.d ? 'whole' : `${formatExact(part)} ${because} [${clause}] ${says}`;
  });
}

describe('the part of a period that is owed', () => {
  it('is all of it to who neither joins nor leaves, or joins on a first day and leaves on a last', () => {
    expect(parts(null, null, 'days', 'days')).toEqual(['whole', 'whole', 'whole', 'whole']);
    expect(parts('2015-07-01', '2015-12-31', 'days', 'days')).toEqual([
      '0 joining [j] joined on 2015-07-01, after Q1 ended',
      'whole',
      'whole',
      '0 leaving [l] left on 2015-12-31, before Q4 began',
    ]);
  });

  it('goes by the days from joining on', () => {
    // 24 July to 30 September: 8 + 31 + 30 = 69 of 92 days.
    expect(parts('2015-07-24', null, 'days', 'none')).toEqual([
      '0 joining [j] joined on 2015-07-24, after Q1 ended',
      '0.75 joining [j] joined on 2015-07-24, for 69 of the 92 days of Q2',
      'whole',
      'whole',
    ]);
  });

  it('is a day to who joins on the last, or leaves on the first or on the day it joined', () => {
    expect(parts('2015-09-30', null, 'days', 'days')[1]).toBe(
      '1/92 joining [j] joined on 2015-09-30, for 1 of the 92 days of Q2',
    );
    expect(parts('2015-09-30', null, 'none', 'days')[1]).toBe('0 joining [j] joined on 2015-09-30, after Q2 had begun');
    expect(parts(null, '2015-07-01', 'days', 'days')[1]).toBe(
      '1/92 leaving [l] left on 2015-07-01, after 1 of the 92 days of Q2',
    );
    expect(parts('2015-08-25', '2015-08-25', 'days', 'days')[1]).toBe(
      '1/92 joining [j, l] joined on 2015-08-25 and left on 2015-08-25, for 1 of the 92 days of Q2',
    );
  });

  it('is nothing of a period that had begun, by whole periods', () => {
    expect(parts('2015-07-02', null, 'none', 'days')).toEqual([
      '0 joining [j] joined on 2015-07-02, after Q1 ended',
      '0 joining [j] joined on 2015-07-02, after Q2 had begun',
      'whole',
      'whole',
    ]);
  });

  it('goes by the days from joining to leaving where both fall into one period', () => {
    // 11 July to 25 August: 21 + 25 = 46 of 92 days.
    expect(parts('2015-07-11', '2015-08-25', 'days', 'days')[1]).toBe(
      '0.5 joining [j, l] joined on 2015-07-11 and left on 2015-08-25, for 46 of the 92 days of Q2',
    );
    // Leaving by whole periods keeps the days from joining on: 11 July to 30 September, 82 of 92.
    expect(parts('2015-07-11', '2015-08-25', 'days', 'none')[1]).toBe(
      '41/46 joining [j] joined on 2015-07-11, for 82 of the 92 days of Q2',
    );
    expect(parts('2015-07-11', '2015-08-25', 'none', 'days')[1]).toBe(
      '0 joining [j] joined on 2015-07-11, after Q2 had begun',
    );
  });

  it('is nothing to who left before it joined', () => {
    expect(parts('2015-08-25', '2015-07-11', 'days', 'days')[1]).toBe(
      '0 leaving [l] left on 2015-07-11, before it joined',
    );
    expect(parts('2015-08-25', '2015-07-01', 'days', 'days')[1]).toBe(
      '0 leaving [l] left on 2015-07-01, before it joined',
    );
  });

  it('goes by days of leaving alone as before', () => {
    // 1 July to 7 September: 69 of 92 days.
    expect(parts(null, '2015-09-07', 'none', 'days').slice(1, 3)).toEqual([
      '0.75 leaving [l] left on 2015-09-07, after 69 of the 92 days of Q2',
      '0 leaving [l] left on 2015-09-07, before Q3 began',
    ]);
    expect(parts(null, '2015-09-07', 'days', 'none').slice(1, 3)).toEqual([
      'whole',
      '0 leaving [l] left on 2015-09-07, before Q3 began',
    ]);
  });
});

it('there is no part of a period that is not there', () => {
  expect(() => partAt([], 2)).toThrow('no part of period 3');
});
