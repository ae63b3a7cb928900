import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../../src/data/csv/csv-rows.ts';
import { csvRow } from '../../../src/report/csv/csv.ts';

function cellsOf(...pieces: readonly Uint8Array[]): (readonly string[])[] {
  return [...csvRows(pieces)].map(({ cells }) => cells);
}

describe('the rows of a report', () => {
  it('are those below the header, each with its line and the places of the columns', () => {
    const rows = [...csvRows([Buffer.from('a,b\r\n1,"2, 3"\r\n')])];
    expect(rows.map(({ line, text, cells, columns }) => ({ line, text, cells, columns }))).toEqual([
      {
        line: 2,
        text: '1,"2, 3"',
        cells: ['1', '2, 3'],
        columns: new Map([
          ['a', 0],
          ['b', 1],
        ]),
      },
    ]);
  });

  it('are read back as they were written, wherever the bytes are cut', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 })), fc.nat(), (rows, at) => {
        const bytes = Buffer.from(['a,b\r\n', ...rows.map(csvRow)].join(''));
        const cut = at % (bytes.length + 1);
        expect(cellsOf(bytes.subarray(0, cut), bytes.subarray(cut))).toEqual(rows);
      }),
    );
  });

  it('are one cell where a quote is out of place', () => {
    const lines = ['1,"2', '"1"2,3', '"1,2', '"'];
    for (const line of lines) expect(cellsOf(Buffer.from(`a,b\r\n${line}\r\n`))).toEqual([[line]]);
  });

  it('are none in an empty file', () => {
    expect(cellsOf()).toEqual([]);
  });
});
