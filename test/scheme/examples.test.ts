import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/day.ts';
import { pence } from '../../src/domain/money/money.ts';
import { ratio } from '../../src/domain/money/ratio.ts';
import { claimWindowEnd, deadlineOf } from '../../src/domain/scheme/claim-window.ts';
import type { Scheme } from '../../src/domain/scheme/scheme.ts';
import { plainWords } from '../../src/domain/words/words.ts';
import { exampleFacts } from '../../src/scheme/example-facts.ts';
import { type ExampleStep, judgeExample } from '../../src/scheme/examples.ts';
import { readScheme } from '../../src/scheme/read.ts';
import { type Change, smallScheme } from './small-scheme.ts';

const example = {
  title: 'Two practices',
  clause: '4',
  practices: [
    {
      name: 'one',
      patients: '1801',
      events: [
        { event: 'meeting', period: 'H1', count: 2 },
        { event: 'meeting', period: 'H2', count: 1 },
      ],
      without: ['plan'],
    },
    { name: 'two', patients: '1000', measures: [{ measure: 'checked', numerator: '1', denominator: '3' }] },
  ],
  expect: [
    { pounds: '100.00' },
    { practice: 'two', component: 'rate', pounds: '60.00' },
    { component: 'rate', period: 'H1', pounds: '50.00' },
  ],
};

function schemeOf(...changes: readonly Change[]): Scheme {
  const { value, findings } = readScheme(smallScheme(['examples.0', example], ...changes), 'small.json');
  expect(findings).toEqual([]);
  if (value === null) throw new Error('no scheme');
  return value;
}

function factsOf(scheme: Scheme) {
  const [first] = scheme.examples;
  if (!first) throw new Error('no example');
  return exampleFacts(scheme, first);
}

