import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import type { MeasureRow } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Conditions } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, measured, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// £100 a quarter, paid where a figure reaches 50.

const clinics: Quantity = { kind: 'measure', measure: 'clinics', part: 'numerator', at: 'each-period' };
const latest: Quantity = { ...clinics, at: 'latest' };
const asked = (is: Quantity, atLeast: Quantity = { kind: 'number', number: ratio(50) }) => ({
  title: 'Clinics',
  is,
  atLeast,
  clause: '7',
});
const measure = { id: 'clinics', title: 'Clinics', numerator: 'clinics', denominator: 'weeks', clause: 'm' };
const plan = evidence('plan');

function told(tests: Conditions['tests'], rows: readonly MeasureRow[], asAt: string, more: Partial<Conditions> = {}) {
  const conditions = quarters.map(() => ({ needs: [], keeps: [], ...(tests && { tests }), ...more }));
  const paying = scheme([component('c', { kind: 'fixed', pounds: ratio(400), clause: '1' }, { conditions })], {
    measures: [measure],
    evidence: [plan],
  });
  const [account] = run(paying, facts([{ patients: 1, measures: rows }]), 'Q1', asAt);
  const position = account?.lines[0]?.positions[0];
  const why = position?.unpaid.map(({ reason, clause, besides }) => [reason, clause, besides].join(' | '));
  const steps = position?.steps.filter(({ step }) => step === 'condition');
  return {
    says: [position?.status, position?.entitlement, ...(why ?? [])],
    steps: steps?.map(({ value, formula }) => `${value}: ${formula}`),
  };
}

function stepsOf(tests: Conditions['tests'], measures: readonly MeasureRow[], asAt: string) {
  const conditions = quarters.map(() => ({ needs: [], keeps: [], ...(tests && { tests }) }));
  const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
  const paying = scheme([component('c', fixed, { conditions })], { measures: [measure] });
  const [account] = run(paying, facts([{ patients: 1, measures }]), 'Q1', asAt);
  const told = account?.lines[0]?.positions[0]?.steps.map(({ formula }) => formula) ?? [];
  return told.slice(1, -2);
}

const rows = (figure: string, on = '2015-06-30') => [measured('clinics', on, figure, '13')];

