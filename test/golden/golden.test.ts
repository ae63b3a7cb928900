import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PracticeAccount } from '../../src/domain/account.ts';
import { day } from '../../src/domain/day.ts';
import type { Claim, EvidenceRow } from '../../src/domain/facts.ts';
import { formatAmount, pence, sumPence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { claim, decided, facts, type Given, paid, received, run, tell } from '../make/facts.ts';

// Figures worked by hand from the papers, to the penny.

function schemeOf(id: string): Scheme {
  const { value } = readScheme(
    readFileSync(new URL(`../../schemes/${id}.json`, import.meta.url), 'utf8'),
    `${id}.json`,
  );
  if (value === null) throw new Error(`${id} cannot be read`);
  return value;
}

/** Entitlements of a practice: a row a component, a column a period. */
function entitlements(account: PracticeAccount | undefined): Record<string, string[]> {
  const rows = account?.lines.map(({ component, positions }): [string, string[]] => [
    component.id,
    positions.map(({ entitlement }) => formatAmount(entitlement)),
  ]);
  return Object.fromEntries(rows ?? []);
}

function total(account: PracticeAccount | undefined): string {
  const all = account?.lines.flatMap(({ positions }) => positions.map(({ entitlement }) => entitlement));
  return formatAmount(sumPence(all ?? []));
}

function settled(account: PracticeAccount | undefined, kind: 'payment' | 'due'): string {
  const all = account?.lines.flatMap(({ positions }) => positions.map(({ settlement }) => settlement)) ?? [];
  const amounts = all.flatMap((each) => {
    if (each.kind === 'payment') return kind === 'payment' ? [each.amount] : [];
    return each.kind === 'clawback'
      ? each.parts.filter(({ status }) => status === kind).map(({ amount }) => amount)
      : [];
  });
  return formatAmount(sumPence(amounts));
}

describe('Cambridgeshire & Peterborough', () => {
  const scheme = schemeOf('cambridgeshire-qef-2017-18');
  const inOrder: EvidenceRow[] = [
    received('sign-up', '2017-05-31'),
    received('practice-visit-booked', '2017-05-31'),
    received('action-plan', '2017-07-31'),
    received('mid-year-report', '2017-09-20'),
    received('year-end-report', '2018-03-20'),
  ];
  const firstPaid = [
    paid('engagement', 'first', '1450.00'),
    paid('demand-management', 'first', '2900.00'),
    paid('medicines-optimisation', 'first', '1450.00'),
  ];
  const secondPaid = [
    paid('engagement', 'second', '725.00'),
    paid('demand-management', 'second', '1450.00'),
    paid('medicines-optimisation', 'second', '725.00'),
  ];

  it('5,800 patients: 5,800.00, 2,900.00 and 2,900.00', () => {
    const [account] = run(scheme, facts([{ patients: 5800, evidence: inOrder }]), 'third', '2018-05-01');
    expect(entitlements(account)).toEqual({
      engagement: ['1450.00', '725.00', '725.00'],
      'demand-management': ['2900.00', '1450.00', '1450.00'],
      'medicines-optimisation': ['1450.00', '725.00', '725.00'],
    });
    expect(total(account)).toBe('11600.00');
  });

  it('5,801 patients: £0.50 a patient is 2,900.50, not 2,900.51', () => {
    const [account] = run(scheme, facts([{ patients: 5801, evidence: inOrder }]), 'third', '2018-05-01');
    expect(entitlements(account)).toEqual({
      engagement: ['1450.25', '725.13', '725.12'],
      'demand-management': ['2900.50', '1450.25', '1450.25'],
      'medicines-optimisation': ['1450.25', '725.12', '725.13'],
    });
    expect(total(account)).toBe('11602.00');
  });

  describe('the action plan for medicines optimisation a day late', () => {
    const plans = ['engagement', 'demand-management'].map((component) =>
      received('action-plan', '2017-07-31', { component }),
    );
    const late = received('action-plan', '2017-08-01', { component: 'medicines-optimisation' });
    const evidence = [...inOrder.filter((row) => row.evidence !== 'action-plan'), ...plans, late];
    const known = facts([{ patients: 5800, evidence, paid: firstPaid }]);

    it('in the run for second is a deferred clawback, and forfeits the second', () => {
      const [account] = run(scheme, known, 'second', '2017-10-15');
      expect(tell(account, 'engagement')).toEqual(['first released 1450.00', 'second released 725.00 payment 725.00']);
      expect(tell(account, 'demand-management')).toEqual([
        'first released 2900.00',
        'second released 1450.00 payment 1450.00',
      ]);
      expect(tell(account, 'medicines-optimisation')).toEqual([
        'first forfeited 0.00 clawback 1450.00 deferred [forfeited 1450.00]',
        'second forfeited 0.00 [forfeited 725.00]',
      ]);
    });

    it('in the run for third is due: 4,350.00 less 1,450.00', () => {
      const [account] = run(scheme, known, 'third', '2018-05-01');
      expect(tell(account, 'engagement').slice(1)).toEqual([
        'second released 725.00 payment 725.00',
        'third released 725.00 payment 725.00',
      ]);
      expect([settled(account, 'payment'), settled(account, 'due')]).toEqual(['4350.00', '1450.00']);
    });
  });

  it('engagement decided at 60 % after two instalments: 2,610.00 less 870.00', () => {
    const decisions = [decided('proportion', '2018-04-20', { component: 'engagement', proportion: ratio(3, 5) })];
    const known = facts([{ patients: 5800, evidence: inOrder, decisions, paid: [...firstPaid, ...secondPaid] }]);
    const [account] = run(scheme, known, 'third', '2018-05-01');
    expect(tell(account, 'engagement')).toEqual([
      'first released 870.00 clawback 580.00 due [proportion 580.00]',
      'second released 435.00 clawback 290.00 due [proportion 290.00]',
      'third released 435.00 payment 435.00 [proportion 290.00]',
    ]);
    expect([settled(account, 'payment'), settled(account, 'due')]).toEqual(['2610.00', '870.00']);
  });
});

describe('Dorset', () => {
  const scheme = schemeOf('dorset-ccip-2015-16');
  const inOrder = (teamsPlan = '2015-09-30'): EvidenceRow[] => [
    ...['Q1', 'Q2', 'Q3', 'Q4'].map((period) => received('claim-sheet', '2015-06-30', { period })),
    received('development-plan', '2015-09-30'),
    received('integrated-teams-plan', teamsPlan),
    received('end-of-year-report', '2016-05-01'),
    received('integrated-care-report', '2016-06-30'),
    ...['audit-nsaids', 'audit-pregabalin', 'audit-antibiotics'].map((audit) =>
      received(audit, '2016-06-30', { quantity: ratio(40) }),
    ),
    received('qipp-activity', '2016-06-30'),
  ];
  const attended = (event: string, dates: string[]): Claim[] =>
    dates.map((date, line) => claim(event, date, date, { line: line + (event === 'cluster-event' ? 20 : 2) }));
  const given = (patients: number, more: Partial<Given> = {}) => facts([{ patients, evidence: inOrder(), ...more }]);

  it('8,000 patients, seven locality meetings and three cluster events: 23,450.00', () => {
    const meetings = ['2015-04-01', '2015-05-01', '2015-07-01', '2015-08-01', '2015-10-01', '2015-11-01', '2016-01-10'];
    const claims = [
      ...attended('locality-meeting', meetings),
      ...attended('cluster-event', ['2015-05-02', '2015-08-02', '2015-11-02']),
    ];
    const [account] = run(scheme, given(8000), 'Q4', '2016-07-31', claims);
    expect(entitlements(account)).toMatchObject({
      'locality-meetings': ['500.00', '500.00', '500.00', '0.00'],
      'cluster-events': ['250.00', '250.00', '250.00', '0.00'],
    });
    expect(tell(account, 'locality-meetings')[3]).toBe('Q4 released 0.00 [capped 250.00]');
    expect(total(account)).toBe('23450.00');
  });

  it('7,387 patients and no meetings: 19,575.55 = £2.65 × 7,387', () => {
    const [account] = run(scheme, given(7387), 'Q4', '2016-07-31');
    expect(entitlements(account)).toMatchObject({
      'primary-care-development': ['461.69', '461.69', '461.68', '461.69'],
      'medicines-audits': ['461.69', '461.69', '461.68', '461.69'],
      'integrated-teams': ['3693.50', '3693.50', '3693.50', '3693.50'],
      'prescribing-qipp': ['277.01', '277.02', '277.01', '277.01'],
    });
    expect(total(account)).toBe('19575.55');
  });

  it('8,000 patients, notice on 2015-08-10: 69 of the 92 days of Q2, and 9,275.00 in all', () => {
    const [account] = run(scheme, given(8000, { practice: { noticeOn: day('2015-08-10') } }), 'Q4', '2016-07-31');
    expect(account?.leavesOn).toBe(day('2015-09-07'));
    expect(entitlements(account)).toMatchObject({
      'integrated-teams': ['4000.00', '3000.00', '0.00', '0.00'],
      'primary-care-development': ['500.00', '375.00', '0.00', '0.00'],
      'medicines-audits': ['500.00', '375.00', '0.00', '0.00'],
      'prescribing-qipp': ['300.00', '225.00', '0.00', '0.00'],
    });
    expect(total(account)).toBe('9275.00');
  });

  it('the plan for integrated teams a day late: two quarters proposed until a decision, two forfeited', () => {
    const more = {
      evidence: inOrder('2015-10-01'),
      paid: [paid('integrated-teams', 'Q1', '4000.00'), paid('integrated-teams', 'Q2', '4000.00')],
    };
    const told = (decisions: Given['decisions'] = []) =>
      tell(run(scheme, given(8000, { ...more, decisions }), 'Q4', '2016-07-31')[0], 'integrated-teams');
    const forfeited = ['Q3 forfeited 0.00 [forfeited 4000.00]', 'Q4 forfeited 0.00 [forfeited 4000.00]'];
    expect(told()).toEqual([
      'Q1 forfeited 0.00 clawback 4000.00 proposed [forfeited 4000.00]',
      'Q2 forfeited 0.00 clawback 4000.00 proposed [forfeited 4000.00]',
      ...forfeited,
    ]);
    expect(
      told([decided('recover', '2016-07-01', { component: 'integrated-teams', amount: pence(600000) })]).slice(0, 2),
    ).toEqual([
      'Q1 forfeited 0.00 clawback 4000.00 due [forfeited 4000.00]',
      'Q2 forfeited 0.00 clawback 2000.00 due clawback 2000.00 proposed [forfeited 4000.00]',
    ]);
  });
});

describe('West Hampshire', () => {
  const scheme = schemeOf('west-hampshire-qps-2019-20');
  const three = [{ patients: 5000 }, { patients: 3000 }, { patients: 2000 }];
  const accounts = run(scheme, facts(three), 'Q4', '2020-04-30');

  it.each([
    [
      'patient-safety',
      [
        ['9070.66', '9070.68', '9070.66'],
        ['5442.40', '5442.40', '5442.40'],
        ['3628.27', '3628.26', '3628.27'],
      ],
    ],
    [
      'education-target',
      [
        ['7453.84', '7453.82', '7453.84'],
        ['4472.30', '4472.30', '4472.30'],
        ['2981.53', '2981.54', '2981.53'],
      ],
    ],
    [
      'locality-plans',
      [
        ['57146.50', '57146.50', '57146.50'],
        ['34287.90', '34287.90', '34287.90'],
        ['22858.60', '22858.60', '22858.60'],
      ],
    ],
    [
      'workforce-mapping',
      [
        ['0.00', '0.00', '0.00'],
        ['0.00', '0.00', '0.00'],
        ['0.00', '0.00', '0.00'],
      ],
    ],
  ])('%s', (component, expected) => {
    expect(accounts.map((account) => entitlements(account)[component])).toEqual(expected);
  });

  it('442,026.00 in all', () => {
    expect(accounts.map(total)).toEqual(['221013.00', '132607.80', '88405.20']);
    expect(sumPence([22101300, 13260780, 8840520].map(pence))).toBe(44202600n);
  });

  it('workforce mapping paid before it was removed comes back at once', () => {
    const first = { patients: 5000, paid: [paid('workforce-mapping', 'Q2', '18141.50')] };
    const [account] = run(scheme, facts([first, ...three.slice(1)]), 'Q4', '2020-04-30');
    expect(tell(account, 'workforce-mapping')[0]).toBe('Q2 released 0.00 clawback 18141.50 due');
  });
});
