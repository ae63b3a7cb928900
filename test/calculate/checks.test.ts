import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { asAtDateIsNotBeforeThePeriod, findingsOfData, thePeriodIsOver } from '../../src/calculate/checks.ts';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { at } from '../../src/domain/at.ts';
import { day } from '../../src/domain/day.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Grouping, Scheme, Value } from '../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, type Given, judgeAll, paid, tell } from '../make/facts.ts';
import { component, quarters, scheme } from '../make/scheme.ts';

const jabs: Value = {
  kind: 'quantity',
  of: { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'jab' } },
  clause: '1',
};
const paying = scheme([component('c', jabs)]);
const asAt = day('2015-07-15');
const about = { period: at(quarters, 0), asAt };

it('accepting a claim that is not there is told from the day of the decision on, beside one that is there', () => {
  const late = { evidence: 'jab 2015-04-01', line: 2 };
  const decisions = [
    decided('accept-late', '2015-07-15', late),
    decided('accept-late', '2015-07-15', { evidence: 'misspelt', line: 3 }),
    decided('accept-late', '2015-07-16', { evidence: 'misspelt', line: 4 }),
    decided('proportion', '2015-07-15', { evidence: 'misspelt', line: 5 }),
  ];
  const known = facts([{ patients: 1, decisions }, { patients: 1 }]);
  const judge = openClaimJudge(paying, known, asAt);
  judgeAll(judge, known, [claim('jab', '2015-04-01', '2015-04-02')]);
  const { findings } = calculate(paying, known, { ...about, claims: judge.counted });
  expect(findings).toEqual([
    {
      code: 'accepted-claim-missing',
      severity: 'warning',
      file: 'decisions.csv',
      line: 3,
      field: 'evidence',
      value: 'misspelt',
      message:
        'Z00001 has no claim with this event_id, so the decision does nothing; expected an event_id of claims.csv',
      hint: 'copy the event_id from the row of the late claim in claims.csv',
    },
  ]);
});

it('where no claims were read nothing was claimed', () => {
  const { value } = calculate(paying, facts([{ patients: 1 }]), { ...about, claims: null });
  expect(tell([...(value?.accounts() ?? [])][0], 'c')).toEqual(['Q1 released 0.00']);
});

describe('the as-at date', () => {
  // Q1 is 1 April to 30 June 2015.
  const says = (on: string) => {
    const run = { period: at(quarters, 0), asAt: day(on) };
    return [...asAtDateIsNotBeforeThePeriod(run), ...thePeriodIsOver(run)];
  };

  it('before the period is an error, and no run is made', () => {
    expect(says('2015-03-31')).toEqual([
      {
        code: 'as-at-before-period',
        severity: 'error',
        field: '--as-at',
        value: '2015-03-31',
        message: 'the as-at date lies before period Q1 starts, on 2015-04-01',
        hint: 'give an as-at date from 2015-04-01, or run an earlier period',
      },
    ]);
    const run = { period: at(quarters, 0), asAt: day('2015-03-31'), claims: null };
    expect(calculate(paying, facts([{ patients: 1 }]), run).value).toBeNull();
  });

  it.each(['2015-04-01', '2015-06-29'])('within the period is a warning: %s', (on) => {
    expect(says(on)).toEqual([
      {
        code: 'as-at-before-period-end',
        severity: 'warning',
        field: '--as-at',
        value: on,
        message: 'the as-at date lies before period Q1 ends, on 2015-06-30: what happens after it is not seen',
        hint: 'for the final figures of Q1 run again as at 2015-07-01 or later',
      },
    ]);
  });

  it('on the last day of the period or later is as it should be', () => {
    expect([...says('2015-06-30'), ...says('2015-07-01')]).toEqual([]);
  });
});

