import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { ComesBack } from '../../../src/domain/scheme/scheme.ts';
import { facts, type Given, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

// £100 a quarter. Of who leaves within three months of its start all comes back, within six a third.

const all: ComesBack = { within: { months: 3 }, share: ratio(1), clause: '7' };
const third: ComesBack = { within: { months: 6 }, share: ratio(1, 3), clause: '8' };

function told(practice: NonNullable<Given['practice']>, comesBack: readonly ComesBack[] = [all, third]) {
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const paying = scheme([component('c', fixed), component('d', fixed)], {
    leaving: { notice: null, prorate: 'none', clause: '6', comesBack },
    joining: { prorate: 'none', list: 'none', clause: '5' },
  });
  const [account] = run(paying, facts([{ patients: 1, practice }]), 'Q3', '2016-01-15');
  const reasons = account?.lines[0]?.positions.flatMap(({ unpaid }) =>
    unpaid.map(({ reason, clause }) => `${reason} (${clause})`),
  );
  return { c: tell(account, 'c'), d: tell(account, 'd'), reasons };
}

describe('what comes back of who leaves early', () => {
  it('is that of the first rule that holds, until the day before so long is over', () => {
    expect(told({ leftOn: day('2015-06-30') })).toMatchObject({
      c: ['Q1 released 0.00 [left 100.00]', 'Q2 released 0.00 [left 100.00]', 'Q3 released 0.00 [left 100.00]'],
      reasons: [
        'left on 2015-06-30, within 3 months of its start: 100% comes back (7)',
        'left on 2015-06-30, before Q2 began (6)',
        'left on 2015-06-30, before Q3 began (6)',
      ],
    });
    expect(told({ leftOn: day('2015-07-01') })).toMatchObject({
      // 66.666 and 133.333 to date.
      c: [
        'Q1 released 66.67 payment 66.67 [left 33.33]',
        'Q2 released 66.66 payment 66.66 [left 33.34]',
        'Q3 released 0.00 [left 100.00]',
      ],
    });
    expect(told({ leftOn: day('2015-09-30') }).c[0]).toBe('Q1 released 66.67 payment 66.67 [left 33.33]');
    expect(told({ leftOn: day('2015-10-01') }).c).toEqual(
      ['Q1', 'Q2', 'Q3'].map((id) => `${id} released 100.00 payment 100.00`),
    );
    expect(told({}).c[0]).toBe('Q1 released 100.00 payment 100.00');
  });

  it('is told as a step of each period of which something comes back, and of no other', () => {
    const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const leaving = { notice: null, prorate: 'none', clause: '6', comesBack: [third] } as const;
    const left = { patients: 1, practice: { leftOn: day('2015-07-01') } };
    const [account] = run(scheme([component('c', fixed)], { leaving }), facts([left]), 'Q3', '2016-01-15');
    const steps = account?.lines[0]?.positions.map((position) =>
      position.steps
        .filter(({ step }) => step === 'leaving')
        .map(({ formula, value, rounded, clause }) => [formula, value, rounded, clause]),
    );
    const says = 'left on 2015-07-01, within 6 months of its start: 1/3 comes back';
    expect(steps).toEqual([
      [[says, '2/3', 6667n, '8']],
      [[says, '2/3', 6666n, '8']],
      [['left on 2015-07-01, before Q3 began', '0', null, '6']],
    ]);
  });

  it('goes by the own start of a joiner', () => {
    const joined = { joinedOn: day('2015-07-01'), leftOn: day('2015-12-31') };
    expect(told(joined).c.slice(1)).toEqual([
      'Q2 released 66.67 payment 66.67 [left 33.33]',
      'Q3 released 66.66 payment 66.66 [left 33.34]',
    ]);
  });

  it('may be of some components alone', () => {
    const { c, d } = told({ leftOn: day('2015-05-01') }, [{ ...all, components: ['d'] }]);
    expect([c[0], d[0]]).toEqual(['Q1 released 100.00 payment 100.00', 'Q1 released 0.00 [left 100.00]']);
  });

  it('of a shared sum is in pence where the scheme pays whole pounds, so that nobody keeps more than its part', () => {
    // £10.00 a quarter by one and two patients. 95% of 6.67 are 6.3365: up to the pound that would be 7.00 of 6.67.
    const pool = component('pool', { kind: 'pool', pounds: ratio(40), clause: '1' });
    const leaving = {
      notice: null,
      prorate: 'none',
      clause: '6',
      comesBack: [{ ...third, share: ratio(1, 20) }],
    } as const;
    const rounding = { unit: 'pound', mode: 'up', at: 'component', clause: 'r' } as const;
    const given = [{ patients: 1 }, { patients: 2, practice: { leftOn: day('2015-06-30') } }];
    const accounts = run(scheme([pool], { leaving, rounding }), facts(given), 'Q1', '2016-01-15');
    expect(accounts.map((account) => tell(account, 'pool'))).toEqual([
      ['Q1 released 3.33 payment 3.33'],
      ['Q1 released 6.34 payment 6.34 [left 0.33]'],
    ]);
  });
});