describe('a figure that must reach another', () => {
  it('releases at it, and forfeits a hair below it', () => {
    expect(told([asked(clinics)], rows('50'), '2015-07-01')).toEqual({
      says: ['released', 100_00n],
      steps: ['met: tests Clinics: 50 (clinics at 2015-06-30), at least 50 asked for'],
    });
    expect(told([asked(clinics)], rows('49.99'), '2015-07-01')).toEqual({
      says: [
        'forfeited',
        0n,
        'Clinics: 49.99 (clinics at 2015-06-30), at least 50 asked for | 7 | Clinics: 49.99 (clinics at 2015-06-30), at least 50 asked for',
      ],
      steps: ['failed: tests Clinics: 49.99 (clinics at 2015-06-30), at least 50 asked for'],
    });
  });

  it('waits while a figure of its period can change: until the last day is over', () => {
    const [early, last] = ['2015-06-29', '2015-06-30'];
    expect(told([asked(clinics)], rows('50', '2015-06-01'), early).says[2]).toBe(
      'Clinics: 50 (clinics at 2015-06-01), at least 50 asked for; it counts when Q1 is over | 7 | ' +
        'Clinics: 50 (clinics at 2015-06-01), at least 50 asked for; it counts when Q1 is over',
    );
    expect(told([asked(clinics)], rows('49', '2015-06-01'), early)).toEqual({
      says: [
        'withheld',
        0n,
        'Clinics: 49 (clinics at 2015-06-01), at least 50 asked for | 7 | Clinics: 49 (clinics at 2015-06-01), at least 50 asked for',
      ],
      steps: ['open: tests Clinics: 49 (clinics at 2015-06-01), at least 50 asked for'],
    });
    expect(told([asked(clinics)], rows('49', '2015-06-01'), last).says[0]).toBe('forfeited');
  });

  it('waits while either figure is missing', () => {
    expect(told([asked(clinics)], [], '2015-07-01').says.slice(0, 2)).toEqual(['withheld', 0n]);
    const other: Quantity = { kind: 'number', number: ratio(60) };
    expect(told([asked(other, clinics)], [], '2015-07-01').says.slice(0, 2)).toEqual(['withheld', 0n]);
    expect(told([asked(other, clinics)], rows('60'), '2015-07-01').says).toEqual(['released', 100_00n]);
  });

  it('waits while events can come, also in a part of what is tested', () => {
    const visits: Quantity = { kind: 'events', event: 'visit' };
    const conditions = (atLeast: number) => {
      const is: Quantity = { kind: 'sum', of: [visits, { kind: 'number', number: ratio(1) }] };
      return quarters.map(() => ({
        needs: [],
        keeps: [],
        tests: [asked(is, { kind: 'number', number: ratio(atLeast) })],
      }));
    };
    const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
    const value = { kind: 'per-event', pounds: ratio(10), event: 'visit', atMost: null, clause: '2' } as const;
    const toldOf = (atLeast: number, asAt: string) => {
      const of = scheme([component('c', fixed, { conditions: conditions(atLeast) }), component('visits', value)]);
      return tell(run(of, facts([{ patients: 1 }]), 'Q1', asAt, [claim('visit', '2015-05-01', '2015-05-02')])[0], 'c');
    };
    expect(toldOf(2, '2015-06-29')).toEqual(['Q1 withheld 0.00 [withheld 100.00]']);
    expect(toldOf(2, '2015-06-30')).toEqual(['Q1 released 100.00 payment 100.00']);
    expect(toldOf(3, '2015-06-30')).toEqual(['Q1 forfeited 0.00 [forfeited 100.00]']);
  });

  it('notes a figure that does not reach, and none that does', () => {
    const reachedBy = (figure: string, asAt = '2015-07-01') => {
      const reached: object[] = [];
      const conditions = quarters.map(() => ({ needs: [], keeps: [], tests: [asked(clinics)] }));
      const value = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
      const paying = scheme([component('c', value, { conditions })], { measures: [measure] });
      const about = { period: at(quarters, 0), asAt: day(asAt), claims: null };
      const known = facts([{ patients: 1, measures: rows(figure, '2015-06-01') }]);
      const note = (block: object) => void reached.push(block);
      calculate(paying, known, { ...about, reached: note }).value?.groundsAt(0);
      return reached.filter((block) => block === clinics).length;
    };
    expect([reachedBy('50'), reachedBy('49.99')]).toEqual([0, 1]);
    expect([reachedBy('50', '2015-06-29'), reachedBy('49.99', '2015-06-29')]).toEqual([0, 1]);
  });

  it('stands beside a value that waits for a figure, whose reason is told too', () => {
    const value = { kind: 'quantity', of: { kind: 'rate', pounds: ratio(1), for: clinics }, clause: '1' } as const;
    const schedule = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
    const withValue = (tests: Conditions['tests']) => {
      const conditions = quarters.map(() => ({ needs: [], keeps: [], ...(tests && { tests }) }));
      const paying = scheme([component('c', value, { conditions, schedule })], { measures: [measure] });
      const position = run(paying, facts([{ patients: 1 }]), 'Q1', '2015-06-01')[0]?.lines[0]?.positions[0];
      return position?.unpaid.map(({ status, reason, besides }) => [status, reason, besides]);
    };
    const missing = 'no figure for clinics in Q1 yet';
    expect(withValue([])).toEqual([['withheld', missing, [missing]]]);
    const number = (n: number): Quantity => ({ kind: 'number', number: ratio(n), unit: 'visit' });
    const fails = 'Clinics: 1 visit, at least 2 visits asked for';
    expect(withValue([asked(number(1), number(2))])).toEqual([['withheld', `${fails}; ${missing}`, [fails, missing]]]);
  });

  it('tells by which steps either figure came about', () => {
    const more: Quantity = { kind: 'share', share: ratio(4, 5), of: clinics };
    const half: Quantity = { kind: 'share', share: ratio(1, 2), of: { kind: 'number', number: ratio(120) } };
    const steps = (figure: string, asAt: string) => stepsOf([asked(more, half)], rows(figure, '2015-06-01'), asAt);
    const of = (figure: number, is: number) => `80% of ${figure} (clinics at 2015-06-01) = ${is}`;
    const [bound, test] = ['50% of 120 = 60', 'tests Clinics: '];
    expect(steps('75', '2015-07-01')).toEqual([of(75, 60), bound, `${test}60, at least 60 asked for`]);
    expect(steps('70', '2015-07-01')).toEqual([of(70, 56), bound, `${test}56, at least 60 asked for`]);
    expect(steps('70', '2015-06-29')).toEqual([of(70, 56), bound, `${test}56, at least 60 asked for`]);
  });

  it('says of one that waits beside evidence that waits why either does', () => {
    const needs = [{ evidence: plan, clause: '9' }];
    expect(told([asked(clinics)], [], '2015-07-01', { needs })).toEqual({
      says: [
        'withheld',
        0n,
        'plan: not received yet; Clinics: no figure for clinics in Q1 yet | 9, 7 | Clinics: no figure for clinics in Q1 yet',
      ],
      steps: ['open: needs plan: not received yet', 'open: tests Clinics: no figure for clinics in Q1 yet'],
    });
  });

  it('is met at once by the latest figure, which cannot be lost', () => {
    expect(told([asked(latest)], rows('50', '2015-05-01'), '2015-05-02').says).toEqual(['released', 100_00n]);
  });

  it('says of two that fail why each does, and of one that fails and one that waits why it fails', () => {
    const other = { ...asked(clinics, { kind: 'number', number: ratio(70) }), title: 'Evenings', clause: '8' };
    expect(told([asked(clinics), other], rows('49'), '2015-07-01').says[2]).toBe(
      'Clinics: 49 (clinics at 2015-06-30), at least 50 asked for; Evenings: 49 (clinics at 2015-06-30), at least 70 asked for | 7, 8 | ' +
        'Clinics: 49 (clinics at 2015-06-30), at least 50 asked for,Evenings: 49 (clinics at 2015-06-30), at least 70 asked for',
    );
    const needs = [{ evidence: plan, clause: '9' }];
    expect(told([asked(clinics)], rows('49'), '2015-07-01', { needs }).says[2]).toBe(
      'Clinics: 49 (clinics at 2015-06-30), at least 50 asked for | 7 | Clinics: 49 (clinics at 2015-06-30), at least 50 asked for',
    );
  });
});
