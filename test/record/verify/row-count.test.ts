import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCount } from '../../../src/record/verify/row-count.ts';

function rowsOf(...pieces: readonly string[]): number {
  const count = new RowCount();
  for (const piece of pieces) count.feed(Buffer.from(piece, 'latin1'));
  return count.rows;
}

describe('the rows of a table, counted from its bytes', () => {
  it.each([
    ['a header and two rows', 'a,b\n1,2\n3,4\n', 2],
    ['a last row without its end', 'a,b\r\n1,2\r\n3,4', 2],
    ['blank lines, which are none', 'a,b\n\n1,2\r\n\r\n ,\r\n,,,\n3,4\n\n', 2],
    ['blank lines before the header', '\n,\r\na,b\n1,2\n', 1],
    ['a header alone', 'a,b\r\n', 0],
    ['nothing', '', 0],
    ['a byte-order mark', '\xef\xbb\xbfa\n1\n', 1],
  ])('are those of %s', (_, text, rows) => {
    expect(rowsOf(text)).toBe(rows);
  });

  it('are the same wherever the bytes are cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', ' ', '\r', '\n') }), fc.nat(), (text, at) => {
        const cut = at % (text.length + 1);
        expect(rowsOf(text.slice(0, cut), text.slice(cut))).toBe(rowsOf(text));
      }),
    );
  });
});
