import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instalmentsOf } from '../../../src/calculate/settlement/plans.ts';
import type { PracticeAccount } from '../../../src/domain/account.ts';
import { day, formatDay } from '../../../src/domain/day.ts';
import type { Decision, PaidRow, Plan, Practice } from '../../../src/domain/facts.ts';
import { formatAmount, parseAmount, pence, sumPence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Recovery } from '../../../src/domain/scheme/scheme.ts';
import { decided, facts, paid, run, succeeded } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// Components c and e of £400 a year keep a report that never comes: all that was paid of them is to come back. Of d nothing is wrong.

const report = evidence('report', { deadline: { kind: 'date', on: day('2015-04-30') } });
const waiting: Recovery = { from: null, waitsForDecision: true, clause: '9' };
const atOnce: Recovery = { ...waiting, waitsForDecision: false };

function plan(amount: string, more: Partial<Plan> = {}): Plan {
  return {
    component: 'c',
    amount: parseAmount(amount) ?? pence(0),
    instalments: 3,
    firstOn: day('2015-10-15'),
    every: 'month',
    atMost: null,
    decidedOn: day('2015-10-02'),
    decidedBy: 'R. Patel',
    reason: 'as agreed',
    line: 2,
    ...more,
  };
}

interface Case {
  readonly asAt: string;
  readonly plans: readonly Plan[];
  readonly recovery?: Recovery;
  /** Beside what was paid for Q1 and Q2. */
  readonly taken?: readonly PaidRow[];
  readonly period?: string;
  readonly practice?: Partial<Practice>;
  readonly recover?: string;
  readonly waive?: string;
}

const paidBefore = ['c', 'd'].flatMap((id) => [paid(id, 'Q1', '100.00'), paid(id, 'Q2', '100.00')]);

function account(
  { asAt, plans, recovery = waiting, taken = [], period = 'Q3', practice = {}, recover, waive }: Case,
  used: Set<object> = new Set(),
) {
  const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: report, clause: '9' }] }));
  const worth = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const kept = { conditions: keeps, recovery };
  const of = scheme([component('c', worth, kept), component('d', worth), component('e', worth, kept)], {
    evidence: [report],
    leaving: { notice: null, prorate: 'days', clause: '3' },
  });
  const sums = { recover, 'waive-recovery': waive };
  const decisions = (['recover', 'waive-recovery'] as const).flatMap((kind) => {
    const amount = parseAmount(sums[kind] ?? '');
    return amount === null ? [] : [decided(kind, '2015-10-02', { component: 'c', amount })];
  });
  const known = facts([{ patients: 1, paid: [...paidBefore, ...taken], plans, decisions, practice }]);
  const [first] = run(of, known, period, asAt, [], (row) => used.add(row));
  return first;
}

/** Component, period, status and sum of each part of what comes back. */
function parts(of: PracticeAccount | undefined): string[] {
  return (of?.lines ?? []).flatMap(({ component: { id }, positions }) =>
    positions.flatMap(({ period, settlement }) =>
      settlement.kind === 'clawback'
        ? settlement.parts.map(({ status, amount }) => `${id} ${period.id} ${status} ${formatAmount(amount)}`)
        : [],
    ),
  );
}

const told = (of: Case) => parts(account(of));

function reasons(of: Case): string[] {
  return (account(of)?.lines ?? []).flatMap(({ positions }) =>
    positions.flatMap(({ settlement }) =>
      settlement.kind === 'clawback' ? settlement.parts.map(({ says }) => says) : [],
    ),
  );
}

