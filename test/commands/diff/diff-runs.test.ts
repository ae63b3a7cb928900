import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, quarterday } from '../../make/host.ts';
import { post } from '../../make/posted-runs.ts';
import { changed, fixtureData, type RunOf, runFolder } from '../../make/runs.ts';

const cambridgeshire = 'cambridgeshire-qef-2017-18';
const dorset = 'dorset-ccip-2015-16';
const westHampshire = 'west-hampshire-qps-2019-20';

const third = { period: 'third', asAt: '2018-05-01', data: fixtureData(cambridgeshire) };
const q4 = { period: 'Q4', asAt: '2016-07-31', data: fixtureData(dorset) };
const q2 = { period: 'Q2', asAt: '2019-10-15', data: fixtureData(westHampshire) };

/** A scheme that comes with the program, without what ties its figures to the paper, and otherwise. */
function rewritten(id: string, change: (text: string) => string): string {
  const path = fileURLToPath(new URL(`../../../schemes/${id}.json`, import.meta.url));
  const scheme = JSON.parse(readFileSync(path, 'utf8'));
  const bare = JSON.stringify({ ...scheme, headlines: [], examples: [] }, null, 2);
  const copy = join(emptyFolder(), 'scheme.json');
  writeFileSync(copy, change(bare));
  return copy;
}

async function diff(before: string, after: string) {
  const { exit, stdout, stderr } = await quarterday(['diff', before, after]);
  const text = stdout.replace(/run [0-9a-f]{12}/g, 'run 0123456789ab');
  return { exit, stderr, text, flat: text.replace(/\n {4}/g, ' ') };
}

/** The difference between a run and the same run of a data folder in which some files are changed. */
async function diffOf(scheme: string, run: RunOf, changes: Readonly<Record<string, (text: string) => string>>) {
  const before = await runFolder(scheme, run);
  const after = await runFolder(scheme, { ...run, data: changed(run.data, changes) });
  return diff(before, after);
}

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const append = (row: string) => (text: string) => `${text.trimEnd()}\n${row}\n`;

/** What is told of one practice. */
function about(text: string, code: string): string {
  const start = text.indexOf(`(${code})\n`);
  return start < 0 ? '' : text.slice(start, text.indexOf('\n\n', start));
}

