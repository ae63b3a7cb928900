import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Component } from '../../../src/domain/scheme/scheme.ts';
import { claim, facts, type Given, measured, run, tell } from '../../make/facts.ts';
import { component, quarters, scheduleOf, scheme } from '../../make/scheme.ts';

// £10 a jab, of which a figure allows four in all and the scheme three in a period: five in Q1, two in Q2.

const four: Quantity = { kind: 'number', number: ratio(4) };
const limits = { event: 'jab', atMost: four, atMostPerPeriod: 3 } as const;
const jabs = ['2015-04-01', '2015-04-02', '2015-04-03', '2015-04-04', '2015-04-05', '2015-07-01', '2015-07-02'].map(
  (on, place) => claim('jab', on, on, { line: place + 2 }),
);
const told = (of: Component) => tell(run(scheme([of]), facts([{ patients: 1 }]), 'Q2', '2016-01-15', jabs)[0], 'c');
const inBoth = ['Q1 released 30.00 payment 30.00 [capped 20.00]', 'Q2 released 10.00 payment 10.00 [capped 10.00]'];

it('a limit of a period holds beside one in all that a figure gives', () => {
  expect(told(component('c', { kind: 'per-event', pounds: ratio(10), clause: '1', ...limits }))).toEqual(inBoth);
});

it('what events over their limits would have come to is told where a schedule pays for them too', () => {
  const rate: Quantity = {
    kind: 'rate',
    pounds: ratio(10),
    for: { kind: 'events', at: 'each-period', ...limits },
  };
  const schedule = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
  expect(told(component('c', { kind: 'quantity', of: rate, clause: '1' }, { schedule }))).toEqual(inBoth);
});

it('events of so many periods before are none where that lies before the first', () => {
  const before: Quantity = { kind: 'events', event: 'jab', at: { periodsBefore: 2 } };
  const value = { kind: 'quantity', of: { kind: 'rate', pounds: ratio(10), for: before }, clause: '1' } as const;
  const schedule = { ...scheduleOf(quarters.map(() => ratio(1))), eachPeriod: true as const };
  const claims = ['2015-04-01', '2015-10-01', '2015-10-02'].map((on, place) =>
    claim('jab', on, on, { line: place + 2 }),
  );
  const of = scheme([component('c', value, { schedule })]);
  expect(tell(run(of, facts([{ patients: 1 }]), 'Q4', '2016-04-30', claims)[0], 'c')).toEqual([
    'Q1 released 0.00',
    'Q2 released 0.00',
    'Q3 released 10.00 payment 10.00',
    'Q4 released 0.00',
  ]);
});

it('events under a limit that is not known yet are waited for, and it is said why', () => {
  const unknown: Quantity = { kind: 'measure', measure: 'beds', part: 'numerator', at: 'latest' };
  const measures = [{ id: 'beds', title: 'Beds', numerator: 'beds', numeratorUnit: 'bed', clause: 'm' }];
  const rate: Quantity = { kind: 'rate', pounds: ratio(10), for: { kind: 'events', event: 'jab', atMost: unknown } };
  const of = scheme([component('c', { kind: 'quantity', of: rate, clause: '1' }, { schedule: null })], { measures });
  const beds = [measured('beds', '2015-05-01', '2', '1')];
  const positionIn = (given: Given) => run(of, facts([given]), 'Q1', '2016-01-15', jabs)[0];
  const waiting = positionIn({ patients: 1 });
  expect(tell(waiting, 'c')).toEqual(['Q1 withheld 0.00 [withheld 0.00]']);
  expect(waiting?.lines[0]?.positions[0]?.unpaid.map(({ reason }) => reason)).toEqual([
    'how many count is not known yet: no figure for beds yet',
  ]);
  expect(tell(positionIn({ patients: 1, measures: beds }), 'c')).toEqual([
    'Q1 released 20.00 payment 20.00 [capped 30.00]',
  ]);
});

it('of events of some days those of these days over the limit are told', () => {
  // Two of five count; of the three from 2 April on that are over it, three are of these days.
  const from: Quantity = { kind: 'events', event: 'jab', atMost: 2, from: day('2015-04-02') };
  const of = scheme([
    component(
      'c',
      { kind: 'quantity', of: { kind: 'rate', pounds: ratio(10), for: from }, clause: '1' },
      { schedule: null },
    ),
  ]);
  expect(tell(run(of, facts([{ patients: 1 }]), 'Q1', '2016-01-15', jabs)[0], 'c')).toEqual([
    'Q1 released 10.00 payment 10.00 [capped 30.00]',
  ]);
});