describe('the instalments of a plan', () => {
  const said = (of: Plan) =>
    instalmentsOf(of, quarters).map(({ on, amount }) => `${formatDay(on)} ${formatAmount(amount)}`);

  it('are rounded down to the penny, and the last takes the rest', () => {
    expect(said(plan('100.00'))).toEqual(['2015-10-15 33.33', '2015-11-15 33.33', '2015-12-15 33.34']);
  });

  it('come on the same day of each month, or its last', () => {
    expect(said(plan('3.00', { firstOn: day('2015-12-31') }))).toEqual([
      '2015-12-31 1.00',
      '2016-01-31 1.00',
      '2016-02-29 1.00',
    ]);
  });

  it('come on the first day, and then on that of each period that begins later', () => {
    const byPeriod = { every: 'period', firstOn: day('2015-10-01') } as const;
    expect(said(plan('3.00', { ...byPeriod, instalments: 2 }))).toEqual(['2015-10-01 1.50', '2016-01-01 1.50']);
    expect(said(plan('3.00', { every: 'period', firstOn: day('2015-07-01'), instalments: 2 }))).toEqual([
      '2015-07-01 1.50',
      '2015-10-01 1.50',
    ]);
    // The term has two such days.
    expect(said(plan('3.00', byPeriod))).toEqual(['2015-10-01 1.00', '2016-01-01 1.00']);
    expect(said(plan('3.00', { every: 'period', firstOn: day('2015-09-30') }))).toEqual([
      '2015-09-30 1.00',
      '2015-10-01 1.00',
      '2016-01-01 1.00',
    ]);
  });

  it('add up to its sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 10_000_000 }), fc.integer({ min: 1, max: 120 }), (sum, instalments) => {
        const all = instalmentsOf(plan('1.00', { amount: pence(sum), instalments }), quarters);
        expect(sumPence(all.map(({ amount }) => amount))).toBe(BigInt(sum));
        expect(all.map(({ on }) => on)).toEqual([...all.map(({ on }) => on)].sort((a, b) => a - b));
      }),
    );
  });
});

