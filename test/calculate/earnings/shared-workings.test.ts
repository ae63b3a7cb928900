import { describe, expect, it } from 'vitest';
import type { PracticeAccount, WorkingStep } from '../../../src/domain/account.ts';
import { day } from '../../../src/domain/day.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { formatAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Achievement, Adjustment, Component, Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import type { Shared } from '../../../src/domain/scheme/value.ts';
import { facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, scheduleOf, scheme } from '../../make/scheme.ts';

// £400 a year over members, a quarter of it in each period, unless a test says otherwise. All that is told of how each comes to its part.

const pounds = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number) });
const figure = (measure: string, at: 'latest' | 'each-period'): Quantity => ({
  kind: 'measure',
  measure,
  part: 'numerator',
  at,
});
const measures = ['m', 'own'].map((id) => ({
  id,
  title: id,
  numerator: 'pounds',
  denominator: 'd',
  numeratorUnit: 'pound',
  clause: 'm',
}));
const shared = (more: Partial<Shared> = {}): Shared => ({
  kind: 'shared',
  of: pounds(400),
  by: null,
  within: 'all',
  clause: '1',
  ...more,
});
const measure: Extract<Achievement, { kind: 'measured' }> = {
  kind: 'measured',
  measure: 'm',
  scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
  zeroDenominator: ratio(0),
  onAccount: null,
  clause: '3',
};

/** The steps of the term and then of each period, but for entitlement and settlement: `step: formula = exact → rounded (clause)`. */
function told({ lines: [line] }: PracticeAccount): string[][] {
  const say = (steps: readonly WorkingStep[]) =>
    steps
      .filter(({ step }) => step !== 'entitlement' && step !== 'settlement')
      .map(({ step, formula, value, rounded, clause }) => {
        const pence = rounded === null ? '' : ` → ${formatAmount(rounded)}`;
        return `${step}: ${formula} = ${value}${pence} (${clause})`;
      });
  return [say(line?.steps ?? []), ...(line?.positions ?? []).map(({ steps }) => say(steps))];
}

function workings(
  value: Value,
  known: Facts | readonly Given[],
  period = 'Q2',
  more: Partial<Component> = {},
  of: Partial<Scheme> = {},
): string[][][] {
  const paying = scheme([component('c', value, more)], { measures, ...of });
  return run(paying, 'practices' in known ? known : facts(known), period, '2016-01-15').map(told);
}

const each = (id: string, ...figures: readonly (string | null)[]) =>
  figures.flatMap((number, q) =>
    number === null ? [] : [measured(id, ['2015-06-30', '2015-09-30', '2015-12-31'][q] ?? '', number, '1')],
  );

const pool: Value = { kind: 'pool', pounds: ratio(400), clause: '1' };
const theSum = 'value: the sum to be shared = 400 (1)';
const ofAll = 'value: £400.00 = 400 (1)';
const moved = (from: string, pcn: string) => ({ from: day(from), locality: null, pcn, line: 2 });

it('a sum by list: what has fallen due of it to date, and the list of all', () => {
  const steps = (share: string, first: string, second: string) => [
    [theSum],
    [`pool: 25% of £400.00 to date = £100.00, shared by list: ${share} of 4 patients: ${first} (schedule)`],
    [`pool: 50% of £400.00 to date = £200.00, shared by list: ${share} of 4 patients: ${second} (schedule)`],
  ];
  expect(workings(pool, [{ patients: 1 }, { patients: 3 }])).toEqual([
    steps('1 patient', '£25.00 to date = 25 → 25.00', '£50.00 to date, less £25.00 = 50 → 25.00'),
    steps('3 patients', '£75.00 to date = 75 → 75.00', '£150.00 to date, less £75.00 = 150 → 75.00'),
  ]);
});

it('one that joins later has its first part in the period after, and is told why it has none before', () => {
  const joining = { prorate: 'days', list: 'first-after', clause: 'j' } as const;
  const given = [{ patients: 1 }, { patients: 3, practice: { joinedOn: day('2015-05-01') } }];
  expect(workings(pool, given, 'Q2', {}, { joining })).toEqual([
    [
      [theSum],
      [
        'pool: 25% of £400.00 to date = £100.00, shared by list: 1 patient of 1 patient: £100.00 to date = 100 → 100.00 (schedule)',
      ],
      [
        'pool: 50% of £400.00 to date = £200.00, shared by list: 1 patient of 4 patients: £125.00 to date, less £100.00 = 125 → 25.00 (schedule)',
      ],
    ],
    [
      [],
      ['joining: joined on 2015-05-01: who had not joined when Q1 began has no share = 0 → 0.00 (clause of c)'],
      [
        theSum,
        'pool: 50% of £400.00 to date = £200.00, shared by list: 3 patients of 4 patients: £75.00 to date, less £0.00 = 75 → 75.00 (schedule)',
      ],
    ],
  ]);
});

