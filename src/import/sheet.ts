import type { Day } from '../domain/day.ts';
import type { Place } from '../domain/findings/finding.ts';
import { columnLetters } from '../domain/words/cell-address.ts';

/** What stands in a cell, by the type that its file gives it. `shown` is what a person sees there. */
export type CellValue =
  | { readonly kind: 'text'; readonly shown: string }
  | { readonly kind: 'number'; readonly shown: string; readonly number: number; readonly isPercent: boolean }
  /** Null is a number that is shown as a date and is none of the calendar. */
  | { readonly kind: 'date'; readonly shown: string; readonly day: Day | null }
  | { readonly kind: 'truth'; readonly shown: string }
  | { readonly kind: 'error'; readonly shown: string }
  /** A formula that was saved without its result. */
  | { readonly kind: 'unresolved'; readonly shown: string };

export type Cell = CellValue & { readonly isFormula: boolean };

/** A row that holds something. */
export interface SheetRow {
  /** From 1. */
  readonly number: number;
  readonly cells: readonly (Cell | null)[];
}

/** Cells that were made one. Rows and columns count from 1. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of a workbook, or the one of a CSV file, which has no name. */
export interface Sheet {
  readonly file: string;
  readonly name: string | null;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly Merge[];
}

/** What a person sees in each cell of a row. */
export function shownCells({ cells }: SheetRow): readonly string[] {
  return Array.from(cells, (cell) => cell?.shown ?? '');
}

/** The place of a sheet, a row of it or a cell. Columns count from 1. */
export function placeIn({ file, name }: Sheet, line?: number, column?: number, field?: string): Place {
  return {
    file,
    ...(name === null ? {} : { sheet: name }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(field === undefined ? {} : { field }),
  };
}

/** Where a row came from, as `x_source` has it: `evidence.xlsx Evidence!12`, or `list.csv:12`. */
export function sourceOf({ file, name }: Sheet, row: number): string {
  return name === null ? `${file}:${row}` : `${file} ${name}!${row}`;
}

/** `Evidence`, or the file itself where it has no sheets. */
export function nameOf({ file, name }: Sheet): string {
  return name === null ? file : `${file} ${name}`;
}

/** `A4:G81`; of a CSV file too, whose rows are its lines. */
export function sheetRange(top: number, bottom: number, width: number): string {
  return `A${top}:${columnLetters(Math.max(width, 1))}${bottom}`;
}