describe('a plan where recoveries wait for a decision', () => {
  const plans = [plan('100.00')];

  it('defers what it covers until its days, and leaves the rest to be decided', () => {
    expect(told({ asAt: '2015-10-14', plans })).toEqual(['c Q1 deferred 100.00', 'c Q2 proposed 100.00']);
    expect(told({ asAt: '2015-10-15', plans })).toEqual([
      'c Q1 due 33.33',
      'c Q1 deferred 66.67',
      'c Q2 proposed 100.00',
    ]);
  });

  it('takes each instalment once, and the last takes the rest', () => {
    const first = paid('c', 'Q1', '-33.33', '2015-10-20');
    const second = paid('c', 'Q1', '-33.33', '2015-11-20');
    const third = paid('c', 'Q1', '-33.34', '2015-12-20');
    expect(told({ asAt: '2015-11-14', plans, taken: [first] })).toEqual([
      'c Q1 deferred 66.67',
      'c Q2 proposed 100.00',
    ]);
    expect(told({ asAt: '2015-11-15', plans, taken: [first] })).toEqual([
      'c Q1 due 33.33',
      'c Q1 deferred 33.34',
      'c Q2 proposed 100.00',
    ]);
    expect(told({ asAt: '2015-12-15', plans, taken: [first, second] })).toEqual([
      'c Q1 due 33.34',
      'c Q2 proposed 100.00',
    ]);
    expect(told({ asAt: '2016-01-31', plans, taken: [first, second, third] })).toEqual(['c Q2 proposed 100.00']);
  });

  it('is used up by what was taken also where the practice has no row of decisions', () => {
    const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: report, clause: '9' }] }));
    const worth = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const of = scheme([component('c', worth, { conditions: keeps, recovery: waiting })], { evidence: [report] });
    const rows = [paid('c', 'Q1', '100.00'), paid('c', 'Q1', '-33.33', '2015-10-20')];
    const known = { ...facts([{ patients: 1, paid: rows, plans }]), decisions: new Map() };
    expect(parts(run(of, known, 'Q3', '2015-11-15')[0])).toEqual(['c Q1 due 33.33', 'c Q1 deferred 33.34']);
  });

  it('catches up where a run was left out', () => {
    expect(told({ asAt: '2015-12-15', plans })).toEqual(['c Q1 due 100.00', 'c Q2 proposed 100.00']);
  });

  it('stands beside a decision to recover, which goes first', () => {
    expect(told({ asAt: '2015-10-15', plans, recover: '20.00' })).toEqual([
      'c Q1 due 53.33',
      'c Q1 deferred 46.67',
      'c Q2 deferred 20.00',
      'c Q2 proposed 80.00',
    ]);
  });

  it('is not known before it was decided on', () => {
    expect(told({ asAt: '2015-10-01', plans })).toEqual(['c Q1 proposed 100.00', 'c Q2 proposed 100.00']);
  });

  it('takes no more than comes back where the debt shrinks', () => {
    const most = [plan('900.00')];
    expect(told({ asAt: '2015-10-15', plans: most })).toEqual(['c Q1 due 100.00', 'c Q2 due 100.00']);
  });

  it('is taken up by what was taken since, but not by one that is decided on later', () => {
    const first = paid('c', 'Q1', '-33.33', '2015-10-20');
    const later = plan('100.00', { decidedOn: day('2016-02-01') });
    expect(told({ asAt: '2015-11-15', plans: [later, ...plans], taken: [first] })).toEqual([
      'c Q1 due 33.33',
      'c Q1 deferred 33.34',
      'c Q2 proposed 100.00',
    ]);
    const onTheDay = [plan('100.00', { decidedOn: day('2015-11-15') })];
    const taken = [paid('c', 'Q1', '-33.33', '2015-11-15')];
    expect(told({ asAt: '2015-11-15', plans: onTheDay, taken })).toEqual([
      'c Q1 due 33.33',
      'c Q1 deferred 33.34',
      'c Q2 proposed 100.00',
    ]);
  });

  it('of which nothing is needed is without effect, as is one of what is not owed', () => {
    const used = new Set<object>();
    const spare = plan('50.00', { line: 3 });
    const all = [plan('300.00'), spare];
    account({ asAt: '2015-12-15', plans: all }, used);
    expect(all.map((each) => used.has(each))).toEqual([true, false]);
    used.clear();
    account({ asAt: '2015-12-15', plans: [plan('100.00', { component: 'e' })], recovery: atOnce }, used);
    expect(used.size).toBe(0);
    const waived = plan('100.00');
    account({ asAt: '2015-12-15', plans: [waived], recovery: atOnce, waive: '200.00' }, used);
    expect(used.has(waived)).toBe(false);
  });

  it('is said by each of several, with what is deferred while nothing has fallen due', () => {
    const two = [plan('60.00'), plan('40.00', { reason: 'as agreed too', instalments: 2 })];
    expect(reasons({ asAt: '2015-10-14', plans: two })).toEqual([
      'by plan, decided by R. Patel on 2015-10-02, £60.00 in 3 instalments: as agreed; £60.00 of it is still to fall due, the next £20.00 on 2015-10-15; ' +
        'by plan, decided by R. Patel on 2015-10-02, £40.00 in 2 instalments: as agreed too; £40.00 of it is still to fall due, the next £20.00 on 2015-10-15',
      'decided for £100.00, of which £0.00 is taken and £100.00 is deferred by plan; £100.00 waits',
    ]);
  });

  it('says where an instalment falls due in no period of the term', () => {
    const plans = [plan('100.00', { every: 'period', firstOn: day('2015-10-01') })];
    expect(told({ asAt: '2016-01-31', plans })[1]).toBe('c Q1 deferred 33.34');
    expect(reasons({ asAt: '2016-01-31', plans })[1]).toBe(
      'by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed; £33.34 of it falls due in no period of the term',
    );
  });

  it('says who decided, what fell due and what is still to come', () => {
    expect(reasons({ asAt: '2015-10-15', plans })).toEqual([
      'recovery by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed',
      'by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed; £66.67 of it is still to fall due, the next £33.33 on 2015-11-15',
      'decided for £100.00, of which £33.33 is taken and £66.67 is deferred by plan; £100.00 waits',
    ]);
  });
});

