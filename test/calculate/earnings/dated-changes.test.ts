import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../../src/calculate/claims/claim-judge.ts';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Adjustment, Component, Value } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, type Given, judgeAll, measured, run, tell } from '../../make/facts.ts';
import { component, scheme } from '../../make/scheme.ts';

const jabs: Quantity = { kind: 'events', event: 'jab' };
const tenAJab: Quantity = { kind: 'rate', pounds: ratio(10), for: jabs };
const pounds = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number) });
const income: Quantity = { kind: 'measure', measure: 'income', part: 'numerator', at: 'each-period' };
const value = (of: Quantity): Value => ({ kind: 'quantity', of, clause: '1' });
const overTime = (...values: readonly (readonly [string, Quantity])[]): Quantity => ({
  kind: 'over-time',
  values: values.map(([from, is]) => ({ from: day(from), is, clause: 'letter' })),
});
const adjustment = (given: object): Adjustment =>
  ({ id: 'a', title: 'A', clause: '2', ...given }) as unknown as Adjustment;

/** The first day of each quarter, and how many jabs were given in each. */
const firstDays = ['2015-04-01', '2015-07-01', '2015-10-01', '2016-01-01'];
const jabsIn = (...counts: readonly number[]) =>
  counts.flatMap((count, q) =>
    Array.from({ length: count }, (_, n) =>
      claim('jab', firstDays[q] ?? '', firstDays[q] ?? '', { eventId: `${q}-${n}`, line: q * 10 + n + 2 }),
    ),
  );

function told(of: Quantity, counts: readonly number[], more: Partial<Component> = {}, given: Partial<Given> = {}) {
  const paying = scheme([component('c', value(of), { schedule: null, ...more })], {
    measures: [{ id: 'income', title: 'i', numerator: 'n', denominator: 'd', numeratorUnit: 'pound', clause: 'm' }],
  });
  return tell(run(paying, facts([{ patients: 1, ...given }]), 'Q4', '2016-04-30', jabsIn(...counts))[0], 'c');
}

