import type { Refusal, RefusalCode } from '../../domain/account.ts';
import { guardFormula, startsPlainly } from '../../domain/words/formula-guard.ts';
import { csvCells } from '../csv/csv.ts';
import { type HandOver, RowBytes } from '../csv/row-bytes.ts';

/** A row of a file that does not count, as it stood from `start` to `end` of some bytes, and why. */
export interface RefusedRow {
  readonly file: string;
  readonly line: number;
  readonly practiceCode: string;
  readonly refusal: Refusal;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Whether there are quotes in the row: it is copied whole where there are none. */
  readonly hasQuotes: boolean;
}

/** Of how many refusals the cells are kept: those that come again and again. */
const mostKept = 1000;

/** The number of no line is longer. */
const mostDigits = 16;

/** Two commas, the quotes around the row, an apostrophe before it and the end of the line come to less. */
const punctuation = 10;

/** The cells of a refusal as they stand in its rows, and how many of those there are. */
interface KeptRefusal {
  readonly refusal: Refusal;
  /** `,code,reason,clause,` */
  readonly cells: Buffer;
  rows: number;
}

/** The rows of refused.csv. There may be millions, most of them refused for one of a few reasons. */
export class RefusedRows {
  readonly #rows: RowBytes;
  readonly #onRefused: (code: RefusalCode, rows: number) => void;
  readonly #kept = new Map<Refusal, KeptRefusal>();

  /** `onRefused` is told how many rows were refused for a reason, some of them at a time. */
  constructor(handOver: HandOver, onRefused: (code: RefusalCode, rows: number) => void) {
    this.#rows = new RowBytes(handOver);
    this.#onRefused = onRefused;
  }

  write({ file, line, practiceCode, refusal, bytes, start, end, hasQuotes }: RefusedRow): void {
    const kept = this.#keptOf(refusal);
    kept.rows += 1;
    const rows = this.#rows;
    // Every byte of the row may be a quote, which is written twice.
    const mostBytes = file.length + mostDigits + practiceCode.length + kept.cells.length + (end - start) * 2;
    rows.begin(mostBytes + punctuation);
    rows.text(file);
    rows.comma();
    rows.number(line);
    rows.comma();
    rows.text(practiceCode);
    rows.bytes(kept.cells);
    // As a cell a row stands in quotes on account of its commas; whatever else it may be goes the careful way.
    if (startsPlainly(bytes[start] ?? 0) && hasComma(bytes, start, end)) rows.quoted(bytes, start, end, hasQuotes);
    else rows.cell(guardFormula(bytes.toString('utf8', start, end)));
    rows.end();
  }

  /** Hands over what is not written yet. */
  flush(): void {
    this.#rows.flush();
    this.#forget();
  }

  #keptOf(refusal: Refusal): KeptRefusal {
    const known = this.#kept.get(refusal);
    if (known) return known;
    if (this.#kept.size >= mostKept) this.#forget();
    const { code, reason, clause } = refusal;
    const cells = Buffer.from(`,${csvCells([code, guardFormula(reason), guardFormula(clause)])},`);
    const kept = { refusal, cells, rows: 0 };
    this.#kept.set(refusal, kept);
    return kept;
  }

  #forget(): void {
    for (const { refusal, rows } of this.#kept.values()) this.#onRefused(refusal.code, rows);
    this.#kept.clear();
  }
}

function hasComma(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x2c) return true;
  return false;
}
