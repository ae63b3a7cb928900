import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bank, channelFile, finance, handOff, openSums, postedQuarters, settle } from '../../make/bank.ts';
import { folderOf, quarterday } from '../../make/host.ts';
import { sha256 } from '../../record/sample.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await postedQuarters();
});

function read(...path: readonly string[]): string {
  return readFileSync(join(bank.root, ...path), 'utf8');
}

function records(): string[] {
  return readdirSync(bank.ledger).sort();
}

describe('a posting that is handed over', () => {
  it('stands in the file, in control.txt and in the ledger', async () => {
    const told = await handOff(bank, [1], 'pay');
    const file = [
      'Supplier Number,Site,Invoice Number,Invoice Amount,Pay On,Description',
      'S100,MAIN,QD1PZ00001,73671.00,25/05/2018,Local incentive scheme',
      'S200,,QD1PZ00002,44202.60,25/05/2018,Local incentive scheme',
      'S300,,QD1PZ00003,29468.40,25/05/2018,Local incentive scheme',
      '',
    ].join('\r\n');
    expect(read('pay', 'payments.csv')).toBe(file);
    expect(read('pay', 'control.txt')).toBe(
      `rows: 3\r\nsum: 147342.00\r\nsum-C1-52100: 129200.67\r\nsum-C2-52100: 18141.33\r\nsha256: ${sha256(file)}\r\n`,
    );
    expect(read('pay', 'to-recover.csv')).toBe('payee_code,posting,component,amount,reference,action\r\n');
    const [, , name = ''] = records();
    expect(name).toMatch(/^000003-hand-off-[0-9a-f]{12}\.json$/);
    expect(told).toEqual({
      exit: 0,
      stdout: [
        'handed over as 3: one-row-a-payee, to be paid on 2018-05-25',
        `  file         ${join(bank.root, 'pay', 'payments.csv')}, 3 rows`,
        '  postings     1',
        '  to pay       £147,342.00 to 3 payees',
        '  to recover   £0.00 from 0 payees',
        '  send by      2018-05-22',
        '  by           B. Jones',
        `  newest       record 3, sha256 ${sha256(read('ledger', name))}`,
        '',
      ].join('\n'),
      stderr: [
        'Next: hold the file against control.txt, and send it as it is, and once; note the sha256 in the minutes. When the channel has answered:',
        `  quarterday settle --ledger ${bank.ledger} --from FILE --map FILE --on DATE --by NAME`,
        '',
      ].join('\n'),
    });
    const { seal: _, previous, channel_sha256, ...record } = JSON.parse(read('ledger', name));
    expect(previous).toBe(sha256(read('ledger', records()[1] ?? '')));
    expect(channel_sha256).toBe(sha256(readFileSync(channelFile('one-row-a-payee'), 'utf8')));
    expect(record).toEqual({
      format: 'quarterday/hand-off-record/1',
      serial: 3,
      channel: 'one-row-a-payee',
      pay_on: '2018-05-25',
      by: 'B. Jones',
      folder_sha256: sha256(join(bank.root, 'pay')),
      again: null,
      files: [{ name: 'payments.csv', sha256: sha256(file), rows: 3 }],
      sums: ['QD1PZ00001,1,Z00001,73671.00', 'QD1PZ00002,1,Z00002,44202.60', 'QD1PZ00003,1,Z00003,29468.40'],
      recover: [],
    });
    expect((await quarterday(['verify', '--ledger', bank.ledger])).stdout).toContain('2 postings and 1 hand-off');
  });

  it('is told as data with --format json', async () => {
    const data = JSON.parse((await handOff(bank, [1], 'pay', '--format', 'json')).stdout);
    expect(data).toMatchObject({ format: 'quarterday/hand-off/1', serial: 3, sum: '147342.00', to_recover: '0.00' });
    expect(data.sums[0]).toEqual({ reference: 'QD1PZ00001', posting: 1, payee_code: 'Z00001', amount: '73671.00' });
    expect(data.newest).toEqual({ serial: 3, sha256: sha256(read('ledger', records()[2] ?? '')) });
  });

  it('has no row of a payee below zero, who stands in to-recover.csv with what is to be set off', async () => {
    const { stdout, stderr } = await handOff(bank, [1, 2], 'pay', '--channel', channelFile('one-row-a-component'));
    // Three payees of the first posting, and two of them of the second.
    const of = 'to 3 payees, in 5 sums';
    expect(stdout).toContain(`  to pay       £250,481.40 ${of}\n  to recover   £55,796.40 from 1 payee\n`);
    expect(stderr).toContain('in the minutes. to-recover.csv says what is to be set off or invoiced. When the channel');
    expect(read('pay', 'to-recover.csv').split('\r\n')).toEqual([
      'payee_code,posting,component,amount,reference,action',
      'Z00002,2,education-target,-4472.30,QD2PZ00002,set-off',
      'Z00002,2,locality-plans,-34287.90,QD2PZ00002,set-off',
      'Z00002,2,patient-safety,94556.60,QD2PZ00002,set-off',
      '',
    ]);
    const lines = read('pay', 'payments.txt').split('\n');
    expect(lines[0]).toBe('HDR|20180525|15');
    expect(lines[1]).toBe('PAY|1|S100|QD1PZ00001|D|745384|C1|52100|education-target');
    expect(lines.at(-2)).toBe('TRL|15|25048140|0|25048140');
    expect(read('pay', 'payments.txt')).not.toContain('QD2PZ00002');
    expect(await openSums(bank)).toContain('to-recover QD2PZ00002 -55796.40');
  });

  it('does not make a run of its scheme stale', async () => {
    const before = await quarterday(['ledger', bank.ledger, '--format', 'json']);
    await handOff(bank, [1], 'pay');
    const { stdout } = await quarterday(['ledger', bank.ledger, '--format', 'json']);
    expect(JSON.parse(stdout).postings).toEqual(JSON.parse(before.stdout).postings);
    expect(JSON.parse(stdout).hand_offs).toHaveLength(1);
  });
});

