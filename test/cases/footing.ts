import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { rowsOf } from '../make/runs.ts';

/**
 * The two sums of a run that always foot, from its reports: worth to date less what is kept back is the entitlement, and
 * entitlement less what was paid is what is paid, carried and set off, less what comes back. `worth` is worked by hand.
 */
export function expectFooting(folder: string, worth?: string): void {
  const { totals } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
  const [entitlement, alreadyPaid] = [pence(totals.entitlement), pence(totals.already_paid)];
  const payments = sum(rowsOf(folder, 'payments.csv'));
  const clawbacks = sum(rowsOf(folder, 'clawbacks.csv'));
  const notPaid = (...of: string[]) =>
    sum(rowsOf(folder, 'withheld.csv').filter(({ status = '' }) => of.includes(status)));
  const settled = payments + notPaid('carried') + notPaid('set-off') - clawbacks;
  expect(settled, 'payments + carried + set off − clawbacks').toBe(entitlement - alreadyPaid);
  if (worth === undefined) return;
  const keptBack = notPaid('withheld', 'forfeited', 'below-nothing', 'proportion');
  expect(pence(worth) - keptBack, 'worth to date − kept back').toBe(entitlement);
}

function sum(rows: readonly Record<string, string>[]): bigint {
  return rows.reduce((all, { amount = '' }) => all + pence(amount), 0n);
}

function pence(amount: string): bigint {
  if (!/^-?\d+\.\d\d$/.test(amount)) throw new Error(`${amount} is no amount`);
  return BigInt(amount.replace('.', ''));
}
