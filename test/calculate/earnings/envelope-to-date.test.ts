import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaledToDate } from '../../../src/calculate/earnings/scaled-to-date.ts';
import { day } from '../../../src/domain/day.ts';
import { compare, equals, multiply, type Ratio, ratio, sum, zero } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Scheme } from '../../../src/domain/scheme/scheme.ts';
import type { EnvelopeScales, EnvelopeToDate } from '../../../src/domain/scheme/value.ts';
import { claim, facts, type Given, measured, received, run, tell } from '../../make/facts.ts';
import { component, evidence, scheme } from '../../make/scheme.ts';

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
