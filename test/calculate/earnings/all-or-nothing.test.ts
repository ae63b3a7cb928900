import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import { toThePenny } from '../../../src/domain/money/rounding.ts';
import type { Achievement, Component, Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, scheduleOf, scheme } from '../../make/scheme.ts';

const fixed = (number: Ratio): Value => ({ kind: 'fixed', pounds: number, clause: '1' });
const line: Achievement = {
  kind: 'measured',
  measure: 'm',
  scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
  zeroDenominator: ratio(0),
  onAccount: null,
  clause: '3',
};
const together = (...components: readonly string[]) => [{ components, clause: 'all' }];
const given = (numerator: string) =>
  facts([{ patients: 1, measures: [measured('m', '2015-06-30', numerator, '100')] }]);

function told(components: readonly Component[], numerator: string, period = 'Q1') {
  const [account] = run(
    scheme(components, { allOrNothing: together('a', 'b') }),
    given(numerator),
    period,
    '2015-10-15',
  );
  return components.map(({ id }) => tell(account, id));
}

it('pays nothing of a component where the other earns nothing of what is due', () => {
  const both = [component('a', fixed(ratio(80)), { achievement: line }), component('b', fixed(ratio(400)))];
  expect(told(both, '0')).toEqual([
    ['Q1 released 0.00 [achievement 20.00]'],
    ['Q1 released 0.00 [all-or-nothing 100.00]'],
  ]);
  expect(told(both, '50')).toEqual([
    ['Q1 released 10.00 payment 10.00 [achievement 10.00]'],
    ['Q1 released 100.00 payment 100.00'],
  ]);
});

it('says by which component, and by which clause', () => {
  const both = [component('a', fixed(ratio(80)), { achievement: line }), component('b', fixed(ratio(400)))];
  const [account] = run(scheme(both, { allOrNothing: together('a', 'b') }), given('0'), 'Q1', '2015-10-15');
  const [position] = account?.lines[1]?.positions ?? [];
  expect(position?.unpaid.map(({ reason, clause }) => [reason, clause])).toEqual([
    ['all or nothing with a, which earns nothing', 'all'],
  ]);
  const step = position?.steps.find(({ formula }) => formula.startsWith('all or nothing'));
  expect([step?.value, step?.rounded, step?.clause]).toEqual(['0', 0n, 'all']);
});

it('says of one that waits for another by which it does, and of the other nothing of the kind', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-12-31') } });
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const both = [component('a', fixed(ratio(80)), { conditions: asks }), component('b', fixed(ratio(400)))];
  const [account] = run(scheme(both, { allOrNothing: together('a', 'b') }), given('0'), 'Q1', '2015-10-15');
  const rows = account?.lines.map(({ positions }) =>
    positions[0]?.unpaid.map(({ status, reason, clause, besides }) => [status, reason, clause, besides]),
  );
  const waits = 'plan: not received yet, due by 2015-12-31';
  const withA = `all or nothing with a: ${waits}`;
  expect(rows).toEqual([[['withheld', waits, '9', []]], [['withheld', withA, 'all', [withA]]]]);
});

it('goes by exact worth: a tenth of a penny is earned, though it is none', () => {
  const both = [component('a', fixed(ratio(4, 100)), { achievement: line }), component('b', fixed(ratio(400)))];
  expect(told(both, '10')).toEqual([['Q1 released 0.00 [achievement 0.01]'], ['Q1 released 100.00 payment 100.00']]);
});

it('is stopped by no component of which nothing is due in a period', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-05-31') } });
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const late = scheduleOf([ratio(0), ratio(1), ratio(0), ratio(0)]);
  const both = [
    component('a', fixed(ratio(80)), { conditions: asks, schedule: late }),
    component('b', fixed(ratio(400))),
  ];
  expect(told(both, '50', 'Q2')).toEqual([
    ['Q1 forfeited 0.00', 'Q2 forfeited 0.00 [forfeited 80.00]'],
    ['Q1 released 100.00 payment 100.00', 'Q2 forfeited 0.00 [forfeited 100.00]'],
  ]);
  // Of one that stands by itself something may be due, wherever it stands.
  expect(told([component('x', fixed(ratio(4))), ...both], '50', 'Q2').slice(1)).toEqual(told(both, '50', 'Q2'));
});