it('of the part of one that leaves the days are owed up to its last, and nothing after', () => {
  const leaving = { notice: null, prorate: 'days', clause: 'l' } as const;
  const given = [{ patients: 1 }, { patients: 3, practice: { leftOn: day('2015-08-15') } }];
  const [, gone] = workings(pool, given, 'Q3', {}, { leaving });
  expect(gone).toEqual([
    [theSum],
    [
      'pool: 25% of £400.00 to date = £100.00, shared by list: 3 patients of 4 patients: £75.00 to date = 75 → 75.00 (schedule)',
    ],
    [
      'pool: 50% of £400.00 to date = £200.00, shared by list: 3 patients of 4 patients: £150.00 to date, less £75.00 = 150 → 75.00 (schedule)',
      'leaving: left on 2015-08-15, after 46 of the 92 days of Q2 = 0.5 → 37.50 (l)',
    ],
    [
      'pool: 75% of £400.00 to date = £300.00, shared by list: 3 patients of 4 patients: £225.00 to date, less £150.00 = 225 → 75.00 (schedule)',
      'leaving: left on 2015-08-15, before Q3 began = 0 → 0.00 (l)',
    ],
  ]);
});

it('by a measure each earns its own share of its part, told once where it is one for all periods', () => {
  const by = (numerator: string, denominator: string) => ({
    measures: [measured('m', '2015-06-30', numerator, denominator)],
  });
  const given = [
    { patients: 1, ...by('4', '5') },
    { patients: 3, ...by('1', '1') },
  ];
  expect(workings(pool, given, 'Q1', { achievement: measure }, { measures: [] })).toEqual([
    [
      [theSum, 'achievement: m at 2015-06-30: 4 of 5 is 80%, on the line from 0% (nothing) to 100% (all) = 0.8 (3)'],
      [
        'pool: 25% of £400.00 to date = £100.00, shared by list: 1 patient of 4 patients: £25.00 to date = 25 → 25.00 (schedule)',
        'achievement: 80% of its share = 0.8 → 20.00 (3)',
      ],
    ],
    [
      [theSum, 'achievement: m at 2015-06-30: 1 of 1 is 100%, on the line from 0% (nothing) to 100% (all) = 1 (3)'],
      [
        'pool: 25% of £400.00 to date = £100.00, shared by list: 3 patients of 4 patients: £75.00 to date = 75 → 75.00 (schedule)',
      ],
    ],
  ]);
});

it('by the measure of its network it is told in each period, where that is another one', () => {
  const by = (pcn: string, numerator: string) => ({
    patients: 1,
    practice: { pcn },
    measures: [measured('m', '2015-06-30', numerator, '4')],
  });
  const known = {
    ...facts([by('P', '2'), by('Q', '3')]),
    memberships: new Map([['Z00001', [moved('2015-07-01', 'U')]]]),
  };
  const [first] = workings(pool, known, 'Q2', { achievement: { ...measure, measuredAt: 'pcn' } }, { measures: [] });
  expect(first).toEqual([
    [theSum],
    [
      'pool: 25% of £400.00 to date = £100.00, shared by list: 1 patient of 2 patients: £50.00 to date = 50 → 50.00 (schedule)',
      'achievement: m at 2015-06-30: 2 of 4, its network together is 50%, on the line from 0% (nothing) to 100% (all) = 0.5 (3)',
      'achievement: 50% of its share = 0.5 → 25.00 (3)',
    ],
    [
      'pool: 50% of £400.00 to date = £200.00, shared by list: 1 patient of 2 patients: £100.00 to date, less £50.00 = 100 → 50.00 (schedule)',
      'achievement: in no network (pcn_code U), by which this is earned = 0 (3)',
      'achievement: 0% of its share = 0 → 0.00 (3)',
    ],
  ]);
});

