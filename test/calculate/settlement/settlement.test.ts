import fc from 'fast-check';
import { expect, it } from 'vitest';
import { practiceAsAt } from '../../../src/calculate/practice-as-at.ts';
import {
  type EntitledPosition,
  settleComponent,
  settleWithShortage,
} from '../../../src/calculate/settlement/settlement.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { formatAmount, type Pence, pence, sumPence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { facts, paid } from '../../make/facts.ts';
import { component, quarters, scheme } from '../../make/scheme.ts';

const one = scheme([component('c', { kind: 'fixed', pounds: ratio(100), clause: '1' })]);

/** A period of which so much is earned, after so much was paid. */
function position(q: number, entitlement: Pence, alreadyPaid: Pence): EntitledPosition {
  const worth = { full: entitlement, scheduled: entitlement, entitlement, alreadyPaid };
  return { period: at(quarters, q), ...worth, status: 'released', unpaid: [], steps: [] };
}

it('settles periods of which none is short as the whole way does', () => {
  const cents = fc.integer({ min: 0, max: 50_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cents, cents), { minLength: 1, maxLength: 4 }), (amounts) => {
      const rows = amounts.map(([was], q) => paid('c', at(quarters, q).id, formatAmount(pence(was)), '2015-05-01'));
      const known = practiceAsAt(one, facts([{ patients: 100, paid: rows }]), 0, day('2016-04-30'), () => {});
      const positions = amounts.map(([, more], q) => {
        const before = at(rows, q).amount;
        return position(q, sumPence([before, pence(more)]), before);
      });
      const of = { scheme: one, component: at(one.components, 0), known, runFor: at(quarters, amounts.length - 1) };
      expect(settleComponent(of, positions)).toEqual(settleWithShortage(of, positions));
    }),
  );
});
