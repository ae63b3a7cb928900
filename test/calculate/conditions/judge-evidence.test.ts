import { describe, expect, it } from 'vitest';
import { calculate } from '../../../src/calculate/calculate.ts';
import { at } from '../../../src/domain/at.ts';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { EvidenceKind, Scheme } from '../../../src/domain/scheme/scheme.ts';
import { decided, facts, type Given, received, run, tell } from '../../make/facts.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

// £100 a quarter for a plan by 30 June.

const fixed = { kind: 'fixed', pounds: ratio(400), clause: '1' } as const;
const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });

interface Case {
  readonly by?: 'needs' | 'keeps';
  readonly of?: EvidenceKind;
  readonly asAt?: string;
  readonly more?: Partial<Scheme>;
}

function asking({ by = 'needs', of = plan, more = {} }: Case): Scheme {
  const conditions = quarters.map(() => ({ needs: [], keeps: [], [by]: [{ evidence: of, clause: '9' }] }));
  return scheme([component('c', fixed, { conditions }), component('d', fixed)], { evidence: [of], ...more });
}

/** How Q1 stands for one practice, and what is said of its condition and of the row on which it turned. */
function told(given: Partial<Given>, asked: Case = {}) {
  const paying = asking(asked);
  const about = { period: at(quarters, 0), asAt: day(asked.asAt ?? '2015-07-31'), claims: null };
  const grounds = calculate(paying, facts([{ patients: 1, ...given }]), about).value?.groundsAt(0);
  const [line] = grounds?.account.lines ?? [];
  const [position] = line?.positions ?? [];
  const [outcome] = (line && position && grounds?.conditions(line.component, position.period)) ?? [];
  const step = position?.steps.find((each) => each.step === 'condition');
  return {
    says: `${position?.status}: ${step?.value}, ${step?.formula}`,
    turnsOn: [outcome?.row?.line ?? null, outcome?.lacks, outcome?.accepted?.line ?? null],
  };
}