it('keeps what is rounded together in one sum, and a penny that falls otherwise is no loss', () => {
  // 0.005 and 100.005 for b and c would make 100.01 in Q1; without b it is 100.005, of which R is 100.01.
  const components = [
    component('a', fixed(ratio(80)), { achievement: line }),
    component('b', fixed(ratio(2, 100))),
    component('c', fixed(ratio(40002, 100))),
  ];
  const rounding = { ...toThePenny, at: 'period' as const, clause: 'r' };
  const [account] = run(
    scheme(components, { allOrNothing: together('a', 'b'), rounding }),
    given('0'),
    'Q1',
    '2015-10-15',
  );
  expect(['a', 'b', 'c'].map((id) => tell(account, id))).toEqual([
    ['Q1 released 0.00 [achievement 20.00]'],
    ['Q1 released 0.00 [all-or-nothing 0.01]'],
    ['Q1 released 100.01 payment 100.01'],
  ]);
});

it('stops events and pools alike', () => {
  const visits: Value = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: null, clause: '4' };
  const components = [
    component('a', fixed(ratio(80)), { achievement: line }),
    component('visits', visits),
    component('pool', { kind: 'pool', pounds: ratio(40), clause: '5' }),
  ];
  const paying = scheme(components, { allOrNothing: together('a', 'visits', 'pool') });
  const [account] = run(paying, given('0'), 'Q1', '2015-10-15', [claim('visit', '2015-05-01', '2015-05-01')]);
  expect(['visits', 'pool'].map((id) => tell(account, id))).toEqual([
    ['Q1 released 0.00 [all-or-nothing 10.00]'],
    ['Q1 released 0.00 [all-or-nothing 10.00]'],
  ]);
});

it('is stopped by events that wait, and not where there are none', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-05-31') } });
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const visits: Value = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: null, clause: '4' };
  const byRate: Value = {
    kind: 'quantity',
    of: { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'visit' } },
    clause: '4',
  };
  const besides = (of: Component) => {
    const paying = scheme([of, component('b', fixed(ratio(400)))], { allOrNothing: together('a', 'b') });
    const claims = [claim('visit', '2015-08-01', '2015-08-01')];
    return tell(run(paying, facts([{ patients: 1 }]), 'Q3', '2016-01-15', claims)[0], 'b');
  };
  const told = [
    'Q1 released 100.00 payment 100.00',
    'Q2 forfeited 0.00 [forfeited 100.00]',
    'Q3 released 100.00 payment 100.00',
  ];
  expect(besides(component('a', visits, { conditions: asks }))).toEqual(told);
  expect(besides(component('a', byRate, { conditions: asks, schedule: null }))).toEqual(told);
});

it('waits with events of which a figure is missing, and not with those that are none', () => {
  const limit: Value = {
    kind: 'quantity',
    of: {
      kind: 'product',
      of: [
        { kind: 'measure', measure: 'm', part: 'numerator', at: 'each-period' },
        { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'visit' } },
      ],
    },
    clause: '4',
  };
  const measures = [{ id: 'm', title: 'M', numerator: 'n', denominator: 'd', clause: 'm' }];
  const paying = scheme([component('a', limit, { schedule: null }), component('b', fixed(ratio(400)))], {
    allOrNothing: together('a', 'b'),
    measures,
  });
  const given = facts([{ patients: 1, measures: [measured('m', '2015-06-30', '2', '1')] }]);
  const claims = [claim('visit', '2015-04-02', '2015-04-02')];
  expect(['a', 'b'].map((id) => tell(run(paying, given, 'Q2', '2015-10-15', claims)[0], id))).toEqual([
    ['Q1 released 20.00 payment 20.00', 'Q2 withheld 0.00 [withheld 0.00]'],
    ['Q1 released 100.00 payment 100.00', 'Q2 withheld 0.00 [withheld 100.00]'],
  ]);
});

