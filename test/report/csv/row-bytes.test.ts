import { describe, expect, it } from 'vitest';
import { RowBytes } from '../../../src/report/csv/row-bytes.ts';

const pieceBytes = 256 * 1024;

/** Rows that are put together, and the pieces in which they are handed over: the bytes and how many rows they are. */
function gathered() {
  const pieces: [bytes: number, rows: number][] = [];
  let text = '';
  const rows = new RowBytes((bytes, count) => {
    pieces.push([bytes.length, count]);
    text += Buffer.from(bytes).toString('utf8');
  });
  return { rows, pieces, text: () => text };
}

describe('the bytes of rows', () => {
  it('are those of their texts and numbers', () => {
    const { rows, text } = gathered();
    const numbers = [0, 9, 10, 99, 100, 12_345, Number.MAX_SAFE_INTEGER];
    const texts = [
      '',
      'a',
      'sixteen letters.',
      'seventeen letters',
      'é',
      'ab£',
      '£ab£',
      'long and with a £ in it',
      '🏥',
    ];
    rows.begin(1000);
    for (const number of numbers) {
      rows.number(number);
      rows.comma();
    }
    for (const each of texts) {
      rows.text(each);
      rows.comma();
    }
    rows.end();
    rows.flush();
    expect(text()).toBe(`${[...numbers, ...texts].join()},\r\n`);
  });

  it('have the quotes that a cell needs', () => {
    const { rows, text } = gathered();
    rows.begin(1000);
    for (const each of ['plain', 'a,b', 'a"b', 'a\nb', 'a\rb']) {
      rows.cell(each);
      rows.comma();
    }
    const bytes = Buffer.from('xa"b"x');
    rows.quoted(bytes, 1, 5, true);
    rows.quoted(Buffer.from('xa,bx'), 1, 4, false);
    rows.bytes(bytes, 2, 4);
    rows.bytes(bytes);
    rows.flush();
    expect(text()).toBe('plain,"a,b","a""b","a\nb","a\rb","a""b""""a,b""bxa"b"x');
  });

  it('are handed over when the next row might not fit, and not before', () => {
    const { rows, pieces } = gathered();
    const row = Buffer.alloc(1000, 'x');
    for (let n = 0; n < 600; n += 1) {
      rows.begin(row.length);
      rows.bytes(row);
    }
    expect(pieces).toEqual([
      [262_000, 262],
      [262_000, 262],
    ]);
    rows.flush();
    expect(pieces.at(-1)).toEqual([76_000, 76]);
    rows.begin(pieceBytes);
    rows.bytes(Buffer.alloc(pieceBytes, 'x'));
    expect(pieces).toHaveLength(3);
    rows.begin(pieceBytes + 1);
    rows.bytes(Buffer.alloc(pieceBytes + 1, 'y'));
    rows.flush();
    expect(pieces.slice(3)).toEqual([
      [pieceBytes, 1],
      [pieceBytes + 1, 1],
    ]);
  });

  it('go on in the larger piece that a long row needed', () => {
    const { rows, pieces } = gathered();
    const row = Buffer.alloc(pieceBytes * 2, 'x');
    for (const length of [row.length, row.length / 2, row.length / 2, 1]) {
      rows.begin(length);
      rows.bytes(row, 0, length);
    }
    rows.flush();
    expect(pieces).toEqual([
      [0, 0],
      [row.length, 1],
      [row.length, 2],
      [1, 1],
    ]);
  });

  it('are never cut: a row longer than was said is a fault', () => {
    const { rows, pieces } = gathered();
    rows.begin(pieceBytes + 5);
    rows.bytes(Buffer.alloc(pieceBytes + 5));
    rows.text('x');
    expect(() => rows.flush()).toThrow('a row is longer than was said when it was begun');
    expect(pieces).toEqual([[0, 0]]);
  });
});