it('by the measure of a network that earns all of it a period is its whole part, beside one of which half was earned', () => {
  const by = (pcn: string, numerator: string) => ({
    patients: 1,
    practice: { pcn },
    measures: [measured('m', '2015-06-30', numerator, '4')],
  });
  const known = {
    ...facts([by('P', '2'), by('Q', '6')]),
    memberships: new Map([['Z00001', [moved('2015-07-01', 'Q')]]]),
  };
  const paying = scheme([component('c', pool, { achievement: { ...measure, measuredAt: 'pcn' } })]);
  const [account] = run(paying, known, 'Q2', '2016-01-15');
  expect(tell(account, 'c')).toEqual([
    'Q1 released 25.00 payment 25.00 [achievement 25.00]',
    'Q2 released 50.00 payment 50.00',
  ]);
});

it('who has no place in a period waits for no figure of its measure in it', () => {
  const joining = { prorate: 'days', list: 'first-after', clause: 'j' } as const;
  const known = { patients: 1, practice: { pcn: 'P' }, measures: [measured('m', '2015-06-30', '1', '1')] };
  const toldOf = (value: Value, given: Given, more: Partial<Scheme> = {}) => {
    const paying = scheme([component('c', value, { achievement: measure })], { measures, ...more });
    return tell(run(paying, facts([known, given]), 'Q2', '2016-01-15')[1], 'c');
  };
  // It joins the pool in Q2, and its figure is missing.
  expect(toldOf(pool, { patients: 1, practice: { joinedOn: day('2015-05-01') } }, { joining })).toEqual([
    'Q1 released 0.00',
    'Q2 withheld 0.00 [withheld 50.00]',
  ]);
  const among = shared({ among: [{ received: 'plan' }] });
  const outside = ['Q1 released 0.00 [achievement 0.00]', 'Q2 released 0.00 [achievement 0.00]'];
  expect(toldOf(among, { patients: 1 }, { evidence: [evidence('plan')] })).toEqual(outside);
  expect(toldOf(shared({ within: 'pcn' }), { patients: 1, practice: { pcn: 'U' } })).toEqual(outside);
});

it('who left an envelope without a figure is told of no scaling of nothing', () => {
  const envelope: Value = { kind: 'envelope', pounds: pounds(1000), of: figure('own', 'latest'), clause: 'e' };
  const gone = { patients: 1, practice: { leftOn: day('2015-05-01') } };
  const [, left] = workings(envelope, [{ patients: 1, measures: each('own', '2000') }, gone]);
  expect(left?.[0]).toEqual([]);
});

it('by a figure it is told by what it is shared, or that nothing is known of it yet', () => {
  const by = shared({ by: figure('own', 'latest') });
  const [known] = workings(
    by,
    [
      { patients: 1, measures: each('own', '30') },
      { patients: 3, measures: each('own', '10') },
    ],
    'Q1',
  );
  expect(known).toEqual([
    [ofAll],
    [
      'pool: 25% of £400.00 to date = £100.00, shared: £30.00 (own at 2015-06-30) of £40.00: £75.00 to date = 75 → 75.00 (schedule)',
    ],
  ]);
  const [waits] = workings(by, [{ patients: 1, measures: each('own', '30') }, { patients: 3 }], 'Q1');
  expect(waits?.[1]).toEqual([
    'pool: 25% of £400.00 to date = £0.00, shared: nothing is known to share it by yet: £0.00 to date = 0 → 0.00 (schedule)',
  ]);
});

it('a sum that is another in each period is told in each', () => {
  const given = [
    { patients: 1, measures: each('own', '30', '50') },
    { patients: 3, measures: each('own', '10', '0') },
  ];
  const [first] = workings(shared({ of: figure('own', 'each-period') }), given);
  expect(first).toEqual([
    [],
    [
      'value: £40.00 (own at 2015-06-30) = 40 (1)',
      'pool: £10.00 in Q1, to date £10.00, shared by list: 1 patient of 4 patients: £2.50 to date = 2.5 → 2.50 (schedule)',
    ],
    [
      'value: £50.00 (own at 2015-09-30) = 50 (1)',
      'pool: £12.50 in Q2, to date £22.50, shared by list: 1 patient of 4 patients: £5.625 to date → £5.63, less £2.50 = 5.625 → 3.13 (schedule)',
    ],
  ]);
});