describe('what changes from a day', () => {
  it('prices the events of its own periods: three at £10, one at £12', () => {
    const price = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), per: 'event' });
    const of: Quantity = {
      kind: 'product',
      of: [overTime(['2015-04-01', price(10)], ['2015-07-01', price(12)]), jabs],
    };
    expect(told(of, [3, 1])).toEqual([
      'Q1 released 30.00 payment 30.00',
      'Q2 released 12.00 payment 12.00',
      'Q3 released 0.00',
      'Q4 released 0.00',
    ]);
  });

  it('keeps what was earned at a higher price, up to a ceiling around the whole of it', () => {
    // Three at £10 and one at £5 are 35.00, of which 32.00 are paid; four at £5 alone would be less than the first three were.
    const price = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), per: 'event' });
    const priced: Quantity = {
      kind: 'product',
      of: [overTime(['2015-04-01', price(10)], ['2015-07-01', price(5)]), jabs],
    };
    const within: Quantity = { kind: 'least', of: [pounds(32), priced] };
    expect(told(within, [3, 1, 1])).toEqual([
      'Q1 released 30.00 payment 30.00',
      'Q2 released 2.00 payment 2.00',
      'Q3 released 0.00',
      'Q4 released 0.00',
    ]);
  });

  it('takes nothing back where it is withdrawn or reduced, and pays later events by the new rule', () => {
    const removed = { adjustments: [adjustment({ kind: 'remove', from: day('2016-01-01') })] };
    expect(told(tenAJab, [3, 3, 0, 2], removed)).toEqual([
      'Q1 released 30.00 payment 30.00',
      'Q2 released 30.00 payment 30.00',
      'Q3 released 0.00',
      'Q4 released 0.00',
    ]);
    const half = {
      kind: 'reduce',
      by: ratio(1, 2),
      roundedTo: null,
      mode: 'half-away-from-zero',
      from: day('2015-10-01'),
    };
    expect(told(tenAJab, [3, 3, 1], { adjustments: [adjustment(half)] })).toEqual([
      'Q1 released 30.00 payment 30.00',
      'Q2 released 30.00 payment 30.00',
      'Q3 released 5.00 payment 5.00',
      'Q4 released 0.00',
    ]);
  });

  it('still sees all events of the term in its tiers', () => {
    // £5 for each of the first three, £3 from the fourth, twice that from July: 18.00; then the fifth at 2 × £3.
    const tiers: Quantity = {
      kind: 'bands',
      how: 'marginal',
      on: jabs,
      bands: [
        { from: ratio(0), is: { kind: 'pounds', pounds: ratio(5), per: 'event' } },
        { from: ratio(3), is: { kind: 'pounds', pounds: ratio(3), per: 'event' } },
      ],
    };
    const twice = { kind: 'multiply', by: { kind: 'number', number: ratio(2) }, from: day('2015-07-01') };
    expect(told(tiers, [4, 1], { adjustments: [adjustment(twice)] }).slice(0, 2)).toEqual([
      'Q1 released 18.00 payment 18.00',
      'Q2 released 6.00 payment 6.00',
    ]);
  });

  it('holds a ceiling and a floor against what is worth to date, and a lower one takes nothing back', () => {
    const ceiling = overTime(['2015-04-01', pounds(25)], ['2015-07-01', pounds(20)], ['2015-10-01', pounds(40)]);
    // 30, 40 and 40 to date: 25; no more than 20, but 25 was reached; then all 40.
    const paid = [
      'Q1 released 25.00 payment 25.00',
      'Q2 released 0.00',
      'Q3 released 15.00 payment 15.00',
      'Q4 released 0.00',
    ];
    expect(told(tenAJab, [3, 1], { adjustments: [adjustment({ kind: 'cap', pounds: ceiling })] })).toEqual(paid);
    expect(told({ kind: 'least', of: [ceiling, tenAJab] }, [3, 1])).toEqual(paid);
    const floor = overTime(['2015-04-01', pounds(15)], ['2015-07-01', pounds(5)]);
    const raised = [
      'Q1 released 15.00 payment 15.00',
      'Q2 released 0.00',
      'Q3 released 5.00 payment 5.00',
      'Q4 released 0.00',
    ];
    expect(told({ kind: 'greatest', of: [tenAJab, floor] }, [1, 0, 1])).toEqual(raised);
    expect(told(tenAJab, [1, 0, 1], { adjustments: [adjustment({ kind: 'floor', pounds: floor })] })).toEqual(raised);
  });

  it('that falls stops at its floor, and not at what it had reached above it', () => {
    // £40 less £10 a jab: 30, 20 and nothing to date, and no less than 15.
    const falls: Quantity = { kind: 'difference', from: pounds(40), less: tenAJab };
    expect(told({ kind: 'greatest', of: [falls, pounds(15)] }, [1, 1, 2])).toEqual([
      'Q1 released 30.00 payment 15.00 [set-off 15.00]',
      'Q2 released -10.00 [set-off -10.00]',
      'Q3 released -5.00 [set-off -5.00]',
      'Q4 released 0.00',
    ]);
  });

  it('holds a ceiling before another adjustment in the formula: twice at most £15', () => {
    const [cap, twice] = [
      adjustment({ kind: 'cap', pounds: pounds(15) }),
      adjustment({ kind: 'multiply', by: { kind: 'number', number: ratio(2) } }),
    ];
    expect(told(tenAJab, [1, 1], { adjustments: [cap, twice] }).slice(0, 2)).toEqual([
      'Q1 released 20.00 payment 20.00',
      'Q2 released 10.00 payment 10.00',
    ]);
  });

  it('takes the less of two that both count events in the formula of each period', () => {
    // £10 and from July £20 a jab, or £15: 20 of 20 and 30; then 45 of 60 and 45 for three, less 30 of 40 and 30 for two.
    const price = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), per: 'event' });
    const dated: Quantity = {
      kind: 'product',
      of: [overTime(['2015-04-01', price(10)], ['2015-07-01', price(20)]), jabs],
    };
    const fifteen: Quantity = { kind: 'rate', pounds: ratio(15), for: jabs };
    expect(told({ kind: 'least', of: [dated, fifteen] }, [2, 1]).slice(0, 2)).toEqual([
      'Q1 released 20.00 payment 20.00',
      'Q2 released 15.00 payment 15.00',
    ]);
  });

  it('tells of a limit where it binds, and of none that does not', () => {
    const [cap, floor] = [
      adjustment({ kind: 'cap', pounds: pounds(25) }),
      adjustment({ kind: 'floor', pounds: pounds(5) }),
    ];
    const reachedBy = (count: number) => {
      const reached: object[] = [];
      const paying = scheme([component('c', value(tenAJab), { schedule: null, adjustments: [floor, cap] })]);
      const [q1] = paying.periods;
      if (!q1) throw new Error('no period');
      const known = facts([{ patients: 1 }]);
      const judge = openClaimJudge(paying, known, day('2015-06-30'));
      judgeAll(judge, known, jabsIn(count));
      const about = {
        period: q1,
        asAt: day('2015-06-30'),
        claims: judge.counted,
        reached: (of: object) => reached.push(of),
      };
      const accounts = [...(calculate(paying, known, about).value?.accounts() ?? [])];
      expect(accounts).toHaveLength(1);
      return [cap, floor].filter((each) => reached.includes(each));
    };
    expect([reachedBy(0), reachedBy(1), reachedBy(3)]).toEqual([[floor], [], [cap]]);
  });

  it('is held by no ceiling before its first day, nor by one that is agreed on later', () => {
    const cap = (more: object) => ({ adjustments: [adjustment({ kind: 'cap', pounds: pounds(25), ...more })] });
    // 30 in Q1, before there is a ceiling; 25 in all from then on takes nothing back.
    const before = ['Q1 released 30.00 payment 30.00', 'Q2 released 0.00', 'Q3 released 0.00', 'Q4 released 0.00'];
    expect(told(tenAJab, [3, 1], cap({ from: day('2015-07-01') }))).toEqual(before);
    const free = ['Q1 released 30.00 payment 30.00', 'Q2 released 10.00 payment 10.00'];
    expect(told(tenAJab, [3, 1], cap({ agreedOn: day('2016-05-01') })).slice(0, 2)).toEqual(free);
    expect(told(tenAJab, [3, 1], cap({ agreedOn: day('2016-04-30') }))[0]).toBe('Q1 released 25.00 payment 25.00');
  });

  it('is part of the formula where another adjustment follows: half of at most £15', () => {
    const half = adjustment({ kind: 'multiply', by: { kind: 'number', number: ratio(1, 2) } });
    const most: Quantity = { kind: 'least', of: [pounds(15), tenAJab] };
    expect(told(most, [2, 1], { adjustments: [half] })).toEqual([
      'Q1 released 7.50 payment 7.50',
      'Q2 released 0.00',
      'Q3 released 0.00',
      'Q4 released 0.00',
    ]);
    // A ceiling after it is held against the half that has come so far.
    const cap = adjustment({ kind: 'cap', pounds: pounds(6) });
    expect(told(most, [1, 1], { adjustments: [half, cap] }).slice(0, 2)).toEqual([
      'Q1 released 5.00 payment 5.00',
      'Q2 released 1.00 payment 1.00',
    ]);
  });

  it('holds a ceiling around figures to date against what is worth to date', () => {
    const toDate: Quantity = { kind: 'measure', measure: 'income', part: 'numerator', at: 'to-date' };
    const ceiling = overTime(['2015-04-01', pounds(25)], ['2015-07-01', pounds(40)]);
    const measures = ['2015-06-30', '2015-09-30', '2015-12-31', '2016-03-31'].map((on, q) =>
      measured('income', on, q === 0 ? '30' : '1', '1'),
    );
    // 30 to date of which 25, and from July 31, 32 and 33 within 40.
    expect(told({ kind: 'least', of: [ceiling, toDate] }, [], {}, { measures })).toEqual([
      'Q1 released 25.00 payment 25.00',
      'Q2 released 6.00 payment 6.00',
      'Q3 released 1.00 payment 1.00',
      'Q4 released 1.00 payment 1.00',
    ]);
  });

  it('begins with all that is counted where the whole value has a first day', () => {
    // £100 less £5 a jab from July: nothing in Q1, then 100.00 − 3 × 5.00.
    const fee: Quantity = {
      kind: 'difference',
      from: pounds(100),
      less: { kind: 'rate', pounds: ratio(5), for: jabs },
    };
    expect(told(overTime(['2015-07-01', fee]), [1, 2, 1])).toEqual(
      [
        'Q1 released 0.00',
        'Q2 released 85.00 payment 85.00',
        'Q3 released -5.00 [set-off -5.00]',
        'Q4 released 0.00',
      ].map((line) => (line.startsWith('Q2') ? 'Q2 released 85.00 payment 80.00 [set-off 5.00]' : line)),
    );
  });
});

