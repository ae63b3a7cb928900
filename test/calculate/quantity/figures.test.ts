import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import type { Claim, EvidenceRow, Facts, MeasureRow, OtherList } from '../../../src/domain/facts.ts';
import { pence } from '../../../src/domain/money/money.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { DaysOfEvents } from '../../../src/domain/scheme/event-prices.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// What figures come to, in pounds of a period: £1 for each.

const eachPeriod = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
const pound = (of: Quantity): Quantity => ({ kind: 'rate', pounds: ratio(1), for: of });
const fields = (at: 'latest' | 'each-period' | 'to-date'): Quantity => ({
  kind: 'measure',
  measure: 'fields',
  part: 'numerator',
  at,
});
const measures = [
  { id: 'fields', title: 'Fields', numerator: 'hectares', numeratorUnit: 'hectare', clause: 'm' },
  { id: 'other', title: 'Other', numerator: 'hectares', numeratorUnit: 'hectare', clause: 'm' },
];

/** What each practice is told of every period up to one. */
function told(
  of: Quantity,
  given: readonly Given[],
  period = 'Q1',
  asAt = '2016-04-30',
  more: Partial<Facts> = {},
  asked: Partial<Scheme> = {},
) {
  const paying = scheme([component('c', { kind: 'quantity', of, clause: '1' }, { schedule: eachPeriod })], {
    measures,
    joining: { prorate: 'none', list: 'first-after', clause: 'joining' },
    leaving: { notice: null, prorate: 'none', clause: 'leaving' },
    ...asked,
  });
  const accounts = run(paying, { ...facts(given), ...more }, period, asAt);
  return accounts.map((account) => {
    const reasons = account.lines[0]?.positions.flatMap(({ unpaid }) => unpaid.map(({ reason }) => reason)) ?? [];
    return [...tell(account, 'c'), ...reasons].join(' | ');
  });
}

const line = (item: string, hectares: string, asAt = '2015-05-01', measure = 'fields'): MeasureRow => ({
  ...measured(measure, asAt, hectares, '1'),
  item,
});

describe('a quantity for each line', () => {
  // £1 for each of the first 10 hectares of a line.
  const upToTen: Quantity = {
    kind: 'each-line',
    measure: 'fields',
    at: 'latest',
    of: { kind: 'least', of: [pound(fields('latest')), { kind: 'pounds', pounds: ratio(10) }] },
  };

  it('is worked out by its own row, the latest of each line, and added up', () => {
    const rows = [line('b', '4'), line('a', '25'), line('b', '6', '2015-06-01'), line('c', '9', '2015-05-01', 'other')];
    expect(told(upToTen, [{ patients: 1, measures: rows }])).toEqual(['Q1 released 16.00 payment 16.00']);
    const turned = [...rows].reverse();
    expect(told(upToTen, [{ patients: 1, measures: turned }])).toEqual(['Q1 released 16.00 payment 16.00']);
  });

  it('waits without a line, and names the line of which something is missing', () => {
    expect(told(upToTen, [{ patients: 1 }])).toEqual(['Q1 withheld 0.00 [withheld 0.00] | no line of fields yet']);
    const both: Quantity = { ...upToTen, of: pound({ ...fields('latest'), measure: 'other' } as Quantity) };
    expect(told(both, [{ patients: 1, measures: [line('a', '3')] }])).toEqual([
      'Q1 withheld 0.00 [withheld 0.00] | a: no figure for other yet',
    ]);
  });

  it('sees every other figure in each line', () => {
    const both: Quantity = {
      ...upToTen,
      of: { kind: 'sum', of: [pound(fields('latest')), pound({ ...fields('latest'), measure: 'other' } as Quantity)] },
    };
    const rows = [line('a', '3'), line('b', '4'), measured('other', '2015-05-01', '20', '1')];
    // 23 and 24.
    expect(told(both, [{ patients: 1, measures: rows }])).toEqual(['Q1 released 47.00 payment 47.00']);
  });

  it('takes the rows of a day', () => {
    const inMay: Quantity = { ...upToTen, at: day('2015-05-01'), of: pound(fields('latest')) };
    const rows = [line('a', '1', '2015-05-01'), line('b', '2', '2015-06-30'), line('a', '4', '2015-06-30')];
    expect(told(inMay, [{ patients: 1, measures: rows }])).toEqual(['Q1 released 1.00 payment 1.00']);
  });

  it('has its lines added up where it is asked for as a whole, beside a measure without lines', () => {
    const asked = { measures: measures.map((each) => ({ ...each, ...(each.id === 'fields' && { lines: true }) })) };
    const rows = [line('a', '3'), line('b', '4'), line('b', '5', '2015-06-01'), line('c', '9', '2015-05-01', 'other')];
    const sum = (given: readonly MeasureRow[], at: Parameters<typeof fields>[0]) =>
      told(pound(fields(at)), [{ patients: 1, measures: given }], 'Q1', '2016-04-30', {}, asked)[0];
    expect(sum(rows, 'latest')).toBe('Q1 released 8.00 payment 8.00');
    expect(
      told(
        pound({ ...fields('latest'), at: day('2015-05-02') } as Quantity),
        [{ patients: 1, measures: rows }],
        'Q1',
        '2016-04-30',
        {},
        asked,
      ),
    ).toEqual(['Q1 withheld 0.00 [withheld 0.00] | no figure for fields at 2015-05-02 yet']);
    expect(sum([], 'latest')).toBe('Q1 withheld 0.00 [withheld 0.00] | no figure for fields yet');
    expect(sum([line('a', '3', '2015-07-01')], 'each-period')).toBe(
      'Q1 withheld 0.00 [withheld 0.00] | no figure for fields in Q1 yet',
    );
  });

  it('takes the rows of a period, its first and last day among them', () => {
    const anew: Quantity = { ...upToTen, at: 'each-period', of: pound(fields('each-period')) };
    const rows = [
      line('a', '1', '2015-04-01'),
      line('b', '2', '2015-06-30'),
      line('c', '4', '2015-07-01'),
      line('d', '8', '2015-03-31'),
    ];
    expect(told(anew, [{ patients: 1, measures: rows }], 'Q2')).toEqual([
      'Q1 released 3.00 payment 3.00 | Q2 released 4.00 payment 4.00',
    ]);
  });
});