describe('a part with adjustments of its own', () => {
  const cap: Adjustment = { kind: 'cap', id: 'cap', title: 'Cap', clause: '2', pounds: pounds(120) };

  it('is told before and after them, and what has fallen due of it', () => {
    const [first] = workings(shared({ ofEach: [cap] }), [{ patients: 2 }, { patients: 1 }, { patients: 1 }]);
    const part = [
      'value: 2 patients of 4 patients, of £400.00 = 200 (1)',
      'adjustment: Cap: at most £120.00 = 120 (2)',
    ];
    expect(first).toEqual([
      [ofAll],
      [...part, 'pool: 25% of £120.00: £30.00 to date = 30 → 30.00 (schedule)'],
      [...part, 'pool: 50% of £120.00: £60.00 to date, less £30.00 = 60 → 30.00 (schedule)'],
    ]);
  });

  it('is told of the period where it is another in each', () => {
    const given = [
      { patients: 1, measures: each('own', '300', '100') },
      { patients: 1, measures: each('own', '0', '0') },
    ];
    const [first] = workings(shared({ of: figure('own', 'each-period'), ofEach: [cap] }), given);
    expect(first).toEqual([
      [],
      [
        'value: £300.00 (own at 2015-06-30) = 300 (1)',
        'value: 1 patient of 2 patients, of £300.00 = 150 (1)',
        'adjustment: Cap: at most £120.00 = 120 (2)',
        'pool: 25% of £120.00 in Q1: £30.00 to date = 30 → 30.00 (schedule)',
      ],
      [
        'value: £100.00 (own at 2015-09-30) = 100 (1)',
        'value: 1 patient of 2 patients, of £100.00 = 50 (1)',
        'adjustment: Cap: within £120.00 = 50 (2)',
        'pool: 25% of £50.00 in Q2: £42.50 to date, less £30.00 = 42.5 → 12.50 (schedule)',
      ],
    ]);
  });

  it('is told whole where each period is worked out anew', () => {
    const schedule = { ...scheduleOf([1, 1, 1, 1].map((share) => ratio(share))), eachPeriod: true as const };
    const [first] = workings(shared({ ofEach: [cap] }), [{ patients: 1 }, { patients: 1 }], 'Q2', { schedule });
    const part = ['value: 1 patient of 2 patients, of £400.00 = 200 (1)', 'adjustment: Cap: at most £120.00 = 120 (2)'];
    expect(first).toEqual([
      [ofAll],
      [...part, 'pool: £120.00 in the period: £120.00 to date = 120 → 120.00 (schedule)'],
      [...part, 'pool: £120.00 in the period: £240.00 to date, less £120.00 = 240 → 120.00 (schedule)'],
    ]);
  });
});

it('in an envelope each is told what it earns by itself, how that is scaled and what its part is', () => {
  const envelope: Value = { kind: 'envelope', pounds: pounds(1000), of: figure('own', 'latest'), clause: 'e' };
  const given = [
    { patients: 1, measures: each('own', '900') },
    { patients: 1, measures: each('own', '700') },
  ];
  const [first] = workings(envelope, given);
  expect(first).toEqual([
    [
      'value: £900.00 (own at 2015-06-30) = 900 (e)',
      'value: £900.00 scaled to 62.5%, as all together earn more than the envelope = 562.5 (e)',
    ],
    [
      'pool: £225.00 to date by itself, its part of £250.00 for all practices: £140.625 to date → £140.63 = 140.625 → 140.63 (schedule)',
    ],
    [
      'pool: £450.00 to date by itself, its part of £500.00 for all practices: £281.25 to date, less £140.63 = 281.25 → 140.62 (schedule)',
    ],
  ]);
});

it('who is not among those who share is told why, and so is who is in no network', () => {
  const among = shared({ among: [{ received: 'plan' }] });
  const given = [{ patients: 1, evidence: [received('plan', '2015-05-01')] }, { patients: 1 }];
  expect(workings(among, given, 'Q1', {}, { evidence: [evidence('plan')] })).toEqual([
    [
      [ofAll],
      [
        'pool: 25% of £400.00 to date = £100.00, shared by list: 1 patient of 1 patient: £100.00 to date = 100 → 100.00 (schedule)',
      ],
    ],
    [[], ['pool: not among those who share: plan not received yet = 0 → 0.00 (clause of c)']],
  ]);
});

