import { stringify } from 'csv-stringify/sync';
import { mapped } from '../../domain/mapped.ts';

/** Takes the next piece of a file: text, or bytes that may be overwritten afterwards. */
export type Sink = (piece: string | Uint8Array) => void;

/** Lone line ends too: csv-stringify by itself quotes only for the whole `\r\n`. */
const dialect = { eof: false, quoted_match: /[\r\n]/ };

/** One row by RFC 4180 with its CRLF. */
export function csvRow(cells: readonly string[]): string {
  return `${csvCells(cells)}\r\n`;
}

/** Cells by RFC 4180, between commas. */
export function csvCells(cells: readonly string[]): string {
  const row = cells.join(',');
  const isPlain = needsQuotes(row) !== 'within it' && !cells.some((cell) => cell.includes(','));
  return isPlain ? row : mapped(cells, csvCell).join(',');
}

/**
 * A cell with the quotes that it needs. One with no more than a comma in it, as nearly all are, is quoted by hand, which
 * is ten times faster; one with a quote or a line end goes to csv-stringify.
 */
export function csvCell(cell: string): string {
  switch (needsQuotes(cell)) {
    case 'none':
      return cell;
    case 'around it':
      return `"${cell}"`;
    case 'within it':
      return stringify([[cell]], dialect);
  }
}

/** Which quotes a cell needs: those within it are written twice. */
export function needsQuotes(cell: string): 'none' | 'around it' | 'within it' {
  // Four looks for one character each are faster than one for any of them.
  if (cell.includes('"') || cell.includes('\n') || cell.includes('\r')) return 'within it';
  return cell.includes(',') ? 'around it' : 'none';
}
