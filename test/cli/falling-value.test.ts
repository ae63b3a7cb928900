import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../make/world.ts';

// A value that falls from one period to the next: what was earned before comes back, and never more than that.

const scheme = fileURLToPath(new URL('../../fixtures/other-schemes/falling-fee.json', import.meta.url));
const asAt = { Q1: '2020-07-15', Q2: '2020-10-15', Q3: '2021-01-15' } as const;

/** One practice with two referrals in the first quarter and three in the second. */
function dataWith(evidence: string, more: Readonly<Record<string, string>> = {}): string {
  const events = ['2020-05-04', '2020-06-01', '2020-07-06', '2020-08-03', '2020-09-07'];
  const claims = events.map((on, index) => `Z00001,avoidable-referral,R${index},${on},${on}\n`);
  return folderOf({
    'practices.csv': 'practice_code,practice_name\nZ00001,Ash\n',
    'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2020-04-01,5000\n',
    'evidence.csv': `practice_code,evidence,received_on\n${evidence}`,
    'claims.csv': `practice_code,event,event_id,event_date,claimed_on\n${claims.join('')}`,
    ...more,
  });
}

/** Makes a run; answers its folder, and the rows of a report below the header. */
async function made(data: string, period: keyof typeof asAt, ledger: string | null = null) {
  const out = emptyFolder();
  const withLedger = ledger === null ? [] : ['--ledger', ledger];
  const args = ['run', scheme, '--period', period, '--as-at', asAt[period], '--data', data, '--out', out];
  const { exit, stderr } = await quarterday([...args, ...withLedger]);
  expect([exit, stderr.includes('error')]).toEqual([0, false]);
  const folder = join(out, readdirSync(out)[0] ?? '');
  expect((await quarterday(['verify', folder, '--recompute'])).exit).toBe(0);
  const rows = (name: string) => readFileSync(join(folder, name), 'utf8').split('\r\n').slice(1, -1);
  return { folder, rows };
}

describe('a value that falls', () => {
  it('comes back in the quarter in which it fell, and is settled by the ledger afterwards', async () => {
    const data = dataWith('Z00001,audit,2020-05-20\n');
    const ledger = join(emptyFolder(), 'ledger');
    const post = async (run: string, net: string) => {
      const args = ['post', run, '--ledger', ledger, '--approved-by', 'A. Analyst', '--confirm-total', net];
      const { exit, stderr } = await quarterday(args);
      expect([exit, stderr.includes('error')]).toEqual([0, false]);
    };
    const first = await made(data, 'Q1', ledger);
    expect(first.rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,900.00']);
    await post(first.folder, '900.00');
    const second = await made(data, 'Q2', ledger);
    expect(second.rows('payments.csv')).toEqual([]);
    expect(second.rows('clawbacks.csv')).toEqual([
      'Z00001,Z00001,fee,Q2,-150.00,0.00,150.00,due,less is earned to date than up to the period before,3',
    ]);
    await post(second.folder, '-150.00');
    const third = await made(data, 'Q3', ledger);
    expect([third.rows('payments.csv'), third.rows('clawbacks.csv')]).toEqual([[], []]);
    expect((await quarterday(['verify', third.folder, '--ledger', ledger])).exit).toBe(0);
  });

  it('takes nothing back of what is not paid', async () => {
    const { rows } = await made(dataWith(''), 'Q2');
    expect([rows('payments.csv'), rows('clawbacks.csv')]).toEqual([[], []]);
    expect(rows('withheld.csv')).toEqual([
      'Z00001,fee,Q1,withheld,900.00,audit: not received yet,2',
      'Z00001,fee,Q2,withheld,-150.00,less than nothing is earned here: taken off what earlier periods earn and are not paid,1',
    ]);
    expect(rows('workings.csv').slice(-2)).toEqual([
      'Z00001,fee,Q2,entitlement,"−£150.00, of which earlier periods have £0.00 to give back",0,0.00,1',
      'Z00001,fee,Q2,settlement,£0.00 − £0.00 already paid: settled,0,0.00,1',
    ]);
  });

  it('is no recovery of more than was paid in the eyes of paid.csv, unless its own rows say so', async () => {
    const header = 'practice_code,component,period,amount,paid_on\n';
    const data = dataWith('Z00001,audit,2020-05-20\n', {
      'paid.csv': `${header}Z00001,fee,Q1,900.00,2020-07-20\nZ00001,fee,Q2,-150.00,2020-10-20\n`,
    });
    const args = ['run', scheme, '--period', 'Q3', '--as-at', asAt.Q3, '--data', data];
    const { exit, stderr } = await quarterday(args);
    expect([exit, stderr.includes('paid-below-zero')]).toEqual([1, true]);
  });
});
