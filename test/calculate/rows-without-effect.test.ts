import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculate } from '../../src/calculate/calculate.ts';
import { openClaimJudge } from '../../src/calculate/claims/claim-judge.ts';
import { rowsWithoutEffect } from '../../src/calculate/rows-without-effect.ts';
import { addDays, day, formatDay } from '../../src/domain/day.ts';
import type { Claim, Decision, EvidenceRow, OtherList, Plan } from '../../src/domain/facts.ts';
import { pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import type { Quantity } from '../../src/domain/scheme/quantity.ts';
import type { Component, EvidenceKind, Scheme, Value } from '../../src/domain/scheme/scheme.ts';
import { claim, decided, facts, type Given, judgeAll, measured, paid, received } from '../make/facts.ts';
import { component, evidence, quarters, scheme } from '../make/scheme.ts';

const perPatient: Value = { kind: 'per-patient', pounds: ratio(1), clause: '1' };
const plan = evidence('plan', { deadline: { kind: 'date', on: day('2015-06-30') } });
const report = evidence('report', { perPeriod: true });
const audit = evidence('audit', { minimum: { kind: 'number', number: ratio(5) } });
const asked = [plan, report, audit];

/** Every period needs all that the scheme asks for. */
function asking(given: Partial<Component> = {}): Scheme {
  const needs = asked.map((each) => ({ evidence: each, clause: '9' }));
  const conditions = quarters.map(() => ({ needs, keeps: [] }));
  return scheme([component('c', perPatient, { conditions, ...given })], { evidence: asked });
}

/** A run for Q2 as at the end of the year: its accounts, and by file the lines on which nothing turned. */
function runOf(
  of: Scheme,
  given: Partial<Given> | readonly Partial<Given>[],
  claims: readonly Claim[] = [],
  lists: readonly OtherList[] = [],
) {
  const asAt = day('2015-12-31');
  const used = new Set<object>();
  const note = (row: object) => used.add(row);
  const practices = [given].flat().map((one) => ({ patients: 400, ...one }));
  const known = { ...facts(practices), otherLists: new Map([['Z00001', lists]]) };
  const judge = openClaimJudge(of, known, asAt, note);
  judgeAll(judge, known, claims);
  const [, period] = of.periods;
  if (!period) throw new Error('no second period');
  const { value } = calculate(of, known, { period, asAt, claims: judge.counted, used: note });
  if (!value) throw new Error('no run');
  const accounts = [...value.accounts()];
  const idle = [...rowsWithoutEffect(of, known, { period, asAt }, used)].flatMap(([file, rows]) =>
    rows.map(({ why, lines }) => [why === 'without effect' ? file : `${file}, ${why}`, lines] as const),
  );
  return { accounts, idle: Object.fromEntries(idle) };
}

function idleLines(...run: Parameters<typeof runOf>) {
  return runOf(...run).idle;
}

describe('evidence without effect', () => {
  it('is a row beside one that is good', () => {
    const rows = [received('plan', '2015-05-01', { line: 3 }), received('plan', '2015-06-01', { line: 2 })];
    expect(idleLines(asking(), { evidence: rows })).toEqual({ 'evidence.csv': [2] });
  });

  it('is not the row that a reason names: too late, or too little in time', () => {
    const late = [received('plan', '2015-07-01', { line: 2 }), received('plan', '2015-08-01', { line: 3 })];
    const little = [received('audit', '2015-05-01', { quantity: ratio(4), line: 4 })];
    expect(idleLines(asking(), { evidence: [...late, ...little] })).toEqual({ 'evidence.csv': [3] });
    const strict = evidence('audit', { ...audit, deadline: { kind: 'date', on: day('2015-06-30') } });
    const conditions = quarters.map(() => ({ needs: [{ evidence: strict, clause: '9' }], keeps: [] }));
    const lateAboveLittle = [received('audit', '2015-07-01', { quantity: ratio(9), line: 2 }), ...little];
    expect(idleLines(asking({ conditions }), { evidence: lateAboveLittle })).toEqual({ 'evidence.csv': [2] });
  });

  it('is a row for a period whose turn has not come, but not one later than the as-at date', () => {
    const rows = [
      received('report', '2015-05-01', { period: 'Q1', line: 2 }),
      received('report', '2015-05-01', { period: 'Q3', line: 3 }),
      received('report', '2016-05-01', { period: 'Q4', line: 4 }),
      received('report', '2015-05-01', { period: 'Q2', line: 5 }),
      received('report', '2015-05-01', { period: 'Q2', line: 6 }),
    ];
    expect(idleLines(asking(), { evidence: rows })).toEqual({
      'evidence.csv, not asked for': [3],
      'evidence.csv': [6],
    });
  });

  it('is told apart by what it covers: the evidence, the component and the period', () => {
    const sheet = evidence('sheet', { perComponent: true, perPeriod: true });
    const needs = (...kinds: EvidenceKind[]) => kinds.map((each) => ({ evidence: each, clause: '9' }));
    const inPeriods = (...kinds: EvidenceKind[][]) =>
      quarters.map((_, q) => ({ needs: needs(...(kinds[q] ?? [])), keeps: [] }));
    const of = scheme(
      [
        component('early', perPatient, { conditions: inPeriods([sheet], [], [plan]) }),
        component('null', perPatient, { conditions: inPeriods([], [], [sheet]) }),
      ],
      { evidence: [sheet, plan] },
    );
    const row = (id: string, line: number, given: Partial<EvidenceRow> = {}) =>
      received(id, '2015-05-01', { line, ...given });
    const rows = [
      row('sheet', 2, { component: 'early', period: 'Q1' }),
      row('sheet', 3, { component: 'early', period: 'Q1' }),
      row('sheet', 4, { component: 'null', period: 'Q1' }),
      row('sheet', 5, { component: 'null' }),
      row('sheet', 6),
      row('plan', 7),
      row('sheet', 8, { component: 'early', period: 'Q2' }),
    ];
    const told = { 'evidence.csv, not asked for': [4, 5, 7, 8], 'evidence.csv': [3, 6] };
    expect(idleLines(of, { evidence: rows })).toEqual(told);
  });

  it('is what a practice need not send once it has left', () => {
    const conditions = quarters.map(() => ({ needs: [], keeps: [{ evidence: plan, clause: '9' }] }));
    const of = asking({ conditions });
    const rows = [received('plan', '2015-05-01')];
    const left = { practice: { leftOn: day('2015-05-31') } };
    expect(idleLines(of, { evidence: rows })).toEqual({});
    expect(idleLines(of, { evidence: rows, ...left })).toEqual({ 'evidence.csv': [2] });
  });
});

describe('decisions without effect', () => {
  const half = { component: 'c', proportion: ratio(1, 2) };

  it('is a proportion that a later one replaced', () => {
    const decisions = [
      decided('proportion', '2015-10-02', { ...half, line: 2 }),
      decided('proportion', '2015-10-01', { ...half, line: 3 }),
      decided('proportion', '2016-10-01', { ...half, line: 4 }),
    ];
    expect(idleLines(asking(), { decisions })).toEqual({ 'decisions.csv': [3] });
  });

  const nine = { component: 'c', amount: pence(900) };

  it('is one on a recovery where there is none, or of which nothing is left to take', () => {
    const waive = decided('waive-recovery', '2015-10-02', { ...nine, line: 2 });
    const recover = decided('recover', '2015-10-01', { ...nine, line: 3 });
    const recovery = { from: null, waitsForDecision: true, clause: 'recovery' };
    const idleOf = (amount: string) =>
      idleLines(asking({ recovery }), { decisions: [waive, recover], paid: [paid('c', 'Q1', amount)] });
    expect(idleLines(asking({ recovery }), { decisions: [waive, recover] })).toEqual({ 'decisions.csv': [2, 3] });
    expect(idleOf('9.00')).toEqual({ 'decisions.csv': [3] });
    expect(idleOf('9.01')).toEqual({});
  });

  it('is a consent to a recovery that waits for none, or is not taken yet', () => {
    const waits = { from: null, waitsForDecision: true, clause: 'recovery' };
    const recover = decided('recover', '2015-10-01', { ...nine, line: 3 });
    const idleOf = (recovery: Partial<Component['recovery']>, ...decisions: Decision[]) =>
      idleLines(asking({ recovery: { ...waits, ...recovery } }), { decisions, paid: [paid('c', 'Q1', '9.00')] });
    const [, , third] = quarters;
    expect(idleOf({}, recover)).toEqual({});
    expect(idleOf({ waitsForDecision: false }, recover)).toEqual({ 'decisions.csv': [3] });
    expect(idleOf({ from: third ?? null }, recover)).toEqual({ 'decisions.csv': [3] });
  });

  it('is an acceptance of what came in time; what came late, or may still come, turns on it', () => {
    const decisions = [decided('accept-late', '2015-10-01', { evidence: 'plan' })];
    const idle = { 'decisions.csv': [2] };
    expect(idleLines(asking(), { decisions, evidence: [received('plan', '2015-06-30')] })).toEqual(idle);
    expect(idleLines(asking(), { decisions, evidence: [received('plan', '2015-07-01')] })).toEqual({});
    expect(idleLines(asking(), { decisions })).toEqual({});
    const anyTime = [decided('accept-late', '2015-10-01', { evidence: 'report', line: 2 })];
    expect(idleLines(asking(), { decisions: anyTime })).toEqual(idle);
  });

  it('is an acceptance of a claim in time, of one refused or not made yet, of none, or one that was given before', () => {
    const meetings = scheme([
      component('c', { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost: 2, clause: '2' }),
    ]);
    const accept = (evidence: string, line: number, on = '2015-12-01') =>
      decided('accept-late', on, { evidence, line });
    const decisions = [
      accept('in time', 2),
      accept('late', 3, '2015-12-02'),
      accept('late', 4),
      accept('none', 5),
      accept('before the term', 6),
      accept('later', 7),
    ];
    const claims = [
      claim('meeting', '2015-05-01', '2015-06-01', { eventId: 'in time' }),
      claim('meeting', '2015-05-02', '2015-11-01', { eventId: 'late', line: 3 }),
      claim('meeting', '2015-03-31', '2015-11-01', { eventId: 'before the term', line: 4 }),
      claim('meeting', '2015-05-04', '2016-01-01', { eventId: 'later', line: 5 }),
    ];
    expect(idleLines(meetings, { decisions }, claims)).toEqual({ 'decisions.csv': [2, 3, 5, 6, 7] });
  });
});

it('a figure that a later one replaced is without effect', () => {
  const achievement = {
    kind: 'measured',
    measure: 'm',
    clause: '3',
    zeroDenominator: ratio(0),
    onAccount: null,
    scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
  } as const;
  const measures = [
    { ...measured('m', '2015-09-30', '1', '2'), line: 2 },
    { ...measured('m', '2015-06-30', '1', '2'), line: 3 },
    { ...measured('m', '2016-06-30', '1', '2'), line: 4 },
  ];
  expect(idleLines(scheme([component('c', perPatient, { achievement })]), { measures })).toEqual({
    'measures.csv': [3],
  });
});

it('an agreement on a payee is without effect where every component has a nearer or a later one', () => {
  const agreed = (component: string | null, agreedOn: string, line: number) => ({
    component,
    payeeCode: 'FED01',
    payeeName: null,
    agreedOn: day(agreedOn),
    reference: null,
    line,
  });
  const payees = [agreed(null, '2015-10-01', 2), agreed('c', '2015-05-01', 3), agreed('c', '2015-04-01', 4)];
  expect(idleLines(scheme([component('c', perPatient)]), { payees })).toEqual({ 'payees.csv': [2, 4] });
  const another = component('d', perPatient);
  expect(idleLines(scheme([component('c', perPatient), another]), { payees })).toEqual({ 'payees.csv': [4] });
  // So is one of the day of the run, but none of a later day.
  const ofLate = [agreed(null, '2015-12-31', 5), agreed(null, '2016-01-01', 6), agreed('c', '2015-05-01', 7)];
  expect(idleLines(scheme([component('c', perPatient)]), { payees: ofLate })).toEqual({ 'payees.csv': [5] });
});

const agreed: Plan = {
  component: 'c',
  amount: pence(30_00),
  instalments: 3,
  firstOn: day('2015-10-15'),
  every: 'month',
  atMost: null,
  decidedOn: day('2015-10-02'),
  decidedBy: 'R. Patel',
  reason: 'as agreed',
  line: 2,
};

it('a plan is without effect where nothing is owed', () => {
  // 100.00 a quarter.
  const idleAfter = (amount: string) =>
    idleLines(scheme([component('c', perPatient)]), { plans: [agreed], paid: [paid('c', 'Q1', amount)] });
  expect([idleAfter('150.00'), idleAfter('100.00')]).toEqual([{}, { 'plans.csv': [2] }]);
});

it('of each file it is told, also where there is none', () => {
  const [period] = quarters;
  if (!period) throw new Error('no period');
  const { plans: _, ...known } = facts([{ patients: 1 }]);
  const files = ['list-sizes', 'evidence', 'measures', 'decisions', 'plans', 'payees'];
  const told = rowsWithoutEffect(scheme([]), known, { period, asAt: period.end }, new Set());
  expect([...told]).toEqual(files.map((file) => [`${file}.csv`, []]));
});

it('a row of the day of the run is told of as well, and none of a later day', () => {
  const days = ['2015-12-31', '2016-01-01'];
  const evidence = days.map((on, index) => received('unheard-of', on, { line: 3 + index }));
  const decisions = days.map((on, index) => decided('waive-recovery', on, { component: 'c', line: 5 + index }));
  const measures = days.map((on, index) => ({ ...measured('m', on, '1', '2'), line: 7 + index }));
  const plans = days.map((on, index) => ({ ...agreed, decidedOn: day(on), line: 9 + index }));
  expect(idleLines(asking(), { evidence, decisions, measures, plans })).toEqual({
    'evidence.csv, not asked for': [3],
    'decisions.csv': [5],
    'measures.csv': [7],
    'plans.csv': [9],
  });
});

it('a figure on which only a limit turns has an effect', () => {
  const atMost: Quantity = { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' };
  const meetings = scheme([
    component('c', { kind: 'per-event', pounds: ratio(250), event: 'meeting', atMost, clause: '2' }),
  ]);
  const measures = [
    { ...measured('m', '2015-09-30', '1', '2'), line: 2 },
    { ...measured('m', '2015-08-30', '1', '2'), line: 3 },
  ];
  expect(idleLines(meetings, { measures })).toEqual({ 'measures.csv': [3] });
});

it('so has a figure that is only asked for to share out a sum', () => {
  const shared: Value = {
    kind: 'shared',
    of: { kind: 'rate', pounds: ratio(100), for: { kind: 'number', number: ratio(1) } },
    by: { kind: 'measure', measure: 'm', part: 'numerator', at: 'latest' },
    within: 'all',
    clause: '2',
  };
  const figures = (line: number) => [
    { ...measured('m', '2015-09-30', '1', '2'), line },
    { ...measured('m', '2015-08-30', '1', '2'), line: line - 3 },
  ];
  const practices = [{ measures: figures(9) }, { measures: figures(8) }];
  expect(idleLines(scheme([component('c', shared)]), practices)).toEqual({ 'measures.csv': [5, 6] });
});

it('a further list in whose place another stood is without effect', () => {
  const adjusted: Quantity = { kind: 'rate', pounds: ratio(1), for: { kind: 'patients', population: 'adjusted' } };
  const list = { patients: ratio(3), asAt: day('2015-03-31') };
  const lists = [
    { ...list, population: 'adjusted', line: 3 },
    { ...list, population: 'another', line: 4 },
  ];
  const of = scheme([component('c', { kind: 'quantity', of: adjusted, clause: '2' })]);
  expect(idleLines(of, {}, [], lists)).toEqual({ 'list-sizes.csv': [4] });
});

it('leaves every figure and every reason as it was when it is taken out', () => {
  const dates = fc.integer({ min: 0, max: 300 }).map((days) => formatDay(addDays(day('2015-04-01'), days)));
  const row = fc.record({
    evidence: fc.constantFrom('plan', 'report', 'audit'),
    period: fc.constantFrom(null, 'Q1', 'Q2', 'Q3'),
    on: dates,
    quantity: fc.constantFrom(null, ratio(4), ratio(5)),
  });
  const acceptance = fc.record({ evidence: fc.constantFrom('plan', 'report', 'audit'), on: dates });
  const everySort = fc.tuple(fc.array(row, { maxLength: 12 }), fc.array(acceptance, { maxLength: 3 }));
  let idle = 0;
  fc.assert(
    fc.property(everySort, ([rows, acceptances]) => {
      const evidence = rows.map(({ evidence, period, on, quantity }, line) =>
        received(evidence, on, { period: evidence === 'report' ? period : null, quantity, line }),
      );
      const decisions = acceptances.map(({ evidence, on }, line) => decided('accept-late', on, { evidence, line }));
      const whole = runOf(asking(), { evidence, decisions });
      const without = (file: string) => {
        const idle = [whole.idle[file], whole.idle[`${file}, not asked for`]].flat();
        return (row: { readonly line: number }) => !idle.includes(row.line);
      };
      const kept = {
        evidence: evidence.filter(without('evidence.csv')),
        decisions: decisions.filter(without('decisions.csv')),
      };
      idle += evidence.length - kept.evidence.length + decisions.length - kept.decisions.length;
      const { accounts, idle: left } = runOf(asking(), kept);
      expect(accounts).toEqual(whole.accounts);
      expect(left).toEqual({});
    }),
  );
  expect(idle).toBeGreaterThan(100);
});
