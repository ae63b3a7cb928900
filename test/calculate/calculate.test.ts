import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { pence, sumPence } from '../../src/domain/money/money.ts';
import { multiply, type Ratio, ratio } from '../../src/domain/money/ratio.ts';
import { roundPounds, toThePenny } from '../../src/domain/money/rounding.ts';
import type { Component, Scale, Scheme, Value } from '../../src/domain/scheme/scheme.ts';
import { decided, facts, measured, paid, received, run, tell } from '../make/facts.ts';
import { component, evidence, quarters, scheduleOf, scheme } from '../make/scheme.ts';

const perPatient: Value = { kind: 'per-patient', pounds: ratio(1), clause: '1' };

/** A component worth £1 a patient whose every period asks for the same. */
function asking(
  given: { needs?: string[]; keeps?: string[] },
  kinds: ReturnType<typeof evidence>[],
  more: Partial<Component> = {},
) {
  const on = (ids: string[] = []) =>
    kinds.filter(({ id }) => ids.includes(id)).map((each) => ({ evidence: each, clause: '9' }));
  const conditions = quarters.map(() => ({ needs: on(given.needs), keeps: on(given.keeps) }));
  return component('c', perPatient, { conditions, ...more });
}

describe('conditions', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });

  function toldOf(
    kind: 'needs' | 'keeps',
    asAt: string,
    rows: Parameters<typeof facts>[0][number]['evidence'],
    of = plan,
    more = {},
  ) {
    const paying = scheme([asking({ [kind]: [of.id] }, [of])], { evidence: [of] });
    const known = facts([{ patients: 400, evidence: rows ?? [], ...more }]);
    return tell(run(paying, known, 'Q1', asAt)[0], 'c')[0];
  }

  it.each([
    ['needs', '2015-06-30', [], 'Q1 withheld 0.00 [withheld 100.00]'],
    ['needs', '2015-07-01', [], 'Q1 forfeited 0.00 [forfeited 100.00]'],
    ['needs', '2015-07-01', [received('plan', '2015-06-30')], 'Q1 released 100.00 payment 100.00'],
    ['needs', '2015-07-01', [received('plan', '2015-07-01')], 'Q1 forfeited 0.00 [forfeited 100.00]'],
    ['needs', '2015-06-29', [received('plan', '2015-06-30')], 'Q1 withheld 0.00 [withheld 100.00]'],
    ['keeps', '2015-06-30', [], 'Q1 released 100.00 payment 100.00'],
    ['keeps', '2015-07-01', [], 'Q1 forfeited 0.00 [forfeited 100.00]'],
    ['keeps', '2015-07-01', [received('plan', '2015-06-30')], 'Q1 released 100.00 payment 100.00'],
    [
      'keeps',
      '2015-07-01',
      [received('plan', '2015-07-01'), received('plan', '2015-06-01')],
      'Q1 released 100.00 payment 100.00',
    ],
  ] as const)('%s as at %s', (kind, asAt, rows, expected) => {
    expect(toldOf(kind, asAt, rows)).toBe(expected);
  });

  it('tells two practices that met them alike the same, in one step, and a third by itself', () => {
    const paying = scheme([asking({ needs: ['plan'] }, [plan])], { evidence: [plan] });
    const onTime = { patients: 400, evidence: [received('plan', '2015-06-01')] };
    const known = facts([onTime, onTime, { patients: 400, evidence: [received('plan', '2015-06-02')] }]);
    const [first, second, third] = run(paying, known, 'Q1', '2015-07-01').map(({ lines }) =>
      lines[0]?.positions[0]?.steps.find(({ step }) => step === 'condition'),
    );
    expect(first?.formula).toBe('needs plan: received 2015-06-01, due by 2015-06-30');
    expect(second).toBe(first);
    expect(third?.formula).toBe('needs plan: received 2015-06-02, due by 2015-06-30');
  });

  it('is waived altogether by an accepted lateness', () => {
    const accepted = { decisions: [decided('accept-late', '2015-07-02', { evidence: 'plan' })] };
    expect(toldOf('needs', '2015-07-10', [received('plan', '2015-07-05')], plan, accepted)).toBe(
      'Q1 released 100.00 payment 100.00',
    );
    expect(toldOf('needs', '2015-07-10', [], plan, accepted)).toBe('Q1 withheld 0.00 [withheld 100.00]');
    expect(toldOf('keeps', '2015-07-10', [], plan, accepted)).toBe('Q1 released 100.00 payment 100.00');
    expect(toldOf('needs', '2015-07-01', [received('plan', '2015-07-01')], plan, accepted)).toBe(
      'Q1 forfeited 0.00 [forfeited 100.00]',
    );
  });

  it('asks for so many per 1,000 patients, rounded up', () => {
    const audit = evidence('audit', { minimum: { kind: 'per-1000-patients', number: ratio(5) } });
    const known = (quantity: number | null) =>
      tell(
        run(
          scheme([asking({ needs: ['audit'] }, [audit])], { evidence: [audit] }),
          facts([
            {
              patients: 7387,
              evidence: [received('audit', '2015-05-01', { quantity: quantity === null ? null : ratio(quantity) })],
            },
          ]),
          'Q1',
          '2015-07-01',
        )[0],
        'c',
      )[0];
    expect(known(37)).toBe('Q1 released 1846.75 payment 1846.75');
    expect(known(36)).toBe('Q1 withheld 0.00 [withheld 1846.75]');
    expect(known(null)).toBe('Q1 withheld 0.00 [withheld 1846.75]');
  });

  it('takes a row without component or period for all of them, and another row for its own', () => {
    const sheet = evidence('sheet', {
      perComponent: true,
      perPeriod: true,
      deadline: { kind: 'claim-window', period: 'own' },
    });
    const paying = scheme([asking({ needs: ['sheet'] }, [sheet])], { evidence: [sheet] });
    const told = (row: Parameters<typeof received>[2]) =>
      tell(
        run(
          paying,
          facts([{ patients: 400, evidence: [received('sheet', '2015-12-31', row)] }]),
          'Q2',
          '2016-01-01',
        )[0],
        'c',
      );
    const [late, good] = ['Q1 forfeited 0.00 [forfeited 100.00]', 'Q2 released 100.00 payment 100.00'];
    expect(told({})).toEqual([late, good]);
    expect(told({ component: 'c', period: 'Q2' })).toEqual([late, good]);
    expect(told({ component: 'another' })).toEqual([late, 'Q2 forfeited 0.00 [forfeited 100.00]']);
    expect(told({ period: 'Q1' })).toEqual([late, 'Q2 forfeited 0.00 [forfeited 100.00]']);
  });

  it('does not ask a leaver for what falls due after leaving, where the scheme prorates by days', () => {
    const keeping = scheme([asking({ keeps: ['plan'] }, [plan])], { evidence: [plan] });
    const left = { patients: 400, practice: { leftOn: day('2015-06-29') } };
    expect(tell(run(keeping, facts([left]), 'Q1', '2015-07-31')[0], 'c')).toEqual([
      'Q1 released 98.90 payment 98.90 [prorated 1.10]',
    ]);
    const whole = { ...keeping, leaving: { notice: null, prorate: 'none' as const, clause: 'leaving' } };
    expect(tell(run(whole, facts([left]), 'Q1', '2015-07-31')[0], 'c')).toEqual([
      'Q1 forfeited 0.00 [forfeited 100.00]',
    ]);
  });
});