describe('who has left, or joined, a sum within networks', () => {
  const within = shared({ within: 'pcn' });
  const schedule = { ...scheduleOf([1, 1, 1, 1].map((share) => ratio(share))), eachPeriod: true as const };

  it('is not told that it is in no network once it has left', () => {
    const gone = { patients: 1, practice: { pcn: 'P', leftOn: day('2015-06-30') } };
    const given = [{ patients: 1, practice: { pcn: 'P' } }, gone];
    const left = 'leaving: left on 2015-06-30, before Q2 began = 0 → 0.00 (leaving)';
    for (const value of [within, shared()]) {
      expect(workings(value, given, 'Q2', { schedule })[1]?.[2]).toEqual([left]);
      const [, account] = run(scheme([component('c', value, { schedule })]), facts(given), 'Q2', '2016-01-15');
      expect(tell(account, 'c')).toEqual(['Q1 released 200.00 payment 200.00', 'Q2 released 0.00']);
    }
  });

  it('is told so from the first period in which it could share, and before that it has not joined', () => {
    const joining = { prorate: 'days', list: 'first-after', clause: 'j' } as const;
    const none = 'in no network (pcn_code U), by which this is earned';
    const joiner = { patients: 1, practice: { pcn: 'U', joinedOn: day('2015-07-01') } };
    const given = [{ patients: 1, practice: { pcn: 'P' } }, joiner];
    expect(workings(within, given, 'Q2', {}, { joining })[1]).toEqual([
      [],
      ['joining: joined on 2015-07-01: who had not joined when Q1 began has no share = 0 → 0.00 (clause of c)'],
      [`pool: ${none} = 0 → 0.00 (clause of c)`],
    ]);
    const [, account] = run(scheme([component('c', within)], { joining }), facts(given), 'Q2', '2016-01-15');
    expect(account?.lines[0]?.positions.map(({ unpaid }) => unpaid.map(({ reason }) => reason))).toEqual([[], [none]]);
    // So is who leaves on the first day of a period.
    const leaver = { patients: 1, practice: { pcn: 'U', leftOn: day('2015-07-01') } };
    const [left] = run(scheme([component('c', within)]), facts([leaver]), 'Q3', '2016-01-15');
    expect(left?.lines[0]?.positions.map(({ unpaid }) => unpaid.map(({ reason }) => reason))).toEqual([
      [none],
      [none],
      [],
    ]);
  });
});

it('one that moves to another network has its part of each, and of the one before no further step', () => {
  const known = {
    ...facts(['P', 'Q', 'U'].map((pcn) => ({ patients: 1, practice: { pcn } }))),
    memberships: new Map([['Z00001', [moved('2015-07-01', 'Q')]]]),
  };
  const none = 'pool: in no network (pcn_code U), by which this is earned = 0 → 0.00 (clause of c)';
  const alone =
    'pool: 25% of £400.00 to date = £100.00, shared by list: 1 patient of 1 patient: £100.00 to date = 100 → 100.00 (schedule)';
  const ofTwo = 'pool: 50% of £400.00 to date = £200.00, shared by list: 1 patient of 2 patients';
  expect(workings(shared({ within: 'pcn' }), known)).toEqual([
    [[], [ofAll, alone], [ofAll, `${ofTwo}: £50.00 to date, less £0.00 = 50 → 50.00 (schedule)`]],
    [[ofAll], [alone], [`${ofTwo}: £150.00 to date, less £100.00 = 150 → 50.00 (schedule)`]],
    [[], [none], [none]],
  ]);
});

it('one that moved is told of a penny of the network before that falls otherwise without it', () => {
  // 25p by three: 9, 8 and 8. Without the first the others have 20.83 pence each to date, and its 8.33 are rounded to 8.
  const known = {
    ...facts(['P', 'P', 'P', 'Q'].map((pcn) => ({ patients: 1, practice: { pcn } }))),
    memberships: new Map([['Z00001', [moved('2015-07-01', 'Q')]]]),
  };
  const [first] = workings(shared({ within: 'pcn', of: pounds(1) }), known);
  const sum = 'value: £1.00 = 1 (1)';
  expect(first).toEqual([
    [],
    [
      sum,
      'pool: 25% of £1.00 to date = £0.25, shared by list: 1 patient of 3 patients: £0.09 to date = 1/12 → 0.09 (schedule)',
    ],
    [
      'pool: no part of it in Q2, and what it had is rounded anew beside what the others have: £0.08 to date, less £0.09 = 1/12 → -0.01 (schedule)',
      sum,
      'pool: 50% of £1.00 to date = £0.50, shared by list: 1 patient of 2 patients: £0.125 to date → £0.13, less £0.00 = 0.125 → 0.13 (schedule)',
    ],
  ]);
});
