import { describe, expect, it } from 'vitest';
import type { MeasureRow } from '../../../src/domain/facts.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Conditions } from '../../../src/domain/scheme/scheme.ts';
import { facts, measured, run } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

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