describe('figures to date', () => {
  const toDate = pound(fields('to-date'));
  const row = (asAt: string, hectares: string) => measured('fields', asAt, hectares, '1');

  it('wait for the figure of every period, the earlier ones too', () => {
    const rows = [row('2015-06-30', '3'), row('2015-12-31', '5')];
    expect(told(toDate, [{ patients: 1, measures: rows }], 'Q3')).toEqual([
      'Q1 released 3.00 payment 3.00 | Q2 withheld 0.00 [withheld 0.00] | Q3 withheld 0.00 [withheld 0.00]' +
        ' | no figure for fields in Q2 yet | no figure for fields in Q2 yet',
    ]);
  });

  it('have another number stand in for one that is missing, where the scheme says so, and for no other', () => {
    const standing = pound({ ...fields('to-date'), ifMissing: ratio(7) } as Quantity);
    const rows = [row('2015-06-30', '3'), row('2015-12-31', '5')];
    expect(told(standing, [{ patients: 1, measures: rows }], 'Q3')).toEqual([
      'Q1 released 3.00 payment 3.00 | Q2 released 7.00 payment 7.00 | Q3 released 5.00 payment 5.00',
    ]);
  });
});

it('the latest figure is that of the latest day, in whatever order the rows are written', () => {
  const rows = ['2015-05-01', '2015-06-01', '2015-04-01'].map((on, place) =>
    measured('fields', on, `${place + 3}`, '1'),
  );
  expect(told(pound(fields('latest')), [{ patients: 1, measures: rows }])).toEqual(['Q1 released 4.00 payment 4.00']);
});

it('a share to date is one of all numerators by all denominators', () => {
  // 3 of 10 and 5 of 40: 8 of 50 of £100.
  const share: Quantity = { kind: 'measure', measure: 'both', part: 'share', at: 'to-date', zeroDenominator: ratio(0) };
  const of: Quantity = { kind: 'rate', pounds: ratio(100), for: share };
  const rows = [measured('both', '2015-06-30', '3', '10'), measured('both', '2015-09-30', '5', '40')];
  const both = { id: 'both', title: 'Both', numerator: 'n', denominator: 'd', clause: 'm' };
  expect(told(of, [{ patients: 1, measures: rows }], 'Q2', '2016-04-30', {}, { measures: [both] })).toEqual([
    'Q1 released 30.00 payment 16.00 [set-off 14.00] | Q2 released -14.00 [set-off -14.00] | ' +
      'makes up for what Q2 gives back, and is not paid first | made up for by what is not paid for Q1',
  ]);
});

