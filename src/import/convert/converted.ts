import type { MadeFinding } from '../../domain/findings/finding.ts';

/** A row of a table of the data folder, by column, and where it came from. */
export interface ConvertedRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly source: string;
  /** The row of its sheet. */
  readonly number: number;
}

/** Rows of a sheet that were left, by the reason why. */
export interface RowsLeft {
  readonly why: string;
  readonly rows: number;
  /** Which ones: `1-4940,5042`. */
  readonly at: string;
}

/** What became of a sheet. */
export interface Converted {
  readonly file: string;
  readonly sheet: string | null;
  /** What it was known as: `evidence.csv`, `national list of patients, totals`. */
  readonly what: string;
  /** The table of the data folder that its rows go to. */
  readonly table: string;
  readonly isPublic: boolean;
  readonly isHidden: boolean;
  /** `A4:G81`: from the row of the names to the last row. */
  readonly range: string;
  /** The letters of each column that was taken, by its name in the table. */
  readonly columns: ReadonlyMap<string, string>;
  /** Columns that were left, with their letters. */
  readonly columnsLeft: readonly { readonly column: string; readonly name: string; readonly why: string }[];
  readonly rows: readonly ConvertedRow[];
  readonly left: readonly RowsLeft[];
  /** Cells whose value is the stored result of a formula. */
  readonly formulas: number;
  readonly findings: readonly MadeFinding[];
}

/** Counts rows that are left, by reason. */
export class LeftRows {
  readonly #byReason = new Map<string, number[]>();

  add(why: string, row: number): void {
    const rows = this.#byReason.get(why);
    if (rows) rows.push(row);
    else this.#byReason.set(why, [row]);
  }

  list(): RowsLeft[] {
    return [...this.#byReason].map(([why, rows]) => ({ why, rows: rows.length, at: ranges(rows) }));
  }
}

/** Numbers in order, those that follow one another as a range. */
function ranges(numbers: readonly number[]): string {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const before = found.at(-1);
    if (before?.last === number - 1) before.last = number;
    else found.push({ first: number, last: number });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
