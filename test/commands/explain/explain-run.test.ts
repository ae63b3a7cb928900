import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { changed, fixtureData, rowsOf, runFolder } from '../../make/runs.ts';

const illustrative = fileURLToPath(
  new URL('../../../fixtures/bury-qinpc-phase-5-illustrative/scheme.json', import.meta.url),
);

/** Each run of the fixtures. */
const runs = {
  'cambridgeshire second': ['cambridgeshire-qef-2017-18', 'second', '2017-10-15'],
  'cambridgeshire third': ['cambridgeshire-qef-2017-18', 'third', '2018-05-01'],
  'dorset Q2': ['dorset-ccip-2015-16', 'Q2', '2015-11-15'],
  'dorset Q4': ['dorset-ccip-2015-16', 'Q4', '2016-07-31'],
  'west hampshire Q2': ['west-hampshire-qps-2019-20', 'Q2', '2019-10-15'],
  'west hampshire Q4': ['west-hampshire-qps-2019-20', 'Q4', '2020-04-30'],
  'bury Q2': ['bury-qinpc-phase-5-illustrative', 'Q2', '2020-10-15'],
  'bury Q4': ['bury-qinpc-phase-5-illustrative', 'Q4', '2021-04-30'],
} as const;

type RunName = keyof typeof runs;

function fixtureRun(name: RunName): Promise<string> {
  const [fixture, period, asAt] = runs[name];
  const scheme = fixture.startsWith('bury') ? illustrative : fixture;
  return runFolder(scheme, { period, asAt, data: fixtureData(fixture) });
}

/** What explain says, on lines of its own width. */
async function explained(run: string, practice: string, ...more: readonly string[]): Promise<string> {
  const { exit, stdout, stderr } = await quarterday(['explain', run, '--practice', practice, ...more]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return stdout.replace(/run [0-9a-f]{12}/, 'run 0123456789ab');
}

/** The same with each sentence on one line. */
async function sentences(run: string, practice: string, component: string): Promise<string> {
  return (await explained(run, practice, '--component', component)).replace(/\n {4}/g, ' ');
}

describe('a practice that the rows of others name', () => {
  it('has the list of its own, with its place in the file', async () => {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech (was Z00001)\nZ00003,Cedar\n',
      'list-sizes.csv':
        'practice_code,as_at,patients,notes\nZ00002,2019-07-01,3000,200 came from Z00001\nZ00003,2019-07-01,2000,\nZ00001,2019-07-01,5000,\n',
    });
    const run = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data });
    expect(await explained(run, 'Z00001')).toContain('Ash (Z00001)\n  Quality');
    expect(await explained(run, 'Z00001')).toContain(
      '5,000 patients: the registered list at 1 July 2019 (list-sizes.csv, line 4)',
    );
    expect(await explained(run, 'Z00002')).toContain(
      '3,000 patients: the registered list at 1 July 2019 (list-sizes.csv, line 2)',
    );
  });
});

