import { type Finding, finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import type { ColumnOf, TableDescription } from '../tables/tables.ts';
import { cutCells } from './cut-cells.ts';
import { emptyColumns, type Header } from './header.ts';
import { loneReturn, type OnLine, type TakeBytes } from './lines.ts';
import type { Note } from './note.ts';
import { type Column, cellFinding, strayQuote, tooFewCells, tooManyCells } from './row-findings.ts';

import { strayRow } from './stray-rows.ts';

/** How each column of a table is read. A column that is left out reads as blank. */
export type Readers<T extends TableDescription> = { readonly [N in ColumnOf<T>]: Reader<unknown> };

/** One row of which every cell could be read. */
interface Row<R> {
  readonly line: number;
  /** The line as it stood. */
  readonly text: string;
  readonly values: { readonly [N in keyof R]: R[N] extends Reader<infer V> ? V : never };
  /** Tells what is wrong with one of its cells in the light of others. */
  mistake(field: keyof R, mistake: CellMistake): void;
}

export interface RowTakers<R> {
  row(row: Row<R>): void;
  /** A row that could not be read, its mistakes told already: what stands in a column of it. */
  refused?(cell: (field: keyof R) => string): void;
  /** A shorter way for a line that can be taken as the bytes stand. It takes only what is surely right; the rest goes the careful way. */
  quick?(header: Header): TakeBytes;
}

/** Takes the lines below the header and makes a row of each, or findings. */
export function openRows<T extends TableDescription, R extends Readers<T>>(
  table: T,
  readers: R,
  header: Header,
  note: Note,
  takers: RowTakers<R>,
): OnLine {
  const { file } = table;
  const columns = columnsOf(readers, header);
  let toldEmptyColumns = header.hasEmptyColumns;

  function careful(text: string, line: number): void {
    const cells = cutRow(text, line);
    if ('code' in cells) {
      note(cells);
      takers.refused?.(cellOf(text.split(',').map((cell) => cell.trim().replace(/^"|"$/g, ''))));
      return;
    }
    const values: Record<string, unknown> = {};
    const mistakes: MadeFinding[] = [];
    for (const column of columns) {
      const cell = column.index < 0 ? '' : (cells[column.index] ?? '');
      const value = column.read(cell);
      if (value instanceof CellMistake) mistakes.push(cellFinding({ file, line }, column, cell, value));
      else values[column.name] = value;
    }
    if (mistakes.length === 0) {
      takers.row(rowOf(values, line, text, cells));
      return;
    }
    // Only a row that cannot be read is looked at once more: of most tables nearly all can.
    const stray = strayFinding(cells, text, line);
    for (const mistake of stray === null ? mistakes : [stray]) note(mistake);
    takers.refused?.(cellOf(cells));
  }

  function strayFinding(cells: readonly string[], text: string, line: number): Finding | null {
    const stray = strayRow(table, cells);
    return stray === null ? null : finding('stray-row', { file, line }, { ...stray, value: text });
  }

  function cutRow(text: string, line: number): readonly string[] | Finding {
    if (text.includes('\r')) return loneReturn({ file, line });
    const cells = cutCells(text);
    if ('isOpen' in cells) return strayQuote({ file, line }, cells, text);
    if (cells.length === header.width) return cells;
    const stray = strayFinding(cells, text, line);
    if (stray !== null) return stray;
    if (cells.length < header.width) return tooFewCells({ file, line }, cells, header.width);
    const isFilled = cells.slice(header.width).some((cell) => cell !== '');
    if (isFilled) return tooManyCells({ file, line }, cells, header.width, columns);
    if (!toldEmptyColumns) note(emptyColumns({ file, line, column: header.width + 1 }));
    toldEmptyColumns = true;
    return cells;
  }

  function cellOf(cells: readonly string[]): (field: keyof R) => string {
    return (field) => cells[header.at.get(String(field)) ?? -1] ?? '';
  }

  function rowOf(values: Record<string, unknown>, line: number, text: string, cells: readonly string[]): Row<R> {
    return {
      line,
      text,
      // Each value was made by the reader of its own column.
      values: values as Row<R>['values'],
      mistake(field, mistake) {
        const column = columns.find(({ name }) => name === field);
        if (column) note(cellFinding({ file, line }, column, cells[column.index] ?? '', mistake));
      },
    };
  }

  return careful;
}

function columnsOf(readers: Readonly<Record<string, Reader<unknown>>>, header: Header): readonly Column[] {
  return Object.entries(readers).map(([name, read]) => ({ name, read, index: header.at.get(name) ?? -1 }));
}
