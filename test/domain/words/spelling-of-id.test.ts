import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '../../../src/domain/words/folded.ts';
import { spellingOfId } from '../../../src/domain/words/spelling-of-id.ts';

describe('two spellings of one id', () => {
  it.each([
    ['0012', '12'],
    ['０１２', '12'],
    ['000', '0'],
    ['MTG-1', 'mtg-1'],
    [' Café  1 ', 'café 1'],
    ['Cam Valley', 'cam  valley'],
    ['Caf\u00e9', 'CAFE\u0301'],
    ['Ｕ１２３', 'u123'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
  ])('%s and %s are one', (a, b) => expect(spellingOfId(a)).toBe(spellingOfId(b)));

  it.each([
    ['12', '120'],
    ['A0012', 'A12'],
    ['0012-A', '12-A'],
    ['0', ''],
    ['MTG-1', 'MTG 1'],
    ['Cam Valley', 'CamValley'],
  ])('%s and %s are two', (a, b) => expect(spellingOfId(a)).not.toBe(spellingOfId(b)));

  it('is that of a folded name, but for the zeros before a number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        expect(spellingOfId(id)).toBe(spellingOfId(folded(id)));
        expect(spellingOfId(`x${id}`)).toBe(folded(`x${id}`));
      }),
    );
  });
});