describe('a value that as a whole changes from a day', () => {
  const twelve: Quantity = { kind: 'rate', pounds: ratio(12), for: jabs };

  it('holds from the first of its days on: three at £10, and from October one at £12', () => {
    expect(told(overTime(['2015-04-01', tenAJab], ['2015-10-01', twelve]), [2, 1, 1])).toEqual([
      'Q1 released 20.00 payment 20.00',
      'Q2 released 10.00 payment 10.00',
      'Q3 released 12.00 payment 12.00',
      'Q4 released 0.00',
    ]);
  });

  it('does not hold before it was agreed on: the first that does begins with all that is counted', () => {
    const from = (on: string, is: Quantity, agreedOn?: string) => ({
      from: day(on),
      is,
      clause: 'letter',
      ...(agreedOn === undefined ? {} : { agreedOn: day(agreedOn) }),
    });
    const agreed = (on: string): Quantity => ({
      kind: 'over-time',
      values: [from('2015-04-01', tenAJab, on), from('2015-07-01', twelve)],
    });
    // The run is as at 30 April 2016.
    expect(told(agreed('2016-05-01'), [2, 1]).slice(0, 2)).toEqual([
      'Q1 released 0.00',
      'Q2 released 36.00 payment 36.00',
    ]);
    expect(told(agreed('2016-04-30'), [2, 1]).slice(0, 2)).toEqual([
      'Q1 released 20.00 payment 20.00',
      'Q2 released 12.00 payment 12.00',
    ]);
  });

  it('by the own start of a member holds for it from its start, and by days for the days of its first period', () => {
    // £12 for who joins from 15 August on; one that joined on the 20th has a jab five days later.
    const ofCohort: Quantity = { ...overTime(['2015-08-15', twelve]), by: 'start' } as Quantity;
    const joining = { prorate: 'days', list: 'none', clause: 'j' } as const;
    const joiner = facts([{ patients: null, practice: { joinedOn: day('2015-08-20') } }]);
    const paying = scheme([component('c', value(ofCohort), { schedule: null })], { joining });
    const jab = [claim('jab', '2015-08-25', '2015-08-25')];
    expect(tell(run(paying, joiner, 'Q3', '2016-04-30', jab)[0], 'c')).toEqual([
      'Q1 released 0.00',
      'Q2 released 12.00 payment 12.00',
      'Q3 released 0.00',
    ]);
    // £91 for each of the 45 days from 17 May of the 91 of Q1.
    const byDays: Quantity = {
      ...overTime(['2015-05-17', { kind: 'rate', pounds: ratio(91), for: jabs }]),
      byDays: true,
    } as Quantity;
    expect(told(byDays, [1]).slice(0, 2)).toEqual(['Q1 released 45.00 payment 45.00', 'Q2 released 0.00']);
  });

  it('of figures to date counts those of no period of which one that joined within it is owed nothing', () => {
    const toDate: Quantity = { kind: 'measure', measure: 'income', part: 'numerator', at: 'to-date' };
    const measures = [{ id: 'income', title: 'i', numerator: 'n', numeratorUnit: 'pound', clause: 'm' }];
    const rows = [measured('income', '2015-06-30', '30', '1'), measured('income', '2015-09-30', '20', '1')];
    const joiner = facts([{ patients: null, practice: { joinedOn: day('2015-05-01') }, measures: rows }]);
    const toldBy = (prorate: 'none' | 'days', of: Quantity = toDate) => {
      const joining = { prorate, list: 'none', clause: 'j' } as const;
      const paying = scheme([component('c', value(of), { schedule: null })], { joining, measures });
      return tell(run(paying, joiner, 'Q2', '2016-04-30')[0], 'c');
    };
    expect(toldBy('none')).toEqual(['Q1 released 0.00', 'Q2 released 20.00 payment 20.00']);
    expect(toldBy('days')).toEqual(['Q1 released 30.00 payment 30.00', 'Q2 released 20.00 payment 20.00']);
    // Nor is a sum beside them owed of it: £100 and the 20.00 of Q2, all in Q2.
    expect(toldBy('none', { kind: 'sum', of: [pounds(100), toDate] })).toEqual([
      'Q1 released 0.00',
      'Q2 released 120.00 payment 120.00',
    ]);
  });

  it('in an envelope begins and is limited as it does by itself', () => {
    const inEnvelope = (of: Quantity, counts: readonly number[]) => {
      const whole: Value = { kind: 'envelope', pounds: pounds(1000), of, scales: 'what-is-new', clause: 'e' };
      const paying = scheme([component('c', whole, { schedule: null })]);
      return tell(run(paying, facts([{ patients: 1 }]), 'Q2', '2016-04-30', jabsIn(...counts))[0], 'c');
    };
    expect(inEnvelope(overTime(['2015-07-01', tenAJab]), [2, 1])).toEqual([
      'Q1 released 0.00',
      'Q2 released 30.00 payment 30.00',
    ]);
    // 25 of 30, and then 40 of 40 to date.
    const ceiling = overTime(['2015-04-01', pounds(25)], ['2015-07-01', pounds(40)]);
    expect(inEnvelope({ kind: 'least', of: [ceiling, tenAJab] }, [3, 1])).toEqual([
      'Q1 released 25.00 payment 25.00',
      'Q2 released 15.00 payment 15.00',
    ]);
  });
});