describe('leaving', () => {
  const paying = scheme([component('c', perPatient)]);
  const left = (practice: object, of = paying) =>
    tell(run(of, facts([{ patients: 400, practice }]), 'Q3', '2015-12-31')[0], 'c');

  it('prorates the period by days, both ends counted, and pays nothing after', () => {
    expect(left({ noticeOn: day('2015-08-10') })).toEqual([
      'Q1 released 100.00 payment 100.00',
      'Q2 released 75.00 payment 75.00 [prorated 25.00]',
      'Q3 released 0.00 [left 100.00]',
    ]);
  });

  it('takes the earlier of leaving and notice, and knows neither before its day', () => {
    expect(left({ noticeOn: day('2015-08-10'), leftOn: day('2015-06-30') })[1]).toBe('Q2 released 0.00 [left 100.00]');
    expect(left({ noticeOn: day('2015-08-10'), leftOn: day('2015-09-30') })[1]).toBe(
      'Q2 released 75.00 payment 75.00 [prorated 25.00]',
    );
    expect(left({ noticeOn: day('2016-01-01'), leftOn: day('2016-01-01') })[2]).toBe(
      'Q3 released 100.00 payment 100.00',
    );
    expect(left({ noticeOn: day('2015-12-10') })[2]).toBe('Q3 released 100.00 payment 100.00');
  });

  it('earns the period of leaving in full where the scheme does not prorate', () => {
    const whole = scheme([component('c', perPatient)], {
      leaving: { notice: { months: 1 }, prorate: 'none', clause: 'leaving' },
    });
    expect(left({ noticeOn: day('2015-07-31') }, whole)).toEqual([
      'Q1 released 100.00 payment 100.00',
      'Q2 released 100.00 payment 100.00',
      'Q3 released 0.00 [left 100.00]',
    ]);
  });
});

