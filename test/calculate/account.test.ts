import { describe, expect, it } from 'vitest';
import type { PracticeAccount } from '../../src/domain/account.ts';
import { day } from '../../src/domain/day.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Achievement } from '../../src/domain/scheme/scheme.ts';
import { decided, facts, type Given, measured, paid, run, tell } from '../make/facts.ts';
import { component, evidence, quarters, scheme } from '../make/scheme.ts';

const measure: Extract<Achievement, { kind: 'measured' }> = {
  kind: 'measured',
  measure: 'm',
  scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
  zeroDenominator: ratio(0),
  onAccount: null,
  clause: '3',
};

it('lists what a leaver no longer earns as such, and nothing of it as waiting for a figure', () => {
  const pool = component('pool', { kind: 'pool', pounds: ratio(40), clause: '5' }, { achievement: measure });
  const left = { practice: { leftOn: day('2015-05-01') } };
  const [account] = run(scheme([pool]), facts([{ patients: 1, ...left }, { patients: 1 }]), 'Q2', '2015-10-15');
  expect(tell(account, 'pool')).toEqual([
    'Q1 withheld 0.00 [prorated 3.30] [withheld 1.70]',
    'Q2 withheld 0.00 [left 5.00]',
  ]);
});

describe('what a period is entitled to', () => {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });
  /** Q1 alone needs the plan. */
  const conditions = quarters.map(({ index }) => ({
    needs: index === 0 ? [{ evidence: plan, clause: '9' }] : [],
    keeps: [],
  }));
  const core = component('core', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { conditions });
  /** The steps of these kinds in each period. */
  const stepsOf = (account: PracticeAccount | undefined, ...names: readonly string[]) =>
    account?.lines[0]?.positions.map(({ steps }) =>
      steps
        .filter(({ step }) => names.includes(step))
        .map(({ formula, value, rounded, clause }) => [formula, value, rounded, clause]),
    );

  it('is told with what stands against it, or that nothing does', () => {
    const [account] = run(scheme([core], { evidence: [plan] }), facts([{ patients: 1 }]), 'Q2', '2015-10-15');
    expect(stepsOf(account, 'entitlement')).toEqual([
      [['forfeited: plan: not received, due by 2015-06-30', '0', 0n, '9']],
      [['released: nothing stands against it', '100', 10000n, 'clause of core']],
    ]);
  });

  it('is told with the decision by which it is paid in part', () => {
    const decisions = [decided('proportion', '2015-07-20', { component: 'core', proportion: ratio(3, 4) })];
    const [account] = run(
      scheme([core], { evidence: [plan] }),
      facts([{ patients: 1, decisions }]),
      'Q1',
      '2015-10-15',
    );
    const says = '75% of what was scheduled, decided by R. Patel on 2015-07-20: as agreed';
    expect(stepsOf(account, 'decision', 'entitlement')).toEqual([
      [
        [says, '0.75', null, 'recovery'],
        ['by that decision', '75', 7500n, 'recovery'],
      ],
    ]);
    expect(account?.lines[0]?.positions[0]?.unpaid).toEqual([
      { status: 'proportion', amount: 2500n, reason: says, clause: 'recovery' },
    ]);
  });

  it('waits for its figure beside a decision, and says for which', () => {
    const decisions = [decided('proportion', '2015-07-20', { component: 'core', proportion: ratio(3, 4) })];
    const measuredCore = component('core', core.value, { achievement: measure });
    const [account] = run(scheme([measuredCore]), facts([{ patients: 1, decisions }]), 'Q1', '2015-10-15');
    const reason = 'no figure for m yet';
    expect(account?.lines[0]?.positions[0]?.unpaid).toEqual([
      { status: 'withheld', amount: 10000n, reason, clause: '3', besides: [reason] },
    ]);
    expect(account?.lines[0]?.positions[0]?.steps.map(({ step }) => step)).toEqual([
      'schedule',
      'entitlement',
      'settlement',
    ]);
  });

  it('by a decision goes by what has fallen due in the periods of which the figures are known', () => {
    // 25.25 a quarter by the figure of its network: all of it in P, and none known of Q. A third of 25.25, and of 50.50 after Q3.
    const byNetwork = component(
      'core',
      { kind: 'fixed', pounds: ratio(101), clause: '1' },
      {
        achievement: { ...measure, measuredAt: 'pcn' },
      },
    );
    const decisions = [decided('proportion', '2015-07-20', { component: 'core', proportion: ratio(1, 3) })];
    const moved = (from: string, pcn: string) => ({ from: day(from), locality: null, pcn, line: 2 });
    const known: Facts = {
      ...facts([
        { patients: 1, decisions, practice: { pcn: 'P' }, measures: [measured('m', '2015-06-30', '1', '1')] },
        { patients: 1, practice: { pcn: 'Q' } },
      ]),
      memberships: new Map([['Z00001', [moved('2015-07-01', 'Q'), moved('2015-10-01', 'P')]]]),
    };
    const [account] = run(scheme([byNetwork]), known, 'Q3', '2016-01-15');
    expect(tell(account, 'core')).toEqual([
      'Q1 released 8.42 payment 8.42 [proportion 16.83]',
      'Q2 withheld 0.00 [withheld 25.25]',
      'Q3 released 8.41 payment 8.41 [proportion 16.84]',
    ]);
  });
});

describe('an account', () => {
  const core = component('core', { kind: 'fixed', pounds: ratio(400), clause: '1' });
  const accountOf = (given: Partial<Given>) =>
    run(scheme([core]), facts([{ patients: 1, ...given }]), 'Q2', '2015-10-15')[0];

  it('names who is told that nothing is paid, only where no period moves money', () => {
    const first = paid('core', 'Q1', '100.00');
    expect(accountOf({ paid: [first] })?.toldNothing).toBeNull();
    expect(accountOf({ paid: [first, paid('core', 'Q2', '100.00')] })?.toldNothing).toBe('Z00001');
  });

  it('of who left before the term began has nothing, and says so', () => {
    const gone = accountOf({ practice: { leftOn: day('2015-03-31') } });
    expect(tell(gone, 'core')).toEqual(['Q1 released 0.00', 'Q2 released 0.00']);
    expect(gone?.lines[0]?.steps).toEqual([]);
    expect(gone?.lines[0]?.positions[0]?.steps[0]).toEqual({
      step: 'leaving',
      formula: 'left before the term began',
      value: '0',
      rounded: 0n,
      clause: 'clause of core',
    });
  });

  it('lists apart what was paid for later periods, and of those alone', () => {
    const rows = [paid('core', 'Q1', '1.00'), paid('core', 'Q2', '2.00'), paid('core', 'Q4', '4.00')];
    expect(accountOf({ paid: rows })?.lines[0]?.paidAhead).toEqual([{ period: quarters[3], amount: 400n }]);
  });
});