describe('what may not be handed over', () => {
  it('is a posting that was before: not once more, nor beside another', async () => {
    await handOff(bank, [1], 'pay');
    for (const postings of [[1], [2, 1]]) {
      const told = await handOff(bank, postings, 'more');
      expect(told).toMatchObject({ exit: 4, stdout: '' });
      expect(told.stderr).toContain('posting 1 was handed over before, by hand-off 3');
    }
    expect(readdirSync(bank.root).sort()).toEqual(['ledger', 'pay', 'runs']);
    expect(records()).toHaveLength(3);
  });

  it('is one with payees without suppliers or components without coding: all are told', async () => {
    const few = {
      ...finance,
      'suppliers.csv': 'payee_code,supplier\nZ00002,S2\n',
      'coding.csv': 'component,cost_centre,subjective\nother,1,2\n',
    };
    const told = await handOff({ ...bank, finance: folderOf(few) }, [1], 'pay');
    expect(told).toMatchObject({ exit: 1, stdout: '' });
    expect(told.stderr).toContain('supplier-missing A payee is no supplier (2)');
    expect(told.stderr).toContain('coding-missing A component has no coding (3)');
    expect(told.stderr).not.toContain('channel-field');
    expect(records()).toHaveLength(2);
    expect(existsSync(join(bank.root, 'pay'))).toBe(false);
  });

  it('is anything into a folder that holds something, or into the ledger, or from no posting', async () => {
    expect((await handOff(bank, [1], 'runs')).exit).toBe(4);
    expect((await handOff(bank, [1], 'ledger/pay')).exit).toBe(2);
    expect((await handOff(bank, [7], 'pay')).stderr).toContain('give one of its postings: 1, 2');
    await handOff(bank, [1], 'pay');
    expect((await handOff(bank, [3], 'more')).stderr).toContain('record 3 is a hand-off, no posting');
  });
});

