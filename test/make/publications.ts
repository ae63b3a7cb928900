import { join } from 'node:path';
import { expect } from 'vitest';
import { emptyFolder, quarterday } from './host.ts';
import { fixtureData, runFolder } from './runs.ts';

export const dorset = 'dorset-ccip-2015-16';
export const dorsetQ4 = { period: 'Q4', asAt: '2016-07-31', data: fixtureData(dorset) };

/** Publishes run folders; answers the path of report.html. */
export async function reportOf(runs: readonly string[], ...more: readonly string[]): Promise<string> {
  const out = join(emptyFolder(), 'papers');
  const told = await quarterday(['publish', ...runs, '--only', 'report', '--out', out, ...more]);
  expect(told.exit, told.stderr).toBe(0);
  return join(out, 'report.html');
}

/** The second quarter of Dorset posted to a ledger, and the fourth run with it. */
export async function dorsetAfterAPosting(): Promise<{ readonly run: string; readonly ledger: string }> {
  const ledger = join(emptyFolder(), 'ledger');
  const data = fixtureData(dorset);
  const more = ['--ledger', ledger];
  const second = await runFolder(dorset, { period: 'Q2', asAt: '2015-11-15', data, more });
  await post(second, ledger, '24062.79');
  return { run: await runFolder(dorset, { ...dorsetQ4, more }), ledger };
}

export async function post(run: string, ledger: string, total: string): Promise<void> {
  const args = ['post', run, '--ledger', ledger, '--approved-by', 'A. N. Other', '--confirm-total', total];
  const told = await quarterday(args);
  expect(told.exit, told.stderr).toBe(0);
}
