import type { Refusal, RefusalCode } from '../../domain/account.ts';
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
  /** Whether there are quotes in the row: it is copied whole where there are none. */
  readonly hasQuotes: boolean;
}

export const refusedColumns = ['file', 'line', 'practice_code', 'code', 'reason', 'clause', 'row'] as const;

const pieceBytes = 256 * 1024;
/** Of how many refusals the cells are kept: those that come again and again. */
const mostKept = 1000;
const [lineFeed, carriageReturn, quote, apostrophe, comma] = [0x0a, 0x0d, 0x22, 0x27, 0x2c];

/** The cells of a refusal as they stand in its rows, and how many of those there are. */
interface KeptRefusal {
  readonly refusal: Refusal;
  /** `,code,reason,clause,` */
  readonly cells: Buffer;
  rows: number;
}

/**
 * The rows of refused.csv. There may be millions, most of them refused for one of a few reasons: they are put together as bytes,
 * and the cells between the practice code and the row are made once for each reason.
 */
export class RefusedRows {
  readonly #report: Report;
  readonly #onRefused: (code: RefusalCode, rows: number) => void;
  readonly #kept = new Map<Refusal, KeptRefusal>();
  #piece = Buffer.allocUnsafeSlow(pieceBytes);
  #filled = 0;
  #rows = 0;

  /** `onRefused` is told how many rows were refused for a reason, some of them at a time. */
  constructor(report: Report, onRefused: (code: RefusalCode, rows: number) => void) {
    this.#report = report;
    this.#onRefused = onRefused;
  }

  write(row: RefusedRow): void {
    const { file, line, practiceCode, refusal, start, end } = row;
    const kept = this.#keptOf(refusal);
    // Every byte of the row may be a quote, which is written twice.
    this.#makeRoom(file.length + 10 + practiceCode.length + kept.cells.length + (end - start) * 2 + 10);
    let at = writeAscii(file, this.#piece, this.#filled);
    this.#piece[at++] = comma;
    at = writeAscii(`${line}`, this.#piece, at);
    this.#piece[at++] = comma;
    at = writeAscii(practiceCode, this.#piece, at);
    at += kept.cells.copy(this.#piece, at);
    this.#filled = this.#writeRow(row, at);
    this.#rows += 1;
    kept.rows += 1;
  }

  /** Hands over what is not written yet. */
  flush(): void {
    this.#handOver();
    this.#forget();
  }

  /** The row as one cell. Answers where it ends. */
  #writeRow({ bytes, start, end, hasQuotes }: RefusedRow, from: number): number {
    const piece = this.#piece;
    const quoted = hasQuotes || isQuoted(bytes, start, end);
    let at = from;
    if (quoted) piece[at++] = quote;
    if (!startsPlainly(bytes[start] ?? 0) && isGuarded(bytes, start, end)) piece[at++] = apostrophe;
    if (hasQuotes) at = writeDoubled(bytes, start, end, piece, at);
    else at += bytes.copy(piece, at, start, end);
    if (quoted) piece[at++] = quote;
    piece[at++] = carriageReturn;
    piece[at++] = lineFeed;
    return at;
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

  #makeRoom(bytes: number): void {
    if (this.#filled + bytes <= this.#piece.length) return;
    this.#handOver();
    if (bytes > this.#piece.length) this.#piece = Buffer.allocUnsafeSlow(bytes);
  }

  #handOver(): void {
    this.#report.writeRows(this.#piece.subarray(0, this.#filled), this.#rows);
    this.#filled = 0;
    this.#rows = 0;
  }
}

/** Writes a text of ASCII, which for a few letters is sooner done than to call upon the encoder. Answers where it ends. */
function writeAscii(text: string, into: Buffer, from: number): number {
  for (let at = 0; at < text.length; at += 1) into[from + at] = text.charCodeAt(at);
  return from + text.length;
}

/** Writes bytes with every quote twice. Answers where they end. */
function writeDoubled(bytes: Buffer, start: number, end: number, into: Buffer, from: number): number {
  let at = from;
  for (let read = start; read < end; read += 1) {
    const byte = bytes[read] ?? 0;
    into[at++] = byte;
    if (byte === quote) into[at++] = quote;
  }
  return at;
}

/** A row holds a comma after its first cell, so that this is soon seen. */
function isQuoted(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === carriageReturn || byte === lineFeed) return true;
  }
  return false;
}

function isGuarded(bytes: Buffer, start: number, end: number): boolean {
  const row = bytes.toString('utf8', start, end);
  return guardFormula(row) !== row;
}
