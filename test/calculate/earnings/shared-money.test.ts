import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Component, Value } from '../../../src/domain/scheme/scheme.ts';
import type { Shared } from '../../../src/domain/scheme/value.ts';
import { decided, facts, type Given, measured, run, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

const eachPeriod = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
const saved = (at: 'latest' | 'each-period'): Quantity => ({
  kind: 'measure',
  measure: 'saved',
  part: 'numerator',
  at,
});
const shared = (at: 'latest' | 'each-period'): Shared => ({
  kind: 'shared',
  of: saved(at),
  by: null,
  within: 'all',
  clause: '1',
});
const measures = [
  { id: 'saved', title: 's', numerator: 'n', denominator: 'd', numeratorUnit: 'pound', clause: 'm' },
] as const;
const figure = (asAt: string, number: string) => measured('saved', asAt, number, '1');

function accountsOf(of: Component, given: readonly Given[], period: string, asAt: string) {
  const leaving = { notice: null, prorate: 'none' as const, clause: 'leaving' };
  return run(scheme([of], { measures, leaving }), facts(given), period, asAt);
}

const told = (...asked: Parameters<typeof accountsOf>) => accountsOf(...asked).map((account) => tell(account, 'c'));

describe('a sum that is shared', () => {
  const whole = component('c', shared('latest'));
  const left = { patients: 300, practice: { leftOn: day('2015-05-01') } };

  it('waits for who is still there, and for nobody who has left', () => {
    const first = { patients: 100, measures: [figure('2015-04-10', '400')] };
    expect(told(whole, [first, left], 'Q1', '2015-04-30')).toEqual([
      ['Q1 withheld 0.00 [withheld 0.00]'],
      ['Q1 withheld 0.00 [withheld 0.00]'],
    ]);
    // Its place is kept: 100.00 by 100 and 300. After it its part is left unspent.
    const shares = [
      ['Q1 released 25.00 payment 25.00', 'Q2 released 25.00 payment 25.00'],
      ['Q1 released 75.00 payment 75.00', 'Q2 released 0.00 [left 75.00]'],
    ];
    expect(told(whole, [first, left], 'Q2', '2015-10-01')).toEqual(shares);
    expect(told(whole, [first, left], 'Q1', '2015-05-01')).toEqual(shares.map(([q1]) => [q1]));
    // Its own figure still counts where it is there: 600.00 a year.
    expect(told(whole, [first, { ...left, measures: [figure('2015-04-10', '200')] }], 'Q1', '2015-07-01')).toEqual([
      ['Q1 released 37.50 payment 37.50'],
      ['Q1 released 112.50 payment 112.50'],
    ]);
  });

  it('waits where nobody has a figure, or a list, though all have left', () => {
    const by = (of: Quantity) => component('c', { ...shared('latest'), of });
    const adjusted: Quantity = { kind: 'patients', population: 'adjusted', at: day('2015-04-01') };
    const waits = [['Q1 withheld 0.00 [withheld 0.00]']];
    expect(told(by(saved('latest')), [left], 'Q1', '2015-07-01')).toEqual(waits);
    expect(told(by({ kind: 'rate', pounds: ratio(4), for: adjusted }), [left], 'Q1', '2015-07-01')).toEqual(waits);
  });

  it('worked out anew in each period goes without those who left before it, list and figure', () => {
    const anew = component('c', shared('each-period'), { schedule: eachPeriod });
    const first = { patients: 100, measures: [figure('2015-06-30', '100'), figure('2015-09-30', '80')] };
    const gone = { ...left, measures: [figure('2015-08-01', '1000')] };
    // It was there in Q1, and its figure is waited for; Q2 is without it, whatever it sent in.
    expect(told(anew, [first, gone], 'Q2', '2015-10-01')).toEqual([
      ['Q1 withheld 0.00 [withheld 0.00]', 'Q2 released 80.00 payment 80.00'],
      ['Q1 withheld 0.00 [withheld 0.00]', 'Q2 released 0.00'],
    ]);
  });

  it('worked out anew in each period is shared by the figures of each', () => {
    const value: Value = { ...shared('latest'), of: { kind: 'pounds', pounds: ratio(400) }, by: saved('each-period') };
    const given = [
      { patients: 1, measures: [figure('2015-06-30', '30'), figure('2015-09-30', '10')] },
      { patients: 1, measures: [figure('2015-06-30', '10'), figure('2015-09-30', '10')] },
    ];
    expect(told(component('c', value, { schedule: eachPeriod }), given, 'Q2', '2015-10-01')).toEqual([
      ['Q1 released 300.00 payment 300.00', 'Q2 released 200.00 payment 200.00'],
      ['Q1 released 100.00 payment 100.00', 'Q2 released 200.00 payment 200.00'],
    ]);
    // Else by those of the first period, all the term.
    expect(told(component('c', value), given, 'Q2', '2015-10-01')).toEqual([
      ['Q1 released 75.00 payment 75.00', 'Q2 released 75.00 payment 75.00'],
      ['Q1 released 25.00 payment 25.00', 'Q2 released 25.00 payment 25.00'],
    ]);
  });

  it('that is so much for each patient is that of those who share it', () => {
    // £4 a patient: 400.00 a year by one, and 1,600.00 from the first period of the second.
    const value: Value = { ...shared('latest'), of: { kind: 'rate', pounds: ratio(4), for: { kind: 'patients' } } };
    const joining = { prorate: 'days', list: 'first-after', clause: 'j' } as const;
    const given = facts([{ patients: 100 }, { patients: 300, practice: { joinedOn: day('2015-05-01') } }]);
    const accounts = run(scheme([component('c', value)], { joining }), given, 'Q2', '2015-10-01');
    expect(accounts.map((account) => tell(account, 'c'))).toEqual([
      ['Q1 released 100.00 payment 100.00', 'Q2 released 100.00 payment 100.00'],
      ['Q1 released 0.00', 'Q2 released 300.00 payment 300.00'],
    ]);
  });

  it('names three whose figure is missing, and how many more, in every account that waits', () => {
    const five = [
      { patients: 100, measures: [figure('2015-04-10', '400')] },
      ...[1, 2, 3, 4].map((patients) => ({ patients })),
    ];
    const reasons = accountsOf(whole, five, 'Q1', '2015-07-15').map(
      ({ lines }) => lines[0]?.positions[0]?.unpaid[0]?.reason,
    );
    expect(new Set(reasons)).toEqual(
      new Set(['no figure for saved yet: missing of Z00002, Z00003, Z00004 and 1 more']),
    );
  });

  it('waits for nobody who fails one thing that is asked, though another is not known yet', () => {
    const among = [
      { is: saved('latest'), atLeast: { kind: 'pounds', pounds: ratio(1) } },
      { is: { kind: 'patients' }, atLeast: { kind: 'number', number: ratio(100), unit: 'patient' } },
    ] as const;
    const value: Value = { ...shared('latest'), of: { kind: 'pounds', pounds: ratio(400) }, among };
    const figures = { measures: [figure('2015-04-10', '50')] };
    const of = component('c', value);
    expect(told(of, [{ patients: 300, ...figures }, { patients: 20 }], 'Q1', '2015-07-15')).toEqual([
      ['Q1 released 100.00 payment 100.00'],
      ['Q1 released 0.00 [achievement 0.00]'],
    ]);
    expect(told(of, [{ patients: 300, ...figures }, { patients: 100 }], 'Q1', '2015-07-15')).toEqual([
      ['Q1 withheld 0.00 [withheld 0.00]'],
      ['Q1 withheld 0.00 [withheld 0.00]'],
    ]);
  });

  it('by what comes to nothing is withheld, with that reason', () => {
    const by: Quantity = { kind: 'ratio', of: saved('latest'), to: { kind: 'patients' } };
    const value: Value = { kind: 'shared', of: { kind: 'pounds', pounds: ratio(400) }, by, within: 'all', clause: '1' };
    const given = [
      { patients: 0, measures: [figure('2015-04-10', '4')] },
      { patients: 5, measures: [figure('2015-04-10', '4')] },
    ];
    const [account] = accountsOf(component('c', value), given, 'Q1', '2015-07-15');
    expect(tell(account, 'c')).toEqual(['Q1 withheld 0.00 [withheld 0.00]']);
    expect(account?.lines[0]?.positions[0]?.unpaid[0]?.reason).toContain(
      '£4.00 (saved at 2015-04-10) ÷ 0 patients has no value',
    );
  });
});

describe('an envelope', () => {
  const envelope = (at: 'latest' | 'each-period'): Value => ({
    kind: 'envelope',
    of: saved(at),
    pounds: { kind: 'pounds', pounds: ratio(100) },
    clause: '1',
  });

  it('is scaled before adjustments, which come after it in the order written', () => {
    // 300 and 100 of 100: 75.00 and 25.00, then 10.00 less each.
    const less = {
      id: 'l',
      title: 'L',
      kind: 'deduct' as const,
      pounds: { kind: 'pounds' as const, pounds: ratio(10) },
      clause: '2',
    };
    const of = component('c', envelope('each-period'), { schedule: eachPeriod, adjustments: [less] });
    const given = ['300', '100'].map((number) => ({ patients: 1, measures: [figure('2015-06-30', number)] }));
    expect(told(of, given, 'Q1', '2015-07-15')).toEqual([
      ['Q1 released 65.00 payment 65.00 [capped 225.00]'],
      ['Q1 released 15.00 payment 15.00 [capped 75.00]'],
    ]);
  });

  it('pays no penny more than it holds where each share is rounded by itself', () => {
    const accounts = (numbers: readonly string[]) =>
      accountsOf(
        component('c', envelope('each-period'), { schedule: eachPeriod }),
        numbers.map((number) => ({ patients: 1, measures: [figure('2015-06-30', number)] })),
        'Q1',
        '2015-07-15',
      );
    const q1 = (numbers: readonly string[]) => accounts(numbers).flatMap((account) => tell(account, 'c'));
    const reasons = (numbers: readonly string[]) =>
      accounts(numbers).flatMap(({ lines }) =>
        lines.flatMap(({ positions }) => positions.flatMap(({ unpaid }) => unpaid.map(({ reason }) => reason))),
      );
    // 33.335 + 33.335 + 33.33 are 100.00, and 33.34 twice would make 100.01: the odd pence go by largest remainder, ties to the lower code.
    expect(q1(['33.335', '33.335', '33.33'])).toEqual([
      'Q1 released 33.34 payment 33.34',
      'Q1 released 33.33 payment 33.33 [capped 0.01]',
      'Q1 released 33.33 payment 33.33',
    ]);
    expect(reasons(['33.335', '33.335', '33.33'])).toEqual([
      'rounded down, as the envelope holds no more than all practices together earn',
    ]);
    expect(reasons(['50', '50', '100'])).toEqual(
      [1, 2, 3].map(() => 'scaled down, as all practices together earn more than the envelope'),
    );
    // Where it holds enough each has its own rounding, as without an envelope.
    expect(q1(['33.335', '33.335', '33.32'])).toEqual([
      'Q1 released 33.34 payment 33.34',
      'Q1 released 33.34 payment 33.34',
      'Q1 released 33.32 payment 33.32',
    ]);
  });

  it('that adjustments exceed has each round for itself still, as no share is too much by its rounding', () => {
    // Each earns 10.00 of £100.00 and is made up to 80.004: 80.00 each, though both together are 160.008.
    const floor = {
      id: 'f',
      title: 'F',
      kind: 'floor' as const,
      pounds: { kind: 'pounds' as const, pounds: ratio(80_004, 1000) },
      clause: '2',
    };
    const of = component('c', envelope('each-period'), { schedule: eachPeriod, adjustments: [floor] });
    const given = ['10', '10'].map((number) => ({ patients: 1, measures: [figure('2015-06-30', number)] }));
    const each = ['Q1 released 80.00 payment 80.00'];
    expect(told(of, given, 'Q1', '2015-07-15')).toEqual([each, each]);
  });

  it('does not wait for who has left', () => {
    const given = [
      { patients: 1, measures: [figure('2015-04-10', '80')] },
      { patients: 1, practice: { leftOn: day('2015-05-01') } },
    ];
    expect(told(component('c', envelope('latest')), given, 'Q1', '2015-04-20')[0]).toEqual([
      'Q1 withheld 0.00 [withheld 0.00]',
    ]);
    expect(told(component('c', envelope('latest')), given, 'Q1', '2015-07-15')[0]).toEqual([
      'Q1 released 20.00 payment 20.00',
    ]);
  });
});

describe('what an envelope holds', () => {
  const earns: Quantity = { kind: 'pounds', pounds: ratio(800) };
  const held = (of: Quantity): Value => ({ kind: 'envelope', of: earns, pounds: of, clause: '1' });
  const toDate = (of: Quantity): Value => ({
    kind: 'envelope',
    of: { kind: 'measure', measure: 'saved', part: 'numerator', at: 'to-date' },
    pounds: of,
    scales: 'what-is-new',
    clause: '1',
  });
  const joining = { prorate: 'none', list: 'first-after', clause: 'j' } as const;
  const joins = { practice: { joinedOn: day('2015-07-01') } };

  it('is so much for each patient of those who take part in the period', () => {
    const perPatient: Quantity = { kind: 'rate', pounds: ratio(4), for: { kind: 'patients' } };
    const of = (value: Value, given: readonly Given[], more = {}) =>
      run(scheme([component('c', value, more)], { measures, joining }), facts(given), 'Q2', '2015-10-15').map(
        (account) => tell(account, 'c'),
      );
    // £800 a year each, of £400 by the first alone, and of £1,600 with the second.
    expect(of(held(perPatient), [{ patients: 100 }, { patients: 300, ...joins }])).toEqual([
      ['Q1 released 100.00 payment 100.00 [capped 100.00]', 'Q2 released 200.00 payment 200.00'],
      ['Q1 released 0.00', 'Q2 released 200.00 payment 200.00'],
    ]);
    // 500 and then 900 to date, of £400 and then of £1,600.
    const rows = (...numbers: readonly string[]) =>
      numbers.map((number, q) => figure(q === 0 ? '2015-06-30' : '2015-09-30', number));
    const given = [
      { patients: 100, measures: rows('500', '400') },
      { patients: 300, ...joins, measures: rows('0', '100') },
    ];
    expect(of(toDate(perPatient), given, { schedule: null })).toEqual([
      ['Q1 released 400.00 payment 400.00 [capped 100.00]', 'Q2 released 400.00 payment 400.00'],
      ['Q1 released 0.00', 'Q2 released 100.00 payment 100.00'],
    ]);
  });

  it('is waited for, and so is a figure of who takes part, by name', () => {
    const reasons = (value: Value, given: readonly Given[], more = {}) =>
      run(scheme([component('c', value, more)], { measures }), facts(given), 'Q1', '2015-10-15').map(({ lines }) =>
        lines[0]?.positions[0]?.unpaid.map(({ reason }) => reason),
      );
    const unknown = saved('latest');
    const missing = ['no figure for saved yet: missing of Z00002'];
    const given = [{ patients: 1, measures: [figure('2015-06-30', '50')] }, { patients: 1 }];
    expect(reasons(held(unknown), given)).toEqual([missing, missing]);
    expect(reasons({ ...held({ kind: 'pounds', pounds: ratio(100) }), of: unknown } as Value, given)).toEqual([
      missing,
      missing,
    ]);
    const inQ1 = ['no figure for saved in Q1 yet: missing of Z00002'];
    expect(reasons(toDate({ kind: 'pounds', pounds: ratio(100) }), given, { schedule: null })).toEqual([inQ1, inQ1]);
    const both = [
      { patients: 1, measures: [figure('2015-06-30', '50')] },
      { patients: 1, measures: [figure('2015-06-30', '5')] },
    ];
    const another: Quantity = { kind: 'measure', measure: 'reviewed', part: 'numerator', at: 'latest' };
    const without = ['no figure for reviewed yet: missing of Z00001 and Z00002'];
    expect(reasons(held(another), both)).toEqual([without, without]);
    expect(reasons(toDate(another), both, { schedule: null })).toEqual([without, without]);
  });

  it('tells who is not among those who share it so', () => {
    const among = [
      { is: { kind: 'patients' }, atLeast: { kind: 'number', number: ratio(100), unit: 'patient' } },
    ] as const;
    const value: Value = {
      kind: 'envelope',
      of: earns,
      pounds: { kind: 'pounds', pounds: ratio(1000) },
      among,
      clause: '1',
    };
    const accounts = accountsOf(component('c', value), [{ patients: 100 }, { patients: 99 }], 'Q1', '2015-07-15');
    expect(
      accounts.map((account) => [...tell(account, 'c'), account.lines[0]?.positions[0]?.unpaid[0]?.reason]),
    ).toEqual([
      ['Q1 released 200.00 payment 200.00', undefined],
      ['Q1 released 0.00 [achievement 0.00]', 'not among those who share: 99 patients is below 100 patients'],
    ]);
  });
});

describe('a threshold of a network together', () => {
  const together = (schedule: Component['schedule']) =>
    component(
      'c',
      { kind: 'fixed', pounds: ratio(400), clause: '1' },
      {
        schedule,
        achievement: {
          kind: 'measured',
          measure: 'reviewed',
          scale: { kind: 'steps', steps: [{ from: ratio(4, 5), pays: ratio(1) }] },
          zeroDenominator: ratio(0),
          onAccount: null,
          measuredAt: 'pcn',
          clause: '3',
        },
      },
    );
  const reviewed = (of: string) => [measured('reviewed', '2015-04-10', of, '10')];
  const given = (last: Given['measures']) => [
    { patients: 1, practice: { pcn: 'N' }, measures: reviewed('9') },
    { patients: 1, practice: { pcn: 'N', leftOn: day('2015-05-01') }, measures: last ?? [] },
  ];

  it('does not wait for who has left, whose figure counts where it is there', () => {
    const equal = scheduleOf(quarters.map(() => ratio(1, 4)));
    expect(told(together(equal), given([]), 'Q1', '2015-04-20')[0]).toEqual(['Q1 withheld 0.00 [withheld 100.00]']);
    expect(told(together(equal), given([]), 'Q1', '2015-07-15')[0]).toEqual(['Q1 released 100.00 payment 100.00']);
    // 9 and 6 of 20 are 75 %.
    expect(told(together(equal), given(reviewed('6')), 'Q1', '2015-07-15')[0]).toEqual([
      'Q1 released 0.00 [achievement 100.00]',
    ]);
    // Of who has left it goes on too, and is no other for it than for those who stay.
    expect(told(together(equal), given(reviewed('6')), 'Q2', '2015-10-15')[1]).toEqual([
      'Q1 released 0.00 [achievement 100.00]',
      'Q2 released 0.00 [achievement 100.00]',
    ]);
  });

  it('is without who left before the period where the value is worked out anew in each', () => {
    expect(told(together(eachPeriod), given(reviewed('6')), 'Q2', '2015-10-15')).toEqual([
      ['Q1 released 0.00 [achievement 400.00]', 'Q2 released 400.00 payment 400.00'],
      ['Q1 released 0.00 [achievement 400.00]', 'Q2 released 0.00 [left 400.00]'],
    ]);
  });
});

it('pays by decision no more than there is, also where the scheme rounds to the pound', () => {
  // £900 by 1, 1 and 5 patients, in four quarters of £225: 32.14, 32.14 and 160.72 of the first.
  const of = scheme([component('c', { kind: 'pool', pounds: ratio(900), clause: '1' })], {
    rounding: { at: 'component', unit: 'pound', mode: 'half-away-from-zero', clause: 'r' },
  });
  const all = { decisions: [decided('proportion', '2015-04-02', { component: 'c', proportion: ratio(1) })] };
  const given = [1, 1, 5].map((patients) => ({ patients, ...all }));
  const paid = run(of, facts(given), 'Q1', '2015-07-01').map((account) => tell(account, 'c'));
  expect(paid).toEqual([
    ['Q1 released 32.14 payment 32.14'],
    ['Q1 released 32.14 payment 32.14'],
    ['Q1 released 160.72 payment 160.72'],
  ]);
});