describe('decisions', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
  const paying = scheme([asking({ needs: ['plan'] }, [plan])], { evidence: [plan] });
  const proportion = (share: [number, number], on: string) =>
    decided('proportion', on, { component: 'c', proportion: ratio(...share) });

  it('pay a proportion of what was scheduled to date, whatever the conditions say', () => {
    const known = facts([{ patients: 101, decisions: [proportion([1, 3], '2015-09-01')] }]);
    expect(tell(run(paying, known, 'Q2', '2015-10-01')[0], 'c')).toEqual([
      'Q1 released 8.42 payment 8.42 [proportion 16.83]',
      'Q2 released 8.41 payment 8.41 [proportion 16.84]',
    ]);
  });

  it('the latest counts, and one after the as-at date does not exist', () => {
    const decisions = [
      proportion([1, 2], '2015-09-02'),
      proportion([1, 1], '2015-09-01'),
      proportion([0, 1], '2015-10-02'),
    ];
    expect(tell(run(paying, facts([{ patients: 100, decisions }]), 'Q1', '2015-10-01')[0], 'c')).toEqual([
      'Q1 released 12.50 payment 12.50 [proportion 12.50]',
    ]);
  });
});

describe('payment', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
  const recovering = (recovery: Component['recovery']) =>
    scheme([asking({ keeps: ['plan'] }, [plan], { recovery })], { evidence: [plan] });
  const told = (recovery: Component['recovery'], decisions: ReturnType<typeof decided>[] = [], period = 'Q1') =>
    tell(
      run(
        recovering(recovery),
        facts([{ patients: 400, paid: [paid('c', 'Q1', '60.00')], decisions }]),
        period,
        '2016-03-31',
      )[0],
      'c',
    )[0];
  const atOnce = { from: null, waitsForDecision: false, clause: 'r' };
  const later = { from: quarters[2] ?? null, waitsForDecision: false, clause: 'r' };
  const waiting = { from: null, waitsForDecision: true, clause: 'r' };
  const both = { from: quarters[2] ?? null, waitsForDecision: true, clause: 'r' };
  const recover = decided('recover', '2015-06-01', { component: 'c', amount: pence(6000) });
  const waive = decided('waive-recovery', '2015-07-01', { component: 'c', amount: pence(6000) });

  it.each([
    ['at once', atOnce, [], 'Q1', 'due'],
    ['only from a later period, before it', later, [], 'Q2', 'deferred'],
    ['only from a later period, in it', later, [], 'Q3', 'due'],
    ['after a decision that is awaited', waiting, [], 'Q1', 'proposed'],
    ['after a decision that was made', waiting, [recover], 'Q1', 'due'],
    ['waived', atOnce, [waive], 'Q1', 'waived'],
    ['waived before a deferral', later, [waive], 'Q1', 'waived'],
    ['waived, whatever was decided to be recovered', waiting, [waive, recover], 'Q1', 'waived'],
    ['a decision does not lift a deferral', both, [recover], 'Q1', 'deferred'],
    ['but stands for later runs', both, [recover], 'Q3', 'due'],
    ['deferred before proposed', both, [], 'Q1', 'deferred'],
    ['then proposed', both, [], 'Q3', 'proposed'],
  ])('a recovery %s', (_, recovery, decisions, period, status) => {
    expect(told(recovery, decisions, period)).toBe(`Q1 forfeited 0.00 clawback 60.00 ${status} [forfeited 100.00]`);
  });

  it('is what was earned less what was paid by the as-at date', () => {
    const rows = [
      paid('c', 'Q1', '30.00', '2015-07-01'),
      paid('c', 'Q1', '-10.00', '2015-07-02'),
      paid('c', 'Q1', '7.00', '2015-07-04'),
    ];
    const paying = scheme([component('c', perPatient)]);
    expect(tell(run(paying, facts([{ patients: 400, paid: rows }]), 'Q1', '2015-07-03')[0], 'c')).toEqual([
      'Q1 released 100.00 payment 80.00',
    ]);
  });

  it('is less what the ledger has paid, be it as at a later day', () => {
    const rows = [paid('c', 'Q1', '30.00', '2015-07-04', { posting: 1 })];
    const paying = scheme([component('c', perPatient)]);
    expect(tell(run(paying, facts([{ patients: 400, paid: rows }]), 'Q1', '2015-07-03')[0], 'c')).toEqual([
      'Q1 released 100.00 payment 70.00',
    ]);
  });

  it('leaves money for later periods alone, and lists it', () => {
    const rows = [paid('c', 'Q2', '30.00')];
    const [account] = run(
      scheme([component('c', perPatient)]),
      facts([{ patients: 400, paid: rows }]),
      'Q1',
      '2015-07-03',
    );
    expect(account?.lines[0]?.paidAhead).toEqual([{ period: quarters[1], amount: 3000n }]);
  });

  it('refuses facts in which more was recovered than paid, and a date before the period', () => {
    const known = facts([{ patients: 400, paid: [paid('c', 'Q1', '1.00'), paid('c', 'Q1', '-1.01')] }]);
    expect(() => run(scheme([component('c', perPatient)]), known, 'Q2', '2015-06-30')).toThrow(
      'the as-at date lies before period Q2 starts, on 2015-07-01\n' +
        'the rows of Z00001 for c in Q1 add up to less than nothing; more cannot have been recovered than was paid',
    );
  });
});