it('the day on which evidence came is that of its first row, of the period where it is asked for by period', () => {
  const worth = (perPeriod: boolean, ...rows: readonly EvidenceRow[]) => {
    const of: Quantity = {
      kind: 'over-time',
      by: { received: 'plan' },
      values: [
        { from: day('2015-01-01'), is: { kind: 'pounds', pounds: ratio(9) }, clause: '1' },
        { from: day('2015-06-01'), is: { kind: 'pounds', pounds: ratio(5) }, clause: '1' },
        { from: day('2015-07-01'), is: { kind: 'pounds', pounds: ratio(0) }, clause: '1' },
      ],
    };
    const asked = { evidence: [evidence('plan', { perPeriod }), evidence('other')] };
    return told(of, [{ patients: 1, evidence: rows }], 'Q1', '2015-06-30', {}, asked)[0]?.slice(0, 16);
  };
  const plan = (on: string, period: string | null = null) => received('plan', on, { period });
  expect(worth(false, plan('2015-06-10'), plan('2015-05-31'))).toBe('Q1 released 9.00');
  expect(worth(false, received('other', '2015-05-31'), plan('2015-06-01'))).toBe('Q1 released 5.00');
  expect(worth(false, plan('2015-05-31', 'Q2'), plan('2015-06-01', 'Q1'))).toBe('Q1 released 9.00');
  expect(worth(true, plan('2015-05-31', 'Q2'), plan('2015-06-01', 'Q1'))).toBe('Q1 released 5.00');
  expect(worth(true, plan('2015-05-31'), plan('2015-06-01', 'Q1'))).toBe('Q1 released 9.00');
  expect(worth(true, plan('2015-05-31', 'Q2'))).toBe('Q1 withheld 0.00');
});

describe('figures of several added up', () => {
  // £1 for each patient, or hectare, of all, shared by the lists of the scheme: those of two are alike.
  const shared = (of: Quantity, given: readonly Given[], more: Partial<Facts> = {}, isOfTheYear = false) => {
    const value = { kind: 'shared', of: pound(of), by: null, within: 'all', clause: '1' } as const;
    const paying = scheme([component('c', value, isOfTheYear ? {} : { schedule: eachPeriod })], {
      measures,
      leaving: { notice: null, prorate: 'none', clause: 'leaving' },
    });
    return run(paying, { ...facts(given), ...more }, 'Q1', '2015-10-01').map((account) => {
      const reasons = account.lines[0]?.positions.flatMap(({ unpaid }) => unpaid.map(({ reason }) => reason)) ?? [];
      return [...tell(account, 'c'), ...reasons].join(' | ');
    });
  };
  const lists = (...patients: readonly (number | null)[]): Partial<Facts> => ({
    otherLists: new Map(
      patients.map((each, index) => [
        `Z0000${index + 1}`,
        each === null ? [] : [{ population: 'registered', asAt: day('2015-04-01'), patients: ratio(each), line: 2 }],
      ]),
    ),
  });
  const anew: Quantity = { kind: 'patients', at: 'each-period' };
  const two: Given[] = [{ patients: 1 }, { patients: 1 }];

  it('are those of all patients, and wait for every list', () => {
    expect(shared(anew, two, lists(30, 50))).toEqual([
      'Q1 released 40.00 payment 40.00',
      'Q1 released 40.00 payment 40.00',
    ]);
    const waits = 'Q1 withheld 0.00 [withheld 0.00] | no registered list at 2015-04-01 yet: missing of Z00002';
    expect(shared(anew, two, lists(30, null))).toEqual([waits, waits]);
  });

  it('are none where nobody has joined yet', () => {
    const joined = (patients: number): Given => ({ patients, practice: { joinedOn: day('2015-07-01') } });
    const value = { kind: 'shared', of: pound(anew), by: null, within: 'all', clause: '1' } as const;
    const joining = { prorate: 'none', list: 'first-after', clause: 'joining' } as const;
    const paying = scheme([component('c', value, { schedule: eachPeriod })], { joining });
    const list = (patients: number) => [
      { population: 'registered', asAt: day('2015-07-01'), patients: ratio(patients), line: 2 },
    ];
    const otherLists = new Map([
      ['Z00001', list(30)],
      ['Z00002', list(50)],
    ]);
    const known = { ...facts([joined(30), joined(50)]), otherLists, firstLists: otherLists };
    expect(run(paying, known, 'Q2', '2015-10-15').map((account) => tell(account, 'c'))).toEqual([
      ['Q1 released 0.00', 'Q2 released 30.00 payment 30.00'],
      ['Q1 released 0.00', 'Q2 released 50.00 payment 50.00'],
    ]);
  });

  it('are those of the latest day, and wait where nobody has one', () => {
    const has = (hectares: string, on: string): Given => ({
      patients: 1,
      measures: [measured('fields', on, hectares, '1')],
    });
    expect(shared(fields('latest'), [has('3', '2015-05-01'), has('5', '2015-04-01')])).toEqual([
      'Q1 released 4.00 payment 4.00',
      'Q1 released 4.00 payment 4.00',
    ]);
    const value = { kind: 'shared', of: pound(fields('latest')), by: null, within: 'all', clause: '1' } as const;
    const paying = scheme([component('c', value, { schedule: eachPeriod })], { measures });
    const [first] = run(paying, facts([has('3', '2015-04-01'), has('5', '2015-05-01')]), 'Q1', '2015-10-01');
    const told = first?.lines.flatMap(({ steps, positions }) => [...steps, ...positions.flatMap((each) => each.steps)]);
    expect(told?.map(({ formula }) => formula).filter((each) => each.includes('hectares'))).toEqual([
      '8 hectares (fields at 2015-05-01) × £1.00',
    ]);
    // In a value of the whole year nobody waits for who has left, unless nobody has one.
    const left = { patients: 1, practice: { leftOn: day('2015-04-10') } };
    const year = (of: Quantity, ...given: readonly Given[]) => shared(of, given, {}, true)[0];
    expect(year(fields('latest'), has('16', '2015-05-01'), left)).toBe('Q1 released 2.00 payment 2.00');
    expect(year(fields('latest'), left, left)).toBe(
      'Q1 withheld 0.00 [withheld 0.00] | nobody has a figure for fields',
    );
    expect(year({ kind: 'patients', at: day('2015-05-01') }, left, left)).toBe(
      'Q1 withheld 0.00 [withheld 0.00] | nobody has such a list',
    );
  });
});