describe('the facts of an example', () => {
  it('are practices that no one could take for real ones, with their lists at the date of the scheme', () => {
    const { facts } = factsOf(schemeOf());
    expect(facts.practices.map(({ code, name }) => [code, name])).toEqual([
      ['Z00001', 'one'],
      ['Z00002', 'two'],
    ]);
    expect(facts.listSizes.get('Z00001')).toEqual({ patients: ratio(1801), asAt: day('2020-04-01'), line: 2 });
  });

  it('are all the evidence but what is missing, in time and in quantity', () => {
    const scheme = schemeOf(
      ['evidence.0.deadline.on', '2020-03-01'],
      ['evidence.1.minimum', { kind: 'per-1000-patients', number: '5' }],
      ['evidence.0.minimum', { kind: 'number', number: '3' }],
    );
    const { facts } = factsOf(scheme);
    const received = (code: string) =>
      facts.evidence.get(code)?.map(({ evidence, receivedOn, quantity }) => [evidence, receivedOn, quantity]);
    expect(received('Z00001')).toEqual([['sheet', day('2020-04-01'), ratio(10)]]);
    expect(received('Z00002')).toEqual([
      ['plan', day('2020-03-01'), ratio(3)],
      ['sheet', day('2020-04-01'), ratio(5)],
    ]);
  });

  it('are events of their own, claimed at once', () => {
    const { claims } = factsOf(schemeOf());
    expect(
      claims.map(({ practice, eventId, eventDate, claimedOn }) => [practice, eventId, eventDate, claimedOn]),
    ).toEqual([
      [0, 'meeting-1-1', day('2020-04-01'), day('2020-04-01')],
      [0, 'meeting-1-2', day('2020-04-01'), day('2020-04-01')],
      [0, 'meeting-2-1', day('2020-10-01'), day('2020-10-01')],
    ]);
  });

  it('are for a person each, unless it is said for whom', () => {
    const events = [
      { event: 'meeting', period: 'H1', count: 2 },
      { event: 'meeting', period: 'H2', count: 2, person: 'P' },
    ];
    const { claims } = factsOf(
      schemeOf(['examples.0.practices.0.events', events], ['examples.0.practices.1.events', events.slice(0, 1)]),
    );
    expect(claims.map(({ person }) => person)).toEqual(['1-1-1', '1-1-2', 'P', 'P', '2-1-1', '2-1-2']);
  });

  it('are the evidence of one period on a day of its own, and of all others in time', () => {
    const received = [{ evidence: 'sheet', period: 'H1', on: '2021-05-01' }];
    const { facts } = factsOf(schemeOf(['examples.0.practices.1.received', received]));
    const sheets = facts.evidence.get('Z00002')?.filter(({ evidence }) => evidence === 'sheet');
    expect(sheets?.map(({ period, receivedOn }) => [period, receivedOn])).toEqual([
      ['H1', day('2021-05-01')],
      ['H2', day('2020-04-01')],
    ]);
  });

  it('are the evidence of a component in a period on a day of its own, and of all others in time', () => {
    const received = [
      { evidence: 'sheet', component: 'rate', period: 'H1', on: '2021-05-01' },
      { evidence: 'sheet', component: 'pot', on: '2021-05-02' },
    ];
    const { facts } = factsOf(
      schemeOf(['evidence.1.per', ['component', 'period']], ['examples.0.practices.1.received', received]),
    );
    const sheets = facts.evidence.get('Z00002')?.filter(({ evidence }) => evidence === 'sheet');
    expect(sheets?.map(({ component, period }) => `${component} ${period}`)).toEqual([
      'rate H1',
      'pot null',
      'rate H2',
      'meetings H1',
      'meetings H2',
      'calls H1',
      'calls H2',
      'checks H1',
      'checks H2',
    ]);
  });

  it('are measured at the end of the term', () => {
    const { facts } = factsOf(schemeOf());
    expect(facts.measures.get('Z00001')).toEqual([]);
    expect(facts.measures.get('Z00002')).toEqual([
      { measure: 'checked', asAt: day('2021-03-31'), numerator: ratio(1), denominator: ratio(3), line: 3 },
    ]);
  });

  it.each<[string, unknown]>([
    ['the end of the next period', { kind: 'end-of-next-period', clause: '5' }],
    ['days', { kind: 'days', days: 400, clause: '5' }],
    ['months', { kind: 'months', months: 9, clause: '5' }],
  ])('are seen after every deadline and claim window: %s', (_, claimWindow) => {
    const scheme = schemeOf(['claimWindow', claimWindow], ['evidence.0.deadline.on', '2021-07-31']);
    const { asAt } = factsOf(scheme);
    for (const period of scheme.periods) {
      for (const kind of scheme.evidence) {
        expect(asAt).toBeGreaterThan(deadlineOf(kind, scheme.claimWindow, scheme.periods, period) ?? 0);
      }
      if (scheme.claimWindow) {
        expect(asAt).toBeGreaterThan(claimWindowEnd(scheme.claimWindow, scheme.periods, period));
      }
    }
  });

  it('are seen after the term where there is no window', () => {
    const scheme = schemeOf(
      ['claimWindow'],
      ['evidence.1.deadline'],
      ['components.1.value', { kind: 'fixed', pounds: '1000', clause: '4' }],
      ['examples.0.practices.0.events', []],
    );
    expect(factsOf(scheme).asAt).toBe(day('2021-04-01'));
  });
});

