import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { facts, type Given, measured, paid, run, succeeded, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

const one = ratio(1);
const eachPeriod = { ...scheduleOf(quarters.map(() => one)), eachPeriod: true as const };

/** Lists of the first day of quarters, by practice number. */
function lists(rows: Readonly<Record<number, Readonly<Record<string, number>>>>): NonNullable<Facts['otherLists']> {
  return new Map(
    Object.entries(rows).map(([practice, of]) => [
      `Z0000${practice}`,
      Object.entries(of).map(([at, patients]) => ({
        population: 'registered',
        asAt: day(at),
        patients: ratio(patients),
        line: 2,
      })),
    ]),
  );
}

const told = (of: Scheme, known: Facts, period: string, asAt: string, id = 'c') =>
  run(of, known, period, asAt).map((account) => [account.practice.code, ...tell(account, id)].join(' | '));

describe('a merger where patients are counted anew', () => {
  const perQuarter: Value = {
    kind: 'quantity',
    clause: '1',
    of: { kind: 'rate', pounds: one, for: { kind: 'patients', at: 'each-period' } },
  };
  const fixed = component('fixed', { kind: 'fixed', pounds: ratio(400), clause: '2' });
  const anew = component('c', perQuarter, { schedule: eachPeriod });
  const merger = [succeeded(1, 3, '2015-08-16'), succeeded(2, 3, '2015-08-16')];
  const three: Given[] = [{ patients: 100 }, { patients: 200 }, { patients: null }];
  const known: Facts = {
    ...facts(three),
    successions: merger,
    otherLists: lists({
      1: { '2015-04-01': 100, '2015-07-01': 92 },
      2: { '2015-04-01': 200, '2015-07-01': 184 },
      3: { '2015-08-20': 276, '2015-10-01': 300 },
    }),
    firstLists: lists({ 3: { '2015-08-20': 276 } }),
  };

  it('goes by days where leaving does: the old codes to the day before, the new one from its first', () => {
    // Q2 has 92 days, 46 up to 15 August: half of 92.00 and of 184.00, and half of the new one's first list of 276.
    expect(told(scheme([anew, fixed]), known, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 46.00 payment 46.00 [prorated 46.00] | Q3 released 0.00',
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 92.00 payment 92.00 [prorated 92.00] | Q3 released 0.00',
      'Z00003 | Q1 released 0.00 [before-joining 276.00] | Q2 released 138.00 payment 138.00 [prorated 138.00] | Q3 released 300.00 payment 300.00',
    ]);
  });

  it('leaves the new code without a part in an envelope over figures to date, which goes on with the old ones', () => {
    const of = { kind: 'measure', measure: 'm', part: 'numerator', at: 'to-date' } as const;
    const value: Value = {
      kind: 'envelope',
      pounds: { kind: 'pounds', pounds: ratio(100) },
      of,
      scales: 'what-is-new',
      clause: '3',
    };
    const measures = [{ id: 'm', title: 'm', numerator: 'n', denominator: 'd', numeratorUnit: 'pound', clause: '4' }];
    const rows = new Map(['Z00001', 'Z00002'].map((code) => [code, [measured('m', '2015-06-30', '60', '1')]]));
    const paying = scheme([anew, component('budget', value, { schedule: null })], { measures });
    expect(told(paying, { ...known, measures: rows }, 'Q1', '2016-01-15', 'budget')).toEqual([
      'Z00001 | Q1 released 50.00 payment 50.00 [capped 10.00]',
      'Z00002 | Q1 released 50.00 payment 50.00 [capped 10.00]',
      'Z00003 | Q1 released 0.00',
    ]);
  });

  it('is not stopped in the new code by what stays with the old ones, of which it is owed nothing', () => {
    const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-12-31') } });
    const conditions = quarters.map(() => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
    const allOrNothing = [{ components: ['c', 'fixed'], clause: 'all' }];
    const paying = scheme([anew, { ...fixed, conditions }], { evidence: [plan], allOrNothing });
    const q3 = told(paying, known, 'Q3', '2016-01-15').map((each) => each.split(' | ').at(-1));
    expect(q3).toEqual(['Q3 forfeited 0.00', 'Q3 forfeited 0.00', 'Q3 released 300.00 payment 300.00']);
  });

  it('is one from its first day on, and none on the day before', () => {
    const q2 = (asAt: string) => told(scheme([anew, fixed]), known, 'Q2', asAt).map((each) => each.split(' | ')[2]);
    expect(q2('2015-08-16')).toEqual([
      'Q2 released 46.00 payment 46.00 [prorated 46.00]',
      'Q2 released 92.00 payment 92.00 [prorated 92.00]',
      'Q2 released 138.00 payment 138.00 [prorated 138.00]',
    ]);
    expect(q2('2015-08-15')).toEqual(['Q2 released 92.00 payment 92.00', 'Q2 released 184.00 payment 184.00']);
  });

  it('takes the earlier of its own leaving and the merger', () => {
    // 23 of the 92 days of Q2, up to 23 July; the second old code goes on to the merger, whatever it says of October.
    const [first, second, ...others] = known.practices;
    const left = (practice: typeof first, on: string) => (practice ? [{ ...practice, leftOn: day(on) }] : []);
    const practices = [...left(first, '2015-07-23'), ...left(second, '2015-10-01'), ...others];
    expect(told(scheme([anew]), { ...known, practices }, 'Q2', '2016-01-15').slice(0, 2)).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 23.00 payment 23.00 [prorated 69.00]',
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 92.00 payment 92.00 [prorated 92.00]',
    ]);
  });

  it('ends the old codes also where the new one leaves later', () => {
    const practices = known.practices.map((each) =>
      each.code === 'Z00003' ? { ...each, leftOn: day('2015-11-15') } : each,
    );
    // The new code is owed 46 of the 92 days of Q3.
    expect(told(scheme([anew]), { ...known, practices }, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 46.00 payment 46.00 [prorated 46.00] | Q3 released 0.00',
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 92.00 payment 92.00 [prorated 92.00] | Q3 released 0.00',
      'Z00003 | Q1 released 0.00 [before-joining 276.00] | Q2 released 138.00 payment 138.00 [prorated 138.00] | Q3 released 150.00 payment 150.00 [prorated 150.00]',
    ]);
  });

  it('is none where one code takes the place of another, or before the day of the second of two', () => {
    const renamed: Facts = {
      ...facts([{ patients: 100 }, { patients: null }]),
      successions: [succeeded(1, 2, '2015-08-16')],
      otherLists: lists({ 1: { '2015-04-01': 100, '2015-07-01': 92 }, 2: { '2015-10-01': 90 } }),
    };
    expect(told(scheme([anew, fixed]), renamed, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 92.00 payment 92.00 | Q3 released 90.00 payment 90.00',
    ]);
    // What was paid to the new code was paid to the account of the old one.
    const rows = new Map([['Z00002', [paid('c', 'Q3', '90.00', '2015-12-01', { payeeCode: 'Z00002' })]]]);
    expect(told(scheme([anew, fixed]), { ...renamed, paid: rows }, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 92.00 payment 92.00 | Q3 released 90.00',
    ]);
    // The first code has become the third, which was there before; what is said of the second is of a later day than the run's.
    const later: Facts = {
      ...facts([{ patients: 100 }, { patients: 200 }, { patients: 50 }]),
      successions: [succeeded(1, 3, '2015-07-16'), succeeded(2, 3, '2015-08-16')],
      otherLists: lists({
        1: { '2015-04-01': 100, '2015-07-01': 92 },
        2: { '2015-04-01': 200, '2015-07-01': 184 },
        3: { '2015-04-01': 50, '2015-07-01': 50 },
      }),
    };
    expect(told(scheme([anew, fixed]), later, 'Q2', '2015-08-15')[1]).toBe(
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 184.00 payment 184.00',
    );
  });

  it('gives the new code what was paid to it of what counts patients anew, and the lowest old one all else', () => {
    const had = (component: string, amount: string) =>
      paid(component, 'Q2', amount, '2015-12-01', { payeeCode: 'Z00003' });
    const rows = new Map([['Z00003', [had('c', '38.00'), had('fixed', '40.00')]]]);
    const q2 = (id: string) =>
      told(scheme([anew, fixed]), { ...known, paid: rows }, 'Q2', '2016-01-15', id).map((each) => each.split(' | ')[2]);
    expect(q2('c')).toEqual([
      'Q2 released 46.00 payment 46.00 [prorated 46.00]',
      'Q2 released 92.00 payment 92.00 [prorated 92.00]',
      'Q2 released 138.00 payment 100.00 [prorated 138.00]',
    ]);
    expect(q2('fixed')).toEqual([
      'Q2 released 100.00 payment 60.00',
      'Q2 released 100.00 payment 100.00',
      'Q2 released 0.00',
    ]);
  });

  it('has a figure of the new code count by its number in its own account, and in that of the lowest old code', () => {
    const rate = { kind: 'rate', pounds: one, for: { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' } };
    const each = { kind: 'rate', pounds: one, for: { kind: 'patients', at: 'each-period' } };
    const value = { kind: 'quantity', of: { kind: 'sum', of: [each, rate] }, clause: '1' } as Value;
    const measures = [{ id: 'm', title: 'm', numerator: 'n', denominator: 'd', numeratorUnit: 'item', clause: '4' }];
    const both = scheme([component('c', value, { schedule: eachPeriod }), fixed], { measures });
    const rows = new Map([['Z00003', [measured('m', '2015-09-01', '10', '1')]]]);
    // The first old code has 100 + 10, and half of 92 + 10 for the days up to the merger; the new one half of 276 + 10, then 300 + 10.
    expect(told(both, { ...known, measures: rows }, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 110.00 payment 110.00 | Q2 released 51.00 payment 51.00 [prorated 51.00] | Q3 released 0.00',
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 92.00 payment 92.00 [prorated 92.00] | Q3 released 0.00',
      'Z00003 | Q1 released 0.00 [before-joining 286.00] | Q2 released 143.00 payment 143.00 [prorated 143.00] | Q3 released 310.00 payment 310.00',
    ]);
  });

  it('has the lists of the new code count also where who joins late earns nothing by a list', () => {
    const joining = { prorate: 'none', list: 'none', clause: '5' } as const;
    expect(told(scheme([anew, fixed], { joining }), known, 'Q3', '2016-01-15')[2]).toBe(
      'Z00003 | Q1 released 0.00 [before-joining 276.00] | Q2 released 138.00 payment 138.00 [prorated 138.00] | Q3 released 300.00 payment 300.00',
    );
  });

  it('has a code that was counted before it stood for another go on with an account of its own, by that list alone', () => {
    // Where no list of one day is asked for, a list of the day of the change is that of the old account.
    const codesWith = (first: string) => {
      const of: Facts = {
        ...facts([{ patients: null }, { patients: null }]),
        successions: [succeeded(1, 2, '2015-07-01')],
        otherLists: lists({ 1: { '2015-04-01': 100 }, 2: { [first]: 60, '2015-10-01': 150 } }),
      };
      return run(scheme([anew]), of, 'Q1', '2016-01-15').map(({ practice }) => practice.code);
    };
    expect(codesWith('2015-06-30')).toEqual(['Z00001', 'Z00002']);
    expect(codesWith('2015-07-01')).toEqual(['Z00001']);
  });

  it('shares a sum among the old codes up to it, and gives the new one all of a period that begins after it', () => {
    // £120 a quarter by patients: 100 to 200; 92 to 184, of which the old codes are owed half; then 300 alone.
    const pot: Value = {
      kind: 'shared',
      of: { kind: 'pounds', pounds: ratio(120) },
      by: { kind: 'patients', at: 'each-period' },
      within: 'all',
      clause: '1',
    };
    const shared = component('c', pot, { schedule: eachPeriod });
    expect(told(scheme([shared, fixed]), known, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 40.00 payment 40.00 | Q2 released 20.00 payment 20.00 [prorated 20.00] | Q3 released 0.00',
      'Z00002 | Q1 released 80.00 payment 80.00 | Q2 released 40.00 payment 40.00 [prorated 40.00] | Q3 released 0.00',
      'Z00003 | Q1 released 0.00 | Q2 released 0.00 | Q3 released 120.00 payment 120.00',
    ]);
  });

  it('leaves a pot of the whole term to the old codes, by the list of the scheme', () => {
    const pot = component('pot', { kind: 'pool', pounds: ratio(12), clause: '3' });
    expect(told(scheme([pot, anew]), known, 'Q3', '2016-01-15', 'pot')).toEqual([
      'Z00001 | Q1 released 1.00 payment 1.00 | Q2 released 1.00 payment 1.00 | Q3 released 1.00 payment 1.00',
      'Z00002 | Q1 released 2.00 payment 2.00 | Q2 released 2.00 payment 2.00 | Q3 released 2.00 payment 2.00',
      'Z00003 | Q1 released 0.00 | Q2 released 0.00 | Q3 released 0.00',
    ]);
  });

  it('is one as well where a code ends in one that was there before', () => {
    // 46 of the 92 days of Q2 are owed of 92; the other code goes on, with all the patients from October.
    const into: Facts = {
      ...facts([{ patients: 100 }, { patients: 200 }]),
      successions: [succeeded(1, 2, '2015-08-16')],
      otherLists: lists({
        1: { '2015-04-01': 100, '2015-07-01': 92 },
        2: { '2015-04-01': 200, '2015-07-01': 184, '2015-10-01': 300 },
      }),
    };
    expect(told(scheme([anew, fixed]), into, 'Q3', '2016-01-15').slice(0, 2)).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 46.00 payment 46.00 [prorated 46.00] | Q3 released 0.00',
      'Z00002 | Q1 released 200.00 payment 200.00 | Q2 released 184.00 payment 184.00 | Q3 released 300.00 payment 300.00',
    ]);
  });

  it('leaves everything else with the old codes', () => {
    expect(told(scheme([anew, fixed]), known, 'Q3', '2016-01-15', 'fixed')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 100.00 payment 100.00 | Q3 released 100.00 payment 100.00',
      'Z00002 | Q1 released 100.00 payment 100.00 | Q2 released 100.00 payment 100.00 | Q3 released 100.00 payment 100.00',
      'Z00003 | Q1 released 0.00 | Q2 released 0.00 | Q3 released 0.00',
    ]);
  });
});

