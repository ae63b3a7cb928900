import { addPence, noPence, type Pence } from '../../domain/money/money.ts';
import { PackedFile } from './archive.ts';
import { type CellStart, cellRange, cellStarts, rowXml, type SheetCell, textCell } from './cells.ts';
import type { SheetColumn, SheetMould } from './mould.ts';

/** What the rows of a sheet add up to, and where they stand. */
export interface SheetSum {
  readonly head: string;
  readonly sum: Pence;
  /** Of the cells, such as `E2:E9`. */
  readonly range: string;
}

/** A sheet while its rows are written: below them, after a blank one, the sums of what a filter lets be seen. */
export class SheetRows {
  readonly file: PackedFile;
  readonly #mould: SheetMould;
  readonly #columns: readonly SheetColumn[];
  readonly #sums: Pence[];
  /** The places of the columns that are summed. */
  readonly #summed: readonly number[];
  readonly #starts: readonly CellStart[];
  #row = 1;

  constructor(mould: SheetMould, columns: readonly SheetColumn[]) {
    this.file = new PackedFile(mould.part);
    this.#mould = mould;
    this.#columns = columns;
    this.#sums = columns.map(() => noPence);
    this.#summed = columns.flatMap(({ summed }, place) => (summed ? [place] : []));
    this.#starts = cellStarts(mould.styles);
    this.file.write(mould.before);
  }

  /** Rows written, the head not counted. */
  get rows(): number {
    return this.#row - 1;
  }

  write(cells: readonly SheetCell[]): void {
    this.#row += 1;
    for (const place of this.#summed) {
      const held = cells[place];
      if (held?.kind === 'money') this.#sums[place] = addPence(this.#sums[place] ?? noPence, held.amount);
    }
    this.file.write(rowXml(this.#row, cells, this.#starts));
  }

  /** Ends the sheet; answers its sums. */
  finish(): readonly SheetSum[] {
    const sums = this.#columns.flatMap(({ head, summed }, place) => {
      const range = cellRange(place + 1, 2, this.#row);
      return summed ? [{ place, head, range, sum: this.#sums[place] ?? noPence }] : [];
    });
    if (sums.length > 0) {
      const cells: SheetCell[] = this.#columns.map((_, place) => (place === 0 ? textCell('Total') : null));
      for (const { place, range, sum } of sums) {
        cells[place] = { kind: 'formula', formula: `SUBTOTAL(109,${range})`, comesTo: sum };
      }
      this.file.write(rowXml(this.#row + 2, cells, this.#starts));
    }
    const filtered = `<autoFilter ref="A1:${cellRange(this.#columns.length, 1, this.#row).split(':')[1]}"`;
    this.file.write(this.#mould.after.replace(/<autoFilter ref="[^"]*"/, filtered));
    return sums;
  }
}
