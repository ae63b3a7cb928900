import { csvCell, needsQuotes } from './csv.ts';

/** Rows are handed over in pieces of about this size. */
const pieceBytes = 256 * 1024;
/** Up to so many characters a text is short. */
const shortText = 16;
const [lineFeed, carriageReturn, quote, comma, zero] = [0x0a, 0x0d, 0x22, 0x2c, 0x30];

/** Takes whole rows, and how many they are; their bytes are overwritten afterwards. */
export type HandOver = (rows: Uint8Array, count: number) => void;

/**
 * The rows of a report that may have millions of them, put together as bytes: what many rows have in common is copied, and no text is
 * made of a row only to be made bytes of.
 */
export class RowBytes {
  readonly #handOver: HandOver;
  #piece = Buffer.allocUnsafeSlow(pieceBytes);
  #filled = 0;
  #rows = 0;

  constructor(handOver: HandOver) {
    this.#handOver = handOver;
  }

  /** Hands over what there is. */
  flush(): void {
    if (this.#filled > this.#piece.length) throw new Error('a row is longer than was said when it was begun');
    this.#handOver(this.#piece.subarray(0, this.#filled), this.#rows);
    this.#filled = 0;
    this.#rows = 0;
  }

  /** Begins a row of so many bytes at the most. */
  begin(mostBytes: number): void {
    if (this.#filled + mostBytes > this.#piece.length) {
      this.flush();
      if (mostBytes > this.#piece.length) this.#piece = Buffer.allocUnsafeSlow(mostBytes);
    }
    this.#rows += 1;
  }

  comma(): void {
    this.#piece[this.#filled++] = comma;
  }

  end(): void {
    this.#piece[this.#filled++] = carriageReturn;
    this.#piece[this.#filled++] = lineFeed;
  }

  /** Bytes as they are. */
  bytes(bytes: Buffer, start = 0, end = bytes.length): void {
    bytes.copy(this.#piece, this.#filled, start, end);
    this.#filled += end - start;
  }

  /** A whole number, not below zero, in digits. */
  number(number: number): void {
    let digits = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    const begin = this.#filled;
    this.#filled += digits;
    let rest = number;
    for (let at = this.#filled - 1; at >= begin; at -= 1) {
      this.#piece[at] = zero + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }

  /** A text as it is. For a short one, such as an amount, the encoder is not worth its call. */
  text(text: string): void {
    if (text.length > shortText) {
      this.#filled += this.#piece.write(text, this.#filled, 'utf8');
      return;
    }
    const piece = this.#piece;
    let at = this.#filled;
    for (let place = 0; place < text.length; place += 1) {
      const letter = text.charCodeAt(place);
      if (letter >= 0x80) {
        at += piece.write(text.slice(place), at, 'utf8');
        break;
      }
      piece[at++] = letter;
    }
    this.#filled = at;
  }

  /** A text as a cell, with the quotes that it needs. */
  cell(text: string): void {
    switch (needsQuotes(text)) {
      case 'none':
        this.text(text);
        return;
      case 'around it':
        this.#piece[this.#filled++] = quote;
        this.text(text);
        this.#piece[this.#filled++] = quote;
        return;
      case 'within it':
        this.text(csvCell(text));
    }
  }

  /** Some bytes as a cell with quotes around it. */
  quoted(bytes: Buffer, start: number, end: number, hasQuotes: boolean): void {
    this.#piece[this.#filled++] = quote;
    if (hasQuotes) this.#doubled(bytes, start, end);
    else this.bytes(bytes, start, end);
    this.#piece[this.#filled++] = quote;
  }

  /** Bytes with every quote twice. */
  #doubled(bytes: Buffer, start: number, end: number): void {
    const piece = this.#piece;
    let at = this.#filled;
    for (let read = start; read < end; read += 1) {
      const byte = bytes[read] ?? 0;
      piece[at++] = byte;
      if (byte === quote) piece[at++] = quote;
    }
    this.#filled = at;
  }
}
