import type { Refusal } from '../../domain/account.ts';
import { csvCells } from '../csv.ts';
import { guardFormula, startsPlainly } from '../formula-guard.ts';
import type { Report } from '../reports.ts';

/** A row of a file that does not count, as it stood from `start` to `end` of some bytes, and why. */
export interface RefusedRow {
  readonly file: string;
  readonly line: number;
  readonly practiceCode: string;
  readonly refusal: Refusal;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

export const refusedColumns = ['file', 'line', 'practice_code', 'code', 'reason', 'clause', 'row'] as const;

const pieceBytes = 256 * 1024;
/** Of how many refusals the cells are kept: those that come again and again. */
const mostKept = 1000;
const [lineFeed, carriageReturn, quote, apostrophe, comma] = [0x0a, 0x0d, 0x22, 0x27, 0x2c];

/**
 * The rows of refused.csv. There may be millions, most of them refused for one of a few reasons: they are put together as bytes,
 * and the cells between the line and the row are made once for each reason.
 */
export class RefusedRows {
  readonly #report: Report;
  readonly #cells = new Map<Refusal, Buffer>();
  #piece = Buffer.allocUnsafeSlow(pieceBytes);
  #filled = 0;
  #rows = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  write({ file, line, practiceCode, refusal, bytes, start, end }: RefusedRow): void {
    const head = `${file},${line},${practiceCode},`;
    const cells = this.#cellsOf(refusal);
    // Every byte of the row may be a quote, which is written twice.
    this.#makeRoom(head.length + cells.length + (end - start) * 2 + 5);
    let at = this.#filled + this.#piece.write(head, this.#filled, 'latin1');
    at += cells.copy(this.#piece, at);
    this.#filled = this.#writeRow(bytes, start, end, at);
    this.#rows += 1;
  }

  /** Hands over what is not written yet. */
  flush(): void {
    this.#report.writeRows(this.#piece.subarray(0, this.#filled), this.#rows);
    this.#filled = 0;
    this.#rows = 0;
  }

  /** The row as one cell. Answers where it ends. */
  #writeRow(bytes: Buffer, start: number, end: number, from: number): number {
    const piece = this.#piece;
    const quoted = isQuoted(bytes, start, end);
    let at = from;
    if (quoted) piece[at++] = quote;
    if (!startsPlainly(bytes[start] ?? 0) && isGuarded(bytes, start, end)) piece[at++] = apostrophe;
    for (let read = start; read < end; read += 1) {
      const byte = bytes[read] ?? 0;
      piece[at++] = byte;
      if (byte === quote) piece[at++] = quote;
    }
    if (quoted) piece[at++] = quote;
    piece[at++] = carriageReturn;
    piece[at++] = lineFeed;
    return at;
  }

  /** `code,reason,clause,` */
  #cellsOf(refusal: Refusal): Buffer {
    const known = this.#cells.get(refusal);
    if (known) return known;
    const { code, reason, clause } = refusal;
    const cells = Buffer.from(`${csvCells([code, guardFormula(reason), guardFormula(clause)])},`);
    if (this.#cells.size >= mostKept) this.#cells.clear();
    this.#cells.set(refusal, cells);
    return cells;
  }

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= this.#piece.length) return;
    this.flush();
    if (bytes > this.#piece.length) this.#piece = Buffer.allocUnsafeSlow(bytes);
  }
}

/** A row holds a comma after its first cell, so that this is soon seen. */
function isQuoted(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === quote || byte === carriageReturn || byte === lineFeed) return true;
  }
  return false;
}

function isGuarded(bytes: Buffer, start: number, end: number): boolean {
  const row = bytes.toString('utf8', start, end);
  return guardFormula(row) !== row;
}