describe('a sum that is sent again', () => {
  const why = ['--reason', 'the account was closed'];

  it('goes alone, under its reference with a number after it, and is recorded with its reason', async () => {
    await handOff(bank, [1], 'pay');
    await settle(bank, ['QD1PZ00002,25/05/2018,Rejected,44202.60']);
    expect(await openSums(bank)).toContain('rejected QD1PZ00002 44202.60');
    const told = await handOff(bank, [1], 'again', '--again', 'QD1PZ00002', ...why);
    expect(told.exit, told.stderr).toBe(0);
    expect(told.stdout).toContain('  again        QD1PZ00002: the account was closed\n');
    expect(read('again', 'payments.csv').split('\r\n').slice(1)).toEqual([
      'S200,,QD1PZ000022,44202.60,25/05/2018,Local incentive scheme',
      '',
    ]);
    expect(await openSums(bank)).toContain('not-answered QD1PZ000022 44202.60');
    await settle(bank, ['QD1PZ000022,29/05/2018,Paid,"44,202.60"']);
    expect((await openSums(bank)).filter((each) => each.includes('QD1PZ00002'))).toEqual([]);
    const late = await settle(bank, ['QD1PZ00002,30/05/2018,Paid,44202.60']);
    expect(late.stderr).toContain('bank-duplicate A sum was settled a second time (1)');
    expect((await quarterday(['verify', '--ledger', bank.ledger])).exit).toBe(0);
  });

  it('is what is left of it where a part is paid', async () => {
    await handOff(bank, [1], 'pay', '--channel', channelFile('one-row-a-component'));
    await settle(bank, ['QD1PZ00002,25/05/2018,Part paid,5000.00', 'QD1PZ00002,26/05/2018,Rejected,39202.60']);
    await handOff(bank, [1], 'again', '--channel', channelFile('one-row-a-component'), '--again', 'QD1PZ00002', ...why);
    expect(await openSums(bank)).toContain('not-answered QD1PZ000022 39202.60');
    // The 5,000.00 are taken to have paid education-target, 4,472.30, and 527.70 of locality-plans.
    expect(read('again', 'payments.txt').split('\n').slice(1, 3)).toEqual([
      'PAY|1|S200|QD1PZ000022|D|3376020|C1|52100|locality-plans',
      'PAY|2|S200|QD1PZ000022|D|544240|C2|52100|patient-safety',
    ]);
  });

  it('is warned of where the channel has not refused it', async () => {
    await handOff(bank, [1], 'pay');
    const told = await handOff(bank, [1], 'again', '--again', 'QD1PZ00001', ...why);
    expect(told.exit).toBe(0);
    expect(told.stderr).toContain('sent-again-unanswered');
    const strict = await handOff(bank, [1], 'strict', '--again', 'QD1PZ00003', ...why, '--strict');
    expect(strict).toMatchObject({ exit: 1, stdout: '' });
  });

  it('is none that is paid, unknown, of another posting, or without a reason', async () => {
    await handOff(bank, [1], 'pay');
    await settle(bank, ['QD1PZ00001,25/05/2018,Paid,73671.00']);
    const again = (reference: string, posting: number, ...more: string[]) =>
      handOff(bank, [posting], 'no', '--again', reference, ...more);
    expect((await again('QD1PZ00001', 1, ...why)).stderr).toContain('the sum of £73,671.00 is paid');
    expect((await again('QD1PZ0002', 1, ...why)).stderr).toContain('did you mean QD1PZ00002?');
    expect((await again('QD1PZ00002', 2, ...why)).stderr).toContain(
      'the reference is of posting 1, which is not named',
    );
    expect(await again('QD1PZ00002', 1)).toMatchObject({ exit: 2, stdout: '' });
    expect((await again('QD1PZ00001', 1, ...why)).exit).toBe(4);
    expect(existsSync(join(bank.root, 'no'))).toBe(false);
  });
});

describe('a hand-off that was killed when its record stood', () => {
  it('is finished by the same command: the folder that waits gets its name, and nothing is handed over twice', async () => {
    await handOff(bank, [1], 'pay');
    const [, , name = ''] = records();
    renameSync(join(bank.root, 'pay'), join(bank.root, `.quarterday-${name.slice(7, -5)}-0`));
    const told = await handOff(bank, [1], 'pay');
    expect(told.exit, told.stderr).toBe(0);
    expect(told.stdout).toContain('handed over before, and finished now, as 3');
    expect(readdirSync(join(bank.root, 'pay')).sort()).toEqual(['control.txt', 'payments.csv', 'to-recover.csv']);
    expect(records()).toHaveLength(3);
    expect((await handOff(bank, [1], 'other')).exit).toBe(4);
  });
});

describe('a channel that is wrong', () => {
  it('is told with the place of every mistake', async () => {
    const path = join(bank.root, 'channel.json');
    writeFileSync(
      path,
      '{\n  "channel": 1,\n  "id": "x",\n  "title": "X",\n  "rows": "payees",\n  "credits": "apart",\n  "credits": "netted",\n  "file": { "name": "../pay.csv", "separater": ";" },\n  "columns": [{ "name": "A", "field": "ammount" }]\n}\n',
    );
    const told = await handOff(bank, [1], 'pay', '--channel', path);
    expect(told.exit).toBe(1);
    expect(told.stderr).toContain('channel.json:7:3  credits');
    expect(told.stderr).toContain('did you mean "payee"?');
    expect(told.stderr).toContain('did you mean "separator"?');
    expect(told.stderr).toContain('did you mean "amount"?');
    expect(told.stderr).toContain('the name of a file');
  });
});