describe('a pot', () => {
  const joining = { prorate: 'days', list: 'first-after', clause: 'joining' } as const;
  const pot = component('c', { kind: 'pool', pounds: ratio(8), clause: '3' });
  const late = (patients: number | null, joinedOn: string): Given => ({
    patients,
    practice: { joinedOn: day(joinedOn) },
  });

  it('has no part for a practice that left before the term, whatever its list', () => {
    const known = facts([{ patients: 100 }, { patients: 900, practice: { leftOn: day('2015-03-31') } }]);
    expect(told(scheme([pot]), known, 'Q1', '2015-07-15')).toEqual([
      'Z00001 | Q1 released 2.00 payment 2.00',
      'Z00002 | Q1 released 0.00',
    ]);
  });

  it('keeps the part of one that left on the first day of the term', () => {
    // One of the 91 days of Q1: 1.00 / 91 = 0.0109.
    const known = facts([{ patients: 100 }, { patients: 100, practice: { leftOn: day('2015-04-01') } }]);
    expect(told(scheme([pot]), known, 'Q1', '2015-07-15')).toEqual([
      'Z00001 | Q1 released 1.00 payment 1.00',
      'Z00002 | Q1 released 0.01 payment 0.01 [prorated 0.99]',
    ]);
  });

  it('counts a joiner from the first period that begins when it has joined, that very day included', () => {
    const known = facts([{ patients: 100 }, late(300, '2015-07-01'), late(400, '2015-07-02')]);
    // 2.00 a quarter: by 100; by 100:300; by 100:300:400.
    expect(told(scheme([pot], { joining }), known, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 2.00 payment 2.00 | Q2 released 0.50 payment 0.50 | Q3 released 0.25 payment 0.25',
      'Z00002 | Q1 released 0.00 | Q2 released 1.50 payment 1.50 | Q3 released 0.75 payment 0.75',
      'Z00003 | Q1 released 0.00 | Q2 released 0.00 | Q3 released 1.00 payment 1.00',
    ]);
  });

  it('has nothing for who joins without a list', () => {
    const without = { ...joining, list: 'none' } as const;
    const known = facts([{ patients: 100 }, late(null, '2015-07-01')]);
    expect(told(scheme([pot], { joining: without }), known, 'Q2', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 2.00 payment 2.00 | Q2 released 2.00 payment 2.00',
      'Z00002 | Q1 released 0.00 | Q2 released 0.00',
    ]);
  });

  it('of an envelope holds what a joiner earns from then on', () => {
    // £4 a patient and year, at most £600 a year in all: alone 400 fits; together 800 is scaled to three quarters of it.
    const envelope: Value = {
      kind: 'envelope',
      of: { kind: 'rate', pounds: ratio(4), for: { kind: 'patients' } },
      pounds: { kind: 'pounds', pounds: ratio(600) },
      clause: '3',
    };
    const known = facts([{ patients: 100 }, late(100, '2015-07-01')]);
    expect(told(scheme([component('c', envelope)], { joining }), known, 'Q3', '2016-01-15')).toEqual([
      'Z00001 | Q1 released 100.00 payment 100.00 | Q2 released 75.00 payment 75.00 [capped 25.00] | Q3 released 75.00 payment 75.00 [capped 25.00]',
      'Z00002 | Q1 released 0.00 | Q2 released 75.00 payment 75.00 [capped 25.00] | Q3 released 75.00 payment 75.00 [capped 25.00]',
    ]);
  });
});