describe('a plan where recoveries are taken at once', () => {
  const plans = [plan('100.00')];
  const told = (of: Omit<Case, 'recovery'>) => parts(account({ ...of, recovery: atOnce }));

  it('defers what it covers, and the rest is taken at once', () => {
    expect(told({ asAt: '2015-10-14', plans })).toEqual(['c Q1 due 100.00', 'c Q2 deferred 100.00']);
    expect(told({ asAt: '2015-10-15', plans })).toEqual(['c Q1 due 100.00', 'c Q2 due 33.33', 'c Q2 deferred 66.67']);
    expect(reasons({ asAt: '2015-10-15', plans, recovery: atOnce })).toEqual([
      '',
      'recovery by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed',
      'by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed; £66.67 of it is still to fall due, the next £33.33 on 2015-11-15',
    ]);
  });

  it('goes on where the runs before left it', () => {
    const taken = [paid('c', 'Q1', '-100.00', '2015-10-20'), paid('c', 'Q2', '-33.33', '2015-10-20')];
    expect(told({ asAt: '2015-11-15', plans, taken })).toEqual(['c Q2 due 33.33', 'c Q2 deferred 33.34']);
    // A debt that turns out smaller by 20.00: 80.00 of it was to be taken at once, and 20.00 of what was taken counts for the plan.
    const corrected = [...taken, paid('c', 'Q2', '-20.00', '2015-09-20')];
    expect(told({ asAt: '2015-11-15', plans, taken: corrected })).toEqual(['c Q2 due 13.33', 'c Q2 deferred 33.34']);
    // What is owed beyond the plan is taken at once.
    const more = [...taken, paid('c', 'Q3', '50.00', '2015-11-10')];
    expect(told({ asAt: '2015-11-15', plans, taken: more })).toEqual([
      'c Q2 due 66.67',
      'c Q3 due 16.66',
      'c Q3 deferred 33.34',
    ]);
  });

  it('is not met by what was taken of another component', () => {
    // 60.00 is owed of c; all of e came back since the plan was decided on.
    const taken = [
      paid('c', 'Q1', '-100.00', '2015-09-01'),
      paid('c', 'Q2', '-40.00', '2015-09-01'),
      paid('e', 'Q1', '90.00'),
      paid('e', 'Q1', '-90.00', '2015-10-10'),
    ];
    expect(told({ asAt: '2015-10-15', plans, taken })).toEqual(['c Q2 due 33.33', 'c Q2 deferred 26.67']);
  });

  it('counts what was taken since the first of several was decided on, in whatever order they are written', () => {
    // 150.00 were taken in between: 100.00 of them, like the 50.00 left, no plan covers; 50.00 were for the plans of 100.00 in all.
    const two = [plan('50.00', { decidedOn: day('2015-10-10') }), plan('50.00')];
    const taken = [paid('c', 'Q1', '-100.00', '2015-10-05'), paid('c', 'Q2', '-50.00', '2015-10-05')];
    expect(told({ asAt: '2015-10-15', plans: two, taken })).toEqual(['c Q2 deferred 50.00']);
  });

  it('was taken for by recoveries since the very day of its decision, and by no payment after it', () => {
    // It covers more than the 200.00 that were owed, so that the 20.00 taken were its own: of the instalments so far that much less is due.
    const most = [plan('300.00')];
    const taken = [paid('c', 'Q1', '-20.00', '2015-10-02')];
    expect(told({ asAt: '2015-10-15', plans: most, taken })).toEqual(['c Q1 due 80.00', 'c Q2 deferred 100.00']);
    const paidSince = [...taken, paid('c', 'Q3', '50.00', '2015-11-10')];
    expect(told({ asAt: '2015-11-15', plans: most, taken: paidSince })).toEqual([
      'c Q1 due 80.00',
      'c Q2 due 100.00',
      'c Q3 deferred 50.00',
    ]);
  });

  it('takes no more than the share that it allows of what the run pays', () => {
    // 100.00 no plan covers; of the third that has fallen due a quarter of the 100.00 for d may be taken.
    const quarter = [plan('100.00', { atMost: ratio(1, 4) })];
    expect(told({ asAt: '2015-10-15', plans: quarter })).toEqual([
      'c Q1 due 100.00',
      'c Q2 due 25.00',
      'c Q2 deferred 75.00',
    ]);
  });

  it('comes to its end', () => {
    const taken = [paid('c', 'Q1', '-100.00', '2015-10-20'), paid('c', 'Q2', '-66.66', '2015-10-20')];
    expect(told({ asAt: '2015-12-15', plans, taken })).toEqual(['c Q2 due 33.34']);
  });
});

