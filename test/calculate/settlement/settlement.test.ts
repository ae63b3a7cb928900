import fc from 'fast-check';
import { expect, it } from 'vitest';
import { practiceAsAt } from '../../../src/calculate/practice-as-at.ts';
import { toNobody } from '../../../src/calculate/quantity/evaluated.ts';
import {
  type EntitledPosition,
  settleComponent,
  settleWithShortage,
} from '../../../src/calculate/settlement/settlement.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { formatAmount, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { facts, paid } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

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
