import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { type Ratio, ratio } from '../../../src/domain/money/ratio.ts';
import { toThePenny } from '../../../src/domain/money/rounding.ts';
import type { Achievement, Component, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, measured, received, run, tell } from '../../make/facts.ts';
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