describe('achievement', () => {
  const linear: Scale = { kind: 'linear', from: ratio(40, 100), to: ratio(80, 100) };
  const falling: Scale = { kind: 'linear', from: ratio(15, 100), to: ratio(5, 100) };
  const steps: Scale = {
    kind: 'steps',
    steps: [
      { from: ratio(7, 10), pays: ratio(1, 3) },
      { from: ratio(9, 10), pays: ratio(1) },
    ],
  };
  const measuredBy = (scale: Scale, onAccount: Ratio | null = null) =>
    scheme([
      component('c', perPatient, {
        achievement: { kind: 'measured', measure: 'm', scale, zeroDenominator: ratio(1, 2), onAccount, clause: '7' },
      }),
    ]);
  const earns = (scale: Scale, n: string, d: string) =>
    tell(
      run(
        measuredBy(scale),
        facts([{ patients: 400, measures: [measured('m', '2015-06-30', n, d)] }]),
        'Q1',
        '2015-07-31',
      )[0],
      'c',
    )[0];

  it.each<[string, Scale, string, string, string]>([
    ['below the line', linear, '399', '1000', 'Q1 released 0.00 [achievement 100.00]'],
    ['half way up', linear, '60', '100', 'Q1 released 50.00 payment 50.00 [achievement 50.00]'],
    ['just below the top', linear, '2399', '3000', 'Q1 released 99.92 payment 99.92 [achievement 0.08]'],
    ['at the top', linear, '2400', '3000', 'Q1 released 100.00 payment 100.00'],
    ['beyond it', linear, '3000', '3000', 'Q1 released 100.00 payment 100.00'],
    ['falling, half way', falling, '10', '100', 'Q1 released 50.00 payment 50.00 [achievement 50.00]'],
    ['falling, below the best', falling, '1', '100', 'Q1 released 100.00 payment 100.00'],
    ['under the first step', steps, '69999', '100000', 'Q1 released 0.00 [achievement 100.00]'],
    ['on a step', steps, '7', '10', 'Q1 released 33.33 payment 33.33 [achievement 66.67]'],
    ['on the last step', steps, '9', '10', 'Q1 released 100.00 payment 100.00'],
    ['of nothing', steps, '0', '0', 'Q1 released 50.00 payment 50.00 [achievement 50.00]'],
  ])('%s', (_, scale, n, d, expected) => {
    expect(earns(scale, n, d)).toBe(expected);
  });

  it('waits for its figure beside a decision too, which pays its share once it is there', () => {
    const decisions = [decided('proportion', '2015-07-20', { component: 'c', proportion: ratio(3, 4) })];
    const scaled = measuredBy({ kind: 'linear', from: ratio(0), to: ratio(1) });
    const without = run(scaled, facts([{ patients: 400, decisions }]), 'Q1', '2015-07-31')[0];
    // £100.00 of full achievement waits; with 80 of 100 three quarters of £80.00 are paid.
    expect(tell(without, 'c')).toEqual(['Q1 withheld 0.00 [withheld 100.00]']);
    const measures = [measured('m', '2015-06-30', '80', '100')];
    const there = run(scaled, facts([{ patients: 400, decisions, measures }]), 'Q1', '2015-07-31')[0];
    expect(tell(there, 'c')).toEqual(['Q1 released 60.00 payment 60.00 [achievement 20.00] [proportion 20.00]']);
  });

  it('is withheld without a figure, or paid on account and then made true', () => {
    const none = facts([{ patients: 400 }]);
    expect(tell(run(measuredBy(linear), none, 'Q1', '2015-07-31')[0], 'c')).toEqual([
      'Q1 withheld 0.00 [withheld 100.00]',
    ]);
    const onAccount = measuredBy(linear, ratio(7, 10));
    expect(tell(run(onAccount, none, 'Q1', '2015-07-31')[0], 'c')).toEqual([
      'Q1 released 70.00 payment 70.00 [achievement 30.00]',
    ]);
    const rows = [measured('m', '2016-03-31', '60', '100'), measured('m', '2015-03-31', '80', '100')];
    const later = facts([{ patients: 400, measures: rows, paid: [paid('c', 'Q1', '70.00')] }]);
    expect(tell(run(onAccount, later, 'Q1', '2016-04-30')[0], 'c')).toEqual([
      'Q1 released 50.00 clawback 20.00 due [achievement 50.00]',
    ]);
    expect(tell(run(onAccount, later, 'Q1', '2016-03-30')[0], 'c')).toEqual(['Q1 released 100.00 payment 30.00']);
  });
});

