import { describe, expect, it } from 'vitest';
import { claimNotInForce, openAccounts } from '../../../src/calculate/identity/accounts.ts';
import { day, formatDay } from '../../../src/domain/day.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Component, Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, type Given, measured, paid, received, run, succeeded, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

const perPatient: Value = { kind: 'per-patient', pounds: ratio(4), clause: '1' };
const core = component('core', perPatient);
const meetings = component('meetings', {
  kind: 'per-event',
  pounds: ratio(250),
  event: 'meeting',
  atMost: null,
  clause: '2',
});
const waits = { from: null, waitsForDecision: true, clause: 'recovery' } as const;
const simple = scheme([core, meetings]);

/** Facts in which codes changed. */
function changed(given: readonly Given[], successions: Facts['successions']): Facts {
  return { ...facts(given), successions: successions ?? [] };
}

/** What a run tells of each account: its code, who is paid, and the positions of a component. */
function told(
  of: Scheme,
  known: Facts,
  period: string,
  asAt: string,
  id: string,
  claims: Parameters<typeof run>[4] = [],
) {
  return run(of, known, period, asAt, claims).map((account) => {
    const line = account.lines.find((each) => each.component.id === id);
    return [`${account.practice.code} to ${line?.payeeCode}`, ...tell(account, id)];
  });
}

