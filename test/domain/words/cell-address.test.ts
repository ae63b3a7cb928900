import { expect, it } from 'vitest';
import { cellAddress, columnLetters, columnNumber } from '../../../src/domain/words/cell-address.ts';

it('names a column by its letters, and knows it by them again', () => {
  const named: readonly (readonly [number, string])[] = [
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16384, 'XFD'],
  ];
  expect(named.map(([column]) => columnLetters(column))).toEqual(named.map(([, letters]) => letters));
  expect(named.map(([, letters]) => columnNumber(letters))).toEqual(named.map(([column]) => column));
  expect(cellAddress(28, 15)).toBe('AB15');
});