describe('a last day', () => {
  const accepted = decided('accept-late', '2015-07-20', { evidence: 'plan', line: 5 });
  const late = received('plan', '2015-07-01', { line: 3 });

  it('that lies before a practice joined is not asked of it, but the day itself is', () => {
    const joining = { prorate: 'days', list: 'none', clause: '5' } as const;
    const joined = (on: string) => told({ practice: { joinedOn: day(on) } }, { more: { joining } });
    expect(joined('2015-07-01')).toEqual({
      says: 'released: not asked, needs plan: not asked, as the practice joined on 2015-07-01',
      turnsOn: [null, null, null],
    });
    expect(joined('2015-06-30').says).toBe('forfeited: failed, needs plan: not received, due by 2015-06-30');
    // What has no last day is asked of everybody.
    const open = evidence('plan');
    expect(told({ practice: { joinedOn: day('2015-05-01') } }, { of: open, more: { joining } }).says).toBe(
      'withheld: open, needs plan: not received yet',
    );
  });

  it('that lies after a practice left is not asked of it, but the day itself is', () => {
    const left = (on: string) => told({ practice: { leftOn: day(on) } }, { by: 'keeps' }).says;
    expect(left('2015-06-29')).toBe('released: not asked, keeps plan: not asked, as the practice left on 2015-06-29');
    expect(left('2015-06-30')).toBe('forfeited: failed, keeps plan: not received, due by 2015-06-30');
  });

  it('is not due for a keep until it has passed', () => {
    expect(told({}, { by: 'keeps', asAt: '2015-06-30' })).toEqual({
      says: 'released: not due, keeps plan: not received yet, due by 2015-06-30',
      turnsOn: [null, null, null],
    });
  });

  it('is missed by a row of the day after, which lacks nothing where its lateness was accepted', () => {
    expect(told({ evidence: [late] })).toEqual({
      says: 'forfeited: failed, needs plan: received 2015-07-01, due by 2015-06-30',
      turnsOn: [3, 'late', null],
    });
    expect(told({ evidence: [late], decisions: [accepted] })).toEqual({
      says: 'released: met, needs plan: received 2015-07-01, due by 2015-06-30, accepted late by R. Patel on 2015-07-20',
      turnsOn: [3, null, 5],
    });
    const inTime = received('plan', '2015-06-30', { line: 4 });
    expect(told({ evidence: [inTime], decisions: [accepted] })).toEqual({
      says: 'released: met, needs plan: received 2015-06-30, due by 2015-06-30',
      turnsOn: [4, null, 5],
    });
    expect(told({ decisions: [accepted] })).toEqual({
      says: 'withheld: open, needs plan: not received yet',
      turnsOn: [null, null, 5],
    });
  });

  it('is waived for the component and the period that a decision names, and for no other', () => {
    const forfeited = 'forfeited: failed, needs plan: received 2015-07-01, due by 2015-06-30';
    const waived = (named: Partial<typeof accepted>) =>
      told({ evidence: [late], decisions: [{ ...accepted, ...named }] }).says === forfeited;
    expect([{ component: 'd' }, { component: 'c' }, { period: 'Q2' }, { period: 'Q1' }].map(waived)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('that is the end of the window of each period is judged for each by itself, be the evidence one for all', () => {
    const sheet = evidence('sheet', { deadline: { kind: 'claim-window', period: 'own' } });
    const [account] = run(
      asking({ of: sheet }),
      facts([{ patients: 1, evidence: [received('sheet', '2015-12-31')] }]),
      'Q2',
      '2016-01-01',
    );
    expect(tell(account, 'c')).toEqual(['Q1 forfeited 0.00 [forfeited 100.00]', 'Q2 released 100.00 payment 100.00']);
  });
});

describe('a quantity', () => {
  const audit = evidence('audit', {
    deadline: { kind: 'date', on: day('2015-06-30') },
    minimum: { kind: 'number', number: ratio(37) },
  });
  const sent = (quantity: number | null, on = '2015-06-01') =>
    told(
      { evidence: [received('audit', on, { quantity: quantity === null ? null : ratio(quantity), line: 3 })] },
      { of: audit },
    );

  it('is enough where it is the least that is asked for', () => {
    expect(sent(37)).toEqual({
      says: 'released: met, needs audit: received 2015-06-01, due by 2015-06-30, 37 of at least 37',
      turnsOn: [3, null, null],
    });
    expect(sent(36)).toEqual({
      says: 'forfeited: failed, needs audit: received 2015-06-01 with 36, at least 37 asked for, due by 2015-06-30',
      turnsOn: [3, 'too small', null],
    });
  });

  it('that is left out is too small, and one that came too late is late', () => {
    expect(sent(null)).toEqual({
      says: 'forfeited: failed, needs audit: received 2015-06-01 with no quantity, at least 37 asked for, due by 2015-06-30',
      turnsOn: [3, 'too small', null],
    });
    expect(sent(36, '2015-07-01')).toEqual({
      says: 'forfeited: failed, needs audit: received 2015-07-01, due by 2015-06-30',
      turnsOn: [3, 'late', null],
    });
  });
});

it('practices that met some of their conditions alike are told apart by the others', () => {
  const report = evidence('report');
  const needs = [plan, report].map((each) => ({ evidence: each, clause: '9' }));
  const conditions = quarters.map(() => ({ needs, keeps: [] }));
  const both = scheme([component('c', fixed, { conditions })], { evidence: [plan, report] });
  const sent = received('plan', '2015-06-01');
  const known = facts([
    { patients: 1, evidence: [sent, received('report', '2015-06-02')] },
    { patients: 1, evidence: [sent] },
    { patients: 1, evidence: [sent, received('report', '2015-06-02')] },
  ]);
  expect(run(both, known, 'Q1', '2015-07-31').map((account) => tell(account, 'c'))).toEqual([
    ['Q1 released 100.00 payment 100.00'],
    ['Q1 withheld 0.00 [withheld 100.00]'],
    ['Q1 released 100.00 payment 100.00'],
  ]);
});