describe('a code that changes twice', () => {
  // Z00001 becomes Z00002 on 1 July, and that Z00003 on 1 October. £4 × 100 a year: 100.00 a quarter.
  const chain = [succeeded(1, 2, '2015-07-01'), succeeded(2, 3, '2015-10-01')];
  const three = (given: Partial<Given> = {}): Given[] => [
    { patients: 100 },
    { patients: null },
    { patients: null, ...given },
  ];

  it('is one account, of which the code that stands for it at the day of the run is paid', () => {
    const known = changed(three(), chain);
    const quarter = ['Q1 released 100.00 payment 100.00'];
    expect(told(simple, known, 'Q1', '2015-06-30', 'core')).toEqual([['Z00001 to Z00001', ...quarter]]);
    expect(told(simple, known, 'Q1', '2015-07-01', 'core')).toEqual([['Z00001 to Z00002', ...quarter]]);
    expect(told(simple, known, 'Q1', '2015-10-01', 'core')).toEqual([['Z00001 to Z00003', ...quarter]]);
  });

  it('takes what was paid to any of the codes as one sum, whenever it was paid', () => {
    const rows = (code: string) => ({ paid: [paid('core', 'Q1', '40.00', '2015-05-01', { payeeCode: code })] });
    const [first, second, third] = three();
    const known = changed(
      [
        { ...first, patients: 100, ...rows('Z00001') },
        { ...second, patients: null, ...rows('Z00002') },
        { ...third, patients: null, ...rows('Z00003') },
      ],
      chain,
    );
    expect(told(simple, known, 'Q1', '2015-10-01', 'core')).toEqual([
      // 120.00 of 100.00 was paid: the last 20.00 come back, from the code of today.
      ['Z00001 to Z00003', 'Q1 released 100.00 clawback 20.00 due from Z00003'],
    ]);
  });

  it('goes by the day of a row whether the code stood for the other by then', () => {
    const event = { practice: 2, eventId: 'M' };
    const known = changed(three(), chain);
    const inTime = [claim('meeting', '2015-09-20', '2015-10-01', event)];
    expect(told(simple, known, 'Q3', '2016-01-15', 'meetings', inTime)[0]?.slice(1, 3)).toEqual([
      'Q1 released 0.00',
      'Q2 released 250.00 payment 250.00',
    ]);
    const after = changed(
      [{ patients: 100 }, ...three()],
      [succeeded(2, 3, '2015-07-01'), succeeded(3, 4, '2015-10-01')],
    );
    const second = openAccounts(simple, after, day('2016-01-15')).value;
    expect([0, 1, 3].map((practice) => second.placeOfClaim(practice, day('2015-10-01')))).toEqual([0, 1, 1]);
    const { placeOfClaim } = openAccounts(simple, known, day('2016-01-15')).value;
    expect(() => placeOfClaim(3, day('2015-10-01'))).toThrow('no practice at place 3');
    expect([placeOfClaim(2, day('2015-10-01')), placeOfClaim(2, day('2015-09-30'))]).toEqual([0, null]);
  });

  it('tells of a row under a code that stands for none by its day', () => {
    const rows = [received('plan', '2015-09-30', { line: 7 }), received('plan', '2015-10-01', { line: 8 })];
    const early = changed(three({ evidence: rows }), chain);
    const say = (asAt: string) =>
      openAccounts(simple, early, day(asAt)).findings.map(({ code, file, line, value }) => [code, file, line, value]);
    expect(say('2015-10-15')).toEqual([['account-not-in-force', 'evidence.csv', 7, 'Z00003']]);
    expect(say('2015-09-30')).toEqual([['account-not-in-force', 'evidence.csv', 7, 'Z00003']]);
    // A row of a later day does not exist for the run.
    expect(say('2015-09-29')).toEqual([]);
  });

  it('tells so of a row of whatever table, with what is to be done', () => {
    const on = day('2015-09-30');
    const payee = { component: null, payeeCode: 'NET', payeeName: null, agreedOn: on, reference: null };
    const plan = {
      component: 'core',
      amount: pence(100_00),
      instalments: 2,
      firstOn: on,
      every: 'month',
      atMost: null,
      decidedOn: on,
      decidedBy: 'R. Patel',
      reason: 'as agreed',
    } as const;
    const under = <Row>(row: Row) => new Map([['Z00003', [row]]]);
    const rows = changed(
      three({
        evidence: [received('plan', '2015-09-30', { line: 3 })],
        measures: [{ ...measured('m', '2015-09-30', '1', '2'), line: 4 }],
        decisions: [decided('accept-late', '2015-09-30', { line: 5 })],
        plans: [{ ...plan, line: 6 }],
        payees: [{ ...payee, line: 7 }],
      }),
      chain,
    );
    const early = {
      ...rows,
      memberships: under({ from: on, locality: 'North', pcn: null, line: 8 }),
      otherLists: under({ population: 'registered', asAt: on, patients: ratio(100), line: 9 }),
    };
    const { findings } = openAccounts(simple, early, day('2015-10-15'));
    expect(findings.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      'decisions.csv:5',
      'evidence.csv:3',
      'list-sizes.csv:9',
      'measures.csv:4',
      'memberships.csv:8',
      'payees.csv:7',
      'plans.csv:6',
    ]);
    expect(findings.find(({ file }) => file === 'evidence.csv')).toEqual({
      code: 'account-not-in-force',
      severity: 'error',
      file: 'evidence.csv',
      line: 3,
      field: 'practice_code',
      message:
        'Z00003 stands for no other code on 2015-09-30, by successions.csv, and has no account of its own; expected a row under a code that has one',
      value: 'Z00003',
      hint: 'write the row under the old code, or correct its day here or the day of the new code in successions.csv',
    });
  });

  it('tells so of a claim, by the day on which it was made', () => {
    const [, , third] = changed(three(), chain).practices;
    expect(third && claimNotInForce(third, 7, day('2015-09-30'))).toMatchObject({
      code: 'account-not-in-force',
      file: 'claims.csv',
      line: 7,
      value: 'Z00003',
      message:
        'Z00003 stands for no other code on 2015-09-30, by successions.csv, and has no account of its own; expected a row under a code that has one',
    });
  });

  it('tells of money paid to a code that stands for none yet, unless it is paid after the day of the run', () => {
    const say = (asAt: string, given: Parameters<typeof paid>[4]) => {
      const early = changed(three({ paid: [paid('core', 'Q1', '10.00', '2015-09-15', { line: 7, ...given })] }), chain);
      const { findings } = openAccounts(simple, early, day(asAt));
      return findings.map(({ file, line, message }) => [file, line, message.slice(0, 45)]);
    };
    const message = (on: string) => `Z00003 stands for no other code on ${on}`;
    expect(say('2015-09-15', {})).toEqual([['paid.csv', 7, message('2015-09-15')]]);
    expect(say('2015-09-14', {})).toEqual([]);
    expect(say('2015-09-14', { posting: 1 })).toEqual([['posted.csv', 7, message('2015-09-14')]]);
    expect(say('2015-10-01', {})).toEqual([]);
  });

  it('has lists of later days under the new code count for the account of the old one', () => {
    const value: Value = {
      kind: 'quantity',
      clause: '1',
      of: { kind: 'rate', pounds: ratio(1), for: { kind: 'patients', at: day('2015-10-01') } },
    };
    const list = { population: 'registered', asAt: day('2015-10-01'), patients: ratio(80), line: 2 };
    const known = { ...changed(three(), chain), otherLists: new Map([['Z00003', [list]]]) };
    const later = scheme([core, component('later', value)]);
    expect(told(later, known, 'Q1', '2015-10-01', 'later')).toEqual([
      ['Z00001 to Z00003', 'Q1 released 20.00 payment 20.00'],
    ]);
  });
});

