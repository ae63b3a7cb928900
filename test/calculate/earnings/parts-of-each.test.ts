import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Adjustment, Component, Value } from '../../../src/domain/scheme/scheme.ts';
import type { Shared } from '../../../src/domain/scheme/value.ts';
import { claim, facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// £400 a year by list, of which no practice has more than £120, or less what a figure says.

const pounds = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number) });
const figure: Quantity = { kind: 'measure', measure: 'own', part: 'numerator', at: 'latest' };
const cap: Adjustment = { kind: 'cap', id: 'cap', title: 'Cap', clause: '2', pounds: pounds(120) };
const less: Adjustment = { kind: 'deduct', id: 'less', title: 'Less', clause: '2', pounds: figure };
const measures = [{ id: 'own', title: 'Own', numerator: 'pounds', numeratorUnit: 'pound', clause: 'm' }];
const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });

function told(more: Partial<Shared>, given: readonly Given[], asAt = '2015-07-15') {
  const value: Value = { kind: 'shared', of: pounds(400), by: null, within: 'all', clause: '1', ...more };
  const paying = scheme([component('c', value)], { measures, evidence: [plan] });
  return run(paying, facts(given), 'Q1', asAt).map((account) => {
    const reasons = account.lines[0]?.positions[0]?.unpaid.map(({ reason }) => reason) ?? [];
    return [...tell(account, 'c'), ...reasons].join(' | ');
  });
}

const has = (patients: number, own?: string): Given => ({
  patients,
  ...(own === undefined ? {} : { measures: [measured('own', '2015-04-10', own, '1')] }),
});

describe('a part with adjustments of its own', () => {
  it('leaves unspent what they take off', () => {
    // 200.00 and 2 × 100.00 a year.
    expect(told({ ofEach: [cap] }, [has(2), has(1), has(1)])).toEqual([
      'Q1 released 30.00 payment 30.00 [capped 20.00]' +
        " | its part of £50.00 comes to £30.00 by the adjustments of each one's part",
      'Q1 released 25.00 payment 25.00',
      'Q1 released 25.00 payment 25.00',
    ]);
  });

  it('is shared again over those whose part was left whole, as often as one is made smaller', () => {
    // 240.00 of 6/10 is cut to 120.00; of the other 280.00 the second has 210.00 by 3 of 4, cut to 120.00; the third has the 160.00 that
    // are left, cut to 120.00 too.
    expect(
      told({ ofEach: [cap], unspent: 'shared-again' }, [has(6), has(3), has(1)]).map((line) => line.slice(0, 26)),
    ).toEqual(['Q1 released 30.00 payment ', 'Q1 released 30.00 payment ', 'Q1 released 30.00 payment ']);
    // 200.00 is cut to 150.00; the 250.00 that are left are 125.00 each.
    expect(
      told({ ofEach: [{ ...cap, pounds: pounds(150) } as Adjustment], unspent: 'shared-again' }, [
        has(2),
        has(1),
        has(1),
      ])[1],
    ).toBe('Q1 released 31.25 payment 31.25');
  });

  it('waits for a figure of any of them, and names whose is missing', () => {
    expect(told({ ofEach: [less] }, [has(1, '40'), has(1)])).toEqual([
      'Q1 withheld 0.00 [withheld 0.00] | no figure for own yet: missing of Z00002',
      'Q1 withheld 0.00 [withheld 0.00] | no figure for own yet: missing of Z00002',
    ]);
    expect(told({ ofEach: [less] }, [has(1, '40'), has(1, '0.04')])).toEqual([
      'Q1 released 40.00 payment 40.00 [capped 10.00]' +
        " | its part of £50.00 comes to £40.00 by the adjustments of each one's part",
      'Q1 released 49.99 payment 49.99 [capped 0.01]' +
        " | its part of £50.00 comes to £49.99 by the adjustments of each one's part",
    ]);
  });
});

