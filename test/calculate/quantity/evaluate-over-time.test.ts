import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/calculate/quantity/evaluate.ts';
import { askedIn, firstPeriod, toNobody } from '../../../src/calculate/quantity/evaluated.ts';
import type { figuresOf, OwnDays } from '../../../src/calculate/quantity/figures.ts';
import { addDays, type Day, day, daysIn } from '../../../src/domain/day.ts';
import { formatExact, ratio } from '../../../src/domain/money/ratio.ts';
import type { FromDay, OverTimeQuantity } from '../../../src/domain/scheme/quantity.ts';
import { component, scheme } from '../../make/scheme.ts';

const of = scheme([component('c', { kind: 'fixed', pounds: ratio(1), clause: '1' })]);
const period = firstPeriod(of);

const unasked = () => {
  throw new Error('no evidence is judged');
};

function evaluated(quantity: OverTimeQuantity, own: Partial<OwnDays>, asAt: string) {
  const figures: ReturnType<typeof figuresOf> = {
    whose: ['Z00001'],
    isAwaited: true,
    lines: null,
    own: { startsOn: of.term.start, leavesOn: null, receivedOn: () => null, judged: unasked, ...own },
    patients: () => ({ kind: 'unknown', reason: 'no list' }),
    measured: () => ({ kind: 'unknown', reason: 'no figure' }),
    claims: () => ({ kind: 'unknown', reason: 'no events' }),
  };
  const asked = { scheme: of, figures, asAt: day(asAt), withOverCap: false, reached: toNobody };
  return evaluate(quantity, askedIn(asked, period), '1');
}

function worth(
  quantity: OverTimeQuantity,
  own: Partial<OwnDays> = {},
  asAt = '2016-12-31',
  what: 'value' | 'says' = 'value',
): string {
  const is = evaluated(quantity, own, asAt);
  if (is.kind === 'unknown') return is.reason;
  return what === 'says' ? (is.steps.at(-1)?.formula ?? is.says) : formatExact(is.value);
}

function stepsOf(quantity: OverTimeQuantity, own: Partial<OwnDays>): readonly string[] {
  const is = evaluated(quantity, own, '2016-12-31');
  return is.kind === 'unknown' ? [] : is.steps.map(({ formula }) => formula);
}

function values(...from: readonly (readonly [FromDay, number])[]): OverTimeQuantity['values'] {
  return from.map(([first, pounds]) => ({ from: first, is: { kind: 'pounds', pounds: ratio(pounds) }, clause: '1' }));
}