describe('the sums hold', () => {
  const pounds = fc.integer({ min: 0, max: 500_000 }).map((n) => ratio(n, 1000));
  const share = fc
    .array(fc.integer({ min: 0, max: 50 }), { minLength: 4, maxLength: 4 })
    .filter((parts) => parts.some((part) => part > 0));
  const shares = share.map((parts) =>
    parts.map((part) =>
      ratio(
        part,
        parts.reduce((a, b) => a + b),
      ),
    ),
  );

  function entitlements(of: ReturnType<typeof scheme>, lists: number[]): bigint[][][] {
    const accounts = run(of, facts(lists.map((patients) => ({ patients }))), 'Q4', '2016-12-31');
    return accounts.map(({ lines }) => lines.map(({ positions }) => positions.map(({ entitlement }) => entitlement)));
  }

  it('over the periods of a component, to R(V)', () => {
    fc.assert(
      fc.property(pounds, shares, fc.integer({ min: 0, max: 60_000 }), (rate, split, patients) => {
        const paying = scheme([component('c', { ...perPatient, pounds: rate }, { schedule: scheduleOf(split) })]);
        const total = sumPence((entitlements(paying, [patients])[0]?.[0] ?? []).map(pence));
        expect(total).toBe(roundPounds(multiply(rate, ratio(patients)), toThePenny));
      }),
    );
  });

  it('over the components of a period rounded together, to R(Σ V·S_q)', () => {
    fc.assert(
      fc.property(
        fc.array(pounds, { minLength: 1, maxLength: 5 }),
        shares,
        fc.integer({ min: 0, max: 60_000 }),
        (rates, split, patients) => {
          const schedule = scheduleOf(split);
          const paying = scheme(
            rates.map((rate, place) => component(`c${place}`, { ...perPatient, pounds: rate }, { schedule })),
            { rounding: { ...toThePenny, at: 'period', clause: '3' } },
          );
          const lines = entitlements(paying, [patients])[0] ?? [];
          const whole = rates.reduce((sum, rate) => sum + rate.n, 0n) * BigInt(patients);
          schedule.cumulative.forEach((cumulative, q) => {
            const toDate = sumPence(lines.flatMap((line) => line.slice(0, q + 1)).map(pence));
            expect(toDate).toBe(roundPounds(multiply(ratio(whole, 1000), cumulative), toThePenny));
          });
        },
      ),
    );
  });

  it('over the practices of a pool, to B_q', () => {
    const lists = fc.array(fc.integer({ min: 500, max: 40_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 900_000 }), shares, lists, (budget, split, patients) => {
        const schedule = scheduleOf(split);
        const pool: Value = { kind: 'pool', pounds: ratio(budget), clause: '1' };
        const of = scheme([component('c', pool, { schedule })]);
        const all = entitlements(of, patients);
        schedule.cumulative.forEach((cumulative, q) => {
          const toDate = sumPence(all.flatMap(([line]) => (line ?? []).slice(0, q + 1)).map(pence));
          expect(toDate).toBe(roundPounds(multiply(ratio(budget), cumulative), toThePenny));
        });
      }),
    );
  });

  it('paying what is due leaves nothing due, and clawing it back leaves what was due before', () => {
    fc.assert(
      fc.property(pounds, fc.integer({ min: 1, max: 60_000 }), (rate, patients) => {
        const of = scheme([component('c', { ...perPatient, pounds: rate })]);
        const first = run(of, facts([{ patients }]), 'Q4', '2016-12-31')[0]?.lines[0]?.positions ?? [];
        const amounts = first.map(({ period, entitlement }) => ({ ...paid('c', period.id, '0'), amount: entitlement }));
        const after = run(of, facts([{ patients, paid: amounts }]), 'Q4', '2016-12-31')[0]?.lines[0]?.positions ?? [];
        expect(after.every(({ settlement }) => settlement.kind === 'settled')).toBe(true);
        const reversed = amounts.map((row) => ({ ...row, amount: pence(-row.amount) }));
        const again = run(of, facts([{ patients, paid: [...amounts, ...reversed] }]), 'Q4', '2016-12-31')[0]?.lines[0]
          ?.positions;
        expect(again?.map(({ settlement }) => settlement)).toEqual(first.map(({ settlement }) => settlement));
      }),
    );
  });
});