describe('the story of one practice', () => {
  it('Cambridgeshire: an action plan a day late', async () => {
    const run = await fixtureRun('cambridgeshire third');
    expect(
      await explained(run, 'Z00003', '--component', 'medicines-optimisation'),
    ).toBe(`Cross Street Surgery (Z00003), Ouse
  Primary Care Quality & Engagement Framework 2017/18 · Cambridgeshire & Peterborough CCG
  Third instalment (third), as at 1 May 2018, run 0123456789ab
  5,800 patients: the registered list at 1 April 2017 (list-sizes.csv, line 4)

Medicines optimisation (medicines-optimisation) [5, component 3]
  For the whole term: 5,800 patients × £0.50 = £2,900.00 [3.1].
  First instalment (first):
  - £1,450.00 falls due: 50% of £2,900.00 to date = £1,450.00 (its part of £5,800.00 for all
    components) [3.2].
  - Asked for before payment, and received: “Section 7 of the agreement, signed and sent in”
    (sign-up) on 11 May 2017, due by 31 May 2017; “A practice visit booked with the CCG”
    (practice-visit-booked) on 30 May 2017 [3.2].
  - To keep the money the practice owes “Quality & Engagement action plan for the component”
    (action-plan). It was received on 1 August 2017, due by 31 July 2017, so this condition failed
    [3.2].
  - £1,450.00 is forfeited [3.2]. Only a decision would change that: to accept “Quality & Engagement
    action plan for the component” (action-plan) late, or to pay a proportion.
  - £1,450.00 was paid before and nothing is earned, so £1,450.00 is recovered now. Reason on
    record: forfeited: action-plan: received on 1 August 2017, due by 31 July 2017 [3.2, 3.3].
  Second instalment (second):
  - £725.00 falls due: 75% of £2,900.00 to date = £2,175.00 (its part of £8,700.00 for all
    components), less £1,450.00 before [3.2].
  - Asked for before payment, and received: “Section 7 of the agreement, signed and sent in”
    (sign-up) on 11 May 2017, due by 31 May 2017; “Mid-year report that shows progress against the
    action plan” (mid-year-report) on 13 September 2017 [3.2].
  - Before payment the scheme asks for “Quality & Engagement action plan for the component”
    (action-plan). It was received on 1 August 2017, due by 31 July 2017, so this condition failed
    [3.2].
  - £725.00 is forfeited [3.2]. Only a decision would change that: to accept “Quality & Engagement
    action plan for the component” (action-plan) late, or to pay a proportion.
  - Nothing was paid before, and nothing is paid now.
  Third instalment (third):
  - £725.00 falls due: 100% of £2,900.00 to date = £2,900.00 (its part of £11,600.00 for all
    components), less £2,175.00 before [3.2].
  - Asked for before payment, and received: “Section 7 of the agreement, signed and sent in”
    (sign-up) on 11 May 2017, due by 31 May 2017; “Final year-end report, endorsed by the CCG
    support teams” (year-end-report) on 13 March 2018 [3.2].
  - Before payment the scheme asks for “Quality & Engagement action plan for the component”
    (action-plan). It was received on 1 August 2017, due by 31 July 2017, so this condition failed
    [3.2].
  - £725.00 is forfeited [3.2]. Only a decision would change that: to accept “Quality & Engagement
    action plan for the component” (action-plan) late, or to pay a proportion.
  - Nothing was paid before, and nothing is paid now.

Together
  payee   payments  clawbacks due         net
  Z00003     £0.00      £1,450.00  −£1,450.00
  Forfeited: £2,900.00.
`);
  });

  it('Dorset: a meeting claimed two quarters late', async () => {
    const run = await fixtureRun('dorset Q4');
    expect(
      await explained(run, 'Z10005', '--component', 'locality-meetings'),
    ).toBe(`Eype Medical Centre (Z10005), Bridport
  Clinical Commissioning Local Improvement Plan 2015-16 · NHS Dorset Clinical Commissioning Group
  Quarter 4 (Q4), as at 31 July 2016, run 0123456789ab
  4,310 patients: the registered list at 31 March 2015 (list-sizes.csv, line 6)

Practice lead attendance at locality meetings (locality-meetings) [10, 14 item 1]
  Quarter 1 (Q1):
  - £0.00 falls due: 0 × locality-meeting × £250.00 [14 item 1, note 1].
  - Nothing was paid before, and nothing is paid now.
  Quarter 2 (Q2):
  - £250.00 falls due: 1 × locality-meeting × £250.00 [14 item 1, note 1].
  - Nothing stands against it, so £250.00 is earned [10, 14 item 1].
  - Nothing was paid before, so £250.00 is paid now.
  Quarter 3 (Q3):
  - £0.00 falls due: 0 × locality-meeting × £250.00 [14 item 1, note 1].
  - Nothing was paid before, and nothing is paid now.
  Quarter 4 (Q4):
  - £0.00 falls due: 0 × locality-meeting × £250.00 [14 item 1, note 1].
  - Asked for before payment, and received: “End of year report, signed off by the practice
    commissioning lead” (end-of-year-report) on 6 May 2016 [17].
  - Nothing was paid before, and nothing is paid now.

Claims that do not count
  - claims.csv, line 23: claims for this event were taken until 30 September 2015 (late) [28]. The
    row: Z10005,locality-meeting,LM-2015-04-21,2015-04-21,2015-10-05,practice manager,

Together
  payee   payments  clawbacks due      net
  Z10005   £250.00          £0.00  £250.00
`);
  });

  it('West Hampshire: shares of the pools, and a component that was removed', async () => {
    const run = await fixtureRun('west hampshire Q2');
    expect(await explained(run, 'Z20001')).toBe(`Avon Meads Surgery (Z20001), Totton
  Quality Progression Scheme 2019-20 (Quarters 2 – 4) · NHS West Hampshire CCG
  Quarter 2 (Q2), as at 15 October 2019, run 0123456789ab
  5,000 patients: the registered list at 1 July 2019 (list-sizes.csv, line 2)

Developing and implementing locality and cluster plans (locality-plans) [component A part 1, refs 1–18]
  For the whole term: the sum to be shared = £380,977.00 [table of components, A part 1].
  Overlap with the Primary Care Network DES: 10% of £380,977.00 = £38,098.00 (to the whole pound)
  taken off, which leaves £342,879.00 [Financial Summary; table of components, A part 1].
  Quarter 2 (Q2):
  - £6,416.85 falls due: 1/3 of £342,879.00 to date = £114,293.00, shared by list: 5,000 patients of
    89,057 patients = £6,416.85 [not stated].
  - Nothing stands against it, so £6,416.85 is earned [component A part 1, refs 1–18].
  - Nothing was paid before, so £6,416.85 is paid now to TOTTON-LOC.

Workforce mapping (workforce-mapping) [component A part 2, refs 19–21]
  For the whole term: the sum to be shared = £108,849.00 [table of components, A part 2].
  Removal of the workforce component in quarters 2 to 4: £108,849.00 removed, which leaves £0.00
  [Financial Summary; table of components, last rows].
  Quarter 2 (Q2):
  - £0.00 falls due: 1/3 of £0.00 to date = £0.00, shared by list: 5,000 patients of 89,057 patients
    = £0.00 [not stated].
  - £2,036.91 was paid before and nothing is earned, so £2,036.91 is recovered now. Reason on
    record: more was paid than is earned [not stated].

Patient safety: learning from significant events (patient-safety) [component B part 1, refs 22–26]
  For the whole term: the sum to be shared = £54,424.00 [table of components, B part 1].
  Quarter 2 (Q2):
  - £1,018.52 falls due: 1/3 of £54,424.00 to date = £18,141.33, shared by list: 5,000 patients of
    89,057 patients = £1,018.52 [not stated].
  - Nothing stands against it, so £1,018.52 is earned [component B part 1, refs 22–26].
  - £500.00 was paid before, so £518.52 is paid now.

Education for improving quality and health: TARGET (education-target) [component B part 2, refs 27–29]
  For the whole term: the sum to be shared = £44,723.00 [table of components, B part 2; Financial
  Summary].
  Quarter 2 (Q2):
  - £836.97 falls due: 1/3 of £44,723.00 to date = £14,907.67, shared by list: 5,000 patients of
    89,057 patients = £836.97 [not stated].
  - Nothing stands against it, so £836.97 is earned [component B part 2, refs 27–29].
  - Nothing was paid before, so £836.97 is paid now.

Together
  payee        payments  clawbacks due        net
  TOTTON-LOC  £6,416.85          £0.00  £6,416.85
  Z20001      £1,355.49      £2,036.91   −£681.42
  ----------  ---------  -------------  ---------
  all         £7,772.34      £2,036.91  £5,735.43
`);
  });

  it.each<[what: string, run: RunName, practice: string, component: string, says: readonly string[]]>([
    [
      'withheld, and what would release it',
      'cambridgeshire third',
      'Z00007',
      'engagement',
      [
        '- Before payment the scheme asks for “Final year-end report, endorsed by the CCG support teams” (year-end-report). It was not received yet, so this condition is open [3.2].',
        '- £1,168.75 is withheld until “Final year-end report, endorsed by the CCG support teams” (year-end-report) is received [3.2].',
        'Withheld, and may still be paid: £1,168.75.',
      ],
    ],
    [
      'withheld with a last day',
      'dorset Q2',
      'Z10005',
      'primary-care-development',
      [
        '- £269.37 is withheld until “Improvement plan claim sheet for the quarter” (claim-sheet) is received by 31 December 2015 [18].',
      ],
    ],
    [
      'deferred',
      'cambridgeshire second',
      'Z00003',
      'medicines-optimisation',
      [
        '- £1,450.00 was paid before and nothing is earned, so £1,450.00 is to be recovered, but not in this run. Reason on record: forfeited: action-plan: received on 1 August 2017, due by 31 July 2017; recovered only from the run for third [3.2, 3.3].',
        'To be recovered in a later run: £1,450.00.',
      ],
    ],
    [
      'decided in part',
      'cambridgeshire third',
      'Z00004',
      'engagement',
      [
        '- A decision goes before the conditions: 60% of what was scheduled, decided by R. Patel on 20 April 2018: two of five agreed actions not delivered (3.3). That makes £870.00 [3.3].',
        '- £580.00 of what was scheduled is not paid, by that decision [3.3].',
        '- £1,450.00 was paid before and £870.00 is earned, so £580.00 is recovered now.',
      ],
    ],
    [
      'late, and accepted',
      'cambridgeshire third',
      'Z00006',
      'engagement',
      [
        '“Section 7 of the agreement, signed and sent in” (sign-up) on 2 June 2017, due by 31 May 2017, accepted late by R. Patel on 9 June 2017',
      ],
    ],
    [
      'waived',
      'cambridgeshire third',
      'Z00010',
      'demand-management',
      [
        '- £4,008.50 was paid before and nothing is earned, so £4,008.50 would come back, but its recovery is waived. Reason on record: forfeited: action-plan: not received, due by 31 July 2017; waived: decided by J. Moss on 12 April 2018, £4,008.50: the practice merged its records in July; hardship [3.2, 3.3].',
        'Recovery waived: £4,008.50.',
      ],
    ],
    [
      'proposed',
      'dorset Q4',
      'Z10007',
      'integrated-teams',
      ['so it is proposed to recover £', 'nothing is taken before a decision to recover. Reason on record: forfeited:'],
    ],
    [
      'over the cap',
      'dorset Q4',
      'Z10001',
      'locality-meetings',
      [
        '£250.00 is not paid: 1 × locality-meeting over the cap of 6 [14 item 1, note 1].',
        'at most 6 count, and they were claimed before this one (over-cap) [14 item 1, note 1].',
      ],
    ],
    [
      'left during a period, and what is not asked any more',
      'dorset Q4',
      'Z10003',
      'integrated-teams',
      [
        '- The practice left on 7 September 2015, after 69 of the 92 days of Q2, so 75% of it counts [35].',
        '- £1,000.00 is not earned, because the practice left [35].',
        '- “Integrated care report” (integrated-care-report) is not asked, as the practice left on 7 September 2015 [20, 21(a), 26].',
        '- The practice left on 7 September 2015, before Q3 began [35].',
      ],
    ],
    [
      'too few cases',
      'dorset Q4',
      'Z10006',
      'medicines-audits',
      ['It was received on 20 June 2016 with 49, at least 50 asked for, due by 30 June 2016, so this condition failed'],
    ],
    [
      'not due yet',
      'dorset Q2',
      'Z10001',
      'integrated-teams',
      [
        'It was not received yet, due by 30 June 2016, and nothing depends on it before its last day [20, 21(a), 26].',
        'Nothing stands against it, so ',
      ],
    ],
    [
      'measured, down a tree of shares',
      'bury Q4',
      'Z30002',
      'blood-pressure',
      [
        'Of which People live healthier, resilient lives: 60% = £',
        ' (nothing) to 80% (all), so ',
        ' of the value counts [illustration 4].',
      ],
    ],
    [
      'without a figure yet',
      'bury Q4',
      'Z30005',
      'antibiotics',
      ['- £599.85 is withheld until a figure for broad-spectrum-antibiotics is known [illustration 5].'],
    ],
  ])('tells what is %s', async (_, run, practice, component, says) => {
    const told = (await sentences(await fixtureRun(run), practice, component)).replace(/\n {2}(?=\S)(?!- )/g, ' ');
    for (const sentence of says) expect(told).toContain(sentence);
  });
});