it('is stopped by no pool of which a leaver has no part any more', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-05-31') } });
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const pool = component('a', { kind: 'pool', pounds: ratio(40), clause: '5' }, { conditions: asks });
  const joined = component('b', fixed(ratio(400)));
  const leaving = { notice: null, prorate: 'days' as const, clause: 'leaving' };
  const paying = scheme([pool, joined], { allOrNothing: together('a', 'b'), leaving });
  const [account] = run(
    paying,
    facts([{ patients: 1, practice: { leftOn: day('2015-06-30') } }, { patients: 1 }]),
    'Q2',
    '2015-10-15',
  );
  expect(tell(account, 'b')).toEqual(['Q1 forfeited 0.00 [forfeited 100.00]', 'Q2 released 0.00 [left 100.00]']);
});

it('waits with a component that waits', () => {
  const plan = evidence('plan');
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const both = [component('a', fixed(ratio(80)), { conditions: asks }), component('b', fixed(ratio(400)))];
  const paying = scheme(both, { allOrNothing: together('a', 'b'), evidence: [plan] });
  const toldWith = (rows: Parameters<typeof facts>[0][number]['evidence']) =>
    tell(run(paying, facts([{ patients: 1, evidence: rows ?? [] }]), 'Q1', '2015-10-15')[0], 'b');
  expect(toldWith([])).toEqual(['Q1 withheld 0.00 [withheld 100.00]']);
  expect(toldWith([received('plan', '2015-05-01')])).toEqual(['Q1 released 100.00 payment 100.00']);
});

it('waits with a component of which the figure is missing', () => {
  const both = [component('a', fixed(ratio(80)), { achievement: line }), component('b', fixed(ratio(400)))];
  const [account] = run(
    scheme(both, { allOrNothing: together('a', 'b') }),
    facts([{ patients: 1 }]),
    'Q1',
    '2015-10-15',
  );
  expect(['a', 'b'].map((id) => tell(account, id))).toEqual([
    ['Q1 withheld 0.00 [withheld 20.00]'],
    ['Q1 withheld 0.00 [withheld 100.00]'],
  ]);
});

it('is not stopped where the measure earns nothing of a period of which nothing is due', () => {
  const late = scheduleOf([ratio(0), ratio(1), ratio(0), ratio(0)]);
  const both = [
    component('a', fixed(ratio(80)), { achievement: line, schedule: late }),
    component('b', fixed(ratio(400))),
  ];
  expect(told(both, '0', 'Q2')).toEqual([
    ['Q1 released 0.00', 'Q2 released 0.00 [achievement 80.00]'],
    ['Q1 released 100.00 payment 100.00', 'Q2 released 0.00 [all-or-nothing 100.00]'],
  ]);
});

it('is not stopped by a shared sum of which a part comes to nothing by its own adjustments', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-05-31') } });
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const sharedLess = (off: Ratio): Value => ({
    kind: 'shared',
    within: 'all',
    of: { kind: 'pounds', pounds: ratio(80), clause: '5' },
    by: null,
    ofEach: [
      { kind: 'deduct', id: 'off', title: 'Off', clause: '5', pounds: { kind: 'pounds', pounds: off, clause: '5' } },
    ],
    clause: '5',
  });
  const besides = (off: Ratio) =>
    told([component('a', sharedLess(off), { conditions: asks }), component('b', fixed(ratio(400)))], '50')[1];
  expect(besides(ratio(80))).toEqual(['Q1 released 100.00 payment 100.00']);
  // A hundredth of a penny is something.
  expect(besides(ratio(799999, 10000))).toEqual(['Q1 forfeited 0.00 [forfeited 100.00]']);
});

