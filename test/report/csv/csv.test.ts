import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../../src/report/csv/csv.ts';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', ' ', '\ufeff', 'é', "'") }),
);
const cells = fc.array(cell, { minLength: 2, maxLength: 6 });

describe('csvRow', () => {
  it('joins plain cells and ends with CRLF', () => {
    expect(csvRow(['Z00001', '', 'a b', '12.50'])).toBe('Z00001,,a b,12.50\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['a\rb', '"a\rb"'],
    ['a\nb', '"a\nb"'],
    ['a\r\nb', '"a\r\nb"'],
  ])('quotes %j', (text, written) => {
    expect(csvRow(['x', text])).toBe(`x,${written}\r\n`);
  });

  it('writes by hand what csv-stringify writes', () => {
    const dialect = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
    fc.assert(fc.property(cells, (row) => csvRow(row) === stringify([row], dialect)));
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(cells, (row) => {
        expect(parse(csvRow(row), { record_delimiter: '\r\n', relax_column_count: true })).toEqual([row]);
      }),
    );
  });
});