describe('the same as data', () => {
  it.each(Object.keys(runs) as RunName[])('foots to the reports of %s, practice by practice', async (name) => {
    const run = await fixtureRun(name);
    const statements = rowsOf(run, 'statements.csv');
    for (const code of new Set(statements.map((row) => row.practice_code ?? ''))) {
      const { exit, stdout } = await quarterday(['explain', run, '--practice', code, '--format', 'json']);
      expect(exit).toBe(0);
      const story = JSON.parse(stdout);
      const own = statements.filter((row) => row.practice_code === code);
      expect(story.net).toBe(pounds(own.map(({ net = '' }) => net)));
      expect(story.payments).toBe(pounds(own.map(({ payments = '' }) => payments)));
      expect(story.clawbacks_due).toBe(pounds(own.map(({ clawbacks = '' }) => clawbacks)));
      expect(linesTold(story)).toEqual(linesWritten(run, code));
    }
  });

  it('has what was asked for, what came, and what would release an amount', async () => {
    const run = await fixtureRun('cambridgeshire third');
    const args = ['explain', run, '--practice', 'Z00007', '--component', 'engagement', '--format', 'json'];
    const story = JSON.parse((await quarterday(args)).stdout);
    expect(story).toMatchObject({
      scheme: 'cambridgeshire-qef-2017-18',
      period: 'third',
      as_at: '2018-05-01',
      practice: { code: 'Z00007' },
      list_size: { patients: '9350', as_at: '2017-04-01', file: 'list-sizes.csv', line: 8 },
      components: [{ component: 'engagement', value: [{ formula: '9,350 patients × £0.50', value: '4675' }] }],
    });
    const [, , third] = story.components[0].periods;
    expect(third.conditions.at(-1)).toEqual({
      asked: 'needs',
      evidence: 'year-end-report',
      title: 'Final year-end report, endorsed by the CCG support teams',
      state: 'open',
      says: 'not received yet',
      due_by: null,
      clause: '3.2',
    });
    expect(third.not_paid).toEqual([
      {
        status: 'withheld',
        amount: '1168.75',
        reason: 'year-end-report: not received yet',
        clause: '3.2',
        released_when: '“Final year-end report, endorsed by the CCG support teams” (year-end-report) is received',
      },
    ]);
  });
});