describe('the most that a plan may take of what a run pays', () => {
  // The run for Q3 pays 100.00 for d.
  const plans = [plan('100.00', { atMost: ratio(1, 4) })];

  it('defers what goes beyond it', () => {
    expect(told({ asAt: '2015-10-15', plans })).toEqual([
      'c Q1 due 25.00',
      'c Q1 deferred 75.00',
      'c Q2 proposed 100.00',
    ]);
    expect(reasons({ asAt: '2015-10-15', plans })[1]).toContain(
      'the next £33.33 on 2015-11-15; no more is taken in this run than the plan allows of what it pays',
    );
  });

  it('says so also where all of it has fallen due', () => {
    expect(reasons({ asAt: '2015-12-15', plans })[1]).toBe(
      'by plan, decided by R. Patel on 2015-10-02, £100.00 in 3 instalments: as agreed; all of it has fallen due; no more is taken in this run than the plan allows of what it pays',
    );
  });

  it('takes nothing where nothing is paid', () => {
    const taken = [paid('d', 'Q3', '100.00', '2015-10-10')];
    expect(told({ asAt: '2015-10-15', plans, taken })).toEqual(['c Q1 deferred 100.00', 'c Q2 proposed 100.00']);
  });

  it('holds until the last period, or until the practice has left', () => {
    expect(told({ asAt: '2016-04-30', plans, period: 'Q4' })).toEqual(['c Q1 due 100.00', 'c Q2 proposed 100.00']);
    // Of Q3 it is paid 30 of 92 days for d: 32.61, of which a quarter is 8.15.
    const practice = { leftOn: day('2015-10-30') };
    expect(told({ asAt: '2015-10-30', plans, practice }).slice(0, 1)).toEqual(['c Q1 due 8.15']);
    expect(told({ asAt: '2015-10-31', plans, practice }).slice(0, 1)).toEqual(['c Q1 due 33.33']);
  });

  it('is one for all plans of the practice: the oldest debt goes first, then the order of components', () => {
    const ofBoth = [...plans, plan('100.00', { component: 'e', atMost: ratio(1, 4) })];
    const later = [paid('e', 'Q2', '60.00')];
    expect(told({ asAt: '2015-10-15', plans: ofBoth, taken: later })).toContain('c Q1 due 25.00');
    expect(told({ asAt: '2015-10-15', plans: ofBoth, taken: later })).toContain('e Q2 deferred 60.00');
    const waived = [paid('c', 'Q1', '-100.00', '2015-09-01'), paid('e', 'Q1', '60.00')];
    expect(told({ asAt: '2015-10-15', plans: ofBoth, taken: waived })).toEqual([
      'c Q2 deferred 100.00',
      'e Q1 due 25.00',
      'e Q1 deferred 35.00',
    ]);
  });

  it('is that of its own component: a plan of another that says none is not held back', () => {
    const other = plan('100.00', { component: 'e', atMost: ratio(1, 4) });
    const rows = [paid('e', 'Q1', '60.00')];
    expect(told({ asAt: '2015-12-15', plans: [plan('100.00'), other], taken: rows })).toEqual([
      'c Q1 due 100.00',
      'c Q2 proposed 100.00',
      'e Q1 deferred 60.00',
    ]);
  });

  it('is no limit to what is decided beside the plan', () => {
    expect(told({ asAt: '2015-10-15', plans, recover: '90.00' })).toEqual([
      'c Q1 due 100.00',
      'c Q2 due 15.00',
      'c Q2 deferred 75.00',
      'c Q2 proposed 10.00',
    ]);
  });

  it('is rounded down to the penny', () => {
    const third = [plan('200.00', { atMost: ratio(2, 3) })];
    expect(told({ asAt: '2015-12-15', plans: third })[0]).toBe('c Q1 due 66.66');
  });
});

