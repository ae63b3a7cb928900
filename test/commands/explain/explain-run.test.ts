import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderOf, quarterday } from '../../make/host.ts';
import { post } from '../../make/posted-runs.ts';
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
    expect(await explained(run, 'Z00001')).toContain('Practice: Ash (Z00001)\n  Quality');
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
    ).toBe(`Practice: Cross Street Surgery (Z00003), Ouse
  Primary Care Quality & Engagement Framework 2017/18 · Cambridgeshire & Peterborough CCG
  Third instalment (third), as at 1 May 2018, run 0123456789ab
  5,800 patients: the registered list at 1 April 2017 (list-sizes.csv, line 4)

In short
  payee   payments  clawbacks due         net
  Z00003     £0.00      £1,450.00  −£1,450.00
  Forfeited: £2,900.00.

What failed
  - “Quality & Engagement action plan for the component” (action-plan) was received on 1 August 2017
    (evidence.csv, line 16, reference by post), after its last day, 31 July 2017 [3.2]. It is asked
    for in Medicines optimisation: First instalment (£1,450.00), Second instalment (£725.00) and
    Third instalment (£725.00). Only a decision would change that: to accept it late, or to pay a
    proportion.

Medicines optimisation (medicines-optimisation) [5, component 3]
  For the whole term: 5,800 patients × £0.50 = £2,900.00 [3.1].
  First instalment (first):
  - £1,450.00 falls due: 50% of £2,900.00: £1,450.00 to date (its part of £5,800.00 for all
    components) [3.2].
  - £1,450.00 is forfeited, for what failed above [3.2].
  - £1,450.00 was paid before (paid.csv, line 10, on 20 August 2017, reference BACS 1), and nothing
    is earned.
  - £1,450.00 is recovered now [3.2, 3.3].
  Second instalment (second):
  - £725.00 falls due: 75% of £2,900.00: £2,175.00 to date, less £1,450.00 (its part of £8,700.00
    for all components) [3.2].
  - £725.00 is forfeited, for what failed above [3.2].
  Third instalment (third):
  - £725.00 falls due: 100% of £2,900.00: £2,900.00 to date, less £2,175.00 (its part of £11,600.00
    for all components) [3.2].
  - £725.00 is forfeited, for what failed above [3.2].

What was received
  - “Section 7 of the agreement, signed and sent in” (sign-up): received on 11 May 2017, in time for
    its last day, 31 May 2017 (evidence.csv, line 12) [3.2].
  - “A practice visit booked with the CCG” (practice-visit-booked): received on 30 May 2017
    (evidence.csv, line 13) [3.2].
  - “Mid-year report that shows progress against the action plan” (mid-year-report): received on
    13 September 2017 (evidence.csv, line 17) [3.2].
  - “Final year-end report, endorsed by the CCG support teams” (year-end-report): received on
    13 March 2018 (evidence.csv, line 18) [3.2].
`);
  });

  it('Dorset: a meeting claimed two quarters late', async () => {
    const run = await fixtureRun('dorset Q4');
    expect(
      await explained(run, 'Z10005', '--component', 'locality-meetings'),
    ).toBe(`Practice: Eype Medical Centre (Z10005), Bridport
  Clinical Commissioning Local Improvement Plan 2015-16 · NHS Dorset Clinical Commissioning Group
  Quarter 4 (Q4), as at 31 July 2016, run 0123456789ab
  4,310 patients: the registered list at 31 March 2015 (list-sizes.csv, line 6)

In short
  payee   payments  clawbacks due      net
  Z10005   £250.00          £0.00  £250.00

Practice lead attendance at locality meetings (locality-meetings) [10, 14 item 1]
  Quarter 2 (Q2):
  - £250.00 falls due: 1 × locality-meeting × £250.00 [14 item 1, note 1].
  - 1 claim counts, in claims.csv: LM-2015-08-18 on 18 August 2015 (line 24).
  - Nothing was paid before, so £250.00 is paid now.
  Nothing is earned, paid or asked for in Quarter 1, Quarter 3 and Quarter 4.

Claims that do not count
  - locality-meeting LM-2015-04-21 on 21 April 2015, claimed on 5 October 2015 (claims.csv, line
    23): claims for this event were taken until 30 September 2015 (late) [28].
`);
  });

  it('West Hampshire: shares of the pools, and a component that was removed', async () => {
    const run = await fixtureRun('west hampshire Q2');
    expect(await explained(run, 'Z20001')).toBe(`Practice: Avon Meads Surgery (Z20001), Totton
  Quality Progression Scheme 2019-20 (Quarters 2 – 4) · NHS West Hampshire CCG
  Quarter 2 (Q2), as at 15 October 2019, run 0123456789ab
  5,000 patients: the registered list at 1 July 2019 (list-sizes.csv, line 2)

In short
  payee        payments  clawbacks due        net
  TOTTON-LOC  £6,416.85          £0.00  £6,416.85
  Z20001      £1,355.49      £2,036.91   −£681.42
  ----------  ---------  -------------  ---------
  all         £7,772.34      £2,036.91  £5,735.43

Developing and implementing locality and cluster plans (locality-plans) [component A part 1, refs 1–18]
  For the whole term: the sum to be shared = £380,977.00 [table of components, A part 1].
  Overlap with the Primary Care Network DES: 10% of £380,977.00 = £38,098.00 (to the whole pound)
  taken off, which leaves £342,879.00 [Financial Summary; table of components, A part 1].
  Quarter 2 (Q2):
  - £6,416.85 falls due: 1/3 of £342,879.00 to date = £114,293.00, shared by list: 5,000 patients of
    89,057 patients: £6,416.85 to date [not stated].
  - Nothing was paid before, so £6,416.85 is paid now to TOTTON-LOC.

Workforce mapping (workforce-mapping) [component A part 2, refs 19–21]
  For the whole term: the sum to be shared = £108,849.00 [table of components, A part 2].
  Removal of the workforce component in quarters 2 to 4: £108,849.00 removed, which leaves £0.00
  [Financial Summary; table of components, last rows].
  Quarter 2 (Q2):
  - £2,036.91 was paid before (paid.csv, line 2, on 30 September 2019, reference paid before it was
    removed), and nothing is earned.
  - £2,036.91 is recovered now: more was paid than is earned [not stated].

Patient safety: learning from significant events (patient-safety) [component B part 1, refs 22–26]
  For the whole term: the sum to be shared = £54,424.00 [table of components, B part 1].
  Quarter 2 (Q2):
  - £1,018.52 falls due: 1/3 of £54,424.00 to date = £18,141.33, shared by list: 5,000 patients of
    89,057 patients: £1,018.52 to date [not stated].
  - £500.00 was paid before (paid.csv, line 4, on 11 October 2019, reference on account), so £518.52
    is paid now.

Education for improving quality and health: TARGET (education-target) [component B part 2, refs 27–29]
  For the whole term: the sum to be shared = £44,723.00 [table of components, B part 2; Financial
  Summary].
  Quarter 2 (Q2):
  - £836.97 falls due: 1/3 of £44,723.00 to date = £14,907.67, shared by list: 5,000 patients of
    89,057 patients: £836.97 to date [not stated].
  - Nothing was paid before, so £836.97 is paid now.
`);
  });

  it.each<[what: string, run: RunName, practice: string, component: string, says: readonly string[]]>([
    [
      'withheld, and what would release it',
      'cambridgeshire third',
      'Z00007',
      'engagement',
      [
        '- “Final year-end report, endorsed by the CCG support teams” (year-end-report) has not been received yet; it has no last day [3.2]. It is waited for in Engagement: Third instalment (£1,168.75).',
        '- £1,168.75 is withheld, for what is waited for above [3.2].',
        'Withheld, and may still be paid: £1,168.75.',
      ],
    ],
    [
      'withheld with a last day',
      'dorset Q2',
      'Z10005',
      'primary-care-development',
      [
        '“Improvement plan claim sheet for the quarter” (claim-sheet) has not been received yet; its last day is 31 December 2015 [18].',
      ],
    ],
    [
      'deferred',
      'cambridgeshire second',
      'Z00003',
      'medicines-optimisation',
      [
        '- £1,450.00 was paid before (paid.csv, line 10, on 20 August 2017, reference BACS 1), and nothing is earned.',
        '- £1,450.00 is to be recovered, but not in this run: recovered only from the run for third [3.2, 3.3].',
        'To be recovered in a later run: £1,450.00.',
      ],
    ],
    [
      'decided in part, by a decision told once',
      'cambridgeshire third',
      'Z00004',
      'engagement',
      [
        'A decision goes before the conditions: 60% of what was scheduled, decided by R. Patel on 20 April 2018: two of five agreed actions not delivered (3.3) [3.3].',
        '- £580.00 of what was scheduled is not paid, by that decision [3.3].',
        'and £870.00 is earned.',
        '- £580.00 is recovered now [3.3].',
      ],
    ],
    [
      'late, and accepted',
      'cambridgeshire third',
      'Z00006',
      'engagement',
      [
        '“Section 7 of the agreement, signed and sent in” (sign-up): received on 2 June 2017, after its last day, 31 May 2017, and accepted late: decided by R. Patel on 9 June 2017:',
      ],
    ],
    [
      'waived',
      'cambridgeshire third',
      'Z00010',
      'demand-management',
      [
        '- £4,008.50 would come back, but is not taken: waived: decided by J. Moss on 12 April 2018, £4,008.50: the practice merged its records in July; hardship [3.2, 3.3].',
        'Would come back, but is not taken: £4,008.50.',
      ],
    ],
    [
      'proposed',
      'dorset Q4',
      'Z10007',
      'integrated-teams',
      ['It is proposed to recover £', 'and nothing is taken before that is decided: waits for a decision to recover ['],
    ],
    [
      'over the cap',
      'dorset Q4',
      'Z10001',
      'locality-meetings',
      [
        '- 2 claims count, in claims.csv: LM-2015-04-21 on 21 April 2015 (line 2) and LM-2015-06-16 on 16 June 2015 (line 3).',
        '- £250.00 is not paid: 1 × locality-meeting over the cap of 6 [14 item 1, note 1].',
        '- locality-meeting LM-2016-03-15 on 15 March 2016, claimed on 31 March 2016 (claims.csv, line 8): at most 6 count, and they were claimed before this one (over-cap) [14 item 1, note 1].',
      ],
    ],
    [
      'left during a period',
      'dorset Q4',
      'Z10003',
      'integrated-teams',
      [
        'The practice left the scheme on 7 September 2015.',
        '- The practice left on 7 September 2015, after 69 of the 92 days of Q2, so 75% of it counts [35].',
        '- £1,000.00 is not earned: left on 7 September 2015, after 69 of the 92 days of Q2 [35].',
        '- £4,000.00 is not earned: left on 7 September 2015, before Q3 began [35].',
      ],
    ],
    [
      'in time and too small, which no decision on lateness can mend',
      'dorset Q4',
      'Z10006',
      'medicines-audits',
      [
        'was received on 20 June 2016 with 49, at least 50 asked for (evidence.csv, line 61), and its last day, 30 June 2016, has passed [14 item 5, 20, 21(b), 26].',
        'Only a decision would change that: to pay a proportion.',
      ],
    ],
    [
      'not due yet',
      'dorset Q2',
      'Z10001',
      'integrated-teams',
      [
        '“Integrated care report” (integrated-care-report) has not been received yet; its last day is 30 June 2016 [20, 21(a), 26]. It keeps the money of Practice participation in integrated teams: Quarter 1 and Quarter 2.',
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
      ['- £599.85 is withheld: no figure for broad-spectrum-antibiotics yet [illustration 5].'],
    ],
  ])('tells what is %s', async (_, run, practice, component, says) => {
    const told = (await sentences(await fixtureRun(run), practice, component)).replace(/\n {2}(?=\S)(?!- )/g, ' ');
    for (const sentence of says) expect(told).toContain(sentence);
    expect(told).not.toContain('£0.00 is');
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
    expect(Object.entries(story)[0]).toEqual(['format', 'quarterday/explain/1']);
    const [first, , third] = story.components[0].periods;
    expect(first.paid).toEqual([
      {
        amount: '2337.50',
        payee_code: 'Z00007',
        paid_on: '2017-08-20',
        posting: null,
        file: 'paid.csv',
        line: 20,
        reference: 'BACS 1',
      },
    ]);
    expect(third.conditions.at(-1)).toEqual({
      asked: 'needs',
      evidence: 'year-end-report',
      title: 'Final year-end report, endorsed by the CCG support teams',
      short_title: 'Year-end report',
      state: 'open',
      lacks: null,
      due_by: null,
      at_least: null,
      received: null,
      accepted_late: null,
      clause: '3.2',
    });
    expect(third.not_paid).toEqual([
      {
        status: 'withheld',
        amount: '1168.75',
        reason: 'year-end-report: not received yet',
        besides_evidence: [],
        clause: '3.2',
      },
    ]);
  });
});