describe('a figure of all', () => {
  const of = (how: 'total' | 'average' | 'least' | 'greatest'): Quantity =>
    pound({ kind: 'of-all', how, of: fields('latest') });
  const has = (hectares: string, practice: Given['practice'] = {}): Given => ({
    patients: 1,
    practice,
    measures: [measured('fields', '2015-04-01', hectares, '1')],
  });

  it.each([
    ['total', '19.00'],
    ['average', '6.33'],
    ['least', '2.00'],
    ['greatest', '12.00'],
  ] as const)('is the %s, the same for each', (how, pounds) => {
    const line = `Q1 released ${pounds} payment ${pounds}`;
    expect(told(of(how), [has('5'), has('2'), has('12')])).toEqual([line, line, line]);
  });

  it('says of how many it is', () => {
    const value = { kind: 'quantity', of: of('average'), clause: '1' } as const;
    const [account] = run(
      scheme([component('c', value)], { measures }),
      facts([has('5'), has('2'), has('12')]),
      'Q1',
      '2015-10-01',
    );
    expect(account?.lines[0]?.steps.map(({ formula }) => formula)[0]).toBe(
      'the average of all 3 that take part = about 6.33 hectares',
    );
  });

  it('of each period is of those who had joined by its first day, that very day included', () => {
    const each = pound({ kind: 'of-all', how: 'total', of: fields('each-period') });
    const rows = ['2015-06-30', '2015-09-30'].map((on) => measured('fields', on, '5', '1'));
    const joined = (on: string): Given => ({
      patients: 1,
      practice: { joinedOn: day(on) },
      measures: [measured('fields', '2015-09-30', '12', '1')],
    });
    const first = (...given: readonly Given[]) => told(each, [{ patients: 1, measures: rows }, ...given], 'Q2')[0];
    expect(first(joined('2015-07-01'))).toBe('Q1 released 5.00 payment 5.00 | Q2 released 17.00 payment 17.00');
    expect(first(joined('2015-07-02'))).toBe('Q1 released 5.00 payment 5.00 | Q2 released 5.00 payment 5.00');
  });

  it('is of those who had not left before it, that very day included', () => {
    const each = pound({ kind: 'of-all', how: 'total', of: fields('each-period') });
    const rows = ['2015-06-30', '2015-09-30'].map((on) => measured('fields', on, '5', '1'));
    const left = (on: string): Given => ({ patients: 1, practice: { leftOn: day(on) }, measures: rows });
    const first = (on: string) => told(each, [{ patients: 1, measures: rows }, left(on)], 'Q2')[0];
    expect(first('2015-07-01')).toBe('Q1 released 10.00 payment 10.00 | Q2 released 10.00 payment 10.00');
    expect(first('2015-06-30')).toBe('Q1 released 10.00 payment 10.00 | Q2 released 5.00 payment 5.00');
  });

  it('waits for one who is to leave, and for nobody who has left, the last day included', () => {
    const leaves = { patients: 1, practice: { leftOn: day('2015-06-10') } };
    const notice = { patients: 1, practice: { noticeOn: day('2015-05-14') } };
    const asAt = (on: string, second: Given) => told(of('total'), [has('5'), second], 'Q1', on)[0];
    const waits = 'Q1 withheld 0.00 [withheld 0.00] | no figure for fields yet: missing of Z00002';
    // A leaving of a later day is not known; one by notice of 28 days, to 11 June, is.
    expect(asAt('2015-06-09', leaves)).toBe(waits);
    expect(asAt('2015-06-10', leaves)).toBe('Q1 released 5.00 payment 5.00');
    const byNotice = (on: string) =>
      told(
        of('total'),
        [has('5'), notice],
        'Q1',
        on,
        {},
        { leaving: { notice: { days: 28 }, prorate: 'none', clause: '8' } },
      )[0];
    expect(byNotice('2015-06-10')).toBe(waits);
    expect(byNotice('2015-06-11')).toBe('Q1 released 5.00 payment 5.00');
  });

  it('is a place from the lowest or the highest, the better one for equal figures', () => {
    const rank = (from: 'lowest' | 'highest') =>
      told(pound({ kind: 'rank', of: fields('latest'), from }), [has('5'), has('2'), has('12'), has('5')]).map((each) =>
        each.slice(12, 16),
      );
    expect(rank('lowest')).toEqual(['2.00', '1.00', '4.00', '2.00']);
    expect(rank('highest')).toEqual(['2.00', '4.00', '1.00', '2.00']);
    const waits = told(pound({ kind: 'rank', of: fields('latest'), from: 'lowest' }), [has('5'), { patients: 1 }]);
    expect(waits).toEqual([
      'Q1 withheld 0.00 [withheld 0.00] | no figure for fields yet: missing of Z00002',
      'Q1 withheld 0.00 [withheld 0.00] | no figure for fields yet',
    ]);
  });

  it('names three of whom figures are missing, and how many more', () => {
    const without = (many: number) =>
      told(of('least'), [has('5'), ...Array.from({ length: many }, () => ({ patients: 1 }))])[0]?.split(': ')[1];
    expect([2, 3, 4, 5].map(without)).toEqual([
      'missing of Z00002 and Z00003',
      'missing of Z00002, Z00003 and Z00004',
      'missing of Z00002, Z00003, Z00004 and 1 more',
      'missing of Z00002, Z00003, Z00004 and 2 more',
    ]);
  });

  it('waits for every figure, and names whose is missing', () => {
    expect(told(of('least'), [has('5'), { patients: 1 }])[0]).toBe(
      'Q1 withheld 0.00 [withheld 0.00] | no figure for fields yet: missing of Z00002',
    );
  });
});