describe('a value that changes', () => {
  const years: OverTimeQuantity = { kind: 'over-time', values: values([{ years: 0 }, 9], [{ years: 1 }, 6]) };

  it.each([
    ['the first year, from the own start', period.start, '9'],
    ['the second, a year later to the day', addDays(period.start, -365), '6'],
    ['still the first, a day before that', addDays(period.start, -364), '9'],
    ['nothing before it', addDays(period.start, 1), '0'],
  ])('goes by years of its own: %s', (_, startsOn, pounds) => {
    expect(worth(years, { startsOn })).toBe(pounds);
  });

  it('goes by the own start whatever the period is', () => {
    const cohorts: OverTimeQuantity = {
      kind: 'over-time',
      by: 'start',
      values: values([day('2010-01-01'), 9], [period.start, 6]),
    };
    expect(worth(cohorts, { startsOn: addDays(period.start, -1) })).toBe('9');
    expect(worth(cohorts, { startsOn: period.start })).toBe('6');
  });

  const plan: OverTimeQuantity = {
    kind: 'over-time',
    by: { received: 'plan' },
    values: values([day('2015-01-01'), 1000], [day('2015-06-01'), 500], [day('2015-07-01'), 0]),
  };
  it.each([
    ['2015-05-31', '1000'],
    ['2015-06-01', '500'],
    ['2015-06-30', '500'],
    ['2015-07-01', '0'],
  ])('goes by the day on which evidence came: %s pays %s', (on, pounds) => {
    expect(worth(plan, { receivedOn: () => day(on) })).toBe(pounds);
  });

  it('waits for evidence, and no longer than something can be paid', () => {
    expect(worth(plan, {}, '2015-06-30')).toBe(
      'what it is worth goes by the day on which plan comes, and it has not come',
    );
    expect(worth(plan, {}, '2015-07-01')).toBe('0');
    const late = { ...plan, values: plan.values.slice(0, 2) };
    expect(worth(late, {}, '2016-01-01')).toContain('it has not come');
  });

  it('says since when nothing is paid for evidence that has not come', () => {
    expect(worth(plan, {}, '2015-07-01', 'says')).toBe('plan has not come by 2015-06-30: £0.00 = £0.00');
    const nothing = { kind: 'sum', of: [{ kind: 'pounds', pounds: ratio(0) }] } as const;
    const worked = { ...plan, values: [{ from: day('2015-07-01'), is: nothing, clause: '2' }] };
    expect(stepsOf(worked, {})).toEqual(['£0.00 = £0.00', 'plan has not come by 2015-06-30: £0.00 = £0.00']);
  });

  it('waits for evidence where what holds last is not known to be nothing, or begins only later', () => {
    const waits = 'what it is worth goes by the day on which plan comes, and it has not come';
    const unknown: OverTimeQuantity['values'] = [
      { from: day('2015-01-01'), is: { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' }, clause: '2' },
    ];
    expect(worth({ ...plan, values: unknown })).toBe(waits);
    expect(worth({ ...plan, values: [] })).toBe(waits);
    expect(worth({ ...plan, values: unknown }, { receivedOn: () => day('2015-05-01') })).toBe('no figure');
  });

  it('says on which day evidence came, and by which value that is', () => {
    expect(worth(plan, { receivedOn: () => day('2015-06-01') }, '2016-12-31', 'says')).toBe(
      'plan came on 2015-06-01: £500.00 = £500.00',
    );
    const twice = { kind: 'sum', of: [{ kind: 'pounds', pounds: ratio(5) }] } as const;
    const worked = { ...plan, values: [{ from: day('2015-01-01'), is: twice, clause: '2' }] };
    expect(stepsOf(worked, { receivedOn: () => day('2015-06-01') })).toEqual([
      '£5.00 = £5.00',
      'plan came on 2015-06-01: £5.00 = £5.00',
    ]);
    expect(worth(plan, { receivedOn: () => day('2014-12-31') }, '2016-12-31', 'says')).toBe(
      'plan came on 2014-12-31: nothing before 1 January 2015 = £0.00',
    );
  });

  it('by days says of each for how many, and waits for a figure of any', () => {
    const change = { kind: 'over-time', byDays: true } as const;
    const quantity = { ...change, values: values([day('2010-01-01'), 91], [addDays(period.start, 1), 182]) };
    expect(worth(quantity, {}, '2016-12-31', 'says')).toBe(
      '£91.00 for 1 of 91 days + £182.00 for 90 of 91 days of Q1 = £181.00',
    );
    const unknown = { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' } as const;
    const [first] = quantity.values;
    const half = { ...change, values: [...(first ? [first] : []), { from: period.end, is: unknown, clause: '2' }] };
    expect(worth(half)).toBe('no figure');
    expect(worth({ ...change, values: values([addDays(period.end, 1), 7]) }, {}, '2016-12-31', 'says')).toBe(
      'nothing before 1 July 2015',
    );
  });

  it('by days goes by the days of who joins on the last day, and of who left on the first', () => {
    const change = { kind: 'over-time', byDays: true } as const;
    const quantity = { ...change, values: values([day('2010-01-01'), 91], [addDays(period.start, 1), 182]) };
    expect(worth(quantity, { startsOn: period.end })).toBe('182');
    expect(worth(quantity, { leavesOn: period.start })).toBe('91');
    expect(worth(quantity, { leavesOn: period.end })).toBe('181');
    // Who leaves later, or joins later, is asked about the whole period.
    expect(worth(quantity, { leavesOn: addDays(period.end, 10) })).toBe('181');
    expect(worth(quantity, { startsOn: addDays(period.end, 10) })).toBe('181');
    expect(worth({ ...change, values: values([day('2010-01-01'), 91]) }, {}, '2016-12-31', 'says')).toBe('£91.00');
    expect(worth({ ...change, values: values([day('2010-01-01'), 91], [period.end, 182]) })).toBe('92');
  });

  it('begins so long after the end of the period', () => {
    const after: OverTimeQuantity = {
      kind: 'over-time',
      by: { received: 'plan' },
      values: values([day('2010-01-01'), 9], [{ afterPeriod: { days: 10 } }, 0]),
    };
    expect(worth(after, { receivedOn: () => addDays(period.end, 9) })).toBe('9');
    expect(worth(after, { receivedOn: () => addDays(period.end, 10) })).toBe('0');
  });

  it('by days is worth each for its days to who stays', () => {
    const change = { kind: 'over-time', byDays: true } as const;
    const from = addDays(period.start, 1);
    const quantity = { ...change, values: values([day('2010-01-01'), 91], [from, 0]) };
    expect(daysIn(period)).toBe(91);
    expect(worth(quantity)).toBe('1');
    // Who left before the period began has no days in it.
    expect(worth(quantity, { leavesOn: addDays(period.start, -1) })).toBe('1');
  });

  it('by days is worth each for its days, whatever day it changes on and whoever joins and leaves', () => {
    const days = daysIn(period);
    fc.assert(
      fc.property(fc.nat(days + 20), fc.nat(days - 1), fc.nat(days - 1), (change, joins, leaves) => {
        fc.pre(joins <= leaves);
        const at = (n: number): Day => addDays(period.start, n);
        const quantity: OverTimeQuantity = {
          kind: 'over-time',
          byDays: true,
          values: values([day('2010-01-01'), 9], [at(change), 6]),
        };
        let sum = 0;
        for (let n = joins; n <= leaves; n += 1) sum += n < change ? 9 : 6;
        const own = { startsOn: at(joins), leavesOn: at(leaves) };
        expect(worth(quantity, own)).toBe(formatExact(ratio(sum, leaves - joins + 1)));
      }),
    );
  });
});
