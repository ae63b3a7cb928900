import { expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import type { EnvelopeScales } from '../../../src/domain/scheme/value.ts';
import { notBounded } from '../../../src/outlook/worlds/not-bounded.ts';
import { component, scheme } from '../../make/scheme.ts';

const hectares: Quantity = {
  kind: 'measure',
  measure: 'area',
  part: 'numerator',
  at: 'latest',
  clause: '1',
};
const paid: Quantity = { kind: 'rate', pounds: ratio(10), for: hectares, clause: '1' };
const ceiling: Quantity = { kind: 'pounds', pounds: ratio(500), clause: '1' };
const withLimit = component('hedges', {
  kind: 'quantity',
  of: { kind: 'least', of: [paid, ceiling], clause: '1' },
  clause: '1',
});
const without = component('fields', { kind: 'quantity', of: paid, clause: '1' });

const told = (...components: Parameters<typeof scheme>[0]) =>
  notBounded(scheme(components)).map((each) => `${each.component.id}: ${each.says}`);

it('a figure of which there is no most bounds no component, be it one with a limit', () => {
  expect(told(without, withLimit)).toEqual([
    'fields: figures of area without a limit',
    'hedges: figures of area, which another component counts without a limit',
  ]);
});

it('a figure that has a limit wherever it counts bounds each', () => {
  expect(told(withLimit)).toEqual([]);
});

it('all that was earned to date, out of a sum that changes from a day, is bounded by neither', () => {
  const least: Quantity = { kind: 'least', of: [paid, ceiling], clause: '1' };
  const sum = (pounds: number): Quantity => ({ kind: 'pounds', pounds: ratio(pounds), clause: '1' });
  const changes: Quantity = {
    kind: 'over-time',
    values: [
      { from: day('2015-04-01'), is: sum(100), clause: '1' },
      { from: day('2015-10-01'), is: sum(60), clause: '1' },
    ],
  };
  const shared = (scales: EnvelopeScales, pounds: Quantity) =>
    component('hedges', { kind: 'envelope', pounds, of: least, scales, clause: '1' }, { schedule: null });
  expect(told(shared('all-to-date', sum(100)))).toEqual([]);
  expect(told(shared('what-is-new', changes))).toEqual([]);
  expect(told(shared('all-to-date', changes))).toEqual([
    'hedges: what there is for all changes from a day: a period that comes in after it may give back',
  ]);
});
