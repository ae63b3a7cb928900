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
      'Z00001,fee,Q2,below-nothing,-150.00,the value falls by more than the £0.00 that the periods before are entitled to,1',
    ]);
    expect(rows('workings.csv').slice(-2)).toEqual([
      'Z00001,fee,Q2,entitlement,"given back, whatever stands against the period, as far as £0.00 before it",0,0.00,1',
      'Z00001,fee,Q2,settlement,£0.00 − £0.00 already paid: settled,0,0.00,1',
    ]);
  });

  it('may be taken back outside too, as far as the component was paid up to that quarter', async () => {
    const header = 'practice_code,component,period,amount,paid_on\n';
    const dataPaid = (rows: string) => dataWith('Z00001,audit,2020-05-20\n', { 'paid.csv': header + rows });
    const sound = dataPaid('Z00001,fee,Q1,900.00,2020-07-20\nZ00001,fee,Q2,-150.00,2020-10-20\n');
    const { rows } = await made(sound, 'Q3');
    expect([rows('payments.csv'), rows('clawbacks.csv')]).toEqual([[], []]);
    const beyond = dataPaid('Z00001,fee,Q1,100.00,2020-07-20\nZ00001,fee,Q2,-150.00,2020-10-20\n');
    const args = ['run', scheme, '--period', 'Q3', '--as-at', asAt.Q3, '--data', beyond];
    const { exit, stderr } = await quarterday(args);
    expect([exit, stderr.includes('the rows of Z00001 for fee up to Q2 add up to less than nothing')]).toEqual([
      1,
      true,
    ]);
  });

  it('is set off against what is paid before it was, and nobody is asked for money that they never had', async () => {
    const recovery = { waitsFor: 'decision', clause: '3' };
    for (const policy of [{}, { recovery }, { recovery: { takenFrom: 'Q4', clause: '3' } }]) {
      const { rows, folder } = await made(dataWith('Z00001,audit,2020-05-20\n'), 'Q2', null, schemeWith(policy));
      expect(rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,750.00']);
      expect(rows('clawbacks.csv')).toEqual([]);
      expect(rows('withheld.csv')).toEqual([
        'Z00001,fee,Q1,set-off,150.00,"makes up for what Q2 gives back, and is not paid first",1',
        'Z00001,fee,Q2,set-off,-150.00,made up for by what is not paid for Q1,1',
      ]);
      const steps = rows('workings.csv').filter((row) => /,(set-off|settlement),/.test(row));
      expect(steps).toEqual([
        'Z00001,fee,Q1,set-off,"£150.00 of £900.00: makes up for what Q2 gives back, and is not paid first",150,150.00,1',
        'Z00001,fee,Q1,settlement,£900.00 − £0.00 already paid − £150.00 set off: payment,750,750.00,1',
        'Z00001,fee,Q2,set-off,−£150.00 of −£150.00: made up for by what is not paid for Q1,-150,-150.00,1',
        'Z00001,fee,Q2,settlement,−£150.00 − £0.00 already paid + £150.00 set off: settled,0,0.00,1',
      ]);
      const { totals } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'));
      expect([totals.worth, totals.entitlement, totals.set_off, totals.net]).toEqual([
        '750.00',
        '750.00',
        '0.00',
        '750.00',
      ]);
    }
  });

  it('comes back from whoever was paid, whatever the payee is today', async () => {
    const ledger = join(emptyFolder(), 'ledger');
    const payees = (...rows: readonly string[]) => ({
      'payees.csv': `practice_code,payee_code,agreed_on\n${rows.map((row) => `Z00001,${row}\n`).join('')}`,
    });
    const audited = 'Z00001,audit,2020-05-20\n';
    const first = await made(dataWith(audited, payees('PCN-A,2020-05-01')), 'Q1', ledger);
    expect(first.rows('statements.csv')).toEqual(['Z00001,Ash,PCN-A,900.00,0.00,900.00']);
    const args = ['post', first.folder, '--ledger', ledger, '--approved-by', 'A. Analyst', '--confirm-total', '900.00'];
    expect((await quarterday(args)).exit).toBe(0);
    const changed = dataWith(audited, payees('PCN-A,2020-05-01', 'PCN-B,2020-09-01'));
    const second = await made(changed, 'Q2', ledger);
    expect(second.rows('clawbacks.csv')).toEqual([
      'Z00001,PCN-A,fee,Q2,-150.00,0.00,150.00,due,less is earned to date than up to the period before,3',
    ]);
    expect(second.rows('statements.csv')).toEqual(['Z00001,Ash,PCN-A,0.00,150.00,-150.00']);
    const { by_payee, warnings } = JSON.parse(readFileSync(join(second.folder, 'summary.json'), 'utf8'));
    expect(by_payee.map(({ payee_code, net }: Record<string, string>) => [payee_code, net])).toEqual([
      ['PCN-A', '-150.00'],
    ]);
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('payee-changed');
    expect(readFileSync(join(second.folder, 'inputs', 'posted.csv'), 'utf8')).toBe(
      'serial,as_at,practice_code,payee_code,component,period,amount\r\n1,2020-07-15,Z00001,PCN-A,fee,Q1,900.00\r\n',
    );
    const posted = [
      'post',
      second.folder,
      '--ledger',
      ledger,
      '--approved-by',
      'A. Analyst',
      '--confirm-total',
      '-150.00',
    ];
    expect((await quarterday(posted)).exit).toBe(0);
    const respelt = dataWith(audited, payees('PCN-A,2020-05-01', 'Pcn-a,2020-09-01'));
    const of = ['--period', 'Q3', '--as-at', asAt.Q3, '--ledger', ledger];
    expect((await quarterday(['run', scheme, ...of, '--data', respelt])).stderr).toContain('payee-code-capitals');
    const lower = dataWith(audited, payees('pcn-a,2020-05-01'));
    const told = await quarterday(['run', scheme, ...of, '--data', lower]);
    expect([told.exit, told.stderr.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining(
        'payees.csv:2 payee_code "pcn-a" differs from PCN-A, whom the ledger has paid, in its capitals only; expected one spelling of a payee fix: write PCN-A here too',
      ),
    ]);
    const third = await made(changed, 'Q3', ledger);
    expect(third.rows('statements.csv')).toEqual(['Z00001,Ash,PCN-B,0.00,0.00,0.00']);
  });

  it('comes back whatever stands against the quarter in which it fell', async () => {
    const conditions = [{ periods: ['Q2'], needs: ['audit'], clause: '2' }];
    const { rows } = await made(dataWith(''), 'Q2', null, schemeWith({}, { conditions }));
    expect(rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,750.00']);
    expect(rows('clawbacks.csv')).toEqual([]);
    const paidBefore = { 'paid.csv': 'practice_code,component,period,amount,paid_on\nZ00001,fee,Q1,900,2020-07-20\n' };
    const after = await made(dataWith('', paidBefore), 'Q2', null, schemeWith({}, { conditions }));
    expect(after.rows('clawbacks.csv').map((row) => row.slice(0, 45))).toEqual([
      'Z00001,Z00001,fee,Q2,-150.00,0.00,150.00,due,',
    ]);
    expect(after.rows('withheld.csv')).toEqual([]);
    const { stdout } = await quarterday(['explain', after.folder, '--practice', 'Z00001']);
    expect(stdout.replaceAll(/\n\s+/g, ' ')).toContain(
      'Less is earned to date than up to the period before, so £150.00 is given back [1].',
    );
  });

  it('is not made up for later where it could not be given back, and is set off once the quarter before is paid', async () => {
    const bonus = { kind: 'rate', pounds: '100', for: { kind: 'events', event: 'bonus' } };
    const fee = JSON.parse(readFileSync(scheme, 'utf8')).components[0].value;
    const of = schemeWith({}, { value: { kind: 'sum', of: [fee, bonus], clause: '1' } });
    const more = (text: string) => `${text}Z00001,bonus,B1,2020-11-02,2020-11-02\n`;
    const withBonus = (evidence: string) => {
      const data = dataWith(evidence);
      writeFileSync(join(data, 'claims.csv'), more(readFileSync(join(data, 'claims.csv'), 'utf8')));
      return data;
    };
    const { rows } = await made(withBonus(''), 'Q3', null, of);
    expect(rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q3,100.00,0.00,100.00']);
    expect(rows('withheld.csv').map((row) => row.split(',').slice(2, 5).join())).toEqual([
      'Q1,withheld,900.00',
      'Q2,below-nothing,-150.00',
    ]);
    const after = await made(withBonus('Z00001,audit,2020-05-20\n'), 'Q3', null, of);
    const settled = [...after.rows('payments.csv'), ...after.rows('clawbacks.csv')];
    expect(settled.map((row) => row.split(',').slice(3, 7).join())).toEqual([
      'Q1,900.00,0.00,750.00',
      'Q3,100.00,0.00,100.00',
    ]);
  });

  it('is set off before the payments are held against the smallest', async () => {
    const data = dataWith('Z00001,audit,2020-05-20\n');
    const runWith = (pounds: string, period: 'Q2' | 'Q3' = 'Q2', keys: object = {}) =>
      made(data, period, null, schemeWith({ smallestPayment: { pounds, clause: '5' }, ...keys }));
    const statuses = (rows: readonly string[]) => rows.map((row) => row.split(',').slice(2, 5).join());
    const carried = await runWith('750.01');
    expect([carried.rows('payments.csv'), carried.rows('clawbacks.csv')]).toEqual([[], []]);
    expect(statuses(carried.rows('withheld.csv'))).toEqual([
      'Q1,set-off,150.00',
      'Q1,carried,750.00',
      'Q2,set-off,-150.00',
    ]);
    expect(carried.rows('statements.csv')).toEqual(['Z00001,Ash,Z00001,0.00,0.00,0.00']);
    const { totals } = JSON.parse(readFileSync(join(carried.folder, 'summary.json'), 'utf8'));
    expect([totals.carried, totals.set_off, totals.net]).toEqual([{ lines: 1, amount: '750.00' }, '0.00', '0.00']);
    const enough = await runWith('750.00');
    expect(enough.rows('payments.csv')).toEqual(['Z00001,Z00001,fee,Q1,900.00,0.00,750.00']);
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
        "Z00001,fee,Q1,set-off,0.35,"makes up for what Q2 gives back, and is not paid first",1",
        "Z00001,fee,Q2,capped,0.35,"scaled down, as all practices together earn more than the envelope",1",
        "Z00001,fee,Q2,set-off,-0.35,made up for by what is not paid for Q1,1",
      ]
    `);
    expect(
      told('payments.csv')
        .concat(told('clawbacks.csv'))
        .map((row) => row.slice(0, 36)),
    ).toMatchInlineSnapshot(`
      [
        "Z00001,Z00001,fee,Q1,1.40,0.00,1.05",
        "Z00002,Z00002,fee,Q2,1.50,0.00,1.50",
        "Z00003,Z00003,fee,Q1,0.60,0.00,0.45",
      ]
    `);
  });
});