it('a notice is told of where the scheme has no notice period', () => {
  const given = facts([
    { patients: 1 },
    { patients: 1, practice: { noticeOn: day('2015-05-01') } },
    { patients: 1, practice: { leftOn: day('2015-05-01') } },
  ]);
  const told = (notice: Scheme['leaving']['notice']) =>
    findingsOfData(scheme([], { leaving: { notice, prorate: 'days', clause: 'leaving' } }), given, {
      period: null,
      asAt,
      claims: null,
    });
  expect(told({ days: 28 })).toEqual([]);
  expect(told(null)).toEqual([
    {
      code: 'notice-without-period',
      severity: 'warning',
      file: 'practices.csv',
      line: 3,
      field: 'notice_on',
      value: '2015-05-01',
      message: 'Z00002 gave notice, but the scheme has no notice period, so the notice does nothing',
      hint: 'give the day on which the practice leaves in the column left_on',
    },
  ]);
});

describe('who shares a sum within its group', () => {
  const within = (grouping: Grouping) =>
    scheme([
      component('c', {
        kind: 'shared',
        of: { kind: 'pounds', pounds: ratio(400) },
        by: null,
        within: grouping,
        clause: '1',
      }),
    ]);
  const told = (grouping: Grouping, ...practices: readonly Given['practice'][]) =>
    findingsOfData(within(grouping), facts(practices.map((practice = {}) => ({ patients: 1, practice }))), {
      period: null,
      asAt,
      claims: null,
    });

  it('has a network, or U for none, from the first period in which it takes part', () => {
    const joined = { joinedOn: day('2015-07-15') };
    const left = { leftOn: day('2015-03-31') };
    const finding = {
      code: 'practice-without-group',
      severity: 'error',
      file: 'practices.csv',
      field: 'pcn_code',
      value: '',
    };
    const hint = (code: string) =>
      `fill in pcn_code for ${code} in practices.csv, or the day from which it has one in memberships.csv`;
    expect(told('pcn', { pcn: 'U00001' }, {}, { pcn: 'U' }, joined, left)).toEqual([
      {
        ...finding,
        line: 3,
        message:
          'Z00002 has no pcn_code in Q1, and the scheme takes the practices of each network together; expected one, or U for none',
        hint: hint('Z00002'),
      },
      {
        ...finding,
        line: 5,
        message:
          'Z00004 has no pcn_code in Q2, and the scheme takes the practices of each network together; expected one, or U for none',
        hint: hint('Z00004'),
      },
    ]);
  });

  it('or a locality, and where all share together neither', () => {
    expect(told('locality', { locality: 'North' }, { pcn: 'U00001' })).toEqual([
      {
        code: 'practice-without-group',
        severity: 'error',
        file: 'practices.csv',
        line: 3,
        field: 'locality',
        value: '',
        message:
          'Z00002 has no locality in Q1, and the scheme takes the practices of each locality together; expected one',
        hint: 'fill in locality for Z00002 in practices.csv, or the day from which it has one in memberships.csv',
      },
    ]);
    expect(told('all', {}, {})).toEqual([]);
  });
});