describe('a share of a pool smaller than a penny a period', () => {
  const pool: Value = { kind: 'pool', pounds: ratio(44723), clause: '1' };
  const of = scheme([
    component('c', pool, { schedule: scheduleOf([ratio(1, 3), ratio(1, 3), ratio(1, 3), ratio(0)]) }),
  ]);
  const lists = [2, 2891243, 1921100, 1, 2954022].map((patients) => ({ patients }));

  it('can lose its penny again by largest remainder, and is no fault', () => {
    const accounts = run(of, facts(lists), 'Q3', '2016-12-31');
    const pennies = accounts[3]?.lines[0]?.positions.map(({ entitlement, setOff, settlement }) => [
      entitlement,
      setOff,
      settlement.kind,
    ]);
    expect(pennies).toEqual([
      [0n, 0n, 'settled'],
      [1n, 1n, 'settled'],
      [-1n, -1n, 'settled'],
    ]);
  });
});

describe('components rounded together whose shares differ', () => {
  const fixed = (pounds: Ratio): Value => ({ kind: 'fixed', pounds, clause: '1' });
  const split = (...shares: Ratio[]) => ({ schedule: scheduleOf(shares) });
  const none = ratio(0);
  const atPeriod = (unit: 'penny' | 'pound', mode: 'half-away-from-zero' | 'up') => ({
    rounding: { unit, mode, at: 'period' as const, clause: '3' },
  });
  /** What each component is entitled to in the first two quarters. */
  const amounts = (of: Scheme) =>
    run(of, facts([{ patients: 1 }]), 'Q2', '2016-12-31')[0]?.lines.map(({ positions }) =>
      positions.map(({ entitlement }) => entitlement),
    );

  it('can move two pennies from one to the others, and that is no fault', () => {
    const early = component('early', fixed(ratio(999, 1000)), split(ratio(1), none, none, none));
    const late = (id: string) =>
      component(id, fixed(ratio(795, 100_000)), split(ratio(20, 53), ratio(33, 53), none, none));
    const of = scheme([early, late('b'), late('c')], atPeriod('penny', 'half-away-from-zero'));
    expect(amounts(of)).toEqual([
      [101n, -2n],
      [0n, 1n],
      [0n, 1n],
    ]);
  });

  it('can move more where whole pounds are rounded up', () => {
    const early = component('early', fixed(ratio(104, 10)), split(ratio(1), none, none, none));
    const late = component('late', fixed(ratio(6, 10)), split(none, ratio(1), none, none));
    expect(amounts(scheme([early, late], atPeriod('pound', 'up')))).toEqual([
      [1100n, -60n],
      [0n, 60n],
    ]);
  });

  it('never asks back what was not paid, whatever is withheld', () => {
    const plan = evidence('plan');
    const share = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 });
    const one = fc.record({ shares: share, pence: fc.integer({ min: 1, max: 400 }), asks: fc.array(fc.boolean()) });
    const units = fc.constantFrom('penny' as const, 'pound' as const);
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), units, fc.boolean(), (lines, unit, rounded) => {
        const components = lines.map(({ shares, pence, asks }, index) => {
          const whole = shares.reduce((a, b) => a + b, 0) || 1;
          const conditions = quarters.map((_, q) => ({
            needs: asks[q] ? [{ evidence: plan, clause: '9' }] : [],
            keeps: [],
          }));
          const schedule = scheduleOf(shares.map((each) => ratio(each, whole)));
          return component(`c${index}`, fixed(ratio(pence, 7)), { schedule, conditions });
        });
        const of = scheme(components, {
          evidence: [plan],
          ...atPeriod(unit, rounded ? 'up' : 'half-away-from-zero'),
        });
        for (const { lines: own } of run(of, facts([{ patients: 1 }]), 'Q4', '2016-12-31')) {
          for (const { positions } of own) {
            let toDate = 0n;
            for (const { entitlement, full, unpaid, setOff } of positions) {
              toDate += entitlement;
              expect(toDate >= 0n).toBe(true);
              expect(unpaid.reduce((sum, { amount }) => sum + amount, 0n)).toBe(full - entitlement + setOff);
            }
          }
        }
      }),
    );
  });
});