describe('a list', () => {
  const lists = (...rows: readonly (readonly [string, string, number])[]): ReadonlyMap<string, readonly OtherList[]> =>
    new Map([
      [
        'Z00001',
        rows.map(([population, asAt, patients]) => ({
          population,
          asAt: day(asAt),
          patients: ratio(patients),
          line: 2,
        })),
      ],
    ]);
  const atQuarter: Quantity = pound({ kind: 'patients', at: 'each-period' });
  const over75: Quantity = pound({ kind: 'patients', population: 'over-75' });

  it('is that of the first day of each period, once it is known', () => {
    const otherLists = lists(['registered', '2015-04-01', 30], ['registered', '2015-07-01', 40]);
    expect(told(atQuarter, [{ patients: 20 }], 'Q2', '2015-07-01', { otherLists })).toEqual([
      'Q1 released 30.00 payment 30.00 | Q2 released 40.00 payment 40.00',
    ]);
    expect(told(atQuarter, [{ patients: 20 }], 'Q1', '2015-07-01', { otherLists: lists() })).toEqual([
      'Q1 withheld 0.00 [withheld 0.00] | no registered list at 2015-04-01 yet',
    ]);
  });

  it('is that of the first day of its quarter, where the scheme says so', () => {
    const quarterly: Quantity = pound({ kind: 'patients', at: 'each-quarter' });
    const otherLists = lists(['registered', '2015-04-01', 30], ['registered', '2015-07-01', 40]);
    expect(told(quarterly, [{ patients: 20 }], 'Q2', '2015-07-01', { otherLists })).toEqual([
      'Q1 released 30.00 payment 30.00 | Q2 released 40.00 payment 40.00',
    ]);
  });

  it('of a day does not exist before it', () => {
    const inMay: Quantity = pound({ kind: 'patients', at: day('2015-05-01') });
    const otherLists = lists(['registered', '2015-05-01', 30]);
    expect(told(inMay, [{ patients: 20 }], 'Q1', '2015-04-30', { otherLists })).toEqual([
      'Q1 withheld 0.00 [withheld 0.00] | no registered list at 2015-05-01 yet',
    ]);
    expect(told(inMay, [{ patients: 20 }], 'Q1', '2015-05-01', { otherLists })).toEqual([
      'Q1 released 30.00 payment 30.00',
    ]);
  });

  it('of the date of the scheme is that of the scheme, also by its day, or of one that is accepted in its place', () => {
    const at = (on: string) => pound({ kind: 'patients', at: day(on) });
    expect(told(at('2015-03-31'), [{ patients: 20 }])).toEqual(['Q1 released 20.00 payment 20.00']);
    const population = {
      kind: 'registered',
      at: day('2015-03-31'),
      acceptedInstead: [day('2015-04-02')],
      clause: 'population',
    };
    const of = (on: string, otherLists: Facts['otherLists'] = lists()) =>
      told(over75, [{ patients: 20 }], 'Q1', '2015-07-01', { otherLists }, { population })[0] ?? on;
    expect(of('over-75', lists(['over-75', '2015-04-02', 7]))).toBe('Q1 released 7.00 payment 7.00');
    expect(of('over-75', lists(['over-75', '2015-04-02', 7], ['over-75', '2015-03-31', 8]))).toBe(
      'Q1 released 8.00 payment 8.00',
    );
    expect(of('over-75')).toBe('Q1 withheld 0.00 [withheld 0.00] | no over-75 list at 2015-03-31 or 2015-04-02 yet');
  });

  it('is that of its own population', () => {
    const otherLists = lists(['under-5', '2015-03-31', 9], ['over-75', '2015-03-31', 11]);
    expect(told(over75, [{ patients: 20 }], 'Q1', '2015-07-01', { otherLists })).toEqual([
      'Q1 released 11.00 payment 11.00',
    ]);
  });

  it('of a joiner is the first after it joined, of its population, at the date of the scheme and at every one before it joined', () => {
    const given = [{ patients: 20, practice: { joinedOn: day('2015-07-01') } }];
    const patients = pound({ kind: 'patients' });
    // That of the population of the scheme is found when the lists are read.
    expect(
      told(patients, given, 'Q2', '2015-10-01', { firstLists: lists(['registered', '2015-07-10', 30]) })[0],
    ).toContain('Q2 released 20.00');
    expect(told(over75, given, 'Q2', '2015-10-01', { firstLists: lists(['under-5', '2015-07-10', 9]) })[0]).toContain(
      'no over-75 list at 2015-03-31 yet',
    );
    const firstLists = lists(['under-5', '2015-07-10', 9], ['over-75', '2015-07-15', 13]);
    const otherLists = lists(['over-75', '2015-03-31', 99], ['under-5', '2015-03-31', 98]);
    expect(told(over75, given, 'Q2', '2015-10-01', { firstLists, otherLists })).toEqual([
      'Q1 released 0.00 [before-joining 13.00] | Q2 released 13.00 payment 13.00 | joined on 2015-07-01, after Q1 ended',
    ]);
  });
});