describe('a figure of a period that is missing', () => {
  const of: Quantity = { kind: 'sum', of: [tenAJab, income] };
  const figures = {
    measures: [measured('income', '2015-06-30', '50', '1'), measured('income', '2015-12-31', '70', '1')],
  };

  it('is passed over: the next period reckons from the last that had its figure', () => {
    // 10 + 50; nothing known; 30 + 70 to date.
    expect(told(of, [1, 1, 1], {}, figures)).toEqual([
      'Q1 released 60.00 payment 60.00',
      'Q2 withheld 0.00 [withheld 0.00]',
      'Q3 released 40.00 payment 40.00',
      'Q4 withheld 0.00 [withheld 0.00]',
    ]);
  });

  it('is that of a ceiling too: nothing is worth anything until it is in', () => {
    const capped = { adjustments: [adjustment({ kind: 'cap', pounds: income })] };
    const figure = { measures: [measured('income', '2015-09-30', '25', '1')] };
    expect(told(tenAJab, [3], capped, figure).slice(0, 2)).toEqual([
      'Q1 withheld 0.00 [withheld 0.00]',
      'Q2 released 25.00 payment 25.00',
    ]);
  });

  it('of a ceiling is told by the clause of the ceiling, or else by that of the value', () => {
    const clauseOf = (clause: string | undefined) => {
      const of: Quantity = { kind: 'least', of: [income, tenAJab], ...(clause === undefined ? {} : { clause }) };
      const measures = [{ id: 'income', title: 'i', numerator: 'n', numeratorUnit: 'pound', clause: 'm' }];
      const paying = scheme([component('c', value(of), { schedule: null })], { measures });
      const [account] = run(paying, facts([{ patients: 1 }]), 'Q1', '2016-04-30', jabsIn(1));
      return account?.lines[0]?.positions[0]?.unpaid.map(({ status, clause: cited }) => [status, cited]);
    };
    expect([clauseOf('4'), clauseOf(undefined)]).toEqual([[['withheld', '4']], [['withheld', '1']]]);
  });

  it('leaves adjustments unsaid', () => {
    const floor = adjustment({ kind: 'floor', pounds: pounds(300) });
    const paying = scheme([
      component('c', value({ kind: 'rate', pounds: ratio(1), for: income }), { adjustments: [floor] }),
    ]);
    const [account] = run(paying, facts([{ patients: 1 }]), 'Q1', '2015-07-15');
    expect(tell(account, 'c')).toEqual(['Q1 withheld 0.00 [withheld 0.00]']);
    expect(account?.lines[0]?.positions[0]?.steps.filter(({ step }) => step === 'adjustment')).toEqual([]);
  });
});
