import { cutCells } from './cells.ts';

/** A row of a table that this program wrote. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where each column stands, from 0. */
  readonly columns: ReadonlyMap<string, number>;
}

/** The rows of such a table below its header, one at a time: UTF-8, CRLF, no line break within a cell. Anything else comes out as a row that does not add up. */
export function* csvRows(pieces: Iterable<Uint8Array>): Generator<CsvRow> {
  let columns: ReadonlyMap<string, number> | null = null;
  let line = 0;
  for (const text of linesOf(pieces)) {
    line += 1;
    const cut = cutCells(text);
    const cells = 'isOpen' in cut ? [text] : cut;
    if (columns === null) columns = new Map(cells.map((name, index) => [name, index]));
    else yield { line, cells, columns };
  }
}

function* linesOf(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  let begun = '';
  for (const piece of pieces) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\r\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') yield begun;
}