it('a list of a day after a joiner began, or of that very day, is its own of that day', () => {
  const given = [{ patients: 20, practice: { joinedOn: day('2015-05-01') } }];
  const list = (asAt: string, patients: number): OtherList => ({
    population: 'registered',
    asAt: day(asAt),
    patients: ratio(patients),
    line: 2,
  });
  const at = (on: string, ...own: readonly OtherList[]) =>
    told(pound({ kind: 'patients', at: day(on) }), given, 'Q2', '2015-10-01', {
      firstLists: new Map([['Z00001', [list('2015-05-10', 30)]]]),
      otherLists: new Map([['Z00001', own]]),
    })[0]
      ?.split(' | ')[1]
      ?.slice(0, 17);
  expect(at('2015-04-30', list('2015-04-30', 99))).toBe('Q2 released 30.00');
  expect(at('2015-05-01', list('2015-05-01', 31))).toBe('Q2 released 31.00');
  expect(at('2015-06-01', list('2015-06-01', 32))).toBe('Q2 released 32.00');
  expect(at('2015-06-01')).toBe('Q2 withheld 0.00 ');
});

it('counts no patients of a joiner where the scheme has no list of one', () => {
  const perPatient: Quantity = pound({ kind: 'patients', population: 'over-75' });
  const paying = scheme([component('c', { kind: 'quantity', of: perPatient, clause: '1' }, { schedule: eachPeriod })], {
    joining: { prorate: 'none', list: 'none', clause: 'joining' },
  });
  const joined = (on: string | null) =>
    tell(
      run(
        paying,
        facts([{ patients: 20, practice: { joinedOn: on === null ? null : day(on) } }]),
        'Q2',
        '2015-10-15',
      )[0],
      'c',
    )[1];
  expect(joined('2015-07-01')).toBe('Q2 released 0.00');
  // Of who was there when the term began the list is waited for.
  expect(joined('2015-04-01')).toBe('Q2 withheld 0.00 [withheld 0.00]');
  expect(joined(null)).toBe('Q2 withheld 0.00 [withheld 0.00]');
});

