import { expect, it } from 'vitest';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { formatAmount, parseAmount, pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Recovery } from '../../../src/domain/scheme/scheme.ts';
import { accrualsOf } from '../../../src/finance/accruals/accruals.ts';
import { decided, facts, type Given, paid, received, run } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// £400 a year by quarters; `reported` also waits for a report each quarter, and comes back without a plan by 30 April.

const report = evidence('report', { perPeriod: true });
const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
const waiting: Recovery = { from: null, waitsForDecision: true, clause: '9' };
const worth = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
const conditions = quarters.map(() => ({
  needs: [{ evidence: report, clause: '2' }],
  keeps: [{ evidence: plan, clause: '9' }],
}));
const of = scheme([component('plain', worth), component('reported', worth, { conditions, recovery: waiting })], {
  evidence: [report, plan],
});

/** Component: earned, waiting, posted, creditor, prepaid, debtor. */
function accrued(given: readonly Given[], period: string, asAt: string): string[] {
  const index = quarters.findIndex(({ id }) => id === period);
  const all = accrualsOf(
    { scheme: of, period: at(quarters, index), asAt: day(asAt) },
    run(of, facts(given), period, asAt),
  );
  for (const { earned, posted, creditor, prepaid, debtor } of all) {
    expect(earned - posted).toBe(creditor - prepaid - debtor);
  }
  return all.map(({ component: { id }, earned, waiting: waits, posted, creditor, prepaid, debtor }) =>
    [id, ...[earned, waits, posted, creditor, prepaid, debtor].map(formatAmount)].join(' '),
  );
}

const planned = received('plan', '2015-04-20');

it('accrues by the days of a period that have passed, and says what still waits', () => {
  // 61 of the 91 days of Q1: 67.03.
  expect(accrued([{ patients: 1, evidence: [planned] }], 'Q1', '2015-05-31')).toEqual([
    'plain 67.03 0.00 0.00 67.03 0.00 0.00',
    'reported 67.03 67.03 0.00 67.03 0.00 0.00',
  ]);
});

it('holds what was paid in advance apart from what is owed, practice by practice', () => {
  const paidInAdvance = { patients: 1, evidence: [planned], paid: [paid('plain', 'Q1', '100.00')] };
  expect(accrued([paidInAdvance, { patients: 1, evidence: [planned] }], 'Q1', '2015-05-31')[0]).toBe(
    'plain 134.06 0.00 100.00 67.03 32.97 0.00',
  );
});

it('takes a later period that was paid already as paid in advance', () => {
  const given = {
    patients: 1,
    evidence: [planned],
    paid: [paid('plain', 'Q1', '100.00'), paid('plain', 'Q2', '100.00')],
  };
  expect(accrued([given], 'Q1', '2015-06-30')[0]).toBe('plain 100.00 0.00 200.00 0.00 100.00 0.00');
});

it('has as a debtor what is decided to come back, and nothing that waits for a decision or is waived', () => {
  const paidTwice = [paid('reported', 'Q1', '100.00'), paid('reported', 'Q2', '100.00')];
  const lost = (decisions: Given['decisions'] = []) =>
    accrued([{ patients: 1, paid: paidTwice, decisions }], 'Q2', '2015-09-30')[1];
  expect(lost()).toBe('reported 0.00 0.00 200.00 0.00 200.00 0.00');
  const sum = (kind: 'recover' | 'waive-recovery', amount: string) =>
    decided(kind, '2015-09-01', { component: 'reported', amount: parseAmount(amount) });
  expect(lost([sum('recover', '150.00')])).toBe('reported 0.00 0.00 200.00 0.00 50.00 150.00');
  // What is waived stays with the practice: it is an expense.
  expect(lost([sum('waive-recovery', '150.00')])).toBe('reported 150.00 0.00 200.00 0.00 50.00 0.00');
});

it('leaves out what a decision on a proportion takes off', () => {
  const decisions = [decided('proportion', '2015-06-01', { component: 'plain', proportion: ratio(1, 2) })];
  expect(accrued([{ patients: 1, evidence: [planned], decisions }], 'Q1', '2015-06-30')[0]).toBe(
    'plain 50.00 0.00 0.00 50.00 0.00 0.00',
  );
});

it('takes periods that are set off one against another together: nothing is paid in advance where nothing was paid', () => {
  const [account] = run(of, facts([{ patients: 1, evidence: [planned] }]), 'Q2', '2015-09-30');
  const line = at(account?.lines ?? [], 0);
  const [first, second] = [at(line.positions, 0), at(line.positions, 1)];
  const fallen = [
    { ...first, setOff: pence(6000), settlement: { kind: 'payment', amount: pence(4000) } },
    { ...second, entitlement: pence(-6000), setOff: pence(-6000), settlement: { kind: 'settled' } },
  ] as const;
  const accounts = account ? [{ ...account, lines: [{ ...line, positions: fallen }] }] : [];
  const [accrual] = accrualsOf({ scheme: of, period: at(quarters, 1), asAt: day('2015-09-30') }, accounts);
  expect(accrual).toMatchObject({ earned: 4000n, posted: 0n, creditor: 4000n, prepaid: 0n, debtor: 0n });
});