it('a part is told to be cut also after a move to another network, and by what is shared there', () => {
  // £400 a year in each network: alone in one 400.00 are cut to 120.00; with one of three patients in the other 100.00 are left whole, or 300.00 cut.
  const value: Value = { kind: 'shared', of: pounds(400), by: null, within: 'pcn', ofEach: [cap], clause: '1' };
  const moved = { from: day('2015-07-01'), locality: null, pcn: 'P', line: 2 };
  const given = [
    { patients: 3, practice: { pcn: 'Q' } },
    { patients: 1, practice: { pcn: 'P' } },
  ];
  const known = { ...facts(given), memberships: new Map([['Z00001', [moved]]]) };
  const accounts = run(scheme([component('c', value)]), known, 'Q2', '2015-10-15');
  expect(accounts.map((account) => tell(account, 'c'))).toEqual([
    ['Q1 released 30.00 payment 30.00 [capped 70.00]', 'Q2 released 30.00 payment 30.00 [capped 45.00]'],
    ['Q1 released 30.00 payment 30.00 [capped 70.00]', 'Q2 released 25.00 payment 25.00'],
  ]);
});

it('a sum that comes to less than nothing is told to those who share it in the period', () => {
  // Of P is 300.00 less 400.00; of Q 500.00 less 400.00.
  const own = { kind: 'measure', measure: 'own', part: 'numerator', at: 'latest' } as const;
  const of: Quantity = { kind: 'difference', from: own, less: pounds(400) };
  const value: Value = { kind: 'shared', of, by: null, within: 'pcn', clause: '1' };
  const moved = { from: day('2015-07-01'), locality: null, pcn: 'P', line: 2 };
  const known = {
    ...facts([
      { ...has(1, '0'), practice: { pcn: 'Q' } },
      { ...has(1, '300'), practice: { pcn: 'P' } },
      { ...has(1, '500'), practice: { pcn: 'Q' } },
    ]),
    memberships: new Map([['Z00001', [moved]]]),
  };
  const accounts = run(scheme([component('c', value)], { measures }), known, 'Q2', '2015-10-15');
  const below = (id: string) => `${id} released 0.00 [below-nothing 0.00]`;
  expect(accounts.map((account) => tell(account, 'c'))).toEqual([
    ['Q1 released 12.50 payment 12.50', below('Q2')],
    [below('Q1'), below('Q2')],
    ['Q1 released 12.50 payment 12.50', 'Q2 released 25.00 payment 25.00'],
  ]);
});

describe('who shares by a figure', () => {
  const ask = (is: Quantity, atLeast: Quantity) => ({ is, atLeast });
  const quarter = (...figures: readonly string[]) => ({
    patients: 1,
    measures: figures.map((number, q) => measured('own', q === 0 ? '2015-06-30' : '2015-09-30', number, '1')),
  });
  const inPeriod: Quantity = { kind: 'measure', measure: 'own', part: 'numerator', at: 'each-period' };

  function accounts(among: Shared['among'], given: readonly Given[], more: Partial<Component> = {}) {
    const value: Value = {
      kind: 'shared',
      of: pounds(400),
      by: null,
      within: 'all',
      clause: '1',
      ...(among && { among }),
    };
    const paying = scheme([component('c', value, more)], { measures, evidence: [plan] });
    return run(paying, facts(given), 'Q2', '2015-10-15').map((account) => tell(account, 'c'));
  }

  it('shares all the term by that of its first period, or in each by its own where the value is worked out anew', () => {
    const given = [quarter('5', '0'), quarter('5', '5')];
    const among = [ask(inPeriod, pounds(1))];
    const half = ['Q1 released 50.00 payment 50.00', 'Q2 released 50.00 payment 50.00'];
    expect(accounts(among, given)).toEqual([half, half]);
    const schedule = { ...scheduleOf(quarters.map(() => ratio(1, 4))), eachPeriod: true as const };
    expect(accounts(among, given, { schedule })).toEqual([
      ['Q1 released 50.00 payment 50.00', 'Q2 released 0.00 [achievement 0.00]'],
      ['Q1 released 50.00 payment 50.00', 'Q2 released 100.00 payment 100.00'],
    ]);
  });

  it('is waited for while a figure is missing, be it the bound or the last thing that is asked', () => {
    const waits = ['Q1 withheld 0.00 [withheld 0.00]', 'Q2 withheld 0.00 [withheld 0.00]'];
    const list: Quantity = { kind: 'patients' };
    const first = ask(list, { kind: 'number', number: ratio(1), unit: 'patient' });
    expect(accounts([first, ask(figure, pounds(1))], [quarter('5'), { patients: 1 }])).toEqual([waits, waits]);
    expect(accounts([ask(pounds(9), figure)], [quarter('5'), { patients: 1 }])).toEqual([waits, waits]);
    const paid = ['Q1 released 100.00 payment 100.00', 'Q2 released 100.00 payment 100.00'];
    const none = ['Q1 released 0.00 [achievement 0.00]', 'Q2 released 0.00 [achievement 0.00]'];
    expect(accounts([first, ask(pounds(9), figure)], [quarter('9'), quarter('10')])).toEqual([paid, none]);
  });
});