describe('events of some days', () => {
  it('are counted each, up to the end of the period', () => {
    const fromMay: Quantity = pound({ kind: 'events', event: 'visit', from: day('2015-05-01') });
    const paying = scheme([component('c', { kind: 'quantity', of: fromMay, clause: '1' }, { schedule: null })]);
    const claims = ['2015-04-30', '2015-05-01', '2015-05-02', '2015-07-01'].map((on, index) =>
      claim('visit', on, on, { line: index + 2 }),
    );
    const [account] = run(paying, facts([{ patients: 1 }]), 'Q2', '2016-04-30', claims);
    expect(tell(account, 'c')).toEqual(['Q1 released 2.00 payment 2.00', 'Q2 released 1.00 payment 1.00']);
  });

  it('claimed are paid up to each ceiling: of a claim, of a person and of a period', () => {
    const claimed = (per: readonly ('claim' | 'person' | 'period')[], days: DaysOfEvents = {}) => {
      const of: Quantity = { kind: 'claimed', event: 'cover', ceilings: [{ per, pounds: ratio(10) }], ...days };
      const paying = scheme([component('c', { kind: 'quantity', of, clause: '1' }, { schedule: null })]);
      const cover = (on: string, person: string, amount: bigint, place: number) => ({
        ...claim('cover', on, on, { line: place, eventId: `${place}` }),
        person,
        amount: amount as never,
      });
      const claims = [
        cover('2015-04-30', 'A', 800n, 2),
        cover('2015-05-01', 'A', 1200n, 3),
        cover('2015-05-02', 'B', 700n, 4),
        cover('2015-07-01', 'A', 500n, 5),
      ];
      const [account] = run(paying, facts([{ patients: 1 }]), 'Q2', '2016-04-30', claims);
      return tell(account, 'c');
    };
    const claimedWith = (...per: Parameters<typeof claimed>[0]) => claimed(per);
    expect(claimedWith('claim')).toEqual([
      'Q1 released 25.00 payment 25.00 [capped 2.00]',
      'Q2 released 5.00 payment 5.00',
    ]);
    expect(claimedWith('person')).toEqual([
      'Q1 released 17.00 payment 17.00 [capped 10.00]',
      'Q2 released 0.00 [capped 5.00]',
    ]);
    expect(claimedWith('period')).toEqual([
      'Q1 released 10.00 payment 10.00 [capped 17.00]',
      'Q2 released 5.00 payment 5.00',
    ]);
    expect(claimedWith('person', 'period')).toEqual([
      'Q1 released 17.00 payment 17.00 [capped 10.00]',
      'Q2 released 5.00 payment 5.00',
    ]);
    // Of the days from May on: 12.00 and 7.00, of which the first is cut to 10.00.
    expect(claimed(['claim'], { from: day('2015-05-01') })).toEqual([
      'Q1 released 17.00 payment 17.00 [capped 2.00]',
      'Q2 released 5.00 payment 5.00',
    ]);
  });
});