describe('the end and the beginning of a code', () => {
  const change = [succeeded(1, 2, '2015-08-16')];

  it('are no leaving and no joining', () => {
    for (const leftOn of ['2015-08-15', '2015-12-01']) {
      const known = changed(
        [
          { patients: 100, practice: { leftOn: day(leftOn) } },
          { patients: null, practice: { joinedOn: day('2015-08-16') } },
        ],
        change,
      );
      expect(told(simple, known, 'Q3', '2016-01-15', 'core')[0]?.slice(3)).toEqual([
        'Q3 released 100.00 payment 100.00',
      ]);
    }
  });

  it('are a leaving where the practice left before the last day of its code', () => {
    // 1 July to 14 August: 45 of 92 days: 48.913.
    const known = changed([{ patients: 100, practice: { leftOn: day('2015-08-14') } }, { patients: null }], change);
    expect(told(simple, known, 'Q3', '2016-01-15', 'core')[0]?.slice(2)).toEqual([
      'Q2 released 48.91 payment 48.91 [prorated 51.09]',
      'Q3 released 0.00 [left 100.00]',
    ]);
  });

  it('leave the notice of the new code, where the old one gave none', () => {
    // Notice of 18 October and 28 days: 15 November. That of the old code itself goes before it.
    const of = (first: object) =>
      changed(
        [
          { patients: 100, practice: first },
          { patients: null, practice: { noticeOn: day('2015-10-18') } },
        ],
        change,
      );
    const half = 'Q3 released 50.00 payment 50.00 [prorated 50.00]';
    expect(told(simple, of({}), 'Q3', '2016-01-15', 'core')[0]?.[3]).toBe(half);
    // 17 July and 28 days: 14 August, 45 of the 92 days of Q2.
    expect(told(simple, of({ noticeOn: day('2015-07-17') }), 'Q3', '2016-01-15', 'core')[0]?.slice(2)).toEqual([
      'Q2 released 48.91 payment 48.91 [prorated 51.09]',
      'Q3 released 0.00 [left 100.00]',
    ]);
  });

  it('leave the leaving of the new code, where the old one has none', () => {
    // The new code leaves on 15 November: 46 of the 92 days of Q3.
    const known = changed([{ patients: 100 }, { patients: null, practice: { leftOn: day('2015-11-15') } }], change);
    expect(told(simple, known, 'Q3', '2016-01-15', 'core')[0]?.slice(3)).toEqual([
      'Q3 released 50.00 payment 50.00 [prorated 50.00]',
    ]);
  });
});

describe('where no patients are counted', () => {
  // £100 a quarter for each member. Z00002 stands for Z00001 from October.
  const fixed = component('core', { kind: 'fixed', pounds: ratio(400), clause: '1' });
  const joining = { prorate: 'none', list: 'none', clause: '3' } as const;
  const accountsOf = (joinedOn: string | null) => {
    const practice = { joinedOn: joinedOn === null ? null : day(joinedOn) };
    const known = changed([{ patients: null }, { patients: null, practice }], [succeeded(1, 2, '2015-10-01')]);
    return told(scheme([fixed], { joining }), known, 'Q3', '2016-01-15', 'core');
  };

  it('a code that had joined before it stood for another has an account of its own besides, and else has none', () => {
    const first = ['Q1', 'Q2', 'Q3'].map((id) => `${id} released 100.00 payment 100.00`);
    const old = ['Z00001 to Z00002', ...first];
    expect(accountsOf(null)).toEqual([old]);
    expect(accountsOf('2015-10-01')).toEqual([old]);
    expect(accountsOf('2015-07-01')).toEqual([
      old,
      ['Z00002 to Z00002', 'Q1 released 0.00 [before-joining 100.00]', ...first.slice(1)],
    ]);
  });
});