function linesTold(story: { components: { component: string; periods: PeriodTold[] }[] }) {
  return story.components.flatMap(({ component, periods }) =>
    periods
      .filter(({ outcome }) => outcome.kind === 'payment' || outcome.kind === 'clawback')
      .map(({ period, entitlement, already_paid, outcome }) =>
        [component, period, entitlement, already_paid, outcome.amount, outcome.payee_code, outcome.status].join(' '),
      ),
  );
}

interface PeriodTold {
  period: string;
  entitlement: string;
  already_paid: string;
  outcome: { kind: string; amount?: string; payee_code?: string; status?: string };
}

/** The rows of payments.csv and clawbacks.csv, in the order of workings.csv. */
function linesWritten(run: string, code: string): string[] {
  const order = [...new Set(rowsOf(run, 'workings.csv').map((row) => `${row.component} ${row.period}`))];
  const place = (line: string) => order.findIndex((key) => line.startsWith(`${key} `));
  return [...rowsOf(run, 'payments.csv'), ...rowsOf(run, 'clawbacks.csv')]
    .filter((row) => row.practice_code === code)
    .map((row) =>
      [row.component, row.period, row.entitlement, row.already_paid, row.amount, row.payee_code, row.status].join(' '),
    )
    .sort((a, b) => place(a) - place(b));
}

