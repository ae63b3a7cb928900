import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledToDate } from '../../../src/calculate/shared/scaled-to-date.ts';
import { day } from '../../../src/domain/day.ts';
import { formatAmount } from '../../../src/domain/money/money.ts';
import { compare, equals, multiply, type Ratio, ratio, sum, zero } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import type { EnvelopeScales, EnvelopeToDate } from '../../../src/domain/scheme/value.ts';
import { claim, facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

const ends = ['2015-06-30', '2015-09-30', '2015-12-31', '2016-03-31'];
const toDate = (measure: string): Quantity => ({ kind: 'measure', measure, part: 'numerator', at: 'to-date' });
const grows: Quantity = { kind: 'difference', from: toDate('saved'), less: toDate('lost') };

function envelope(scales: EnvelopeScales, given: Partial<EnvelopeToDate> = {}): EnvelopeToDate {
  return {
    kind: 'envelope',
    pounds: { kind: 'pounds', pounds: ratio(1000) },
    of: grows,
    scales,
    clause: 'e',
    ...given,
  };
}

const measure = { numerator: 'n', denominator: 'd', numeratorUnit: 'pound', clause: 'm' };
const measures = ['saved', 'lost'].map((id) => ({ ...measure, id, title: id }));

/** A member with what it saved and lost in each quarter; null where there is no row. */
function member(saved: readonly (number | null)[], lost: readonly number[] = [], given: Partial<Given> = {}): Given {
  const rows = (id: string, of: readonly (number | null)[]) =>
    of.flatMap((number, q) => (number === null ? [] : [measured(id, ends[q] ?? '', `${number}`, '1')]));
  return {
    patients: 100,
    measures: [
      ...rows('saved', saved),
      ...rows(
        'lost',
        saved.map((_, q) => lost[q] ?? 0),
      ),
    ],
    ...given,
  };
}

function told(value: EnvelopeToDate, given: readonly Given[], period = 'Q3', more: Partial<Scheme> = {}) {
  const leaving = { notice: null, prorate: 'none' as const, clause: 'leaving' };
  const of = component('c', value, { schedule: null });
  return run(scheme([of], { measures, leaving, ...more }), facts(given), period, '2016-04-30').map((each) =>
    tell(each, 'c'),
  );
}

describe('an envelope over what adds up to date', () => {
  it('by what is new: scaled to what is left; who earns less gives back in proportion, and that is there again', () => {
    // Q1: 1,600 new, 1,000 left. Q2: half of what the first earned is gone, and so is half of its 500. Q3: 300 new, 250 left.
    expect(told(envelope('what-is-new'), [member([800, 0, 0], [0, 400]), member([800, 0, 300])])).toEqual([
      [
        'Q1 released 500.00 payment 250.00 [capped 300.00] [set-off 250.00]',
        'Q2 released -250.00 [set-off -250.00]',
        'Q3 released 0.00',
      ],
      [
        'Q1 released 500.00 payment 500.00 [capped 300.00]',
        'Q2 released 0.00',
        'Q3 released 250.00 payment 250.00 [capped 50.00]',
      ],
    ]);
  });

  it('all to date alike: 5/8 of 800, 5/6 of 400 and 800, 2/3 of 400 and 1,100', () => {
    expect(told(envelope('all-to-date'), [member([800, 0, 0], [0, 400]), member([800, 0, 300])])).toEqual([
      [
        'Q1 released 500.00 payment 266.67 [capped 300.00] [set-off 233.33]',
        'Q2 released -166.67 [set-off -166.67]',
        'Q3 released -66.66 [capped 66.66] [set-off -66.66]',
      ],
      [
        'Q1 released 500.00 payment 500.00 [capped 300.00]',
        'Q2 released 166.67 payment 166.67',
        'Q3 released 66.66 payment 66.66 [capped 233.34]',
      ],
    ]);
  });

  it('splits to the last penny, the left-over one to the lower code', () => {
    const value = envelope('what-is-new', { pounds: { kind: 'pounds', pounds: ratio(100) } });
    expect(told(value, [member([100]), member([100]), member([100])], 'Q1')).toEqual([
      ['Q1 released 33.34 payment 33.34 [capped 66.66]'],
      ['Q1 released 33.33 payment 33.33 [capped 66.67]'],
      ['Q1 released 33.33 payment 33.33 [capped 66.67]'],
    ]);
  });

  it('has each round for itself while it is not exceeded', () => {
    // 33.335 twice are 33.34 each: within £1,000.00 nobody makes up for the other.
    const saved = (number: string): Given => ({
      patients: 1,
      measures: ['saved', 'lost'].map((id) => measured(id, '2015-06-30', id === 'saved' ? number : '0', '1')),
    });
    const given = [saved('33.335'), saved('33.335')];
    const each = ['Q1 released 33.34 payment 33.34'];
    for (const scales of ['what-is-new', 'all-to-date'] as const)
      expect(told(envelope(scales), given, 'Q1')).toEqual([each, each]);
    // Of £66.67 it is a penny too much, and falls to the lower code.
    const pounds: Quantity = { kind: 'pounds', pounds: ratio(6667, 100) };
    expect(told(envelope('what-is-new', { pounds }), given, 'Q1')).toEqual([
      each,
      ['Q1 released 33.33 payment 33.33 [capped 0.01]'],
    ]);
  });

  it('that becomes smaller takes nothing back by what is new, and something of all to date', () => {
    const pounds: Quantity = {
      kind: 'over-time',
      values: [
        { from: day('2015-04-01'), is: { kind: 'pounds', pounds: ratio(1000) }, clause: 'e' },
        { from: day('2015-07-01'), is: { kind: 'pounds', pounds: ratio(600) }, clause: 'e' },
      ],
    };
    const given = [member([500, 100]), member([300, 0])];
    expect(told(envelope('what-is-new', { pounds }), given, 'Q2')).toEqual([
      ['Q1 released 500.00 payment 500.00', 'Q2 released 0.00 [capped 100.00]'],
      ['Q1 released 300.00 payment 300.00', 'Q2 released 0.00'],
    ]);
    expect(told(envelope('all-to-date', { pounds }), given, 'Q2')).toEqual([
      ['Q1 released 500.00 payment 400.00 [set-off 100.00]', 'Q2 released -100.00 [capped 200.00] [set-off -100.00]'],
      ['Q1 released 300.00 payment 200.00 [set-off 100.00]', 'Q2 released -100.00 [capped 100.00] [set-off -100.00]'],
    ]);
  });

  it('waits for a figure of who takes part, and for nobody who has left', () => {
    const given = [member([500, 100, 50]), member([300, null, 20])];
    expect(told(envelope('what-is-new'), given)).toEqual([
      ['Q1 released 500.00 payment 500.00', 'Q2 withheld 0.00 [withheld 0.00]', 'Q3 withheld 0.00 [withheld 0.00]'],
      ['Q1 released 300.00 payment 300.00', 'Q2 withheld 0.00 [withheld 0.00]', 'Q3 withheld 0.00 [withheld 0.00]'],
    ]);
    const gone = { ...member([300]), practice: { leftOn: day('2015-05-01') } };
    expect(told(envelope('what-is-new'), [member([500, 100, 200]), gone])).toEqual([
      [
        'Q1 released 500.00 payment 500.00',
        'Q2 released 100.00 payment 100.00',
        'Q3 released 100.00 payment 100.00 [capped 100.00]',
      ],
      ['Q1 released 300.00 payment 300.00', 'Q2 released 0.00', 'Q3 released 0.00'],
    ]);
  });

  it('tells who has left that a figure of its own is missing, and what came after it waits with it', () => {
    const gone = { ...member([null, 300, 50]), practice: { leftOn: day('2015-10-02') } };
    expect(told(envelope('what-is-new'), [member([500, 100, 200]), gone])).toEqual([
      ['Q1 released 500.00 payment 500.00', 'Q2 released 100.00 payment 100.00', 'Q3 released 200.00 payment 200.00'],
      ['Q1 withheld 0.00 [withheld 0.00]', 'Q2 withheld 0.00 [withheld 0.00]', 'Q3 withheld 0.00 [withheld 0.00]'],
    ]);
  });

  it('is for those among whom it is shared', () => {
    const value = envelope('what-is-new', { among: [{ received: 'plan' }] });
    const given = [member([900], [], { evidence: [received('plan', '2015-05-01')] }), member([900])];
    expect(told(value, given, 'Q1', { evidence: [evidence('plan')] })).toEqual([
      ['Q1 released 900.00 payment 900.00'],
      ['Q1 released 0.00 [achievement 0.00]'],
    ]);
  });

  it('counts events up to their limit, and tells those over it apart from what is scaled', () => {
    const of: Quantity = { kind: 'rate', pounds: ratio(100), for: { kind: 'events', event: 'visit', atMost: 8 } };
    const value = envelope('what-is-new', { of });
    const many = (practice: number, days: readonly number[], month: string) =>
      days.map((of) => {
        const on = `2015-${month}-${String(of).padStart(2, '0')}`;
        return claim('visit', on, on, { practice, eventId: `${practice} ${on}` });
      });
    const claims = [...many(0, [1, 2, 3, 4, 5, 6], '04'), ...many(1, [7, 8, 9], '05'), ...many(0, [1, 2, 3], '07')];
    const joined = [{ patients: 10 }, { patients: 10, practice: { joinedOn: day('2015-05-05') } }];
    const joining = { prorate: 'none' as const, list: 'first-after' as const, clause: 'j' };
    const accounts = run(
      scheme([component('c', value, { schedule: null })], { joining }),
      facts(joined),
      'Q2',
      '2015-09-30',
      claims,
    );
    expect(accounts.map((account) => tell(account, 'c'))).toEqual([
      ['Q1 released 600.00 payment 600.00', 'Q2 released 100.00 payment 100.00 [capped 100.00] [capped 100.00]'],
      ['Q1 released 300.00 payment 300.00', 'Q2 released 0.00'],
    ]);
  });
});

describe('what is told of an envelope over what adds up to date', () => {
  const leaving = { notice: null, prorate: 'none' as const, clause: 'leaving' };
  const figures = (q: number, saved: string, lost = '£0.00') =>
    `${saved} (saved up to the end of Q${q}) − ${lost} (lost up to the end of Q${q})`;

  /** For each member the steps of its value and of its part, in each period: `formula = exact → rounded`. */
  function workings(
    value: EnvelopeToDate,
    given: readonly Given[],
    more: Partial<Scheme> = {},
    claims: Parameters<typeof run>[4] = [],
  ): string[][][] {
    const of = scheme([component('c', value, { schedule: null })], { measures, leaving, ...more });
    const untold = new Set(['set-off', 'entitlement', 'settlement']);
    return run(of, facts(given), 'Q3', '2016-04-30', claims).map(({ lines }) => {
      expect(lines[0]?.steps).toEqual([]);
      return (lines[0]?.positions ?? []).map(({ steps }) =>
        steps
          .filter(({ step }) => !untold.has(step))
          .map(({ step, formula, value: exact, rounded, clause }) => {
            expect(clause).toBe(step === 'pool' || step === 'value' ? 'e' : step);
            return `${step}: ${formula} = ${exact}${rounded === null ? '' : ` → ${formatAmount(rounded)}`}`;
          }),
      );
    });
  }

  it('by what is new: what is new of all, and what is left for it', () => {
    const [first, second] = workings(envelope('what-is-new'), [member([800, 0, 0], [0, 400]), member([800, 0, 300])]);
    const shared =
      'pool: £800.00 new in Q1, scaled to 62.5%, as all practices earn £1,600.00 more and £1,000.00 of £1,000.00 is left';
    expect(first).toEqual([
      [`value: ${figures(1, '£800.00')} = 800`, `${shared}: £500.00 to date = 500 → 500.00`],
      [
        `value: ${figures(2, '£800.00', '£400.00')} = 400`,
        'pool: £400.00 to date by itself, within £1,000.00 for all practices: £250.00 to date, less £500.00 = 250 → -250.00',
      ],
      [
        `value: ${figures(3, '£800.00', '£400.00')} = 400`,
        'pool: £400.00 to date by itself, nothing of it new in Q3: £250.00 to date, less £250.00 = 250 → 0.00',
      ],
    ]);
    expect(second?.[2]).toEqual([
      `value: ${figures(3, '£1,100.00')} = 1100`,
      'pool: £300.00 new in Q3, scaled to 5/6, as all practices earn £300.00 more and £250.00 of £1,000.00 is left: £750.00 to date, less £500.00 = 750 → 250.00',
    ]);
  });

  it('all to date alike: what all earn to date, and what there is', () => {
    const [first] = workings(envelope('all-to-date'), [member([800, 0, 0], [0, 400]), member([800, 0, 300])]);
    const own = (earned: string, share: string, all: string) =>
      `pool: ${earned} to date by itself, scaled to ${share}, as all practices earn ${all} to date and there is £1,000.00`;
    expect(first?.map((steps) => steps.at(-1))).toEqual([
      `${own('£800.00', '62.5%', '£1,600.00')}: £500.00 to date = 500 → 500.00`,
      `${own('£400.00', '5/6', '£1,200.00')}: £333.33 to date, less £500.00 = 1000/3 → -166.67`,
      `${own('£400.00', '2/3', '£1,500.00')}: £266.67 to date, less £333.33 = 800/3 → -66.66`,
    ]);
  });

  it('who left is told so, and what moves of what it had; without a figure of its own it has what it had', () => {
    const given = (leftOn: string) => [member([500, 500, 0]), member([500], [], { practice: { leftOn: day(leftOn) } })];
    const moves =
      'pool: £500.00 to date by itself, scaled to 2/3, as all practices earn £1,500.00 to date and there is £1,000.00: £333.33 to date, less £500.00 = 1000/3 → -166.67';
    const gone = (id: string) => `leaving: left on 2015-06-30, before ${id} began = 0 → 0.00`;
    const [, left] = workings(envelope('all-to-date'), given('2015-06-30'));
    expect(left?.slice(1)).toEqual([[gone('Q2'), moves], [gone('Q3')]]);
    const [, leaves] = workings(envelope('all-to-date'), given('2015-08-01'));
    expect(leaves?.[1]).toEqual([moves]);
    // What others earn takes it from who left, and is not held up by the figure.
    expect(told(envelope('all-to-date'), given('2015-08-01'), 'Q2')[1]).toEqual([
      'Q1 released 500.00 payment 333.33 [set-off 166.67]',
      'Q2 released -166.67 [capped 166.67] [set-off -166.67]',
    ]);
  });

  it('who left has more of it as others earn less, without a figure of its own for the period', () => {
    // 500 of 800 each; then of 400 and 800 five sixths: 666.67.
    const given = [member([800, 0], [0, 400]), member([800], [], { practice: { leftOn: day('2015-08-01') } })];
    expect(told(envelope('all-to-date'), given, 'Q2')[1]).toEqual([
      'Q1 released 500.00 payment 500.00 [capped 300.00]',
      'Q2 released 166.67 payment 166.67',
    ]);
  });

  it('who has not joined, or is not among those who share, is told so', () => {
    const joining = { prorate: 'none', list: 'first-after', clause: 'joining' } as const;
    const late = member([0, 50, 0], [], { practice: { joinedOn: day('2015-07-01') } });
    const [, joined] = workings(envelope('what-is-new'), [member([500, 100, 0]), late], { joining });
    expect(joined?.slice(0, 2)).toEqual([
      ['joining: joined on 2015-07-01, after Q1 ended = 0 → 0.00'],
      [
        `value: ${figures(2, '£50.00')} = 50`,
        'pool: £50.00 to date by itself, within £1,000.00 for all practices: £50.00 to date, less £0.00 = 50 → 50.00',
      ],
    ]);
    const among = envelope('what-is-new', { among: [{ received: 'plan' }] });
    const brings = { evidence: [received('plan', '2015-05-01')] };
    const [, outside] = workings(among, [member([900], [], brings), member([900])], { evidence: [evidence('plan')] });
    expect(outside?.[0]).toEqual(['pool: not among those who share: plan not received yet = 0 → 0.00']);
  });

  it('while it waits there is no step of its part', () => {
    const [first] = workings(envelope('what-is-new'), [member([500, 100, 50]), member([300, null, 20])]);
    expect(first?.map((steps) => steps.length)).toEqual([2, 1, 1]);
  });

  it('what its events come to at another price is told on top of what those before came to', () => {
    const price = (number: number): Quantity => ({ kind: 'pounds', pounds: ratio(number), per: 'event' });
    const values = [
      { from: day('2015-04-01'), is: price(10), clause: 'p' },
      { from: day('2015-07-01'), is: price(12), clause: 'p' },
    ];
    const of: Quantity = {
      kind: 'product',
      of: [
        { kind: 'over-time', values },
        { kind: 'events', event: 'visit' },
      ],
    };
    const value = envelope('what-is-new', { of, pounds: { kind: 'pounds', pounds: ratio(25) } });
    const visits = ['2015-04-02', '2015-04-03', '2015-07-02'].map((on) => claim('visit', on, on, { eventId: on }));
    const [first] = workings(value, [{ patients: 1 }], {}, visits);
    expect(first?.slice(0, 2)).toEqual([
      [
        'value: £10.00 an event × 2 events (visit) = 20',
        'pool: £20.00 to date by itself, within £25.00 for all practices: £20.00 to date = 20 → 20.00',
      ],
      [
        'value: £12.00 an event × 3 events (visit) = 36',
        'value: £36.00 for all events up to the end of Q2, less £24.00 up to the end of Q1 by the same rules, on top of £20.00 = 32',
        'pool: £12.00 new in Q2, scaled to 5/12, as all practices earn £12.00 more and £5.00 of £25.00 is left: £25.00 to date, less £20.00 = 25 → 5.00',
      ],
    ]);
  });

  it('it stops what stands or falls with it where something of it is due, or waits, and not where nothing is', () => {
    const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-05-31') } });
    const conditions = quarters.map(() => ({ needs: [{ evidence: plan, clause: '9' }], keeps: [] }));
    const of = component('c', envelope('what-is-new'), { schedule: null, conditions });
    const other = component('b', { kind: 'fixed', pounds: ratio(400), clause: '1' });
    const allOrNothing = [{ components: ['c', 'b'], clause: 'all' }];
    const paying = scheme([of, other], { measures, leaving, allOrNothing });
    const [account] = run(paying, facts([member([500, 0, null])]), 'Q3', '2016-04-30');
    expect(tell(account, 'b')).toEqual([
      'Q1 forfeited 0.00 [forfeited 100.00]',
      'Q2 released 100.00 payment 100.00',
      'Q3 forfeited 0.00 [forfeited 100.00]',
    ]);
  });
});

describe('what is scaled', () => {
  const amounts = fc.array(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  });

  it('comes to what all earn or to the envelope, and gives nobody less than before where nothing falls', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 2000 }), (periods, most) => {
        const nothing: readonly Ratio[] = [zero, zero, zero];
        let [fresh, alike] = [
          { earned: nothing, has: nothing },
          { earned: nothing, has: nothing },
        ];
        for (const q of periods.keys()) {
          const earned = [0, 1, 2].map((x) =>
            ratio(periods.slice(0, q + 1).reduce((so, own) => so + (own[x] ?? 0), 0)),
          );
          const together = sum(earned);
          const held = compare(together, ratio(most)) < 0 ? together : ratio(most);
          const next = scaledToDate(fresh, earned, ratio(most), 'what-is-new');
          expect(equals(sum(next.has), held)).toBe(true);
          expect(next.has.every((has, x) => compare(has, fresh.has[x] ?? zero) >= 0)).toBe(true);
          fresh = next;
          alike = scaledToDate(alike, earned, ratio(most), 'all-to-date');
          expect(equals(sum(alike.has), held)).toBe(true);
          expect(alike.has.every((has, x) => equals(multiply(has, together), multiply(earned[x] ?? zero, held)))).toBe(
            true,
          );
        }
      }),
    );
  });
});
