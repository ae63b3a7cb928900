import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';

// A value that falls from one period to the next: what was earned before comes back, and never more than that.

const scheme = fileURLToPath(new URL('../../../fixtures/other-schemes/falling-fee.json', import.meta.url));
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
async function made(data: string, period: keyof typeof asAt, ledger: string | null = null, of = scheme) {
  const out = emptyFolder();
  const withLedger = ledger === null ? [] : ['--ledger', ledger];
  const args = ['run', of, '--period', period, '--as-at', asAt[period], '--data', data, '--out', out];
  const { exit, stderr } = await quarterday([...args, ...withLedger]);
  expect([exit, stderr.includes('error')]).toEqual([0, false]);
  const folder = join(out, readdirSync(out)[0] ?? '');
  expect((await quarterday(['verify', folder, '--recompute'])).exit).toBe(0);
  const rows = (name: string) => readFileSync(join(folder, name), 'utf8').split('\r\n').slice(1, -1);
  return { folder, rows };
}

/** The scheme with some of its keys, and those of its component, as they are given; its examples left out. */
function schemeWith(keys: object, component: object = {}): string {
  const written = JSON.parse(readFileSync(scheme, 'utf8'));
  const components = written.components.map((each: object) => ({ ...each, ...component }));
  const folder = folderOf({ 'scheme.json': JSON.stringify({ ...written, examples: [], ...keys, components }) });
  return join(folder, 'scheme.json');
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
    expect((await quarterday(['verify', second.folder, '--ledger', ledger])).exit).toBe(0);
  });

  it('takes nothing back of what is not paid', async () => {
    const { rows } = await made(dataWith(''), 'Q2');
    expect([rows('payments.csv'), rows('clawbacks.csv')]).toEqual([[], []]);
    expect(rows('withheld.csv')).toEqual([
      'Z00001,fee,Q1,withheld,900.00,audit: not received yet,2',
      'Z00001,fee,Q2,withheld,-150.00,less than nothing is earned here: taken off what earlier periods earn and are not paid,1',
    ]);
    expect(rows('workings.csv').slice(-2)).toEqual([
      'Z00001,fee,Q2,entitlement,"−£150.00, of which −£150.00 is set off against earlier periods",0,0.00,1',
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

  it('comes back whatever stands against the quarter in which it fell', async () => {
    const conditions = [{ periods: ['Q2'], needs: ['audit'], clause: '2' }];
    const { rows, folder } = await made(dataWith(''), 'Q2', null, schemeWith({}, { conditions }));
    expect(rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,900.00']);
    expect(rows('clawbacks.csv').map((row) => row.slice(0, 45))).toEqual([
      'Z00001,Z00001,fee,Q2,-150.00,0.00,150.00,due,',
    ]);
    expect(rows('withheld.csv')).toEqual([]);
    const { stdout } = await quarterday(['explain', folder, '--practice', 'Z00001']);
    expect(stdout.replaceAll(/\n\s+/g, ' ')).toContain(
      'Less is earned to date than up to the period before, so £150.00 is given back [1].',
    );
  });

  it('is made up for first where it rises again before the quarter that it fell from is paid', async () => {
    const bonus = { kind: 'rate', pounds: '100', for: { kind: 'events', event: 'bonus' } };
    const fee = JSON.parse(readFileSync(scheme, 'utf8')).components[0].value;
    const of = schemeWith({}, { value: { kind: 'sum', of: [fee, bonus], clause: '1' } });
    const more = (text: string) => `${text}Z00001,bonus,B1,2020-11-02,2020-11-02\n`;
    const withBonus = (evidence: string) => {
      const data = dataWith(evidence);
      writeFileSync(join(data, 'claims.csv'), more(readFileSync(join(data, 'claims.csv'), 'utf8')));
      return data;
    };
    const { rows, folder } = await made(withBonus(''), 'Q3', null, of);
    expect(rows('payments.csv')).toEqual([]);
    expect(rows('withheld.csv').map((row) => row.split(',').slice(2, 6).join())).toEqual([
      'Q1,withheld,900.00,audit: not received yet',
      'Q2,withheld,-150.00,less than nothing is earned here: taken off what earlier periods earn and are not paid',
      'Q3,withheld,100.00,makes up for what an earlier period could not give back',
    ]);
    const { stdout } = await quarterday(['explain', folder, '--practice', 'Z00001']);
    expect(stdout.replaceAll(/\n\s+/g, ' ')).toContain(
      '£100.00 is set off against earlier periods: makes up for what an earlier period could not give back [1].',
    );
    const after = await made(withBonus('Z00001,audit,2020-05-20\n'), 'Q3', null, of);
    const settled = [...after.rows('payments.csv'), ...after.rows('clawbacks.csv')];
    expect(settled.map((row) => row.split(',').slice(3, 7).join())).toEqual([
      'Q1,900.00,0.00,900.00',
      'Q3,100.00,0.00,100.00',
      'Q2,-150.00,0.00,150.00',
    ]);
  });

  it('leaves the payment that it comes from, be it small, where what comes back is due', async () => {
    const smallestPayment = { pounds: '5000', clause: '5' };
    const data = dataWith('Z00001,audit,2020-05-20\n');
    const due = await made(data, 'Q2', null, schemeWith({ smallestPayment }));
    expect(due.rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,900.00']);
    const recovery = { takenFrom: 'Q4', clause: '3' };
    const deferred = await made(data, 'Q2', null, schemeWith({ smallestPayment, recovery }));
    expect(deferred.rows('payments.csv')).toEqual([]);
    expect(deferred.rows('withheld.csv').map((row) => row.split(',').slice(2, 5).join())).toEqual([
      'Q1,carried,900.00',
    ]);
  });

  it('is never paid below nothing by a decision on a proportion, though its pounds are rounded up', async () => {
    const pounds = { kind: 'rate', pounds: '1', for: { kind: 'patients', at: 'each-period' } };
    const of = schemeWith(
      {
        rounding: { at: 'component', unit: 'pound', mode: 'up', clause: '1' },
        schedule: { kind: 'equal', clause: '1' },
        leaving: { prorate: 'days', clause: '1' },
        evidence: [],
      },
      { value: { kind: 'envelope', pounds: '5', of: pounds, clause: '1' }, conditions: [] },
    );
    const starts = ['2020-04-01', '2020-07-01', '2020-10-01', '2021-01-01'];
    const lists = { Z00001: [14, 0, 0, 0], Z00002: [0, 200, 10, 10], Z00003: [6, 0, 0, 0] };
    const rows = Object.entries(lists).flatMap(([code, patients]) =>
      patients.map((each, q) => `${code},${starts[q]},${each}\n`),
    );
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name,left_on\nZ00001,Ash,2020-09-29\nZ00002,Beech,\nZ00003,Cedar,\n',
      'list-sizes.csv': `practice_code,as_at,patients\n${rows.join('')}`,
      'decisions.csv':
        'practice_code,component,decision,proportion,decided_on,decided_by,reason\nZ00001,fee,proportion,100%,2020-10-01,S. Dyer,a test\n',
    });
    const { rows: told } = await made(data, 'Q2', null, of);
    expect(told('withheld.csv').filter((row) => row.startsWith('Z00001'))).toMatchInlineSnapshot(`
      [
        "Z00001,fee,Q1,capped,2.60,"scaled down, as all practices together earn more than the envelope",1",
        "Z00001,fee,Q1,proportion,-0.60,"100% of what was scheduled, decided by S. Dyer on 2020-10-01: a test",3",
        "Z00001,fee,Q2,capped,1.21,"scaled down, as all practices together earn more than the envelope",1",
        "Z00001,fee,Q2,prorated,0.79,"left on 2020-09-29, after 91 of the 92 days of Q2",1",
      ]
    `);
    expect(
      told('payments.csv')
        .concat(told('clawbacks.csv'))
        .map((row) => row.slice(0, 36)),
    ).toMatchInlineSnapshot(`
      [
        "Z00001,Z00001,fee,Q1,2.00,0.00,2.00",
        "Z00002,Z00002,fee,Q2,2.73,0.00,2.73",
        "Z00003,Z00003,fee,Q1,0.60,0.00,0.60",
        "Z00001,Z00001,fee,Q2,-2.00,0.00,2.00",
        "Z00003,Z00003,fee,Q2,-0.52,0.00,0.52",
      ]
    `);
  });
});