function pounds(amounts: readonly string[]): string {
  const pence = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '')), 0n);
  const digits = (pence < 0n ? -pence : pence).toString().padStart(3, '0');
  return `${pence < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('explain refuses', () => {
  it('a practice that the run does not have, with the one that is meant or those around', async () => {
    const run = await fixtureRun('cambridgeshire second');
    expect(await quarterday(['explain', run, '--practice', 'Z0003'])).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('fix: did you mean Z00003?'),
    });
    const { exit, stderr } = await quarterday(['explain', run, '--practice', 'A81001']);
    expect(exit).toBe(2);
    expect(stderr).toContain('practice-not-in-run');
    expect(stderr).toContain('fix: practices of the run near it: Z00001, Z00002');
  });

  it('a component that the scheme does not have', async () => {
    const run = await fixtureRun('cambridgeshire second');
    const { exit, stderr } = await quarterday([
      'explain',
      run,
      '--practice',
      'Z00003',
      '--component',
      'medicine-optimisation',
    ]);
    expect(exit).toBe(2);
    expect(stderr).toContain('did you mean "medicines-optimisation"?');
  });

  it('a path that leads nowhere, and a folder that is no whole run', async () => {
    const nowhere = join(emptyFolder(), 'nowhere');
    expect((await quarterday(['explain', nowhere, '--practice', 'Z00001'])).exit).toBe(2);
    const run = await fixtureRun('cambridgeshire second');
    rmSync(join(run, 'SHA256SUMS'));
    const { exit, stderr } = await quarterday(['explain', run, '--practice', 'Z00001']);
    expect(exit).toBe(1);
    expect(stderr).toContain('not-a-run');
  });

  it('a report that was edited into something else', async () => {
    const run = await fixtureRun('cambridgeshire third');
    const path = join(run, 'payments.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<=^Z00001,.*,)725\.00\r$/m, 'many\r'));
    const { exit, stderr } = await quarterday(['explain', run, '--practice', 'Z00001']);
    expect(exit).toBe(1);
    expect(stderr).toContain('payments.csv');
  });
});

it('shows what came from outside without letting it speak to the terminal', async () => {
  const data = changed(fixtureData('cambridgeshire-qef-2017-18'), {
    'practices.csv': (text) => text.replace('Z00001,Ashby Road', 'Z00001,=Ashby Road'),
  });
  const run = await runFolder('cambridgeshire-qef-2017-18', { period: 'second', asAt: '2017-10-15', data });
  expect(await explained(run, 'Z00001')).toMatch(/^=Ashby Road Surgery \(Z00001\)/);
});