describe('a merger', () => {
  const merger = [succeeded(1, 3, '2015-10-01'), succeeded(2, 3, '2015-10-01')];
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-12-31') } });
  const needs = quarters.map(() => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));

  function two(merged: Partial<Given> = {}): Facts {
    return changed([{ patients: 100 }, { patients: 200 }, { patients: null, ...merged }], merger);
  }

  it('has evidence under the new code count for each account', () => {
    const asking = scheme([component('core', perPatient, { conditions: needs })], { evidence: [plan] });
    const known = two({ evidence: [received('plan', '2015-11-01')] });
    expect(told(asking, known, 'Q1', '2016-01-15', 'core')).toEqual([
      ['Z00001 to Z00003', 'Q1 released 100.00 payment 100.00'],
      ['Z00002 to Z00003', 'Q1 released 200.00 payment 200.00'],
    ]);
  });

  it('takes a sum decided under the new code once, the lowest code first', () => {
    // 150.00 too much was paid for each of Q1: 300.00 is short, and 200.00 may be taken: 150.00 of the one, 50.00 of the other.
    const waiting = { from: null, waitsForDecision: true, clause: '8' };
    const recovering = scheme([component('core', perPatient, { recovery: waiting })]);
    const known = changed(
      [
        { patients: 100, paid: [paid('core', 'Q1', '250.00')] },
        { patients: 200, paid: [paid('core', 'Q1', '350.00', '2015-05-01', { payeeCode: 'Z00002' })] },
        {
          patients: null,
          decisions: [decided('recover', '2015-11-01', { component: 'core', amount: paid('', '', '200.00').amount })],
        },
      ],
      merger,
    );
    expect(told(recovering, known, 'Q1', '2016-01-15', 'core')).toEqual([
      ['Z00001 to Z00003', 'Q1 released 100.00 clawback 150.00 due from Z00003'],
      ['Z00002 to Z00003', 'Q1 released 200.00 clawback 50.00 due from Z00003 clawback 100.00 proposed from Z00003'],
    ]);
  });

  it('has a share count for each account, and a number for the lowest code alone', () => {
    const rate: Component['value'] = {
      kind: 'quantity',
      clause: '5',
      of: {
        kind: 'rate',
        pounds: ratio(8),
        for: { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' },
      },
    };
    const achieving = component('achieving', perPatient, {
      achievement: {
        kind: 'measured',
        measure: 'm',
        scale: { kind: 'steps', steps: [{ from: ratio(3, 4), pays: ratio(1, 2) }] },
        zeroDenominator: ratio(0),
        onAccount: null,
        clause: '4',
      },
    });
    const measures = [{ id: 'm', title: '', numerator: '', denominator: '', clause: '4' }];
    const both = scheme([achieving, component('counted', rate)], { measures });
    const known = two({ measures: [measured('m', '2015-11-01', '30', '40')] });
    // Half of 100.00 and of 200.00; £8 × 30 = 240.00 a year for the one.
    expect(told(both, known, 'Q1', '2016-01-15', 'achieving').map((each) => each[1])).toEqual([
      'Q1 released 50.00 payment 50.00 [achievement 50.00]',
      'Q1 released 100.00 payment 100.00 [achievement 100.00]',
    ]);
    expect(told(both, known, 'Q1', '2016-01-15', 'counted').map((each) => each[1])).toEqual([
      'Q1 released 60.00 payment 60.00',
      'Q1 released 0.00',
    ]);
  });

  it('counts events, and what was paid, for the lowest code', () => {
    const known = two({ paid: [paid('core', 'Q1', '30.00', '2015-05-01', { payeeCode: 'Z00003' })] });
    const attended = [claim('meeting', '2015-11-03', '2015-11-05', { practice: 2 })];
    expect(told(simple, known, 'Q3', '2016-01-15', 'meetings', attended).map((each) => each[3])).toEqual([
      'Q3 released 250.00 payment 250.00',
      'Q3 released 0.00',
    ]);
    expect(told(simple, known, 'Q1', '2016-01-15', 'core').map((each) => each[1])).toEqual([
      'Q1 released 100.00 payment 70.00',
      'Q1 released 200.00 payment 200.00',
    ]);
  });
});

it('the latest decision of either code wins, and the old one on one day', () => {
  const half = (decidedOn: string, share: number) =>
    decided('proportion', decidedOn, { component: 'core', proportion: ratio(share, 100) });
  const known = (old: string, by: string) =>
    changed(
      [
        { patients: 100, decisions: [half(old, 50)] },
        { patients: null, decisions: [half(by, 25)] },
      ],
      [succeeded(1, 2, '2015-07-01')],
    );
  const first = (of: Facts) => told(simple, of, 'Q1', '2015-10-15', 'core')[0]?.[1];
  expect(first(known('2015-08-01', '2015-08-02'))).toBe('Q1 released 25.00 payment 25.00 [proportion 75.00]');
  expect(first(known('2015-08-01', '2015-08-01'))).toBe('Q1 released 50.00 payment 50.00 [proportion 50.00]');
  expect(first(known('2015-08-02', '2015-08-01'))).toBe('Q1 released 50.00 payment 50.00 [proportion 50.00]');
  // Also where the code that stands for it comes before it by name.
  const turned = changed(
    [
      { patients: null, decisions: [half('2015-08-01', 25)] },
      { patients: 100, decisions: [half('2015-08-01', 50)] },
    ],
    [succeeded(2, 1, '2015-07-01')],
  );
  expect(first(turned)).toBe('Q1 released 50.00 payment 50.00 [proportion 50.00]');
});