describe('two runs of which the amounts differ', () => {
  it('tells the amounts before and after, the cause and the totals', async () => {
    const { exit, stderr, text } = await diffOf(cambridgeshire, third, {
      'list-sizes.csv': replace('Z00002,2017-04-01,5801', 'Z00002,2017-04-01,5912'),
    });
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: '' });
    expect(text).toBe(`Primary Care Quality & Engagement Framework 2017/18
  Cambridgeshire & Peterborough CCG · cambridgeshire-qef-2017-18
  before: third, as at 1 May 2018, run 0123456789ab
  after:  third, as at 1 May 2018, run 0123456789ab

What they are worth
  Entitlements £142,418.00 → £142,640.00 (+£222.00); those of 1 of 15 practices differ.

Birch Lane Practice (Z00002)
  component               period  figure          before      after   change
  engagement              first   entitlement  £1,450.25  £1,478.00  +£27.75
  engagement              second  entitlement    £725.13    £739.00  +£13.87
  engagement              third   entitlement    £725.12    £739.00  +£13.88
  demand-management       first   entitlement  £2,900.50  £2,956.00  +£55.50
  demand-management       second  entitlement  £1,450.25  £1,478.00  +£27.75
  demand-management       third   entitlement  £1,450.25  £1,478.00  +£27.75
  medicines-optimisation  first   entitlement  £1,450.25  £1,478.00  +£27.75
  medicines-optimisation  second  entitlement    £725.12    £739.00  +£13.88
  medicines-optimisation  third   entitlement    £725.13    £739.00  +£13.87
  In the run: payments £2,900.50 → £3,122.50.
  Because:
  - list size 5,801 → 5,912 (list-sizes.csv line 3)

Together
  The amounts of 1 of 15 practices differ.

                      before        after    change
  entitlement    £142,418.00  £142,640.00  +£222.00
  already paid   £102,890.50  £102,890.50     £0.00
  payments        £63,076.00   £63,298.00  +£222.00
  clawbacks due   £19,540.00   £19,540.00     £0.00
  net             £43,536.00   £43,758.00  +£222.00

  in the second run  as in the first      new  no more
  payments                £63,076.00  £222.00    £0.00
  clawbacks due           £19,540.00    £0.00    £0.00
`);
  });

  it.each<[cause: string, changes: Readonly<Record<string, (text: string) => string>>, code: string, says: string]>([
    [
      'evidence changed',
      { 'evidence.csv': replace('medicines-optimisation,,2017-08-01', 'medicines-optimisation,,2017-07-30') },
      'Z00003',
      'evidence changed: action-plan for medicines-optimisation, received 1 August 2017 → received 30 July 2017 (evidence.csv line 16)',
    ],
    [
      'evidence added',
      { 'evidence.csv': append('Z00007,year-end-report,,,2018-03-19,,') },
      'Z00007',
      'evidence added: year-end-report, received 19 March 2018 (evidence.csv line 75)',
    ],
    [
      'evidence removed',
      { 'evidence.csv': replace(/^Z00001,sign-up.*\n/m, '') },
      'Z00001',
      'evidence removed: sign-up, received 9 May 2017 (evidence.csv line 2 before)',
    ],
    [
      'decision added',
      { 'decisions.csv': append('Z00012,engagement,proportion,,,75%,,2018-04-01,R. Patel,half done') },
      'Z00012',
      'decision added: proportion for engagement, 75%, decided by R. Patel on 1 April 2018: half done (decisions.csv line 6)',
    ],
    [
      'decision changed',
      { 'decisions.csv': replace('60%', '50%') },
      'Z00004',
      'decision changed: proportion for engagement, 60%, decided by R. Patel on 20 April 2018: two of five agreed actions not delivered (3.3) → 50%, decided',
    ],
    [
      'payment entered',
      { 'paid.csv': append('Z00001,engagement,second,100.00,2017-11-01,BACS 9') },
      'Z00001',
      'payment added: engagement in second, £100.00 to Z00001 on 1 November 2017 (paid.csv line 50)',
    ],
    [
      'practice that leaves',
      { 'practices.csv': replace(/^(Z00001,.*),$/m, '$1,2017-09-25') },
      'Z00001',
      'left_on blank → 25 September 2017 (practices.csv line 2)',
    ],
    [
      'practice removed',
      Object.fromEntries(
        ['practices.csv', 'list-sizes.csv', 'evidence.csv'].map((file) => [file, replace(/^Z00013.*\n?/gm, '')]),
      ),
      'Z00013',
      'practice removed (practices.csv line 14 before)',
    ],
    [
      'practice added',
      {
        'practices.csv': append('Z00099,New Surgery,Ouse,,,'),
        'list-sizes.csv': append('Z00099,2017-04-01,1000'),
        'evidence.csv': append(
          'Z00099,sign-up,,,2017-05-01,,\nZ00099,practice-visit-booked,,,2017-05-01,,\nZ00099,action-plan,,,2017-05-01,,',
        ),
      },
      'Z00099',
      'practice added (practices.csv line 17)',
    ],
  ])('has the cause: %s', async (_, changes, code, says) => {
    const { exit, flat } = await diffOf(cambridgeshire, third, changes);
    expect(exit).toBe(3);
    expect(about(flat, code)).toContain(`Because:\n  - ${says}`);
    expect(flat).toContain('The amounts of 1 of ');
  });

  it('has the cause: a claim that was added, and a payee', async () => {
    const { exit, flat } = await diffOf(dorset, q4, {
      'claims.csv': append('Z10002,locality-meeting,LM-2015-05-19,2015-05-19,2015-05-20,,'),
      'payees.csv': append('Z10004,,BRIDPORT-LOC,,2015-05-01,'),
    });
    expect(exit).toBe(3);
    expect(about(flat, 'Z10002')).toContain(
      'Because:\n  - claim added: locality-meeting LM-2015-05-19 of 19 May 2015, claimed 20 May 2015 (claims.csv line 49)',
    );
    expect(about(flat, 'Z10004')).toMatch(/locality-meetings +Q2 +payee +Z10004 +BRIDPORT-LOC\n/);
    expect(about(flat, 'Z10004')).toContain(
      'payee added: every component, BRIDPORT-LOC agreed on 1 May 2015 (payees.csv line 6)',
    );
  });

  it('has the cause: each of the claims that are known by then, wherever in the file they stand', async () => {
    const folder = changed(fixtureData(dorset), {
      'claims.csv': () =>
        'practice_code,event,event_id,event_date,claimed_on\n' +
        'Z10002,locality-meeting,B,2015-06-16,2015-07-10\n' +
        'Z10002,cluster-event,C,2015-06-17,2015-07-11\n' +
        'Z10002,locality-meeting,A,2015-04-21,2015-06-30\n' +
        'Z10004,locality-meeting,A,2015-04-21,2015-06-30\n',
    });
    const before = await runFolder(dorset, { period: 'Q1', asAt: '2015-06-30', data: folder });
    const after = await runFolder(dorset, { period: 'Q1', asAt: '2015-07-15', data: folder });
    const { flat } = await diff(before, after);
    expect(about(flat, 'Z10002')).toContain(
      'locality-meeting B of 16 June 2015, claimed 10 July 2015 (claims.csv line 2)',
    );
    expect(about(flat, 'Z10002')).toContain(
      'cluster-event C of 17 June 2015, claimed 11 July 2015 (claims.csv line 3)',
    );
    expect(about(flat, 'Z10002')).not.toContain('line 4');
  });

  it('has the cause: the lists of others, where a pool is shared', async () => {
    const { exit, flat } = await diffOf(westHampshire, q2, {
      'list-sizes.csv': replace('Z20002,2019-07-01,', 'Z20002,2019-07-01,1'),
    });
    expect(exit).toBe(3);
    expect(about(flat, 'Z20007')).toMatch(
      /Because:\n {2}- shared with others: 89,057 → [\d,]+ patients on all lists, and those of Z20002 changed$/,
    );
    expect(about(flat, 'Z20002')).toMatch(
      /Because:\n {2}- list size [\d,]+ → 1[\d,]+ \(list-sizes.csv line 3\)\n {2}- shared with others/,
    );
    expect(flat).toContain('The amounts of 12 of 12 practices differ.');
  });

  it('has the cause: a value of the scheme', async () => {
    const before = await runFolder(rewritten(westHampshire, String), q2);
    const after = await runFolder(rewritten(westHampshire, replace('"10%"', '"15%"')), q2);
    const { exit, flat } = await diff(before, after);
    expect(exit).toBe(3);
    const says = /scheme: components\.locality-plans\.adjustments\.[\w-]+\.by "10%" → "15%" \(scheme\.json\)/;
    expect(flat).toMatch(new RegExp(`Different for every practice\n {2}- ${says.source}\n`));
    expect(about(flat, 'Z20007')).toMatch(new RegExp(`Because:\n {2}- as for every practice: ${says.source}$`));
    expect(about(flat, 'Z20007')).not.toContain('patient-safety');
  });

  it('has the causes: the period, the as-at date, and what is known by then', async () => {
    const before = await runFolder(cambridgeshire, { ...third, period: 'second', asAt: '2017-10-15' });
    const after = await runFolder(cambridgeshire, third);
    const { flat } = await diff(before, after);
    expect(flat).toContain(
      'Different for every practice\n  - period second → third\n  - as-at date 15 October 2017 → 1 May 2018\n',
    );
    expect(about(flat, 'Z00003')).toContain(
      'Because:\n  - since the as-at date before: evidence year-end-report, received 13 March 2018 (evidence.csv line 18)\n' +
        '  - as for every practice: period second → third; as-at date 15 October 2017 → 1 May 2018',
    );
    const back = await diff(after, before);
    expect(about(back.flat, 'Z00003')).toContain(
      'not known yet at the as-at date: evidence year-end-report, received 13 March 2018',
    );
  });

  it('has the cause: what was posted meanwhile', async () => {
    const ledger = join(emptyFolder(), 'ledger');
    const run = { ...q2, more: ['--ledger', ledger] };
    const before = await runFolder(westHampshire, run);
    expect((await post(before, ledger)).exit).toBe(0);
    const after = await runFolder(westHampshire, run);
    const { exit, flat } = await diff(before, after);
    expect(exit).toBe(3);
    expect(flat).toContain(
      'The ledger\n  Ledger without a posting of the scheme → up to posting 1: posted in all £0.00 → £',
    );
    expect(flat.replace(/\n {2}/g, ' ')).toContain(
      'For 12 practices nothing changed but what was posted since, and so what is still to pay.',
    );
    expect(flat).toContain('The entitlements of all 12 practices are the same.');
    expect(about(flat, 'Z20007')).toBe('');
    expect(flat).toMatch(/in the second run +as in the first +new +no more\n +payments +£0\.00 +£0\.00 +£[\d,.]+\n/);
  });

  it('gives the same as data', async () => {
    const before = await runFolder(cambridgeshire, third);
    const data = changed(third.data, {
      'evidence.csv': replace('medicines-optimisation,,2017-08-01', 'medicines-optimisation,,2017-07-30'),
    });
    const after = await runFolder(cambridgeshire, { ...third, data });
    const { exit, stdout } = await quarterday(['diff', before, after, '--format', 'json']);
    expect(exit).toBe(3);
    const difference = JSON.parse(stdout);
    expect(difference).toMatchObject({
      format: 'quarterday/diff/1',
      scheme: cambridgeshire,
      before: { period: 'third', as_at: '2018-05-01', net: '43536.00', ledger_serial: null },
      after: { net: '46436.00' },
      change: { net: '2900.00' },
      differ: { amounts: 1, entitlements: 1, by_ledger_alone: 0, otherwise: 0 },
      same: false,
      practices_compared: 15,
      for_every_practice: [],
      otherwise: [],
    });
    expect(difference.practices).toHaveLength(1);
    expect(difference.practices[0].lines[0]).toEqual({
      component: 'medicines-optimisation',
      period: 'first',
      before: {
        entitlement: '0.00',
        payment: '0.00',
        clawback_due: '1450.00',
        clawback_deferred: '0.00',
        clawback_proposed: '0.00',
        clawback_waived: '0.00',
      },
      after: {
        entitlement: '1450.00',
        payment: '0.00',
        clawback_due: '0.00',
        clawback_deferred: '0.00',
        clawback_proposed: '0.00',
        clawback_waived: '0.00',
      },
      change: {
        entitlement: '1450.00',
        payment: '0.00',
        clawback_due: '-1450.00',
        clawback_deferred: '0.00',
        clawback_proposed: '0.00',
        clawback_waived: '0.00',
      },
      payee: null,
      causes: [
        {
          kind: 'evidence',
          file: 'evidence.csv',
          says: 'evidence changed: action-plan for medicines-optimisation, received 1 August 2017 → received 30 July 2017 (evidence.csv line 16)',
        },
      ],
    });
  });
});