function linesTold(story: { components: { component: string; payee_code: string; periods: PeriodTold[] }[] }) {
  return story.components.flatMap(({ component, payee_code, periods }) =>
    periods.flatMap(({ period, entitlement, already_paid, settlement: { kind, amount, parts = [] } }) => {
      const line = [component, period, entitlement, already_paid];
      if (kind === 'payment') return [[...line, amount, payee_code, undefined].join(' ')];
      return parts.map((part) => [...line, part.amount, part.payee_code, part.status].join(' '));
    }),
  );
}

interface PeriodTold {
  period: string;
  entitlement: string;
  already_paid: string;
  settlement: { kind: string; amount?: string; parts?: { amount: string; payee_code: string; status: string }[] };
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

  it('a report that was changed by a penny, whoever is asked about', async () => {
    const run = await fixtureRun('cambridgeshire third');
    const path = join(run, 'payments.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<=^Z00001,.*,)725\.00\r$/m, '725.01\r'));
    const { exit, stdout, stderr } = await quarterday(['explain', run, '--practice', 'Z00003']);
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain('payments.csv');
    expect(stderr).toContain('was changed: expected the checksum');
  });

  it.each<[file: string, run: RunName, practice: string, from: RegExp, to: string]>([
    ['withheld.csv', 'cambridgeshire third', 'Z00003', /(?<=^Z00003,.*forfeited,)1450\.00/m, '1450.01'],
    ['clawbacks.csv', 'cambridgeshire third', 'Z00003', /(?<=^Z00003,.*1450\.00,)due/m, 'deferred'],
    ['payments.csv', 'cambridgeshire third', 'Z00003', /(?<=^Z00003,Z0000)3/m, '4'],
    ['workings.csv', 'cambridgeshire third', 'Z00003', /(?<=^Z00003,.*patients × £0\.50",)2900/m, '2900.5'],
    ['refused.csv', 'dorset Q4', 'Z10005', /(?<=^claims.csv,\d+,Z10005,)late/m, 'over-cap'],
  ])(
    '%s whose checksum was changed with it: its inputs make something else',
    async (file, name, practice, from, to) => {
      const run = await fixtureRun(name);
      const before = readFileSync(join(run, file), 'utf8');
      const text = before.replace(from, to);
      expect(text).not.toBe(before);
      writeFileSync(join(run, file), text);
      const sums = readFileSync(join(run, 'SHA256SUMS'), 'utf8');
      writeFileSync(join(run, 'SHA256SUMS'), sums.replace(sha256(before), sha256(text)));
      const { exit, stdout, stderr } = await quarterday(['explain', run, '--practice', practice]);
      expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
      expect(stderr).toContain(file);
      expect(stderr.replace(/\s+/g, ' ')).toContain('where the inputs of the run make');
      // Of all practices one story cannot be told: then none is left.
      const out = join(emptyFolder(), 'stories');
      const all = await quarterday(['explain', run, '--all', '--out', out]);
      expect({ exit: all.exit, stdout: all.stdout }).toEqual({ exit: 3, stdout: '' });
      expect(readdirSync(dirname(out))).toEqual([]);
    },
  );

  it.each([
    ['neither a practice nor all', []],
    ['both', ['--practice', 'Z00001', '--all', '--out', 'x']],
    ['all without a place', ['--all']],
    ['a place without all', ['--practice', 'Z00001', '--out', 'x']],
  ])('%s', async (_, more) => {
    const { exit, stderr } = await quarterday(['explain', emptyFolder(), ...more]);
    expect(exit).toBe(2);
    expect(stderr).toContain('missing-argument');
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

describe('a payee', () => {
  it('that is no practice is told with those it is paid for', async () => {
    const run = await fixtureRun('west hampshire Q2');
    expect(await explained(run, 'TOTTON-LOC')).toBe(`Payee: Totton locality account (TOTTON-LOC)
  Quality Progression Scheme 2019-20 (Quarters 2 – 4) · NHS West Hampshire CCG
  Quarter 2, as at 15 October 2019, run 0123456789ab
  It is no practice of the run, and is paid, or pays back, for these:

  practice  name                   payments  clawbacks due         net
  Z20001    Avon Meads Surgery    £6,416.85          £0.00   £6,416.85
  Z20002    Brook End Practice    £3,850.11          £0.00   £3,850.11
  Z20003    Cuckoo Bush Surgery   £2,566.74          £0.00   £2,566.74
  --------  -------------------  ----------  -------------  ----------
  all                            £12,833.70          £0.00  £12,833.70
`);
    const { stdout } = await quarterday(['explain', run, '--practice', 'TOTTON-LOC', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'quarterday/explain-payee/1',
      payee_code: 'TOTTON-LOC',
      payee_name: 'Totton locality account',
      practices: [{ code: 'Z20001', net: '6416.85' }, { code: 'Z20002' }, { code: 'Z20003' }],
      net: '12833.70',
    });
  });
});

describe('the stories of all practices', () => {
  it('are a file each, as each is told alone', async () => {
    const run = await fixtureRun('west hampshire Q2');
    const out = join(emptyFolder(), 'letters');
    expect((await quarterday(['explain', run, '--all', '--out', out])).exit).toBe(0);
    const files = readdirSync(out).sort();
    expect(files).toHaveLength(12);
    for (const file of files) {
      const alone = await quarterday(['explain', run, '--practice', file.replace('.txt', '')]);
      expect(readFileSync(join(out, file), 'utf8')).toBe(alone.stdout);
    }
  });

  it('are JSON, a file each, and never written over anything', async () => {
    const run = await fixtureRun('west hampshire Q2');
    const out = join(emptyFolder(), 'letters');
    const args = ['explain', run, '--all', '--out', out, '--format', 'json'];
    const { exit, stdout } = await quarterday(args);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'quarterday/explain-all/1', folder: out });
    const alone = await quarterday(['explain', run, '--practice', 'Z20001', '--format', 'json']);
    expect(readFileSync(join(out, 'Z20001.json'), 'utf8')).toBe(alone.stdout);
    const again = await quarterday(args);
    expect(again.exit).toBe(4);
    expect(again.stderr).toContain('target-exists');
  });

  it('leave nothing where the program is told to stop among them', async () => {
    const run = await fixtureRun('west hampshire Q2');
    const above = emptyFolder();
    const stop = new AbortController();
    // The clock is looked at after each of the first stories.
    const clock = () => {
      const [begun] = readdirSync(above);
      if (begun !== undefined && readdirSync(join(above, begun)).length > 1) stop.abort('SIGTERM');
      return 0;
    };
    const args = ['explain', run, '--all', '--out', join(above, 'stories')];
    const { exit, stdout, stderr } = await quarterday(args, { clock, interrupted: stop.signal });
    expect({ exit, stdout, stderr }).toEqual({ exit: 143, stdout: '', stderr: 'Interrupted. Nothing was written.\n' });
    expect(readdirSync(above)).toEqual([]);
  });

  it('are not written where a file stands', async () => {
    const run = await fixtureRun('west hampshire Q2');
    const out = join(emptyFolder(), 'stories');
    writeFileSync(out, 'mine');
    const { exit, stderr } = await quarterday(['explain', run, '--all', '--out', out]);
    expect([exit, readFileSync(out, 'utf8')]).toEqual([2, 'mine']);
    expect(stderr).toContain('this is not a folder');
  });
});

describe('a code that stands for another', () => {
  it('has the story of the account that it stands for', async () => {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\nZ00009,Ash and Elm\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2019-07-01,5000\nZ00002,2019-07-01,3000\n',
      'successions.csv': 'old_code,new_code,from\nZ00001,Z00009,2019-09-01\n',
    });
    const run = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data });
    expect(await explained(run, 'Z00009')).toBe(await explained(run, 'Z00001'));
    expect(await explained(run, 'Z00009')).toContain('£11,338.33 is paid now to Z00009.');
  });

  async function refusedFor(successions: string, payees = ''): Promise<string> {
    const data = folderOf({
      'practices.csv': 'practice_code,practice_name\nZ00001,Ash\nZ00002,Beech\nZ00009,Ash and Elm\n',
      'list-sizes.csv': 'practice_code,as_at,patients\nZ00001,2019-07-01,5000\nZ00002,2019-07-01,3000\n',
      'successions.csv': `old_code,new_code,from\n${successions}`,
      'payees.csv': `practice_code,payee_code,agreed_on\n${payees}`,
    });
    const run = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data });
    const { exit, stderr } = await quarterday(['explain', run, '--practice', 'Z00009']);
    expect(exit).toBe(2);
    return stderr.replace(/\n {4}(?! )/g, ' ');
  }

  it('is told from when it stands for another, where that day is still to come', async () => {
    const told = await refusedFor('Z00001,Z00009,2019-11-01\nZ00002,Z00009,2019-12-01\n');
    expect(told).toContain(
      'the run is as at 15 October 2019, and this code stands for Z00001 and Z00002 only from 1 November 2019 (successions.csv, line 2)',
    );
    expect(told).toContain('fix: until then the account is that of Z00001 and Z00002: --practice Z00001');
  });

  it('names the accounts of a merger, which go on under it and are paid to another', async () => {
    const merged = 'Z00001,Z00009,2019-09-01\nZ00002,Z00009,2019-09-01\n';
    const told = await refusedFor(merged, 'Z00001,POOL,2019-09-02\nZ00002,POOL,2019-09-02\n');
    expect(told).toContain(
      'this code has no account of its own: it stands for Z00001 and Z00002, which go on as they were',
    );
    expect(told).toContain('fix: ask for each by itself: --practice Z00001');
  });
});

