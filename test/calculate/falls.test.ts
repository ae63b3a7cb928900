import { describe, expect, it } from 'vitest';
import type { Position } from '../../src/domain/account.ts';
import { day } from '../../src/domain/day.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Value } from '../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, type Given, paid, received, run, tell } from '../make/facts.ts';
import { component, evidence, quarters, scheme } from '../make/scheme.ts';

const fee: Value = {
  kind: 'quantity',
  clause: '1',
  of: {
    kind: 'difference',
    from: { kind: 'pounds', pounds: ratio(1000) },
    less: { kind: 'rate', pounds: ratio(50), for: { kind: 'events', event: 'referral' } },
  },
};
const plan = evidence('plan');
/** Q1 alone asks for the plan. */
const conditions = quarters.map(({ index }) => ({
  needs: index === 0 ? [{ evidence: plan, clause: '9' }] : [],
  keeps: [],
}));
const paying = scheme([component('fee', fee, { schedule: null, conditions })], { evidence: [plan] });
const referrals = (count: number, on: string) =>
  Array.from({ length: count }, (_, n) => claim('referral', on, on, { eventId: `${on} ${n}`, line: n + 2 }));

function told(given: Partial<Given>, count: number, period = 'Q2') {
  const [account] = run(
    paying,
    facts([{ patients: 1, ...given }]),
    period,
    '2016-04-30',
    referrals(count, '2015-08-01'),
  );
  return { lines: tell(account, 'fee'), account };
}

function entitlementOf(position: Position | undefined) {
  const steps = position?.steps.filter(({ step }) => step === 'entitlement') ?? [];
  return steps.map(({ formula, value, rounded }) => [formula, value, rounded]);
}

describe('a fee that falls', () => {
  const inTime = { evidence: [received('plan', '2015-04-10')] };

  it('gives back what was paid for the periods before', () => {
    expect(told({ ...inTime, paid: [paid('fee', 'Q1', '1000.00')] }, 2).lines).toEqual([
      'Q1 released 1000.00',
      'Q2 released -100.00 clawback 100.00 due',
    ]);
    const [, fall] = told({ ...inTime }, 2).account?.lines[0]?.positions ?? [];
    expect(entitlementOf(fall)).toEqual([['given back, whatever stands against the period', '-100', -10000n]]);
  });

  it('gives back no more than the periods before are entitled to, and the rest is not made up for', () => {
    // The plan is open: nothing is released in Q1, so nothing can be given back in Q2.
    const { lines, account } = told({}, 2, 'Q3');
    expect(lines).toEqual([
      'Q1 withheld 0.00 [withheld 1000.00]',
      'Q2 released 0.00 [below-nothing -100.00]',
      'Q3 released 0.00',
    ]);
    const [, fall] = account?.lines[0]?.positions ?? [];
    expect(entitlementOf(fall)).toEqual([
      ['given back, whatever stands against the period, as far as £0.00 before it', '0', 0n],
    ]);
    expect(fall?.unpaid[0]?.reason).toBe(
      'the value falls by more than the £0.00 that the periods before are entitled to',
    );
  });

  it('is not taken from a practice after it left', () => {
    const left = { practice: { leftOn: day('2015-06-30') } };
    expect(told({ ...inTime, ...left }, 2).lines).toEqual(['Q1 released 1000.00 payment 1000.00', 'Q2 released 0.00']);
  });

  it('that is decided in part is decided to date', () => {
    // 60 % of 1,000.00, then of 900.00.
    const { lines, account } = told(
      { decisions: [decided('proportion', '2015-08-01', { component: 'fee', proportion: ratio(3, 5) })] },
      2,
    );
    expect(lines).toEqual([
      'Q1 released 600.00 payment 540.00 [proportion 400.00] [set-off 60.00]',
      'Q2 released -60.00 [proportion -40.00] [set-off -60.00]',
    ]);
    const steps = account?.lines[0]?.positions[0]?.steps.map(({ step }) => step);
    expect(steps?.slice(-4)).toEqual(['decision', 'entitlement', 'set-off', 'settlement']);
    const [first, second] = account?.lines[0]?.positions ?? [];
    expect([first, second].map((position) => position?.unpaid.at(-1)?.reason)).toEqual([
      'makes up for what Q2 gives back, and is not paid first',
      'made up for by what is not paid for Q1',
    ]);
    expect([first, second].map((position) => position?.steps.at(-1)?.formula)).toEqual([
      '£600.00 − £0.00 already paid − £60.00 set off: payment',
      '−£60.00 − £0.00 already paid + £60.00 set off: settled',
    ]);
  });

  it('says of several periods what they give back', () => {
    const claims = [...referrals(2, '2015-08-01'), ...referrals(1, '2015-11-02')];
    const [account] = run(paying, facts([{ patients: 1, ...inTime }]), 'Q3', '2016-04-30', claims);
    const [first] = account?.lines[0]?.positions ?? [];
    expect(first?.unpaid.at(-1)?.reason).toBe('makes up for what Q2 and Q3 give back, and is not paid first');
  });
});