describe('the words of a step', () => {
  /** How the value of the last period is worked out. */
  function stepsOf(
    of: Quantity,
    given: Given,
    period = 'Q1',
    claims: readonly Claim[] = [],
    limits: Partial<Scheme> = {},
  ) {
    const schedule = { ...eachPeriod, clause: '1' };
    const paying = scheme([component('c', { kind: 'quantity', of, clause: '1' }, { schedule })], {
      measures,
      ...limits,
    });
    const [account] = run(paying, facts([given]), period, '2016-04-30', claims);
    const [line] = account?.lines ?? [];
    const all = [...(line?.steps ?? []), ...(line?.positions.at(-1)?.steps ?? [])];
    return all.flatMap(({ step, formula }) => (step === 'quantity' || step === 'value' ? [formula] : []));
  }
  const given = (...rows: readonly MeasureRow[]): Given => ({ patients: 1, measures: rows });

  it('names six lines in order, each with its own steps, and how many more there are', () => {
    const each: Quantity = { kind: 'each-line', measure: 'fields', at: 'latest', of: pound(fields('latest')) };
    const rows = ['h', 'b', 'c', 'd', 'e', 'f', 'g', 'a'].map((item) => line(item, '3'));
    const three = '3 hectares (fields at 2015-05-01) × £1.00 = £3.00';
    const all = stepsOf(each, given(...rows));
    expect(all?.slice(0, 2)).toEqual([`a: ${three}`, `b: ${three}`]);
    const of = (...items: readonly string[]) => items.map((item) => `£3.00 for ${item}`).join(' + ');
    expect(all?.at(-1)).toBe(`${of('a', 'b', 'c', 'd', 'e', 'f')} + that of 2 more`);
    expect(stepsOf(each, given(...rows.slice(1, 7)))?.at(-1)).toBe(of('b', 'c', 'd', 'e', 'f', 'g'));
  });

  it('says of figures to date up to when, and which of them is another number', () => {
    const toDate = pound({ ...fields('to-date'), ifMissing: ratio(7) } as Quantity);
    const rows = [measured('fields', '2015-06-30', '3', '1'), measured('fields', '2015-12-31', '5', '1')];
    expect(stepsOf(toDate, given(...rows), 'Q3')).toEqual([
      '15 hectares (fields up to the end of Q3, 7 as there is none of Q2) × £1.00',
    ]);
  });

  it('says of a figure of the period before of which it is, and that there is none before the first', () => {
    const before = pound({ ...fields('latest'), at: { periodsBefore: 1 } } as Quantity);
    const rows = given(measured('fields', '2015-06-30', '3', '1'));
    expect(stepsOf(before, rows)).toEqual(['0 hectares (fields before Q1, nothing) × £1.00']);
    expect(stepsOf(before, rows, 'Q2')).toEqual(['3 hectares (fields at 2015-06-30) × £1.00']);
  });

  it('says of events of which period and days they are', () => {
    const events = (more: object) => pound({ kind: 'events', event: 'visit', ...more } as Quantity);
    const claims = ['2015-04-30', '2015-05-01', '2015-07-01'].map((on) => claim('visit', on, on));
    const of = (more: object, period: string) => stepsOf(events(more), given(), period, claims).at(-1)?.split(' × ')[0];
    expect(of({ at: 'each-period' }, 'Q1')).toBe('2 events (visit, in Q1)');
    expect(of({ at: { periodsBefore: 1 } }, 'Q1')).toBe('0 events (visit, before Q1)');
    expect(of({ at: { periodsBefore: 1 } }, 'Q2')).toBe('2 events (visit, in Q1)');
    expect(of({ at: 'each-period', from: day('2015-05-01') }, 'Q1')).toBe('1 event (visit, in Q1, from 1 May 2015)');
  });

  it('says of what was claimed how much it was, where a ceiling cuts it', () => {
    const of = (pounds: number): Quantity => ({
      kind: 'claimed',
      event: 'cover',
      at: 'each-period',
      ceilings: [{ per: ['claim'], pounds: ratio(pounds) }],
    });
    const cover = { ...claim('cover', '2015-05-01', '2015-05-01'), amount: pence(12_00) };
    const says = (pounds: number) => stepsOf({ kind: 'sum', of: [of(pounds)] }, given(), 'Q1', [cover]).at(-1);
    expect(says(10)).toBe('£10.00 (cover, in Q1, of £12.00 claimed)');
    expect(says(12)).toBe('£12.00 (cover, in Q1)');
  });

  it('says of all who they are, and which place a figure has', () => {
    const total: Quantity = { kind: 'of-all', how: 'total', of: fields('latest') };
    const rank: Quantity = { kind: 'rank', of: fields('latest'), from: 'highest' };
    const own = given(measured('fields', '2015-04-01', '5', '1'));
    const sums = pound({ kind: 'rank', of: { kind: 'sum', of: [fields('latest')] }, from: 'lowest' });
    expect(stepsOf(sums, own)).toEqual([
      '5 hectares (fields at 2015-04-01) = 5 hectares',
      '5 hectares has place 1 of 1, from the lowest = 1 place',
      '1 place × £1.00',
    ]);
    const lines = { measures: measures.map((each) => ({ ...each, ...(each.id === 'fields' && { lines: true }) })) };
    const two = given(line('a', '3'), line('b', '5', '2015-06-01'), line('c', '1'));
    expect(stepsOf(pound(fields('latest')), two, 'Q1', [], lines)).toEqual([
      '9 hectares (fields at 2015-06-01) × £1.00',
    ]);
    expect(stepsOf(pound(total), own)?.[0]).toBe('the total of the one that takes part = 5 hectares');
    expect(stepsOf(pound(rank), own)?.[0]).toBe('5 hectares has place 1 of 1, from the highest = 1 place');
  });
});