describe('what was paid before', () => {
  it('names its posting', async () => {
    const ledger = join(emptyFolder(), 'ledger');
    const data = fixtureData('west-hampshire-qps-2019-20');
    const more = ['--ledger', ledger];
    const first = await runFolder('west-hampshire-qps-2019-20', { period: 'Q2', asAt: '2019-10-15', data, more });
    expect((await post(first, ledger)).exit).toBe(0);
    const second = await runFolder('west-hampshire-qps-2019-20', { period: 'Q3', asAt: '2020-01-15', data, more });
    expect(await sentences(second, 'Z20001', 'locality-plans')).toContain(
      '- £6,416.85 was paid before (posting 1, as at 15 October 2019, to TOTTON-LOC), so nothing is paid now.',
    );
    expect(await sentences(second, 'Z20001', 'patient-safety')).toContain(
      '- £1,018.52 was paid before: £500.00 by paid.csv, line 4, on 11 October 2019, reference on account and £518.52 by posting 1, as at 15 October 2019, so nothing is paid now.',
    );
  });
});

it('shows what came from outside without letting it speak to the terminal', async () => {
  const data = changed(fixtureData('cambridgeshire-qef-2017-18'), {
    'practices.csv': (text) => text.replace('Z00001,Ashby Road', 'Z00001,=Ashby Road'),
  });
  const run = await runFolder('cambridgeshire-qef-2017-18', { period: 'second', asAt: '2017-10-15', data });
  expect(await explained(run, 'Z00001')).toMatch(/^Practice: =Ashby Road Surgery \(Z00001\)/);
});
