import { describe, expect, it } from 'vitest';
import { ratio } from '../../../src/domain/money/ratio.ts';
import { edgesBy, mayExceed, plainFigureOf } from '../../../src/domain/scheme/measure.ts';
import { plainWords } from '../../../src/domain/words/words.ts';

describe('a measure', () => {
  it.each([
    ['a plain figure has no whole', {}, true],
    ['a scheme may say so', { denominator: 'asked', mayExceed: true }, true],
    ['spending by patients', { denominator: 'list', numeratorUnit: 'pound', denominatorUnit: 'patient' }, true],
    ['patients of patients', { denominator: 'list', numeratorUnit: 'patient', denominatorUnit: 'patient' }, false],
    ['checks of those due', { denominator: 'due' }, false],
  ])('may be above its whole or not: %s', (_, measure, expected) => {
    expect(mayExceed(measure)).toBe(expected);
  });

  it('is found where it is a plain figure', () => {
    const measures = [{ id: 'share', denominator: 'due' }, { id: 'area' }, { id: 'rooms' }];
    expect(['rooms', 'share', 'none'].map((id) => plainFigureOf({ measures }, id)?.id ?? null)).toEqual([
      'rooms',
      null,
      null,
    ]);
  });

  it('has the places of its scale in its own unit', () => {
    const places = [null, { numeratorUnit: 'hectare' }, {}].map((plain) => edgesBy(plainWords, plain)(ratio(40)));
    expect(places).toEqual(['4000%', '40 hectares', '40']);
  });
});