describe('who shares by evidence', () => {
  const among = [{ received: 'plan' }] as const;
  const bringing = (on: string): Given => ({ patients: 1, evidence: [received('plan', on)] });

  it('goes by the evidence that is named, and is asked for none whose last day was before it joined', () => {
    const report = evidence('report');
    const value: Value = { kind: 'shared', of: pounds(400), by: null, within: 'all', among, clause: '1' };
    const joining = { prorate: 'days', list: 'first-after', clause: 'j' } as const;
    const paying = scheme([component('c', value)], { evidence: [report, plan], joining });
    const given = [
      bringing('2015-06-30'),
      { patients: 1, evidence: [received('report', '2015-05-01')] },
      { patients: 1, practice: { joinedOn: day('2015-07-01') } },
    ];
    expect(run(paying, facts(given), 'Q2', '2015-10-15').map((account) => tell(account, 'c'))).toEqual([
      ['Q1 released 100.00 payment 100.00', 'Q2 released 50.00 payment 50.00'],
      ['Q1 released 0.00 [achievement 0.00]', 'Q2 released 0.00 [achievement 0.00]'],
      ['Q1 released 0.00', 'Q2 released 50.00 payment 50.00'],
    ]);
  });

  it('is waited for until its last day is over, and shares if it came by then', () => {
    const waits = 'Q1 withheld 0.00 [withheld 0.00] | who shares goes by plan, which may still come: missing of Z00002';
    expect(told({ among }, [bringing('2015-06-30'), has(1)], '2015-06-30')).toEqual([waits, waits]);
    expect(told({ among }, [bringing('2015-06-30'), has(1)], '2015-07-01')).toEqual([
      'Q1 released 100.00 payment 100.00',
      'Q1 released 0.00 [achievement 0.00] | not among those who share: plan not received, due by 2015-06-30',
    ]);
    expect(told({ among }, [bringing('2015-06-30'), bringing('2015-07-01')], '2015-07-01')[0]).toBe(
      'Q1 released 100.00 payment 100.00',
    );
  });
});

it('may be so much for each event of all, shared by list', () => {
  // Three visits at £40 come to 120.00 a year, 30.00 a quarter: by 1 and 2.
  const each: Quantity = {
    kind: 'rate',
    pounds: ratio(40),
    for: { kind: 'events', event: 'visit', limitsOf: 'visits' },
  };
  const value: Value = { kind: 'shared', of: each, by: null, within: 'all', clause: '1' };
  const visit: Value = { kind: 'per-event', pounds: ratio(1), event: 'visit', atMost: null, clause: '1' };
  const claims = [0, 0, 1].map((practice, place) =>
    claim('visit', '2015-05-01', '2015-05-01', { practice, line: place + 2, eventId: `${place}` }),
  );
  const accounts = run(
    scheme([component('visits', visit), component('c', value)]),
    facts([has(1), has(2)]),
    'Q1',
    '2015-07-15',
    claims,
  );
  expect(accounts.map((account) => tell(account, 'c'))).toEqual([
    ['Q1 released 10.00 payment 10.00'],
    ['Q1 released 20.00 payment 20.00'],
  ]);
});

it('cannot be shared by nothing', () => {
  const by: Quantity = { kind: 'rate', pounds: ratio(0), for: { kind: 'patients' } };
  expect(told({ by }, [has(1), has(1)])).toEqual([
    'Q1 withheld 0.00 [withheld 0.00] | there is nothing to share by',
    'Q1 withheld 0.00 [withheld 0.00] | there is nothing to share by',
  ]);
});
