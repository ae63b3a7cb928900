import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { boundTo, dependenciesOf, quantitiesOf } from '../../../src/domain/scheme/depends-on.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { Component, Scheme, Value } from '../../../src/domain/scheme/scheme.ts';
import { component, evidence, quarters, scheme } from '../../make/scheme.ts';

const clause = 'c';
const patients: Quantity = { kind: 'patients' };
const weighted: Quantity = { kind: 'patients', population: 'weighted' };
const anew: Quantity = { kind: 'patients', at: 'each-period' };
const visits: Quantity = { kind: 'events', event: 'visit' };
const spending: Quantity = { kind: 'measure', measure: 'spending', part: 'numerator', at: 'latest' };
const rateFor = (counted: Quantity): Quantity => ({ kind: 'rate', pounds: ratio(1), for: counted });

function of(value: Value, more: Partial<Component> = {}) {
  const {
    ownList,
    mayTakeOwnList,
    otherLists,
    measures,
    events,
    evidence: asked,
    together,
  } = dependenciesOf(component('a', value, more), scheme([]));
  const lists = otherLists.map(({ population, at }) => [population, at]);
  return {
    ownList,
    mayTakeOwnList,
    lists,
    measures: [...measures],
    events: [...events],
    asked: [...asked],
    together: [...together],
  };
}

const nothing = { ownList: false, mayTakeOwnList: false, lists: [], measures: [], events: [], asked: [], together: [] };
const onList = { ...nothing, ownList: true, mayTakeOwnList: true };

describe('what a component depends on', () => {
  it.each<[string, Value, object]>([
    ['a fixed sum: nothing', { kind: 'fixed', pounds: ratio(1), clause }, nothing],
    ['a rate a patient: the list', { kind: 'per-patient', pounds: ratio(1), clause }, onList],
    ['a pool: every list', { kind: 'pool', pounds: ratio(1), clause }, { ...onList, together: ['all'] }],
    [
      'a share of a rate: the list',
      { kind: 'share', of: { kind: 'per-patient', pounds: ratio(1), clause }, path: [], clause },
      onList,
    ],
    [
      'a rate an event, at most so many as patients',
      { kind: 'per-event', pounds: ratio(1), event: 'visit', atMost: patients, clause },
      { ...onList, events: ['visit'] },
    ],
    ['events within a quantity', { kind: 'quantity', of: rateFor(visits), clause }, { ...nothing, events: ['visit'] }],
    ['another list', { kind: 'quantity', of: rateFor(weighted), clause }, { ...nothing, lists: [['weighted', null]] }],
    [
      'a list counted anew, which may be that of the scheme',
      { kind: 'quantity', of: rateFor(anew), clause },
      { ...nothing, mayTakeOwnList: true, lists: [['registered', 'each-period']] },
    ],
    [
      'a sum shared by a figure, within a network',
      { kind: 'shared', of: rateFor(patients), by: spending, within: 'pcn', clause },
      { ...onList, measures: ['spending'], together: ['pcn'] },
    ],
    [
      'an envelope',
      { kind: 'envelope', pounds: { kind: 'pounds', pounds: ratio(9) }, of: rateFor(visits), clause },
      { ...nothing, events: ['visit'], together: ['all'] },
    ],
  ])('%s', (_, value, expected) => {
    expect(of(value)).toEqual(expected);
  });

  it('what changes its value, scales it, tests it and is asked for', () => {
    const minimum = { kind: 'per-1000-patients', number: ratio(5) } as const;
    const audit = { ...evidence('audit'), minimum };
    const more: Partial<Component> = {
      adjustments: [
        { id: 'cap', title: 'Cap', kind: 'cap', pounds: rateFor(visits), clause },
        { id: 'index', title: 'Index', kind: 'multiply', by: spending, clause },
      ],
      achievement: {
        kind: 'measured',
        measure: 'checks',
        scale: { kind: 'linear', from: ratio(0), to: ratio(1) },
        zeroDenominator: ratio(0),
        onAccount: { kind: 'measure', measure: 'aspired', part: 'share', at: day('2015-04-01') },
        measuredAt: 'locality',
        clause,
      },
      conditions: quarters.map(() => ({
        needs: [{ evidence: audit, clause }],
        keeps: [],
        tests: [{ title: 'Enough', is: weighted, atLeast: patients, clause }],
      })),
    };
    expect(of({ kind: 'fixed', pounds: ratio(1), clause }, more)).toEqual({
      ownList: true,
      mayTakeOwnList: true,
      lists: quarters.map(() => ['weighted', null]),
      measures: ['checks', 'spending', 'aspired'],
      events: ['visit'],
      asked: ['audit'],
      together: ['locality'],
    });
  });

  it('works its quantities out from its value on', () => {
    const value: Value = { kind: 'quantity', of: rateFor(visits), clause };
    expect(quantitiesOf(component('a', value))).toEqual([rateFor(visits)]);
  });
});

describe('what a component is bound to', () => {
  const fixed = (id: string) => component(id, { kind: 'fixed', pounds: ratio(1), clause });
  const [a, b, c] = [fixed('a'), fixed('b'), fixed('c')];
  const idsFor = (made: Scheme) => boundTo(made.components[0] ?? a, made).map(({ id }) => id);

  it('is itself, and what it stands or falls with', () => {
    expect(idsFor(scheme([a, b, c]))).toEqual(['a']);
    expect(idsFor(scheme([a, b, c], { allOrNothing: [{ components: ['a', 'c'], clause }] }))).toEqual(['a', 'c']);
  });

  it('is what it is rounded with', () => {
    const { rounding } = scheme([]);
    expect(idsFor(scheme([a, b], { rounding: { ...rounding, at: 'period' } }))).toEqual(['a', 'b']);
  });
});
