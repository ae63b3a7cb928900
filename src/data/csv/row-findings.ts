import { type Finding, finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import type { StrayQuote } from './cut-cells.ts';
import { likelyCutCell } from './extra-comma.ts';

/** A column of a file at hand. Its index counts from 0, and is -1 where the file leaves the column out. */
export interface Column {
  readonly name: string;
  readonly index: number;
  readonly read: Reader<unknown>;
}

interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** What is wrong with a cell, with its place. */
export function cellFinding(
  place: RowPlace,
  { name, index }: Column,
  value: string,
  mistake: CellMistake,
): MadeFinding {
  const { code, message, hint } = mistake;
  const column = index < 0 ? {} : { column: index + 1 };
  return finding(code, { ...place, ...column, field: name }, { message, hint, value });
}

/** A row that was cut off, or broken in two by a line break in a cell. */
export function tooFewCells(place: RowPlace, cells: readonly string[], width: number): Finding {
  return finding('too-few-cells', place, {
    message: `the row has ${count(cells.length)}; expected ${width}, as many as the header`,
    hint: 'add what is missing; if the row above ends in the middle of a cell, take the line break out of that cell',
    value: cells.join(','),
  });
}

/** A row with a comma too many, most often one inside a cell without quotes. */
export function tooManyCells(
  place: RowPlace,
  cells: readonly string[],
  width: number,
  columns: readonly Column[],
): Finding {
  const message = `the row has ${count(cells.length)}; expected ${width}, as many as the header`;
  const takes = (index: number, text: string) =>
    !columns.some((column) => column.index === index && column.read(text) instanceof CellMistake);
  const cut = cells.length === width + 1 ? likelyCutCell(cells, takes) : null;
  const value = cells.join(',');
  if (cut === null) {
    const hint =
      'put the cell that holds a comma in double quotes, and write numbers without separators; if every row has as many, a column has no name: add it to the first row';
    return finding('too-many-cells', place, { message, hint, value });
  }
  const text = `${cells[cut] ?? ''},${cells[cut + 1] ?? ''}`;
  const hint = /^[-\d.,]+$/.test(text)
    ? `probably the comma in ${text}: write the number without it`
    : `probably the comma in ${text}: put the cell in double quotes, "${text}"`;
  return finding('too-many-cells', { ...place, column: cut + 1 }, { message, hint, value });
}

/** A quote that opens without closing on its line, or stands where none belongs. */
export function strayQuote(place: RowPlace, quote: StrayQuote, value: string): Finding {
  const message = quote.isOpen
    ? 'a cell opens with a double quote and is not closed on this line; expected no line break in a cell, and quotes in pairs'
    : 'a double quote stands in the middle of a cell; expected quotes around the whole cell, and a quote inside doubled';
  const hint = quote.isOpen
    ? 'take the line break out of the cell (in a spreadsheet: CLEAN()), or remove the quote'
    : 'remove the quote, or quote the whole cell and double the quote inside it; if the line above is the start of this cell, join the two';
  return finding('stray-quote', { ...place, column: quote.column }, { message, hint, value });
}

function count(cells: number): string {
  return cells === 1 ? '1 cell' : `${cells} cells`;
}
