import { longestLine } from './lines.ts';

const [lineFeed, carriageReturn, space, quote, hash, comma] = [0x0a, 0x0d, 0x20, 0x22, 0x23, 0x2c];

/** Where the cells of a line begin and end, without the quotes around them. */
export interface Cells {
  readonly width: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many of them have quotes. */
  quoted: number;
}

/**
 * Cuts a line into its cells, where it holds printable ASCII only, no `#`, no quotes but around whole cells, and as many cells as it should.
 * Answers where its line feed stands, or -1.
 */
export function cutPlainLine(bytes: Buffer, start: number, cells: Cells): number {
  const { width, starts, ends } = cells;
  let [cell, quotes] = [0, 0];
  cells.quoted = 0;
  starts[0] = start;
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > comma && byte < 0x7f) continue;
    if (byte === comma) {
      ends[cell] = at - quotes;
      quotes = 0;
      cell += 1;
      if (cell === width) return -1;
      starts[cell] = at + 1;
    } else if (byte === lineFeed) {
      const end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
      ends[cell] = end - quotes;
      return cell === width - 1 && end - start <= longestLine ? at : -1;
    } else if (byte === carriageReturn) {
      if (bytes[at + 1] !== lineFeed) return -1;
    } else if (byte === quote) {
      if (at !== starts[cell] || quotes > 0) return -1;
      starts[cell] = at + 1;
      quotes = 1;
      cells.quoted += 1;
      at = endOfQuotes(bytes, at);
      if (at < 0) return -1;
    } else if (byte < space || byte > comma || byte === hash) return -1;
  }
  return -1;
}

/** Where the quotes close that open at a place, if with them the cell ends; or -1. */
function endOfQuotes(bytes: Buffer, open: number): number {
  for (let at = open + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) {
      const after = bytes[at + 1];
      return after === comma || after === lineFeed || after === carriageReturn ? at : -1;
    }
    if (byte < space || byte >= 0x7f || byte === hash) return -1;
  }
  return -1;
}
