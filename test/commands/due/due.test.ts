import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { changed, fixtureData } from '../../make/runs.ts';

const dorset = ['due', 'dorset-ccip-2015-16', '--data', fixtureData('dorset-ccip-2015-16')];
const cambridgeshire = ['due', 'cambridgeshire-qef-2017-18', '--data', fixtureData('cambridgeshire-qef-2017-18')];

/** The rows of due.csv of a practice, and the folder. */
async function listed(args: readonly string[], practice: string): Promise<{ rows: string[]; folder: string }> {
  const folder = join(emptyFolder(), 'due');
  const { exit, stderr } = await quarterday([...args, '--out', folder]);
  expect(exit, stderr).toBe(0);
  const [, ...rows] = readFileSync(join(folder, 'due.csv'), 'utf8').trimEnd().split('\r\n');
  return { rows: rows.filter((row) => row.startsWith(practice)), folder };
}

describe('due', () => {
  // Z10009 has 3,333 patients, and every plan is in. Integrated teams: 3,333 × £2.00. The audits, one sum for the three: 3,333 × £0.25 =
  // 833.25. Prescribing: 3,333 × £0.15 = 499.95. Primary care development, 833.25 in four: 208.31, 208.32, 208.31, 208.31; Q3 wants its
  // claim sheet alone, Q4 its claim sheet and the report of the year.
  it('says what is missing in March, worth what, and what hangs together', async () => {
    const { rows } = await listed([...dorset, '--as-at', '2016-03-15'], 'Z10009');
    expect(rows).toEqual([
      'Z10009,evidence,integrated-care-report,,,2016-06-30,107,missing,6666.00,,comes back,"20, 21(a), 26"',
      'Z10009,evidence,audit-nsaids,,,2016-06-30,107,missing,833.25,1,comes back,"14 item 5, 20, 21(b), 26"',
      'Z10009,evidence,audit-pregabalin,,,2016-06-30,107,missing,833.25,1,comes back,"14 item 5, 20, 21(b), 26"',
      'Z10009,evidence,audit-antibiotics,,,2016-06-30,107,missing,833.25,1,comes back,"14 item 5, 20, 21(b), 26"',
      'Z10009,evidence,qipp-activity,,,2016-06-30,107,missing,499.95,,comes back,"13(b), 22, 26"',
      'Z10009,evidence,claim-sheet,,Q3,2016-03-31,16,missing,208.31,,forfeited,18',
      'Z10009,evidence,claim-sheet,,Q4,2016-06-30,107,missing,208.31,2,forfeited,18',
      'Z10009,evidence,end-of-year-report,,,,,missing,208.31,2,withheld,"17, 18"',
    ]);
  });

  // 25 June: Z10006 has 9,876 patients and sent 49 of the 50 cases of one audit: 9,876 × £0.25. Z10010 has 7,001 and sent its plan a day
  // late: 7,001 × £2.00 turn on a decision. Z10005 sent the claim sheet of Q2 late: a quarter of 4,310 × £0.25, Q2 being 269.37.
  it('says how much is short, and what needs a decision', async () => {
    const at = [...dorset, '--as-at', '2016-06-25'];
    expect((await listed(at, 'Z10006')).rows).toEqual([
      'Z10006,evidence,audit-pregabalin,,,2016-06-30,5,49 of 50,2469.00,,comes back,"14 item 5, 20, 21(b), 26"',
    ]);
    expect((await listed(at, 'Z10010')).rows).toEqual([
      'Z10010,decision,integrated-teams-plan,,,,,"late, needs a decision",14002.00,,comes back,"12, 26"',
      'Z10010,decision,recover,integrated-teams,,,,needs a decision,7001.00,,,"12, 26, 27"',
    ]);
    expect((await listed(at, 'Z10005')).rows).toEqual([
      'Z10005,decision,claim-sheet,,Q2,,,"late, needs a decision",269.37,,forfeited,18',
      'Z10005,decision,LM-2015-04-21,locality-meetings,Q1,,,"late, needs a decision",250.00,,forfeited,28',
    ]);
  });

  // Z10005 has one meeting that counts and one that came late, of six at £250.00. With two more that came late each is worth its £250.00;
  // with seven, of which five still count, there is one sum for the eight of them: £1,250.00.
  it('lists late claims that nobody has accepted, one sum for those that one limit holds', async () => {
    const late = (days: readonly string[]) =>
      changed(fixtureData('dorset-ccip-2015-16'), {
        'claims.csv': (text) =>
          days.reduce(
            (all, day) => `${all}Z10005,locality-meeting,LM-${day},${day},2016-05-20,practice manager,\n`,
            text,
          ),
      });
    const of = async (days: readonly string[]) => {
      const args = ['due', 'dorset-ccip-2015-16', '--data', late(days), '--as-at', '2016-06-25'];
      const { rows } = await listed(args, 'Z10005');
      return rows.filter((row) => row.includes('LM-')).map((row) => row.split(','));
    };
    const days = ['2015-05-19', '2015-06-16', '2015-07-21', '2015-09-15', '2015-10-20', '2015-11-17', '2015-12-15'];
    const [two, seven] = [await of(days.slice(0, 2)), await of(days)];
    expect(two.map((cells) => [cells[2], cells[9], cells[10]])).toEqual([
      ['LM-2015-04-21', '250.00', ''],
      ['LM-2015-05-19', '250.00', ''],
      ['LM-2015-06-16', '250.00', ''],
    ]);
    expect(seven.map((cells) => cells.slice(9, 11).join(' '))).toEqual(seven.map(() => '1250.00 1'));
    expect(seven).toHaveLength(8);
  });

  // £1,000 for a plan by May, £500 in June, nothing after; £100 for the return of a quarter within 14 days of its end, £40 within a month.
  it('asks for evidence that only sets a price by its day, until the last day at that price', async () => {
    const scheme = fileURLToPath(new URL('../../../fixtures/other-schemes/plan-by-the-day.json', import.meta.url));
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Elm\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2021-04-01,5000\nZ00002,2021-04-01,5000\n',
      'evidence.csv':
        'practice_code,evidence,received_on,period\nZ00002,plan,2021-05-02,\nZ00002,return,2021-07-10,Q1\n',
    });
    const at = async (day: string, code: string) =>
      (await listed(['due', scheme, '--data', data, '--as-at', day], code)).rows.filter((row) => !/Q[234]/.test(row));
    expect(await at('2021-05-20', 'Z00001')).toEqual([
      'Z00001,evidence,plan,,,2021-05-31,11,missing,1000.00,,forfeited,plan',
      'Z00001,evidence,return,,Q1,2021-07-14,55,missing,100.00,,forfeited,return',
    ]);
    // In May the plan falls to another price, and in June to nothing: the text and the calendar say which.
    const say = async (day: string) => {
      const out = join(emptyFolder(), 'due');
      const args = ['due', scheme, '--data', data, '--as-at', day, '--practice', 'Z00001'];
      const told = (await quarterday([...args, '--out', out])).stdout.replace(/\s+/g, ' ');
      const [, event = ''] = readFileSync(join(out, 'due.ics'), 'utf8').replaceAll('\r\n ', '').split('BEGIN:VEVENT');
      return [/By \w+ \d+ \w+ 2021 \(\d+ days left\): The plan:.*?Clause plan/.exec(told)?.[0], event];
    };
    const [may, mayEvent] = await say('2021-05-20');
    expect(may).toBe(
      'By Monday 31 May 2021 (11 days left): The plan: missing. Worth £1,000.00. After that day another price is paid. Clause plan',
    );
    expect(mayEvent).toContain('Worth £1\\,000.00. After that day another price is paid. Clause plan.');
    const pricedAnew = async (day: string) => {
      const asData = await quarterday(['due', scheme, '--data', data, '--as-at', day, '--format', 'json']);
      const rows: { id: string; priced_anew: boolean }[] = JSON.parse(asData.stdout).rows;
      return rows.flatMap(({ id, priced_anew }) => (id === 'plan' ? [priced_anew] : []));
    };
    expect([await pricedAnew('2021-05-20'), await pricedAnew('2021-06-20')]).toEqual([[true], [false]]);
    const [june] = await say('2021-06-20');
    expect(june).toBe(
      'By Wednesday 30 June 2021 (10 days left): The plan: missing. Worth £500.00. Without it, the sum is not paid. Clause plan',
    );
    expect(await at('2021-06-20', 'Z00001')).toEqual([
      'Z00001,evidence,plan,,,2021-06-30,10,missing,500.00,,forfeited,plan',
      'Z00001,evidence,return,,Q1,2021-07-14,24,missing,100.00,,forfeited,return',
    ]);
    expect(await at('2021-07-20', 'Z00001')).toEqual([
      'Z00001,evidence,return,,Q1,2021-07-31,11,missing,40.00,,forfeited,return',
    ]);
    expect(await at('2021-08-01', 'Z00001')).toEqual([]);
    expect(await at('2021-07-20', 'Z00002')).toEqual([]);
  });

  // Cambridgeshire in October: Z00008, 3,101 patients, lacks both reports. Second and third are a quarter of £2.00 each: 1,550.50 alone.
  // Z00003, 5,800: the late plan is worth its £0.50, 2,900.00; the third instalment of the other two, 5,800 × £1.50 / 4 = 2,175.00, waits for
  // the report alone, and that of medicines optimisation for both: one sum of 5,075.00.
  it('gives needs of one line one sum', async () => {
    const at = [...cambridgeshire, '--as-at', '2017-10-15'];
    expect((await listed(at, 'Z00008')).rows).toEqual([
      'Z00008,evidence,mid-year-report,,,,,missing,1550.50,,withheld,3.2',
      'Z00008,evidence,year-end-report,,,,,missing,1550.50,,withheld,3.2',
    ]);
    expect((await listed(at, 'Z00003')).rows).toEqual([
      'Z00003,decision,action-plan,medicines-optimisation,,,,"late, needs a decision",5075.00,1,comes back,3.2',
      'Z00003,evidence,year-end-report,,,,,missing,5075.00,1,withheld,3.2',
    ]);
  });

  it('lists most pounds first, then least days', async () => {
    const { folder } = await listed([...dorset, '--as-at', '2016-03-15'], '');
    const rows = readFileSync(join(folder, 'due.csv'), 'utf8').trimEnd().split('\r\n').slice(1);
    const worths = rows.map((row) => Number(/,(\d+)\.(\d\d),/.exec(row)?.slice(1).join('')));
    expect(worths).toEqual([...worths].sort((a, b) => b - a));
    expect(rows.length).toBeGreaterThan(20);
  });

  it('lists with --within what ends soon, and what it hangs together with', async () => {
    const soon = await listed([...dorset, '--as-at', '2016-03-15', '--within', '30d'], 'Z10009');
    expect(soon.rows.map((row) => row.split(',').slice(2, 6))).toEqual([['claim-sheet', '', 'Q3', '2016-03-31']]);
    const later = await listed([...dorset, '--as-at', '2016-03-15', '--within', '107d'], 'Z10009');
    expect(later.rows).toHaveLength(8);
  });

  it('tells a practice what it needs to know, in the order in which it needs it', async () => {
    const { stdout } = await quarterday([...dorset, '--as-at', '2016-03-15', '--practice', 'Z10009']);
    expect(
      stdout,
    ).toBe(`Clinical Commissioning Local Improvement Plan 2015-16: what is still needed, as at 15 March 2016

Ibberton Surgery Z10009
  What is still needed is worth £8,415.82 in all. £3,999.61 of that has been paid already, and would
  come back. The next last day is Thursday 31 March 2016.
  - By Thursday 31 March 2016 (16 days left): Claim sheet for Quarter 3: missing. Worth £208.31.
    Without it, the sum is not paid. Clause 18.
  - By Thursday 30 June 2016 (107 days left): Integrated care report: missing. Worth £6,666.00, of
    which £3,333.00 was paid already. Without it, what was paid comes back. Clause 20, 21(a), 26.
  - By Thursday 30 June 2016 (107 days left), all 3: Audit of NSAIDs, Audit of pregabalin and Audit
    of antibiotics: missing. Worth £833.25, of which £416.63 was paid already. Without them, what
    was paid comes back. Clause 14 item 5, 20, 21(b), 26.
  - By Thursday 30 June 2016 (107 days left): QIPP plan and activity: missing. Worth £499.95, of
    which £249.98 was paid already. Without it, what was paid comes back. Clause 13(b), 22, 26.
  - By Thursday 30 June 2016 (107 days left), both: Claim sheet for Quarter 4 and End of year report
    (no last day): missing. Worth £208.31. Without them, the sum is not paid. Clause 18, 17.
`);
  });

  it('says state and last day of each together, where they differ among what hangs together', async () => {
    const { stdout } = await quarterday([...dorset, '--as-at', '2015-12-14', '--practice', 'Z10007']);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '- By Thursday 30 June 2016 (199 days left), both: Integrated care report (missing) and Integrated teams plan (late, needs a decision; no last day). Worth £10,010.00, of which £5,005.00 was paid already. Without them, what was paid comes back. Clause 20, 21(a), 26, 12.',
    );
  });

  it('tells what was overpaid apart from what can still be done', async () => {
    const { stdout } = await quarterday([...dorset, '--as-at', '2016-06-25', '--practice', 'Z10010']);
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain(
      'What is still needed is worth £14,002.00 in all. £7,001.00 of that has been paid already, and would come back.',
    );
    // Nothing is taken without a decision, so that the one sentence does not say what the other denies.
    expect(said).toContain('Unless it is accepted, what was paid is not earned. Clause 12, 26.');
    expect(said).toContain(
      '£7,001.00 that was overpaid for Integrated teams waits for a decision, to take it back or to waive it. Without one nothing is taken. Clause 12, 26, 27.',
    );
  });

  it('says all of it as JSON', async () => {
    const { stdout } = await quarterday([
      ...dorset,
      '--as-at',
      '2016-06-25',
      '--practice',
      'Z10006',
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toEqual({
      format: 'quarterday/due/1',
      scheme: 'dorset-ccip-2015-16',
      scheme_title: 'Clinical Commissioning Local Improvement Plan 2015-16',
      as_at: '2016-06-25',
      worked_out_as_at: '2016-07-01',
      practices: [
        {
          practice_code: 'Z10006',
          practice_name: 'Frome Side Surgery',
          worth: '2469.00',
          paid_already: '1234.50',
          next_last_day: '2016-06-30',
        },
      ],
      rows: [
        {
          practice_code: 'Z10006',
          practice_name: 'Frome Side Surgery',
          kind: 'evidence',
          id: 'audit-pregabalin',
          title: 'Audit of pregabalin',
          component: null,
          component_title: null,
          period: null,
          period_title: null,
          last_day: '2016-06-30',
          days_left: 5,
          state: '49 of 50',
          worth: '2469.00',
          paid_already: '1234.50',
          together: 1,
          joint: null,
          without: 'comes back',
          priced_anew: false,
          clause: '14 item 5, 20, 21(b), 26',
        },
      ],
    });
  });

  it('asks for nothing when the last window is over', async () => {
    const { stdout } = await quarterday([...dorset, '--as-at', '2016-07-31', '--practice', 'Z10001']);
    expect(stdout).toBe(
      'Clinical Commissioning Local Improvement Plan 2015-16: what is still needed, as at 31 July 2016\n  Nothing more is asked of anybody.\n',
    );
  });

  it('makes the same bytes twice, in a folder with nothing else', async () => {
    const [one, other] = [
      await listed([...dorset, '--as-at', '2016-03-15'], ''),
      await listed([...dorset, '--as-at', '2016-03-15'], ''),
    ];
    expect(readdirSync(one.folder).sort()).toEqual(['due.csv', 'due.ics']);
    for (const file of ['due.csv', 'due.ics'])
      expect(readFileSync(join(one.folder, file))).toEqual(readFileSync(join(other.folder, file)));
  });

  it('writes nothing where something stands', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'mine.txt'), 'mine');
    const { exit, stderr } = await quarterday([...dorset, '--as-at', '2016-03-15', '--out', folder]);
    expect({ exit, files: readdirSync(folder) }).toEqual({ exit: 4, files: ['mine.txt'] });
    expect(stderr).toContain('target-exists');
  });

  it.each([
    ['a practice that is not there', ['--practice', 'Z99999'], 1, 'unknown-practice'],
    ['days without a d', ['--within', '30'], 2, 'option-value'],
    ['a day that is none', ['--within', '-3d'], 2, 'option-value'],
  ])('refuses %s', async (_, more, code, says) => {
    const { exit, stdout, stderr } = await quarterday([...dorset, '--as-at', '2016-03-15', ...more]);
    expect({ exit, stdout }).toEqual({ exit: code, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('refuses a draft as run does', async () => {
    const data = fixtureData('bury-qinpc-phase-5-illustrative');
    const { exit, stderr } = await quarterday(['due', 'bury-qinpc-phase-5', '--as-at', '2016-03-15', '--data', data]);
    expect(exit).toBe(1);
    expect(stderr).toContain('error draft-scheme');
  });
});

describe('due.ics', () => {
  it('has an event on each last day, folded at 75 bytes, with ids that stay', async () => {
    const { folder } = await listed([...dorset, '--as-at', '2016-03-15', '--practice', 'Z10009'], 'Z10009');
    const text = readFileSync(join(folder, 'due.ics'), 'utf8');
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const unfolded = text.replaceAll('\r\n ', '').trimEnd().split('\r\n');
    expect(unfolded.slice(0, 14)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//quarterday//due//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:dorset-ccip-2015-16.Z10009.evidence.integrated-care-report@quarterday',
      'DTSTAMP:20160315T000000Z',
      'DTSTART;VALUE=DATE:20160630',
      'DTEND;VALUE=DATE:20160701',
      'SUMMARY:Ibberton Surgery Z10009: Integrated care report',
      'DESCRIPTION:Clinical Commissioning Local Improvement Plan 2015-16: Integrated care report\\, missing. Worth £6\\,666.00. Without it\\, what was paid comes back. Clause 20\\, 21(a)\\, 26.',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
    ]);
    expect(unfolded).toContain('SUMMARY:Ibberton Surgery Z10009: Claim sheet (Quarter 4)');
    expect(text.replaceAll('\r\n ', '')).toContain(
      'Worth £208.31 together with what else the sum waits for. Without it\\, the sum is not paid. Clause 18.',
    );
    // The report of the year has no last day, and so no event.
    const ids = unfolded.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(7);
    const later = await listed([...dorset, '--as-at', '2016-03-20', '--practice', 'Z10009'], 'Z10009');
    const again = readFileSync(join(later.folder, 'due.ics'), 'utf8').replaceAll('\r\n ', '').split('\r\n');
    expect(again.filter((line) => line.startsWith('UID:'))).toEqual(ids);
  });
});
