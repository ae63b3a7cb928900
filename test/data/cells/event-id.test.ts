import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellMistake } from '../../../src/data/cells/cell-mistake.ts';
import { eventId, mayBeScientific } from '../../../src/data/cells/event-id.ts';

it.each(['1.23457E+12', '1E+12', '-1.5E-05', '1,23457E+12', '1.2e+12'])('%s is no id', (text) => {
  const read = eventId(text);
  expect(read instanceof CellMistake && read.code).toBe('scientific-notation');
});

it.each(['12E3', 'E+12', '12.5E+12', 'MTG-1E+2', '3f2504e0-4f89', '1234567890123'])('%s is an id', (text) => {
  expect(eventId(text)).toBe(text);
});

it('is never taken the short way where the careful one refuses it', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d([.,]\d{1,5})?[Ee][+-]\d{1,3}$/), (text) => {
      const bytes = Buffer.from(`,${text},`);
      const read = eventId(text);
      expect(read instanceof CellMistake && read.code).toBe('scientific-notation');
      expect(mayBeScientific(bytes, 1, bytes.length - 1)).toBe(true);
    }),
  );
});