it('an agreement under either code says who is paid', () => {
  const agreed = {
    component: null,
    payeeCode: 'NET',
    payeeName: null,
    agreedOn: day('2015-06-01'),
    reference: null,
    line: 2,
  };
  const known = changed([{ patients: 100, payees: [agreed] }, { patients: null }], [succeeded(1, 2, '2015-07-01')]);
  expect(told(simple, known, 'Q1', '2015-10-15', 'core')[0]?.[0]).toBe('Z00001 to NET');
  const later = { ...agreed, payeeCode: 'NET2', agreedOn: day('2015-08-01') };
  const moved = changed(
    [
      { patients: 100, payees: [agreed] },
      { patients: null, payees: [later] },
    ],
    [succeeded(1, 2, '2015-07-01')],
  );
  expect(told(simple, moved, 'Q1', '2015-10-15', 'core')[0]?.[0]).toBe('Z00001 to NET2');
});

it('a code whose list was counted under the one that followed has its rows there', () => {
  // The change was before the list of 31 March: the old code sent its plan and has no list; the account is the new one's.
  const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });
  const conditions = quarters.map(() => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
  const asking = scheme([component('core', perPatient, { conditions })], { evidence: [plan] });
  const known = changed(
    [{ patients: null, evidence: [received('plan', '2015-02-20')] }, { patients: 100 }],
    [succeeded(1, 2, '2015-03-01')],
  );
  expect(told(asking, known, 'Q1', '2015-07-15', 'core')).toEqual([
    ['Z00002 to Z00002', 'Q1 released 100.00 payment 100.00'],
  ]);
});

it('decisions under a code count in order of their day, those of its own account alone first', () => {
  // Each owes 60.00, and Z00001 stands for Z00002 from October: its own 50.00 of September, then 10.00 and 40.00 of October's 50.00.
  const none = component('core', { kind: 'fixed', pounds: ratio(0), clause: '1' }, { recovery: waits });
  const recovered = (on: string) => decided('recover', on, { component: 'core', amount: pence(50_00) });
  const had = (code: string) => [paid('core', 'Q1', '60.00', '2015-05-01', { payeeCode: code })];
  const known = changed(
    [
      { patients: 100, paid: had('Z00001'), decisions: [recovered('2015-10-05'), recovered('2015-09-01')] },
      { patients: 100, paid: had('Z00002') },
    ],
    [succeeded(2, 1, '2015-10-01')],
  );
  expect(told(scheme([none, component('list', perPatient)]), known, 'Q1', '2016-01-15', 'core')).toEqual([
    ['Z00001 to Z00001', 'Q1 released 0.00 clawback 60.00 due'],
    ['Z00002 to Z00001', 'Q1 released 0.00 clawback 40.00 due from Z00001 clawback 20.00 proposed from Z00001'],
  ]);
});

it('what is paid by its number counts for the lowest old code, in whatever order the successions are written', () => {
  const known = changed(
    [{ patients: 100 }, { patients: 100 }, { patients: null }],
    [succeeded(2, 3, '2015-07-01'), succeeded(1, 3, '2015-07-01')],
  );
  const claims = [claim('meeting', '2015-09-20', '2015-10-01', { practice: 2 })];
  expect(told(simple, known, 'Q2', '2016-01-15', 'meetings', claims).map((each) => each[2])).toEqual([
    'Q2 released 250.00 payment 250.00',
    'Q2 released 0.00',
  ]);
});

it('a new code joined when the first of the codes did that it goes on from, unless one was there from the start', () => {
  // Z00001 and Z00002 become Z00003, and that Z00004, before the lists of 31 March are counted under it.
  const joinedOn = (first: string | null, second: string | null) => {
    const codes = [first, second, '2015-02-01', '2015-03-01'].map((on) => ({ joinedOn: on === null ? null : day(on) }));
    const given = codes.map((practice, place) => ({ patients: place === 3 ? 100 : null, practice }));
    const successions = [succeeded(1, 3, '2015-02-01'), succeeded(2, 3, '2015-02-01'), succeeded(3, 4, '2015-03-01')];
    return run(simple, changed(given, successions), 'Q1', '2015-07-31').map(({ practice }) => {
      return `${practice.code} ${practice.joinedOn === null ? 'from the start' : formatDay(practice.joinedOn)}`;
    });
  };
  expect(joinedOn('2012-05-01', '2010-01-01')).toEqual(['Z00004 2010-01-01']);
  expect(joinedOn('2012-05-01', null)).toEqual(['Z00004 from the start']);
});
