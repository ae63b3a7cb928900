import { stringify } from 'csv-stringify/sync';

/** Takes the next piece of a file: text, or bytes that may be overwritten afterwards. */
export type Sink = (piece: string | Uint8Array) => void;

/** Lone line ends too: csv-stringify by itself quotes only for the whole `\r\n`. */
const dialect = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
const special = /[",\r\n]/;
const quoteOrLineEnd = /["\r\n]/;

/** One row by RFC 4180 with its CRLF. */
export function csvRow(cells: readonly string[]): string {
  return `${csvCells(cells)}\r\n`;
}

/**
 * Cells by RFC 4180, between commas. Those with no more than a comma in them, as nearly all are, are joined by hand, which
 * is ten times faster; where one has a quote or a line end, all go to csv-stringify.
 */
export function csvCells(cells: readonly string[]): string {
  let row = '';
  let separator = '';
  for (const cell of cells) {
    row += separator;
    if (!special.test(cell)) row += cell;
    else if (!quoteOrLineEnd.test(cell)) row += `"${cell}"`;
    else return stringify([cells], dialect).slice(0, -2);
    separator = ',';
  }
  return row;
}