it('is stopped by no component whose figure is missing where nothing of the period is owed', () => {
  const value: Value = {
    kind: 'quantity',
    of: { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' },
    clause: '2',
  };
  const visits: Value = { kind: 'per-event', event: 'visit', pounds: ratio(40), atMost: null, clause: '5' };
  const both = [component('a', value), component('b', visits)];
  // Q1 had begun when it joined: an event in it counts, and nothing else is owed.
  const joining = { prorate: 'none' as const, list: 'first-after' as const, clause: '6' };
  const joined = facts([{ patients: 1, practice: { joinedOn: day('2015-05-04') } }]);
  const claims = [claim('visit', '2015-05-05', '2015-05-06', { practice: 0 })];
  const [account] = run(
    scheme(both, { allOrNothing: together('a', 'b'), joining }),
    joined,
    'Q2',
    '2015-10-15',
    claims,
  );
  expect(tell(account, 'b')).toEqual(['Q1 released 40.00 payment 40.00', 'Q2 withheld 0.00']);
});

it('waits with an envelope of which its own figure is missing', () => {
  const pounds = (number: number) => ({ kind: 'pounds', pounds: ratio(number), clause: '5' }) as const;
  const figure = { kind: 'measure', measure: 'n', part: 'numerator', at: 'latest' } as const;
  const envelope: Value = { kind: 'envelope', pounds: pounds(80), of: pounds(40), clause: '5' };
  const adjustments = [{ kind: 'floor', id: 'f', title: 'F', clause: '5', pounds: figure }] as const;
  expect(told([component('a', envelope, { adjustments }), component('b', fixed(ratio(400)))], '50')[1]).toEqual([
    'Q1 withheld 0.00 [withheld 100.00]',
  ]);
});

it('is stopped by no event that is worth nothing', () => {
  const plan = evidence('plan');
  const asks = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const visits = (pounds: Ratio): Value => ({ kind: 'per-event', event: 'visit', pounds, atMost: null, clause: '5' });
  const told = (pounds: Ratio) => {
    const both = [component('a', visits(pounds), { conditions: asks }), component('b', fixed(ratio(400)))];
    const of = scheme(both, { allOrNothing: together('a', 'b'), evidence: [plan] });
    const [account] = run(of, facts([{ patients: 1 }]), 'Q1', '2015-07-15', [
      claim('visit', '2015-05-05', '2015-05-06', { practice: 0 }),
    ]);
    return tell(account, 'b');
  };
  expect(told(ratio(0))).toEqual(['Q1 released 100.00 payment 100.00']);
  expect(told(ratio(1, 1000))).toEqual(['Q1 withheld 0.00 [withheld 100.00]']);
});

describe('a part of a shared sum', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-07-31') } });
  /** None of it is paid, as nobody sends the plan. */
  const conditions = Array.from({ length: 4 }, () => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const other = component('b', fixed(ratio(400)));
  const measures = [{ id: 'own', title: 'own', numerator: 'n', denominator: 'd', numeratorUnit: 'pound', clause: 'm' }];
  const own = { kind: 'measure', measure: 'own', part: 'numerator', at: 'latest' } as const;
  const has = (number: string) => ({ measures: [measured('own', '2015-06-30', number, '1')] });
  const pounds = { kind: 'pounds', pounds: ratio(400) } as const;

  /** What is told of the fixed sum that stands or falls with a part of a sum, for the second member. */
  function besides(value: Value, given: readonly Given[], more: Partial<Scheme> = {}, known: Partial<Facts> = {}) {
    const paying = scheme([component('a', value, { conditions }), other], {
      allOrNothing: together('a', 'b'),
      measures,
      ...more,
    });
    return tell(run(paying, { ...facts(given), ...known }, 'Q2', '2015-10-15')[1], 'b');
  }
  const stopped = (id: string) => `${id} forfeited 0.00 [forfeited 100.00]`;
  const paid = (id: string) => `${id} released 100.00 payment 100.00`;
  const one = { patients: 1 };
  const envelope: Value = { kind: 'envelope', pounds, of: own, clause: '5' };

  it('stops the other from the period in which one that joins has a part, be it of an envelope', () => {
    const joining = { prorate: 'none', list: 'none', clause: 'j' } as const;
    const joined = { practice: { joinedOn: day('2015-07-01') } };
    const given = [
      { ...one, ...has('9') },
      { ...one, ...joined, ...has('9') },
    ];
    const told = ['Q1 released 0.00 [before-joining 100.00]', stopped('Q2')];
    expect(besides({ kind: 'pool', pounds: ratio(40), clause: '5' }, given, { joining })).toEqual(told);
    expect(besides(envelope, given, { joining })).toEqual(told);
    // Who joins within Q1 has no part of its pool, and the days of the rest.
    const byDays = { ...joining, prorate: 'days' as const };
    const within = [given[0] ?? one, { ...one, practice: { joinedOn: day('2015-05-17') }, ...has('9') }];
    for (const value of [envelope, { kind: 'pool', pounds: ratio(40), clause: '5' } as const])
      expect(besides(value, within, { joining: byDays })).toEqual([
        'Q1 released 49.45 payment 49.45 [prorated 50.55]',
        stopped('Q2'),
      ]);
  });

  it('stops nobody who earns nothing of it', () => {
    expect(
      besides(envelope, [
        { ...one, ...has('9') },
        { ...one, ...has('0') },
      ]),
    ).toEqual([paid('Q1'), paid('Q2')]);
    expect(
      besides(envelope, [
        { ...one, ...has('9') },
        { ...one, ...has('9') },
      ]),
    ).toEqual([stopped('Q1'), stopped('Q2')]);
  });

  it('stops it also of one that moved to another network, and of one that waits for a figure', () => {
    const moved = { from: day('2015-07-01'), locality: null, pcn: 'P', line: 2 };
    const memberships = new Map([['Z00002', [moved]]]);
    const within: Value = { kind: 'shared', of: pounds, by: null, within: 'pcn', clause: '5' };
    const given = ['P', 'Q'].map((pcn) => ({ patients: 1, practice: { pcn } }));
    expect(besides(within, given, {}, { memberships })).toEqual([stopped('Q1'), stopped('Q2')]);
    const byFigure: Value = { ...within, within: 'all', by: own };
    expect(besides(byFigure, [one, { ...one, ...has('9') }])).toEqual([stopped('Q1'), stopped('Q2')]);
  });
});

it('what earns nothing itself is not told that it stops itself', () => {
  const both = [component('a', fixed(ratio(80)), { achievement: line }), component('b', fixed(ratio(400)))];
  const [account] = run(scheme(both, { allOrNothing: together('a', 'b') }), given('0'), 'Q1', '2015-10-15');
  expect(account?.lines[0]?.positions[0]?.steps.map(({ step }) => step)).toEqual([
    'schedule',
    'entitlement',
    'settlement',
  ]);
});

it('a penny that falls otherwise as another is stopped is lost by the one that loses it, with that reason', () => {
  // Half of 100.008 and 0.002 a quarter are 50.006, of which R is 50.01, the odd penny of c; without b they are 50.004: 50.00.
  const half = { ...line, measure: 'n' };
  const components = [
    component('a', fixed(ratio(80)), { achievement: line }),
    component('b', fixed(ratio(8, 1000))),
    component('c', fixed(ratio(400_032, 1000)), { achievement: half }),
  ];
  const rounding = { ...toThePenny, at: 'period' as const, clause: 'r' };
  const paying = scheme(components, { allOrNothing: together('a', 'b'), rounding });
  const known = facts([
    { patients: 1, measures: [measured('m', '2015-06-30', '0', '100'), measured('n', '2015-06-30', '50', '100')] },
  ]);
  const [account] = run(paying, known, 'Q1', '2015-10-15');
  expect(tell(account, 'c')).toEqual(['Q1 released 50.00 payment 50.00 [achievement 50.00] [all-or-nothing 0.01]']);
  expect(account?.lines[2]?.positions[0]?.unpaid[1]).toEqual({
    status: 'all-or-nothing',
    amount: 1n,
    reason: 'pennies of a component that another stops fall otherwise',
    clause: 'clause of c',
  });
});

it('stops events and pools in the periods in which the other earns nothing, and in those alone', () => {
  // Of Q2 nothing is due of a, so that nothing of it is lost.
  const early = scheduleOf([ratio(1), ratio(0), ratio(0), ratio(0)]);
  const visits: Value = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: null, clause: '4' };
  const components = [
    component('a', fixed(ratio(80)), { achievement: line, schedule: early }),
    component('visits', visits),
  ];
  const paying = scheme(components, { allOrNothing: together('a', 'visits') });
  const claims = ['2015-05-01', '2015-08-01'].map((on) => claim('visit', on, on));
  const [account] = run(paying, given('0'), 'Q2', '2015-10-15', claims);
  expect(tell(account, 'visits')).toEqual([
    'Q1 released 0.00 [all-or-nothing 10.00]',
    'Q2 released 10.00 payment 10.00',
  ]);
  expect(
    account?.lines[1]?.positions.map(({ steps }) =>
      steps.map(({ step, formula }) => `${step}: ${formula}`).slice(0, 2),
    ),
  ).toEqual([
    ['events: 1 × visit × £10.00', 'achievement: all or nothing with a, which earns nothing'],
    ['events: 1 × visit × £10.00', 'entitlement: released: nothing stands against it'],
  ]);
});