describe('two runs of which the amounts are the same', () => {
  it('are the same where nothing else differs either', async () => {
    const run = await runFolder(cambridgeshire, third);
    const { exit, text } = await diff(run, run);
    expect(exit).toBe(0);
    expect(text).toContain('The amounts of all 15 practices are the same.\n');
    expect(text).not.toContain('Different');
  });

  it('tells what differs all the same', async () => {
    const { exit, flat } = await diffOf(cambridgeshire, third, {
      'practices.csv': replace('Ashby Road', 'Ashby Street'),
      'evidence.csv': replace('Z00001,sign-up,,,2017-05-09', 'Z00001,sign-up,,,2017-05-08'),
    });
    expect(exit).toBe(0);
    expect(flat).toContain(
      'Different besides\n' +
        '  - evidence.csv is another file, which changes no amount\n' +
        '  - practices.csv is another file, which changes no amount\n' +
        '  - workings.csv has other words for Z00001, with the same amounts\n',
    );
  });

  it('does not take words of the scheme for a cause', async () => {
    const before = await runFolder(rewritten(cambridgeshire, String), third);
    const after = await runFolder(rewritten(cambridgeshire, replace('"Engagement"', '"Taking part"')), third);
    const { exit, flat } = await diff(before, after);
    expect(exit).toBe(0);
    expect(flat).toContain(
      'Different besides\n  - scheme: components.engagement.title "Engagement" → "Taking part" (scheme.json)\n',
    );
  });
});

describe('diff refuses', () => {
  it('runs of two schemes', async () => {
    const before = await runFolder(cambridgeshire, third);
    const after = await runFolder(westHampshire, q2);
    expect(await quarterday(['diff', before, after])).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('fix: give two runs of cambridgeshire-qef-2017-18'),
    });
  });

  it('a path that leads nowhere, told once for each', async () => {
    const nowhere = join(emptyFolder(), 'nowhere');
    const { exit, stderr } = await quarterday(['diff', nowhere, nowhere]);
    expect(exit).toBe(2);
    expect(stderr).toContain('2 errors. Nothing was written.');
  });
});
