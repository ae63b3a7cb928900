import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { boundTo, dependenciesOf, quantitiesOf } from '../../../src/domain/scheme/depends-on.ts';
import { groupingsOf } from '../../../src/domain/scheme/groupings.ts';
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

const onReceipt = {
  kind: 'over-time',
  by: { received: 'signed' },
  values: [{ from: day('2015-04-01'), is: { kind: 'pounds', pounds: ratio(5) }, clause }],
} as const;

function of(value: Value, more: Partial<Component> = {}) {
  const {
    ownList,
    mayTakeOwnList,
    otherLists,
    measures,
    events,
    evidence: asked,
    evidenceOfOthers,
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
    ofOthers: [...evidenceOfOthers],
    together: [...together],
  };
}

const nothing = {
  ownList: false,
  mayTakeOwnList: false,
  lists: [],
  measures: [],
  events: [],
  asked: [],
  ofOthers: [],
  together: [],
};
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
    [
      'an envelope over what adds up: its events',
      {
        kind: 'envelope',
        pounds: { kind: 'pounds', pounds: ratio(9) },
        of: rateFor(visits),
        scales: 'all-to-date',
        clause,
      },
      { ...nothing, events: ['visit'], together: ['all'] },
    ],
    [
      'a share of a pool: every list',
      { kind: 'share', of: { kind: 'pool', pounds: ratio(1), clause }, path: [], clause },
      { ...onList, together: ['all'] },
    ],
    [
      'a share of events',
      {
        kind: 'share',
        of: { kind: 'per-event', pounds: ratio(1), event: 'visit', atMost: 5, clause },
        path: [],
        clause,
      },
      { ...nothing, events: ['visit'] },
    ],
    [
      'a share of a figure',
      { kind: 'share', of: { kind: 'quantity', of: spending, clause }, path: [], clause },
      { ...nothing, measures: ['spending'] },
    ],
    [
      'a sum shared by a figure: no list',
      { kind: 'shared', of: spending, by: visits, within: 'all', clause },
      { ...nothing, measures: ['spending'], events: ['visit'], together: ['all'] },
    ],
    ['what is to be confirmed: nothing', { kind: 'to-be-confirmed', what: 'the rate', clause }, nothing],
    [
      'a sum shared by the list',
      { kind: 'shared', of: spending, by: null, within: 'all', clause },
      { ...onList, measures: ['spending'], together: ['all'] },
    ],
    [
      'a list of the date of the scheme by name, which may be its own',
      { kind: 'quantity', of: rateFor({ kind: 'patients', at: day('2015-03-31') }), clause },
      { ...nothing, mayTakeOwnList: true, lists: [['registered', day('2015-03-31')]] },
    ],
    [
      'a list of another date, which is not',
      { kind: 'quantity', of: rateFor({ kind: 'patients', at: day('2015-06-30') }), clause },
      { ...nothing, lists: [['registered', day('2015-06-30')]] },
    ],
    [
      'a list of others counted anew, which is not',
      { kind: 'quantity', of: rateFor({ kind: 'patients', population: 'weighted', at: 'each-quarter' }), clause },
      { ...nothing, lists: [['weighted', 'each-quarter']] },
    ],
    [
      'a list of its own population by name',
      { kind: 'quantity', of: rateFor({ kind: 'patients', population: 'registered' }), clause },
      onList,
    ],
    [
      'an event for which one member alone is paid: the claims of all',
      { kind: 'per-event', pounds: ratio(1), event: 'visit', atMost: null, personOver: 'all', clause },
      { ...nothing, events: ['visit'], together: ['all'] },
    ],
    [
      'a place among all',
      { kind: 'quantity', of: rateFor({ kind: 'rank', of: spending, from: 'lowest' }), clause },
      { ...nothing, measures: ['spending'], together: ['all'] },
    ],
    [
      'a figure of all, which goes by the day on which their evidence came',
      { kind: 'quantity', of: { kind: 'of-all', how: 'total', of: onReceipt }, clause },
      { ...nothing, asked: ['signed'], ofOthers: ['signed'], together: ['all'] },
    ],
    [
      'a figure by the day on which its own evidence came',
      { kind: 'quantity', of: onReceipt, clause },
      { ...nothing, asked: ['signed'] },
    ],
    [
      'a figure by the day of the period, or of its own start',
      {
        kind: 'quantity',
        of: {
          kind: 'sum',
          of: [
            { ...onReceipt, by: 'start' },
            { ...onReceipt, by: 'period' },
          ],
        },
        clause,
      },
      nothing,
    ],
    [
      'a sum for those who signed up and reached something',
      {
        kind: 'shared',
        of: rateFor(weighted),
        by: patients,
        within: 'locality',
        among: [{ received: 'signed' }, { is: visits, atLeast: spending }],
        ofEach: [{ id: 'cap', title: 'Cap', kind: 'cap', pounds: { ...spending, measure: 'ceiling' }, clause }],
        clause,
      },
      {
        ...onList,
        lists: [['weighted', null]],
        measures: ['spending', 'ceiling'],
        events: ['visit'],
        asked: ['signed'],
        ofOthers: ['signed'],
        together: ['locality'],
      },
    ],
    [
      'an envelope for those who signed up and reached something',
      {
        kind: 'envelope',
        pounds: rateFor(weighted),
        of: spending,
        among: [{ received: 'signed' }, { is: visits, atLeast: patients }],
        clause,
      },
      {
        ...onList,
        lists: [['weighted', null]],
        measures: ['spending'],
        events: ['visit'],
        asked: ['signed'],
        ofOthers: ['signed'],
        together: ['all'],
      },
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
      ofOthers: [],
      together: ['locality'],
    });
  });

  it('what is kept, and asked in a number that goes by no list', () => {
    const audit = evidence('audit', { minimum: { kind: 'number', number: ratio(5) } });
    const conditions = quarters.map(() => ({ needs: [], keeps: [{ evidence: audit, clause }] }));
    expect(of({ kind: 'fixed', pounds: ratio(1), clause }, { conditions })).toEqual({ ...nothing, asked: ['audit'] });
  });

  it('the list, where so much is asked for so many patients', () => {
    const audit = evidence('audit', { minimum: { kind: 'per-1000-patients', number: ratio(5) } });
    const conditions = quarters.map(() => ({ needs: [{ evidence: audit, clause }], keeps: [] }));
    expect(of({ kind: 'fixed', pounds: ratio(1), clause }, { conditions })).toEqual({ ...onList, asked: ['audit'] });
  });

  it('by what a scheme takes practices together, is that of all its components', () => {
    const pool = component('a', { kind: 'pool', pounds: ratio(1), clause });
    const byNetwork = component('b', { kind: 'shared', of: spending, by: null, within: 'pcn', clause });
    const fixed = component('c', { kind: 'fixed', pounds: ratio(1), clause });
    expect([...groupingsOf(scheme([fixed, pool, byNetwork, pool]))]).toEqual(['all', 'pcn']);
    expect([...groupingsOf(scheme([fixed]))]).toEqual([]);
  });

  it('nothing by an achievement that is to be confirmed', () => {
    const achievement = { kind: 'to-be-confirmed', what: 'the measure', clause } as const;
    expect(of({ kind: 'fixed', pounds: ratio(1), clause }, { achievement })).toEqual(nothing);
  });

  it('what takes off it, reduced by no figure', () => {
    const cut = { title: 'Cut', by: ratio(1, 2), roundedTo: null, mode: 'down', clause } as const;
    const adjustments: Component['adjustments'] = [
      { ...cut, id: 'reduce', kind: 'reduce' },
      { id: 'remove', title: 'Remove', kind: 'remove', clause },
      { id: 'round', title: 'Round', kind: 'round', places: 0, mode: 'down', clause },
      { id: 'floor', title: 'Floor', kind: 'floor', pounds: spending, clause },
      { id: 'deduct', title: 'Deduct', kind: 'deduct', pounds: rateFor(weighted), clause },
    ];
    expect(quantitiesOf(component('a', { kind: 'fixed', pounds: ratio(1), clause }, { adjustments }))).toEqual([
      spending,
      rateFor(weighted),
    ]);
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
    const allOrNothing = [
      { components: ['a', 'c'], clause },
      { components: ['b', 'd'], clause },
    ];
    expect(idsFor(scheme([a, b, c, fixed('d')], { allOrNothing }))).toEqual(['a', 'c']);
  });

  it('is what it is rounded with', () => {
    const { rounding } = scheme([]);
    expect(idsFor(scheme([a, b], { rounding: { ...rounding, at: 'period' } }))).toEqual(['a', 'b']);
    const byEvent = component('e', { kind: 'per-event', pounds: ratio(1), event: 'visit', atMost: null, clause });
    expect(idsFor(scheme([a, byEvent, b], { rounding: { ...rounding, at: 'period' } }))).toEqual(['a', 'b']);
    expect(idsFor(scheme([byEvent, a, b], { rounding: { ...rounding, at: 'period' } }))).toEqual(['e']);
  });
});
