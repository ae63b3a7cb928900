import { expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Adjustment } from '../../../src/domain/scheme/scheme.ts';
import { facts, run } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

/** What the workings say of one adjustment of £400.50 for the term. */
function told(given: object): string | undefined {
  const adjustment = { id: 'a', title: 'A', clause: '2', ...given } as unknown as Adjustment;
  const worth = { kind: 'fixed', pounds: ratio(801, 2), clause: '1' } as const;
  const of = scheme([component('c', worth, { adjustments: [adjustment] })]);
  const [account] = run(of, facts([{ patients: 1 }]), 'Q1', '2015-10-15');
  return account?.lines[0]?.steps.find(({ step }) => step === 'adjustment')?.formula;
}

const pounds = (number: number): { readonly pounds: Quantity } => ({
  pounds: { kind: 'pounds', pounds: ratio(number) },
});
const by = (number: number): Quantity => ({ kind: 'number', number: ratio(number) });

it.each([
  [{ kind: 'cap', ...pounds(300) }, 'A: at most £300.00'],
  [{ kind: 'cap', ...pounds(500) }, 'A: within £500.00'],
  [{ kind: 'floor', ...pounds(500) }, 'A: made up to £500.00'],
  [{ kind: 'floor', ...pounds(300) }, 'A: not below £300.00'],
  [{ kind: 'deduct', ...pounds(100) }, 'A: £400.50 less £100.00'],
  [{ kind: 'deduct', ...pounds(500) }, 'A: £400.50 less £500.00, down to nothing'],
  [{ kind: 'multiply', by: by(2) }, 'A: £400.50 × 200%'],
  [{ kind: 'round', places: 0, mode: 'half-away-from-zero' }, 'A: £400.50 rounded'],
  [{ kind: 'remove' }, 'A: £400.50 removed'],
  [
    { kind: 'reduce', by: ratio(1, 10), roundedTo: 'pound', mode: 'half-away-from-zero' },
    'A: 10% of £400.50 = £40.00 (to the whole pound) taken off',
  ],
  [
    { kind: 'reduce', by: ratio(1, 4), roundedTo: null, mode: 'half-away-from-zero' },
    'A: 25% of £400.50 = £100.125 taken off',
  ],
])('%o is told with what it made of the sum', (adjustment, formula) => {
  expect(told(adjustment)).toBe(formula);
});
