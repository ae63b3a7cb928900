import { describe, expect, it } from 'vitest';
import { openAccounts } from '../../../src/calculate/identity/accounts.ts';
import { nameOn } from '../../../src/calculate/identity/groups.ts';
import { day } from '../../../src/domain/day.ts';
import type { Facts, Membership } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, type Given, measured, run, succeeded, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

const of = (pcn: string, patients = 1, given: Partial<Given> = {}): Given => ({
  patients,
  practice: { pcn },
  ...given,
});
const moves = (...rows: readonly [number, string, string][]): ReadonlyMap<string, readonly Membership[]> =>
  new Map(
    rows.map(([practice, from, pcn]) => [`Z0000${practice}`, [{ from: day(from), locality: null, pcn, line: 2 }]]),
  );
const joiningByDays = { prorate: 'days', list: 'first-after', clause: 'joining' } as const;

describe('a sum shared within each network', () => {
  const pounds = (amount: number): Value => ({
    kind: 'shared',
    within: 'pcn',
    of: { kind: 'pounds', pounds: ratio(amount) },
    by: null,
    clause: '6',
  });

  it('is shared in each period by those who are in it on its first day; what earlier ones came to stays', () => {
    // £1 a network, 25p a quarter, shared by 1:1 and then by 1:1:1. P: 12.5p each, then 25p each. To date after Q2 25.00 and
    // 25.00; Q3 by three: 8.33 more each: 33.33, 33.33 and 8.33, the penny left to the first; Q4 41.66, 41.66, 16.66: two left.
    const known: Facts = {
      ...facts([of('P'), of('P'), of('Q'), of('Q')]),
      memberships: moves([3, '2015-10-01', 'P']),
    };
    const sharing = scheme([component('c', pounds(1))]);
    const accounts = run(sharing, known, 'Q4', '2016-04-30');
    const amounts = accounts.map((account) =>
      account.lines[0]?.positions.map(({ entitlement }) => Number(entitlement)),
    );
    expect(amounts).toEqual([
      [13, 12, 9, 8],
      [12, 13, 8, 9],
      // 13 and 12 in Q; then its part of P.
      [13, 12, 8, 8],
      [12, 13, 25, 25],
    ]);
    for (const q of quarters.keys()) {
      expect(amounts.reduce((sum, own) => sum + (own?.[q] ?? 0), 0)).toBe(50);
    }
  });

  it('is shared in a locality of whatever name, be it that which says of networks that there is none', () => {
    const value: Value = {
      kind: 'shared',
      within: 'locality',
      of: { kind: 'pounds', pounds: ratio(8) },
      by: null,
      clause: '6',
    };
    const known = facts([{ patients: 1, practice: { locality: 'U' } }]);
    expect(tell(run(scheme([component('c', value)]), known, 'Q1', '2015-12-31')[0], 'c')).toEqual([
      'Q1 released 2.00 payment 2.00',
    ]);
  });

  it('has nothing for a practice in none, and says so', () => {
    const known: Facts = { ...facts([of('P'), of('P')]), memberships: moves([2, '2015-07-01', 'U']) };
    const [first, second] = run(scheme([component('c', pounds(8))]), known, 'Q2', '2015-12-31');
    expect([tell(first, 'c'), tell(second, 'c')]).toEqual([
      ['Q1 released 1.00 payment 1.00', 'Q2 released 2.00 payment 2.00'],
      ['Q1 released 1.00 payment 1.00', 'Q2 released 0.00 [achievement 0.00]'],
    ]);
    expect(second?.lines[0]?.positions[1]?.unpaid[0]?.reason).toBe(
      'in no network (pcn_code U), by which this is earned',
    );
  });

  it('goes by the network of the code that stands for an account by then', () => {
    // £8 a network, shared by two until the new code of the first is in another one.
    const known: Facts = {
      ...facts([of('P'), { patients: null, practice: { pcn: 'P' } }, of('P')]),
      successions: [succeeded(1, 2, '2015-07-01')],
      memberships: moves([2, '2015-10-01', 'Q']),
    };
    const quarter = (sum: string) => (id: string) => `${id} released ${sum} payment ${sum}`;
    const halfThenAll = [...['Q1', 'Q2'].map(quarter('1.00')), quarter('2.00')('Q3')];
    expect(run(scheme([component('c', pounds(8))]), known, 'Q3', '2016-01-31').map((each) => tell(each, 'c'))).toEqual([
      halfThenAll,
      halfThenAll,
    ]);
  });

  it('goes by the network of the day on which a practice joins, and shares from the next period on', () => {
    // £8 a network. Z00002 joins Q on 1 August, and is in P from 1 September, so from Q3 on in P.
    const known: Facts = {
      ...facts([of('P'), of('Q', 1, { practice: { pcn: 'Q', joinedOn: day('2015-08-01') } })]),
      memberships: moves([2, '2015-09-01', 'P']),
    };
    const sharing = scheme([component('c', pounds(8))], { joining: joiningByDays });
    expect(run(sharing, known, 'Q3', '2016-01-31').map((account) => tell(account, 'c'))).toEqual([
      ['Q1 released 2.00 payment 2.00', 'Q2 released 2.00 payment 2.00', 'Q3 released 1.00 payment 1.00'],
      ['Q1 released 0.00', 'Q2 released 0.00', 'Q3 released 1.00 payment 1.00'],
    ]);
  });

  it('asks for a network in every period in which a practice takes part', () => {
    const blank = { ...of('P'), practice: { pcn: null } };
    const sharing = scheme([component('c', pounds(8))]);
    const tried = (memberships: Facts['memberships']) => () =>
      run(sharing, { ...facts([of('P'), blank]), memberships: memberships ?? new Map() }, 'Q1', '2015-12-31');
    expect(tried(moves([2, '2015-04-01', 'P']))).not.toThrow();
    expect(tried(moves([2, '2015-04-02', 'P']))).toThrow('Z00002 has no pcn_code in Q1');
    const onLastDay = { patients: 1, practice: { pcn: null, joinedOn: day('2016-03-31') } };
    const joining = { ...sharing, joining: joiningByDays };
    expect(() => run(joining, facts([of('P'), onLastDay]), 'Q1', '2015-12-31')).toThrow('Z00002 has no pcn_code in Q4');
  });
});