// Z00001 owes 60.00 and Z00002 90.00 of what each was paid for Q1, and Z00003 stands for both from October.

describe('a plan of a code that stands for two', () => {
  const worth = { kind: 'fixed', pounds: ratio(0), clause: '1' } as const;
  const had = (code: string, amount: string, on?: string) => paid('c', 'Q1', amount, on, { payeeCode: code });

  interface Merged {
    readonly recovery: Recovery;
    readonly asAt?: string;
    readonly plans?: readonly Plan[];
    /** Of Z00001 before it was merged, and of Z00002. */
    readonly own?: readonly Plan[];
    readonly ownOfSecond?: readonly Plan[];
    readonly decisions?: readonly Decision[];
    readonly taken?: readonly [string, string];
  }

  function told(merged: Merged): string[] {
    const { recovery, asAt = '2015-11-15', plans = [plan('100.00')], own = [], ownOfSecond = [], taken } = merged;
    const of = scheme([component('b', worth), component('c', worth, { recovery })]);
    const paidBefore = (place: 0 | 1, code: string, sum: string) => [
      had(code, sum),
      ...(taken ? [had(code, taken[place], '2015-10-20')] : []),
    ];
    const known = facts([
      { patients: 1, paid: paidBefore(0, 'Z00001', '60.00'), plans: own, decisions: merged.decisions ?? [] },
      { patients: 1, paid: paidBefore(1, 'Z00002', '90.00'), plans: ownOfSecond },
      { patients: null, plans },
    ]);
    const successions = [succeeded(1, 3, '2015-10-01'), succeeded(2, 3, '2015-10-01')];
    return run(of, { ...known, successions }, 'Q3', asAt).flatMap((each) =>
      parts(each).map((part) => `${each.practice.code} ${part}`),
    );
  }

  it('defers its sum once, in order of code, where recoveries wait for a decision', () => {
    expect(told({ recovery: waiting, asAt: '2015-10-14' })).toEqual([
      'Z00001 c Q1 deferred 60.00',
      'Z00002 c Q1 deferred 40.00',
      'Z00002 c Q1 proposed 50.00',
    ]);
    expect(told({ recovery: waiting })).toEqual([
      'Z00001 c Q1 due 60.00',
      'Z00002 c Q1 due 6.66',
      'Z00002 c Q1 deferred 33.34',
      'Z00002 c Q1 proposed 50.00',
    ]);
    expect(told({ recovery: waiting, asAt: '2015-12-15', taken: ['-60.00', '-6.66'] })).toEqual([
      'Z00002 c Q1 due 33.34',
      'Z00002 c Q1 proposed 50.00',
    ]);
  });

  it('takes and defers its sum once, in order of code, where recoveries are taken at once', () => {
    expect(told({ recovery: atOnce, asAt: '2015-10-14' })).toEqual([
      'Z00001 c Q1 due 50.00',
      'Z00001 c Q1 deferred 10.00',
      'Z00002 c Q1 deferred 90.00',
    ]);
    expect(told({ recovery: atOnce })).toEqual([
      'Z00001 c Q1 due 60.00',
      'Z00002 c Q1 due 56.66',
      'Z00002 c Q1 deferred 33.34',
    ]);
    expect(told({ recovery: atOnce, asAt: '2015-12-14', taken: ['-60.00', '-56.66'] })).toEqual([
      'Z00002 c Q1 deferred 33.34',
    ]);
    expect(told({ recovery: atOnce, asAt: '2015-12-15', taken: ['-60.00', '-56.66'] })).toEqual([
      'Z00002 c Q1 due 33.34',
    ]);
  });

  it('comes after one of an account of its own', () => {
    const own = [plan('30.00', { decidedOn: day('2015-09-01') })];
    const plans = [plan('90.00')];
    // Of 150.00 a first plan covers 30.00 of Z00001, the second 90.00; 30.00 is taken at once. Each has fallen due by a third.
    expect(told({ recovery: atOnce, asAt: '2015-10-15', own, plans })).toEqual([
      'Z00001 c Q1 due 40.00',
      'Z00001 c Q1 deferred 20.00',
      'Z00002 c Q1 due 30.00',
      'Z00002 c Q1 deferred 60.00',
    ]);
    expect(told({ recovery: atOnce, asAt: '2015-12-15', own, plans, taken: ['-40.00', '-30.00'] })).toEqual([
      'Z00001 c Q1 due 20.00',
      'Z00002 c Q1 due 60.00',
    ]);
  });

  it('comes after one of the second account, whichever of them is met first', () => {
    // Of the 90.00 of Z00002 its own plan covers 30.00, and 10.00 are due; of the 120.00 left the plan of both covers 90.00, and 30.00 are due.
    const ownOfSecond = [plan('30.00', { decidedOn: day('2015-09-01') })];
    expect(told({ recovery: atOnce, asAt: '2015-10-15', ownOfSecond, plans: [plan('90.00')] })).toEqual([
      'Z00001 c Q1 due 60.00',
      'Z00002 c Q1 due 10.00',
      'Z00002 c Q1 deferred 80.00',
    ]);
  });

  it('leaves to each account what was taken for a plan of its own', () => {
    // Each plan covers more than is owed: what was taken was for it. Of 46.66 that have fallen due 10.00 were taken; of 66.66 5.00.
    const all = { own: [plan('70.00')], ownOfSecond: [plan('100.00')], plans: [plan('3.00')] };
    expect(told({ recovery: atOnce, ...all, taken: ['-10.00', '-5.00'] })).toEqual([
      'Z00001 c Q1 due 36.66',
      'Z00001 c Q1 deferred 13.34',
      'Z00002 c Q1 due 61.66',
      'Z00002 c Q1 deferred 23.34',
    ]);
  });

  it('was taken for by nothing that was taken for a plan of one of them', () => {
    // Each covers more than is owed. Of Z00001 10.00 were taken for its own, of 33.33 that have fallen due; of Z00002 5.00 of 50.00.
    const all = { own: [plan('100.00')], plans: [plan('150.00')] };
    expect(told({ recovery: atOnce, asAt: '2015-10-31', ...all, taken: ['-10.00', '-5.00'] })).toEqual([
      'Z00001 c Q1 due 23.33',
      'Z00001 c Q1 deferred 26.67',
      'Z00002 c Q1 due 45.00',
      'Z00002 c Q1 deferred 40.00',
    ]);
  });

  it('covers nothing of what is waived', () => {
    // 40.00 and 90.00 are left to be taken: 30.00 more than the plan covers.
    const decisions = [decided('waive-recovery', '2015-09-01', { component: 'c', amount: parseAmount('20.00') })];
    expect(told({ recovery: atOnce, asAt: '2015-10-14', decisions })).toEqual([
      'Z00001 c Q1 due 30.00',
      'Z00001 c Q1 deferred 10.00',
      'Z00001 c Q1 waived 20.00',
      'Z00002 c Q1 deferred 90.00',
    ]);
  });
});
