import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { practiceAsAt } from '../../../src/calculate/practice-as-at.ts';
import { toNobody } from '../../../src/calculate/quantity/evaluated.ts';
import {
  type EntitledPosition,
  settleComponent,
  settleWithShortage,
} from '../../../src/calculate/settlement/settlement.ts';
import type { PracticeAccount } from '../../../src/domain/account.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import type { Claim, PaidRow } from '../../../src/domain/facts.ts';
import { formatAmount, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Component, Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, paid, run } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

const of = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' })]);

/** What a period was paid before, and how much more, or less, it is worth. */
type Amounts = readonly [before: number, more: number];

function settled(settle: typeof settleComponent, amounts: readonly Amounts[]) {
  const positions = amounts.map(([before, more], q): EntitledPosition => {
    const entitlement = pence(before + more);
    return {
      period: at(of.periods, q),
      full: entitlement,
      scheduled: entitlement,
      status: 'released',
      entitlement,
      alreadyPaid: pence(before),
      unpaid: [],
      steps: [],
    };
  });
  const rows = amounts.map(([before], q) => {
    return paid('c', at(of.periods, q).id, formatAmount(pence(before)), '2015-07-01');
  });
  const known = practiceAsAt(of, facts([{ patients: 1, paid: rows }]), 0, day('2016-04-30'), toNobody);
  const runFor = at(of.periods, of.periods.length - 1);
  return settle(
    { scheme: of, component: at(of.components, 0), known, runFor, asAt: runFor.end, planLimits: null },
    positions,
  );
}

it('pays what is due, and settles what is not', () => {
  const settlements = settled(settleComponent, [
    [100, 0],
    [100, 50],
  ]).map(({ settlement }) => settlement);
  expect(settlements).toEqual([{ kind: 'settled' }, { kind: 'payment', amount: 50n }]);
});

it('comes to the same at once as the whole way, whether or not a period is short', () => {
  // As many are short as not; none is entitled to less than nothing.
  const amount = fc
    .tuple(fc.nat(300), fc.integer({ min: -300, max: 300 }))
    .map(([before, more]): Amounts => [before, Math.max(-before, more)]);
  const enough = fc.tuple(fc.nat(300), fc.nat(300));
  const amounts = (each: fc.Arbitrary<Amounts>) => fc.array(each, { minLength: 1, maxLength: of.periods.length });
  fc.assert(
    fc.property(fc.oneof(amounts(amount), amounts(enough)), (all) => {
      expect(settled(settleComponent, all)).toEqual(settled(settleWithShortage, all));
    }),
  );
});

/** £25.00 in the first quarter, and £20.00 less in the second. */
const falls: Value = {
  kind: 'quantity',
  of: {
    kind: 'difference',
    from: {
      kind: 'over-time',
      values: [
        { from: day('2015-04-01'), is: { kind: 'pounds', pounds: ratio(220) }, clause: '1' },
        { from: day('2015-07-01'), is: { kind: 'pounds', pounds: ratio(40) }, clause: '1' },
      ],
    },
    less: { kind: 'pounds', pounds: ratio(120) },
    below: 'comes-back',
  },
  clause: '1',
};

describe('why money comes back', () => {
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const reasons = (account: PracticeAccount | undefined) =>
    account?.lines[0]?.positions.flatMap(({ settlement }) =>
      settlement.kind === 'clawback' ? settlement.parts.map(({ reason, clause }) => [reason, clause]) : [],
    );
  const reasonsAfter = (row: PaidRow, c: Component, claims: readonly Claim[] = [], asked: Partial<Scheme> = {}) =>
    reasons(run(scheme([c], asked), facts([{ patients: 1, paid: [row] }]), 'Q2', '2015-12-31', claims)[0]);

  it('is that more was paid than is earned, be it that some events are beyond their limit', () => {
    expect(reasonsAfter(paid('c', 'Q1', '190.00'), component('c', fixed))).toEqual([
      ['more was paid than is earned', 'recovery'],
    ]);
    const visits = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: 1, clause: '1' } as const;
    const claims = ['2015-05-01', '2015-05-02'].map((on) => claim('visit', on, on));
    expect(reasonsAfter(paid('c', 'Q1', '20.00'), component('c', visits), claims)).toEqual([
      ['more was paid than is earned', 'recovery'],
    ]);
  });

  it('is that less is earned to date, where a value fell', () => {
    expect(reasonsAfter(paid('c', 'Q1', '25.00'), component('c', falls))).toEqual([
      ['less is earned to date than up to the period before', 'recovery'],
    ]);
  });

  it('is everything that stands against the period, each with its clause', () => {
    const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
    const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
    const linear = { kind: 'linear', from: ratio(0), to: ratio(1) } as const;
    const achievement = {
      kind: 'measured',
      measure: 'm',
      scale: linear,
      zeroDenominator: ratio(1),
      onAccount: ratio(1, 2),
      clause: '3',
    } as const;
    const kept = component('c', fixed, { conditions: keeps, achievement });
    const measures = [{ id: 'm', title: 'M', numerator: 'seen', denominator: 'invited', clause: 'm' }];
    expect(reasonsAfter(paid('c', 'Q1', '60.00'), kept, [], { evidence: [plan], measures })).toEqual([
      [
        'achievement: no figure for m yet: 50% on account; forfeited: plan: not received, due by 2015-04-30',
        '3, 9, recovery',
      ],
    ]);
  });
});

it('says what is set off, of how much, and why', () => {
  const [account] = run(scheme([component('c', falls)]), facts([{ patients: 1 }]), 'Q2', '2015-12-31');
  expect(account?.lines[0]?.positions.map(({ steps }) => steps.map(({ formula }) => formula).slice(-2))).toEqual([
    [
      '£20.00 of £25.00: makes up for what Q2 gives back, and is not paid first',
      '£25.00 − £0.00 already paid − £20.00 set off: payment',
    ],
    [
      '−£20.00 of −£20.00: made up for by what is not paid for Q1',
      '−£20.00 − £0.00 already paid + £20.00 set off: settled',
    ],
  ]);
});