/** £4 a patient where three quarters of the network's patients are reached. */
const achieving = component(
  'c',
  { kind: 'per-patient', pounds: ratio(4), clause: '1' },
  {
    achievement: {
      kind: 'measured',
      measure: 'm',
      measuredAt: 'pcn',
      scale: { kind: 'steps', steps: [{ from: ratio(3, 4), pays: ratio(1) }] },
      zeroDenominator: ratio(0),
      onAccount: null,
      clause: '4',
    },
  },
);
const measuring = scheme([achieving], {
  measures: [{ id: 'm', title: '', numerator: '', denominator: '', clause: '4' }],
});

it('a measure of the network goes by the network of each period', () => {
  // 75 % earns all. P: 50 of 50 and 30 of 50 (80 %); Q: 0 of 50 with Z00003. From 1 October Z00002 is in Q: P has 50 of 50, and
  // Q 30 of 100. £4 a patient: 100.00 a quarter for Z00002.
  const at = (numerator: string) => ({ measures: [measured('m', '2016-03-31', numerator, '50')] });
  const known: Facts = {
    ...facts([of('P', 100, at('50')), of('P', 100, at('30')), of('Q', 100, at('0')), of('U', 100, at('50'))]),
    memberships: moves([2, '2015-10-01', 'Q']),
  };
  expect(run(measuring, known, 'Q4', '2016-04-30').map((account) => tell(account, 'c').slice(1, 3))).toEqual([
    ['Q2 released 100.00 payment 100.00', 'Q3 released 100.00 payment 100.00'],
    ['Q2 released 100.00 payment 100.00', 'Q3 released 0.00 [achievement 100.00]'],
    ['Q2 released 0.00 [achievement 100.00]', 'Q3 released 0.00 [achievement 100.00]'],
    ['Q2 released 0.00 [achievement 100.00]', 'Q3 released 0.00 [achievement 100.00]'],
  ]);
  // Who joins on 1 August was in no network before: of that time it is told that it had not joined, and nothing of a measure.
  const later = { ...of('P', 100, at('50')), practice: { pcn: 'P', joinedOn: day('2015-08-01') } };
  const joining = { prorate: 'days', list: 'none', clause: 'joining' } as const;
  const fixed = { ...achieving, value: { kind: 'fixed', pounds: ratio(400), clause: '1' } } as const;
  const [account] = run({ ...measuring, components: [fixed], joining }, facts([later]), 'Q2', '2016-04-30');
  expect(tell(account, 'c')).toEqual([
    'Q1 released 0.00 [before-joining 100.00]',
    'Q2 released 66.30 payment 66.30 [prorated 33.70]',
  ]);
  // Nor is anything of a measure told of a period that goes by itself and began after a practice had left: its network is empty.
  const anew = { ...fixed, schedule: { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const } };
  const gone = { ...of('P', 100, at('100')), practice: { pcn: 'P', leftOn: day('2015-05-01') } };
  const leaving = { notice: null, prorate: 'none' as const, clause: 'leaving' };
  const left = run({ ...measuring, components: [anew], leaving }, facts([gone]), 'Q2', '2016-04-30')[0];
  expect(tell(left, 'c')).toEqual(['Q1 released 400.00 payment 400.00', 'Q2 released 0.00 [left 400.00]']);
  // Who leaves on the first day of one is still measured in it.
  const onFirstDay = { ...of('P', 100, at('0')), practice: { pcn: 'P', leftOn: day('2015-07-01') } };
  const last = run({ ...measuring, components: [anew], leaving }, facts([onFirstDay]), 'Q2', '2016-04-30')[0];
  expect(tell(last, 'c')[1]).toBe('Q2 released 0.00 [achievement 400.00]');
  // So it is for the others: 80 of 100 and 0 of 100 are 40 %; without it 80 %.
  const beside = (on: string) => {
    const row = (numerator: string) => ({ measures: [measured('m', '2016-03-31', numerator, '100')] });
    const leaver = { ...of('P', 100, row('0')), practice: { pcn: 'P', leftOn: day(on) } };
    const known = facts([of('P', 100, row('80')), leaver]);
    return tell(run({ ...measuring, components: [anew], leaving }, known, 'Q2', '2016-04-30')[0], 'c')[1];
  };
  expect(beside('2015-07-01')).toBe('Q2 released 0.00 [achievement 400.00]');
  expect(beside('2015-06-30')).toBe('Q2 released 400.00 payment 400.00');
});

