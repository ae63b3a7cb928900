import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { handOff, postedQuarters, settle } from '../../make/bank.ts';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { netOf, post, runOfWestHampshire, threePractices } from '../../make/posted-runs.ts';
import { sha256 } from '../../record/sample.ts';

let root: string;
let ledger: string;
beforeEach(async () => {
  root = emptyFolder();
  ledger = join(root, 'ledger');
});

/** Two postings: Q2, and then Q3 with the list of Z00001 at 4,000 instead of 5,000, so that its Q2 comes back in part. */
async function twoPostings(): Promise<readonly string[]> {
  const smaller = { ...threePractices, 'list-sizes.csv': threePractices['list-sizes.csv'].replace('5000', '4000') };
  const runs = join(root, 'runs');
  const first = await runOfWestHampshire(folderOf(threePractices), runs, '--ledger', ledger);
  await post(first, ledger);
  const third = ['--period', 'Q3', '--as-at', '2020-01-15'];
  const second = await runOfWestHampshire(folderOf(smaller), runs, '--ledger', ledger, ...third);
  await post(second, ledger, netOf(second));
  return readdirSync(ledger).map((name) => sha256(readFileSync(join(ledger, name), 'utf8')));
}

describe('the postings of a ledger', () => {
  it('are listed with scheme, period, as-at date, sums, who and when', async () => {
    const [, newest] = await twoPostings();
    expect(await quarterday(['ledger', ledger])).toEqual({
      exit: 0,
      stdout: [
        `Ledger ${ledger}`,
        `  newest: record 2, sha256 ${newest}`,
        '',
        '  posting  scheme                      period  as at              paid  taken back          net  lines  approved by  on',
        '        1  west-hampshire-qps-2019-20  Q2      2019-10-15  £147,342.00       £0.00  £147,342.00      9  A. Smith     2018-05-02',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  £155,527.67   £8,185.67  £147,342.00     18  A. Smith     2018-05-02',
        '  -------  --------------------------  ------  ----------  -----------  ----------  -----------  -----  -----------  ----------',
        '                                               in all      £302,869.67   £8,185.67  £294,684.00',
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('stand in straight columns whoever approved them', async () => {
    const run = await runOfWestHampshire(folderOf(threePractices), join(root, 'runs'), '--ledger', ledger);
    const total = ['--confirm-total', netOf(run)];
    await quarterday(['post', run, '--ledger', ledger, '--approved-by', '林 Zoe\u0301', ...total]);
    const { stdout } = await quarterday(['ledger', ledger]);
    expect(stdout.split('\n').slice(3, 6)).toEqual([
      '  posting  scheme                      period  as at              paid  taken back          net  lines  approved by  on',
      '        1  west-hampshire-qps-2019-20  Q2      2019-10-15  £147,342.00       £0.00  £147,342.00      9  林 Zoe\u0301       2018-05-02',
      '  -------  --------------------------  ------  ----------  -----------  ----------  -----------  -----  -----------  ----------',
    ]);
  });

  it('are told as data with --format json, and add up', async () => {
    const hashes = await twoPostings();
    const { exit, stdout } = await quarterday(['ledger', ledger, '--format', 'json']);
    expect(exit).toBe(0);
    const data = JSON.parse(stdout);
    expect(Object.keys(data)).toEqual([
      'format',
      'ledger',
      'newest',
      'postings',
      'hand_offs',
      'settlements',
      'payments',
      'clawbacks_due',
      'net',
    ]);
    expect(data).toMatchObject({ format: 'quarterday/ledger/1', net: '294684.00' });
    expect(data.postings[0]).toEqual({
      serial: 1,
      sha256: hashes[0],
      run_id: expect.stringMatching(/^[0-9a-f]{64}$/),
      scheme: 'west-hampshire-qps-2019-20',
      scheme_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      period: 'Q2',
      as_at: '2019-10-15',
      approved_by: 'A. Smith',
      posted_at: '2018-05-02T09:00:00.000Z',
      payments: '147342.00',
      clawbacks_due: '0.00',
      net: '147342.00',
      lines: 9,
    });
    expect(data.postings[1]).toMatchObject({ serial: 2, sha256: hashes[1], period: 'Q3', net: '147342.00' });
  });

  it('are none in an empty folder', async () => {
    mkdirSync(ledger);
    expect(await quarterday(['ledger', ledger])).toMatchObject({
      exit: 0,
      stdout: `Ledger ${ledger}\n  Nothing is posted in it.\n`,
    });
    const { stdout } = await quarterday(['ledger', ledger, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual({
      format: 'quarterday/ledger/1',
      ledger,
      newest: { serial: 0, sha256: null },
      postings: [],
      hand_offs: [],
      settlements: [],
      payments: '0.00',
      clawbacks_due: '0.00',
      net: '0.00',
    });
  });
});

describe('what a practice was paid and gave back', () => {
  it('is listed by posting, line by line', async () => {
    await twoPostings();
    const { exit, stdout } = await quarterday(['ledger', ledger, '--practice', 'Z00001']);
    expect(exit).toBe(0);
    // A half of Q2 was paid on 5,000 of 10,000 patients; on 4,000 of 9,000 it comes to four ninths.
    expect(stdout).toBe(
      [
        'What Z00001 was paid and gave back',
        '',
        '  posting  scheme                      period  as at       component         for  payee          paid  taken back          net',
        '        1  west-hampshire-qps-2019-20  Q2      2019-10-15  education-target  Q2   Z00001    £7,453.84       £0.00    £7,453.84',
        '        1  west-hampshire-qps-2019-20  Q2      2019-10-15  locality-plans    Q2   Z00001   £57,146.50       £0.00   £57,146.50',
        '        1  west-hampshire-qps-2019-20  Q2      2019-10-15  patient-safety    Q2   Z00001    £9,070.66       £0.00    £9,070.66',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  education-target  Q2   Z00001        £0.00     £828.21     −£828.21',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  education-target  Q3   Z00001    £6,625.63       £0.00    £6,625.63',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  locality-plans    Q2   Z00001        £0.00   £6,349.61   −£6,349.61',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  locality-plans    Q3   Z00001   £50,796.89       £0.00   £50,796.89',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  patient-safety    Q2   Z00001        £0.00   £1,007.85   −£1,007.85',
        '        2  west-hampshire-qps-2019-20  Q3      2020-01-15  patient-safety    Q3   Z00001    £8,062.82       £0.00    £8,062.82',
        '  -------  --------------------------  ------  ----------  ----------------  ---  ------  -----------  ----------  -----------',
        '                                                           in all                         £139,156.34   £8,185.67  £130,970.67',
        '',
      ].join('\n'),
    );
  });

  it('is told as data with --format json', async () => {
    await twoPostings();
    const { stdout } = await quarterday(['ledger', ledger, '--practice', 'Z00001', '--format', 'json']);
    const data = JSON.parse(stdout);
    expect(data).toMatchObject({ format: 'quarterday/ledger-practice/1', practice_code: 'Z00001' });
    expect(data.postings[0]).toMatchObject({ serial: 1, payments: '73671.00', clawbacks_due: '0.00' });
    expect(data.postings[0].lines).toEqual([
      { payee_code: 'Z00001', component: 'education-target', period: 'Q2', amount: '7453.84' },
      { payee_code: 'Z00001', component: 'locality-plans', period: 'Q2', amount: '57146.50' },
      { payee_code: 'Z00001', component: 'patient-safety', period: 'Q2', amount: '9070.66' },
    ]);
    expect(data.postings[1]).toMatchObject({ serial: 2, clawbacks_due: '8185.67' });
  });

  it('is wrong usage for a code that the ledger does not have', async () => {
    await twoPostings();
    const told = await quarterday(['ledger', ledger, '--practice', 'Z00011']);
    expect(told).toMatchObject({ exit: 2, stdout: '' });
    expect(told.stderr).toContain('the ledger holds no line under this code');
    expect(told.stderr).toContain('did you mean Z00001?');
  });
});

describe('a ledger that cannot be listed', () => {
  it('is one that is not there, or does not verify', async () => {
    expect((await quarterday(['ledger', ledger])).exit).toBe(2);
    mkdirSync(ledger);
    writeFileSync(join(ledger, '000001-aaaaaaaaaaaa.json'), '{}\n');
    const told = await quarterday(['ledger', ledger]);
    expect(told).toMatchObject({ exit: 4, stdout: '' });
    expect(told.stderr).toContain('was changed, or is no record');
  });

  it('is not one in which something else lies: that is told', async () => {
    await twoPostings();
    writeFileSync(join(ledger, 'copy.json'), '');
    const told = await quarterday(['ledger', ledger]);
    expect(told.exit).toBe(0);
    expect(told.stderr).toContain('warning stray-file There is a file that does not belong here (1)');
  });
});

describe('a ledger with hand-offs and settlements', () => {
  it('lists them below the postings, in the order of the chain', async () => {
    const bank = await postedQuarters();
    await handOff(bank, [1, 2], 'pay');
    await settle(bank, ['QD1PZ00001,25/05/2018,Paid,73671.00', 'ELSE,25/05/2018,Paid,1.00']);
    const { stdout } = await quarterday(['ledger', bank.ledger]);
    expect(stdout.slice(stdout.indexOf('  record  what'))).toBe(
      [
        '  record  what        of               day                 sum  comes to                              by',
        '       3  hand-off    one-row-a-payee  2018-05-25  £250,481.40  5 sums of posting 1, 2; 1 to recover  B. Jones',
        '       4  settlement  status-1.csv     2018-06-01               1 settled, 1 unmatched                C. Brown',
        '',
      ].join('\n'),
    );
    const data = JSON.parse((await quarterday(['ledger', bank.ledger, '--format', 'json'])).stdout);
    expect(data.newest.serial).toBe(4);
    expect(data.hand_offs[0]).toMatchObject({
      serial: 3,
      postings: [1, 2],
      sums: 5,
      sum: '250481.40',
      to_recover: '55796.40',
    });
    expect(data.settlements[0]).toMatchObject({ serial: 4, settled: 1, unmatched: 1, duplicate: 0, more_than_sent: 0 });
  });

  it('lists with --open what is posted and not closed, by how it stands', async () => {
    const bank = await postedQuarters();
    await handOff(bank, [1], 'pay');
    await settle(bank, ['QD1PZ00001,25/05/2018,Paid,73671.00', 'QD1PZ00003,25/05/2018,Returned,29468.40']);
    const told = await quarterday(['ledger', bank.ledger, '--open']);
    expect(told.stdout).toBe(
      [
        `Ledger ${bank.ledger}: what is open`,
        '',
        '  state                     posting  payee   reference        posted         open  pay on      answered',
        '  not handed over                 2  Z00001  QD2PZ00001   £73,671.00   £73,671.00',
        '  not handed over                 2  Z00003  QD2PZ00003   £29,468.40   £29,468.40',
        '  not answered                    1  Z00002  QD1PZ00002   £44,202.60   £44,202.60  2018-05-25',
        '  returned, not sent again        1  Z00003  QD1PZ00003   £29,468.40   £29,468.40  2018-05-25  2018-05-25',
        '  to be recovered                 2  Z00002  QD2PZ00002  −£55,796.40  −£55,796.40',
        '  ------------------------  -------  ------  ----------  -----------  -----------  ----------  ----------',
        '                                             in all      £121,014.00  £121,014.00',
        '',
      ].join('\n'),
    );
    expect(told.stderr).toBe(
      'Next: quarterday hand-off writes the file that pays what is not handed over; quarterday settle records what the channel answers; quarterday hand-off --again REFERENCE --reason TEXT sends again what was rejected or returned; what is to be recovered stands in to-recover.csv of its hand-off.\n',
    );
    expect((await quarterday(['ledger', bank.ledger, '--open', '--practice', 'Z00001'])).exit).toBe(2);
  });

  it('has nothing open where all is settled, and says so', async () => {
    mkdirSync(ledger);
    expect(await quarterday(['ledger', ledger, '--open'])).toEqual({
      exit: 0,
      stdout: `Ledger ${ledger}: what is open\n  Nothing: all that was posted is settled.\n`,
      stderr: '',
    });
  });
});