describe('judging an example', () => {
  const scheme = schemeOf();
  const [first] = scheme.examples;
  const step = (formula: string): ExampleStep => ({ step: 'value', formula, value: '0.01', rounded: null });
  const none = { payment: pence(0), clawback: pence(0), unpaid: [], termSteps: [], steps: [] };
  const entitlements = [
    { practice: 0, component: 'rate', period: 'H1', entitlement: pence(30_00), ...none },
    { practice: 0, component: 'pot', period: 'H2', entitlement: pence(10_00), ...none },
    { practice: 1, component: 'rate', period: 'H1', entitlement: pence(20_00), ...none },
    { practice: 1, component: 'rate', period: 'H2', entitlement: pence(40_00), ...none },
  ];

  it('adds up what an expectation leaves open', () => {
    expect(first && judgeExample(plainWords, first, entitlements)).toEqual([]);
  });

  it('tells each amount that differs by a penny, where it is written', () => {
    const [, ...rest] = entitlements;
    const off = [{ practice: 0, component: 'rate', period: 'H1', entitlement: pence(30_01), ...none }, ...rest];
    const line = smallScheme(['examples.0', example])
      .split('\n')
      .findIndex((text) => text.includes('"100.00"'));
    expect(first && judgeExample(plainWords, first, off)).toEqual([
      {
        code: 'example-fails',
        severity: 'error',
        file: 'small.json',
        line: line + 1,
        column: 21,
        field: 'examples[0].expect[0].pounds',
        message:
          'Two practices: all practices, all components, all periods should come to £100.00, but the scheme gives £100.01',
        hint: 'check the figures of the scheme and of this example against the paper, clause 4',
        value: '100.00',
      },
      expect.objectContaining({
        field: 'examples[0].expect[2].pounds',
        message: 'Two practices: all practices, rate, H1 should come to £50.00, but the scheme gives £50.01',
      }),
    ]);
  });

  it('says what a run would say of an amount that is not paid', () => {
    const [whole, ...rest] = entitlements;
    const unpaid = [{ status: 'withheld' as const, amount: pence(30_00), reason: 'the plan has not been received' }];
    const withheld = [
      { ...none, ...whole, practice: 0, component: 'rate', period: 'H1', entitlement: pence(0), unpaid },
    ];
    const [told] = first ? judgeExample(plainWords, first, [...withheld, ...rest]) : [];
    expect(told?.message).toBe(
      'Two practices: all practices, all components, all periods should come to £100.00, but the scheme gives £70.00; withheld £30.00 (rate, H1): the plan has not been received',
    );
  });

  it('shows the steps of each practice and component, where an expectation is over several', () => {
    const worked = entitlements.map((each) => ({
      ...each,
      entitlement: pence(1),
      steps: [step(`${each.period} of ${each.component}`)],
    }));
    const [told] = first ? judgeExample(plainWords, first, worked) : [];
    expect(told?.message.split('; the scheme works ').slice(1)).toEqual([
      'one, rate out as: H1.1: H1 of rate',
      'one, pot out as: H2.1: H2 of pot',
      'two, rate out as: H1.1: H1 of rate; H2.1: H2 of rate',
    ]);
  });

  it('says of very many steps what each period or each practice and component comes to', () => {
    const steps = Array.from({ length: 9 }, (_, index) => step(`step ${index}`));
    const worked = entitlements.map((each) => ({ ...each, entitlement: pence(1), steps }));
    const [all] = first ? judgeExample(plainWords, first, worked) : [];
    expect(all?.message.split('£0.04; ')[1]).toBe(
      'of which one, rate £0.01; one, pot £0.01; two, rate £0.02; expect one by itself to see its steps',
    );
    const ofOne = first?.expect[1];
    const [told] = first && ofOne ? judgeExample(plainWords, { ...first, expect: [ofOne] }, worked) : [];
    expect(told?.message.split('£0.02; ')[1]).toBe(
      'of which H1 £0.01; H2 £0.01; expect a period by itself to see its steps',
    );
  });

  it('says six reasons of what is not paid, and how many more there are', () => {
    const unpaid = Array.from({ length: 8 }, (_, index) => ({
      status: 'withheld' as const,
      amount: pence(1),
      reason: `reason ${index}`,
    }));
    const [whole, ...rest] = entitlements;
    const withheld = [
      { ...none, ...whole, practice: 0, component: 'rate', period: 'H1', entitlement: pence(0), unpaid },
    ];
    const [told] = first ? judgeExample(plainWords, first, [...withheld, ...rest]) : [];
    expect(told?.message.split('; ').slice(-2)).toEqual([
      'withheld £0.01 (rate, H1): reason 5',
      'and 2 more that are not paid',
    ]);
  });
});