it('a measure of the network has the figures of who joins on the last day of a period, and not yet of who joins a day later', () => {
  // 80 of 100 by itself, and 80 of 200 together.
  const row = (numerator: string) => [measured('m', '2016-03-31', numerator, '100')];
  const value: Value = { kind: 'fixed', pounds: ratio(400), clause: '1' };
  const anew = {
    ...achieving,
    value,
    schedule: { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const },
  };
  const told = (joinedOn: string, components = measuring.components) => {
    const joiner = { ...of('P', 100, { measures: row('0') }), practice: { pcn: 'P', joinedOn: day(joinedOn) } };
    const known = facts([of('P', 100, { measures: row('80') }), joiner]);
    return tell(run({ ...measuring, components, joining: joiningByDays }, known, 'Q2', '2016-04-30')[0], 'c');
  };
  expect(told('2015-06-30')).toEqual([
    'Q1 released 0.00 [achievement 100.00]',
    'Q2 released 0.00 [achievement 100.00]',
  ]);
  expect(told('2015-06-30', [anew])).toEqual([
    'Q1 released 0.00 [achievement 400.00]',
    'Q2 released 0.00 [achievement 400.00]',
  ]);
  expect(told('2015-07-01')).toEqual(['Q1 released 100.00 payment 100.00', 'Q2 released 0.00 [achievement 100.00]']);
});

it('of what two codes say of one account the later day holds, and on one day the word of the old code', () => {
  const moved = (from: string, pcn: string): Membership => ({ from: day(from), locality: null, pcn, line: 2 });
  const networkOn = (on: string, own: readonly Membership[], other: readonly Membership[]) => {
    const known: Facts = {
      ...facts([of('P'), { patients: null }]),
      successions: [succeeded(1, 2, '2015-07-01')],
      memberships: new Map([
        ['Z00001', own],
        ['Z00002', other],
      ]),
    };
    const accounts = openAccounts(scheme([]), known, day('2016-01-15')).value.facts;
    const [account] = accounts.practices;
    return account && nameOn(accounts, account, 'pcn', day(on));
  };
  const [august, october] = [moved('2015-08-01', 'Q'), moved('2015-10-01', 'R')];
  expect(networkOn('2015-12-01', [august], [october])).toBe('R');
  expect(networkOn('2015-12-01', [october], [august])).toBe('R');
  expect(networkOn('2015-12-01', [october, august], [])).toBe('R');
  expect(networkOn('2015-09-30', [october], [august])).toBe('Q');
  expect(networkOn('2015-12-01', [{ ...october, pcn: 'S' }], [october])).toBe('S');
});
