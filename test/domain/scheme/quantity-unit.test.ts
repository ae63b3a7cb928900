import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/day.ts';
import { ratio } from '../../../src/domain/money/ratio.ts';
import type { Quantity } from '../../../src/domain/scheme/quantity.ts';
import { unitOfQuantity } from '../../../src/domain/scheme/quantity-unit.ts';
import { sayUnit } from '../../../src/domain/scheme/unit.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

const measures = [
  { id: 'spending', numeratorUnit: 'pound', denominatorUnit: 'patient' },
  { id: 'screened', numeratorUnit: 'patient', denominatorUnit: 'patient' },
  { id: 'plain' },
];
const patients: Quantity = { kind: 'patients' };
const points: Quantity = { kind: 'number', number: ratio(9), unit: 'point' };
const aPatient: Quantity = { kind: 'pounds', pounds: ratio(2), per: 'patient' };
const aPoint: Quantity = { kind: 'pounds', pounds: ratio(2), per: 'point' };
const figure = (measure: string, part: 'numerator' | 'denominator' | 'share'): Quantity => {
  return { kind: 'measure', measure, part, at: 'latest' };
};
const [from, to] = [day('2020-04-01'), day('2021-03-31')];
const bands = (how: 'whole' | 'marginal', is: Quantity): Quantity => {
  return { kind: 'bands', how, on: patients, bands: [{ from: ratio(0), is }] };
};

describe('a quantity is counted', () => {
  it.each<[string, Quantity, string]>([
    ['a sum', { kind: 'pounds', pounds: ratio(2) }, 'pounds'],
    ['a rate', aPatient, 'pounds per patient'],
    ['a number', { kind: 'number', number: ratio(9) }, 'a plain number'],
    ['a number of something', points, 'points'],
    ['a list', patients, 'patients'],
    ['claims', { kind: 'events', event: 'visit' }, 'events'],
    ['what was claimed', { kind: 'claimed', event: 'visit', ceilings: [] }, 'pounds'],
    ['a numerator', figure('spending', 'numerator'), 'pounds'],
    ['a denominator', figure('spending', 'denominator'), 'patients'],
    ['the share of two that count different things', figure('spending', 'share'), 'pounds per patient'],
    ['the share of two that count the same', figure('screened', 'share'), 'a plain number'],
    ['a figure that counts nothing said', figure('plain', 'numerator'), 'a plain number'],
    ['a figure of no measure', figure('unknown', 'share'), 'a plain number'],
    ['growth', { kind: 'change', measure: 'screened', part: 'numerator', from, to }, 'patients'],
    ['so much for each', { kind: 'rate', pounds: ratio(2), for: patients }, 'pounds'],
    ['added up', { kind: 'sum', of: [points, points] }, 'points'],
    ['the greatest', { kind: 'greatest', of: [points, points] }, 'points'],
    ['the least', { kind: 'least', of: [points, points] }, 'points'],
    ['a difference', { kind: 'difference', from: points, less: points }, 'points'],
    ['a share of something', { kind: 'share', share: ratio(1, 2), of: points }, 'points'],
    ['rounded', { kind: 'rounded', of: points, places: 0, mode: 'down' }, 'points'],
    ['of each line', { kind: 'each-line', measure: 'plain', at: 'latest', of: points }, 'points'],
    ['of all', { kind: 'of-all', how: 'average', of: points }, 'points'],
    ['by name', { kind: 'named', name: 'earned', is: points }, 'points'],
    ['from a day', { kind: 'over-time', values: [{ from, is: points, clause: 'c' }] }, 'points'],
    ['a place among all', { kind: 'rank', of: points, from: 'lowest' }, 'places'],
    ['a product that cancels', { kind: 'product', of: [points, aPoint] }, 'pounds'],
    ['a product that does not', { kind: 'product', of: [points, aPatient] }, 'points × pounds per patient'],
    ['a ratio', { kind: 'ratio', of: points, to: patients }, 'points per patient'],
    ['what stands at a band', bands('whole', points), 'points'],
    ['the part in each band', bands('marginal', aPatient), 'pounds'],
    ['what stands on a line', { kind: 'line', on: patients, points: [{ at: ratio(0), is: points }] }, 'points'],
  ])('%s as %s', (_, quantity, says) => {
    expect(sayUnit(plainWords, unitOfQuantity(quantity, measures))).toBe(says);
  });
});
