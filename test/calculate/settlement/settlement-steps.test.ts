import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Decision } from '../../../src/domain/facts.ts';
import { parseAmount } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { decided, facts, paid, run } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// £100 a quarter that keeps a plan which never comes: the last step of a period says what becomes of it.

function steps(amount: string, decisions: readonly Decision[] = []) {
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-04-30') } });
  const keeps = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
  const recovery = { from: null, waitsForDecision: true, clause: '8' };
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const of = scheme([component('c', fixed, { conditions: keeps, recovery })], { evidence: [plan] });
  const [account] = run(of, facts([{ patients: 1, decisions, paid: [paid('c', 'Q1', amount)] }]), 'Q1', '2015-07-31');
  const position = account?.lines[0]?.positions[0];
  const step = position?.steps.at(-1);
  return [step?.formula, step?.value, step?.rounded, step?.clause];
}

const sum = (kind: 'recover' | 'waive-recovery', amount: string) =>
  decided(kind, '2015-06-01', { component: 'c', amount: parseAmount(amount) });

it('names what a clawback is: one status, or each with its sum', () => {
  expect(steps('60.00')).toEqual(['£0.00 − £60.00 already paid: clawback, proposed', '-60', -6000n, '9, 8']);
  expect(steps('60.00', [sum('recover', '60.00')])[0]).toBe('£0.00 − £60.00 already paid: clawback, due');
  expect(steps('60.00', [sum('recover', '20.00'), sum('waive-recovery', '15.50')])[0]).toBe(
    '£0.00 − £60.00 already paid: clawback, due £20.00, proposed £24.50, waived £15.50',
  );
});