describe('the list of a practice that joins', () => {
  const perPatient: Value = { kind: 'per-patient', pounds: ratio(4), clause: '1' };
  const joined = { patients: null, practice: { joinedOn: day('2015-08-15') } };

  /** In which period a joiner of 15 August is first counted, of the run of a period or of all of them. */
  function told(
    period: 'Q2' | 'Q3' | null,
    prorate: 'days' | 'none',
    given: readonly Given[] = [{ patients: 100 }, joined],
    value = perPatient,
    list: 'first-after' | 'none' = 'first-after',
  ) {
    const of = scheme([component('c', value)], { joining: { prorate, list, clause: 'j' } });
    const runFor = quarters.find(({ id }) => id === period) ?? null;
    return findingsOfData(of, facts(given), { period: runFor, asAt, claims: null });
  }

  it('is missed once a period of the run counts it', () => {
    const missed = (counts: string) => [
      {
        code: 'list-size-missing',
        severity: 'error',
        file: 'list-sizes.csv',
        field: 'practice_code',
        value: 'Z00002',
        message: `Z00002 joined on 2015-08-15, and there is no list of it on that day or later, nor at 2015-03-31; expected one, as ${counts} counts it`,
        hint: 'add the first list of Z00002 after it joined, or clear joined_on if it took part from the start',
      },
    ];
    expect(told('Q2', 'days')).toEqual(missed('Q2'));
    // Without shares of days who joins within a period first earns in the next.
    expect(told('Q2', 'none')).toEqual([]);
    expect(told('Q3', 'none')).toEqual(missed('Q3'));
    expect(told(null, 'none')).toEqual(missed('Q3'));
  });

  it('is not missed where it is there, of who was there from the start, nor where no list is counted', () => {
    expect(told(null, 'days', [{ ...joined, patients: 50 }])).toEqual([]);
    expect(told(null, 'days', [{ ...joined, practice: { joinedOn: day('2015-04-01') } }])).toEqual([]);
    expect(told(null, 'days', [joined], { kind: 'fixed', pounds: ratio(400), clause: '1' })).toEqual([]);
    expect(told(null, 'days', [joined], perPatient, 'none')).toEqual([]);
  });
});

it('what follows from all rows of a file is told only where all of them could be read', () => {
  const pounds = { kind: 'pounds', pounds: ratio(400) } as const;
  const of = scheme(
    [
      component('pool', { kind: 'pool', pounds: ratio(400), clause: '1' }),
      component('shared', { kind: 'shared', of: pounds, by: null, within: 'pcn', clause: '1' }),
      component('c', jabs),
    ],
    { joining: { prorate: 'days', list: 'first-after', clause: 'j' } },
  );
  const known = facts([
    {
      patients: 0,
      practice: { pcn: 'U00001' },
      decisions: [decided('accept-late', '2015-07-15', { evidence: 'misspelt' })],
      paid: [paid('c', 'Q1', '-1.00')],
    },
    { patients: null, practice: { pcn: 'U00001', joinedOn: day('2015-05-01') } },
    { patients: 0 },
  ]);
  const judge = openClaimJudge(of, known, asAt);
  judgeAll(judge, known, []);
  const told = (...unsound: readonly string[]) => {
    const areSound = (...files: readonly string[]) => files.every((file) => !unsound.includes(file));
    const data = { period: null, asAt, claims: judge.counted, areSound };
    return findingsOfData(of, known, data).map(({ code }) => code);
  };
  const [claims, below, pool, list, group] = [
    'accepted-claim-missing',
    'paid-below-zero',
    'pool-without-patients',
    'list-size-missing',
    'practice-without-group',
  ];
  expect(told()).toEqual([claims, below, pool, list, group]);
  expect(told('claims.csv')).toEqual([below, pool, list, group]);
  expect(told('paid.csv')).toEqual([claims, pool, list, group]);
  expect(told('practices.csv')).toEqual([claims, below, group]);
  expect(told('list-sizes.csv')).toEqual([claims, below, group]);
  expect(told('memberships.csv')).toEqual([claims, below, pool, list]);
});

it('a sum to be shared by list needs a patient, where anybody takes part at all', () => {
  const pool = component('pool', { kind: 'pool', pounds: ratio(400), clause: '1' });
  const told = (components: Scheme['components'], ...lists: readonly number[]) =>
    findingsOfData(scheme(components), facts(lists.map((patients) => ({ patients }))), {
      period: null,
      asAt,
      claims: null,
    });
  expect(told([pool], 0, 0)).toEqual([
    {
      code: 'pool-without-patients',
      severity: 'error',
      file: 'list-sizes.csv',
      field: 'patients',
      value: '0',
      message: 'all practices together have no patients, so there is nothing to share the budgets by',
      hint: 'check the patients column of list-sizes.csv: at least one practice needs a list above zero',
    },
  ]);
  expect([told([pool], 0, 1), told([pool]), told([component('c', jabs)], 0)]).toEqual([[], [], []]);
});
