/** A row is kept as its place, the length of its bytes, its numbers, and then its bytes, filled up to whole numbers of four. */
export const headNumbers = 2;

/** All rows of one place, in the order in which they came; they are overwritten when the next place has its turn. */
export interface PlaceRows {
  readonly place: number;
  readonly rows: Rows;
}

/** Some rows that are held. */
export class Rows {
  readonly bytes: Buffer;
  /** The same memory as `bytes`, by whole numbers of four bytes. */
  readonly numbers: Int32Array;
  readonly #fields: number;
  /** Where each row begins, in `numbers`. */
  readonly #starts: Int32Array;

  constructor(bytes: Buffer, numbers: Int32Array, fields: number, starts: Int32Array) {
    this.bytes = bytes;
    this.numbers = numbers;
    this.#fields = fields;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  placeOf(row: number): number {
    return this.numbers[this.#starts[row] ?? 0] ?? 0;
  }

  /** Where the numbers of a row begin, in `numbers`. */
  fieldsAt(row: number): number {
    return (this.#starts[row] ?? 0) + headNumbers;
  }

  /** Where its bytes begin and end, in `bytes`. */
  startOf(row: number): number {
    return ((this.#starts[row] ?? 0) + headNumbers + this.#fields) << 2;
  }

  endOf(row: number): number {
    return this.startOf(row) + (this.numbers[(this.#starts[row] ?? 0) + 1] ?? 0);
  }
}

/** Memory that rows are read into, one hole after another. */
export class ReadingRoom {
  #bytes = Buffer.alloc(0);

  /** Room for so many bytes, with whatever it held before. */
  of(bytes: number): Buffer {
    if (this.#bytes.length < bytes) this.#bytes = Buffer.allocUnsafeSlow(filledUp(bytes));
    return this.#bytes.subarray(0, bytes);
  }
}

/** The whole numbers that bytes hold, without copying them; they begin at a multiple of four. */
export function numbersOf(bytes: Buffer): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** So many bytes, filled up to whole numbers of four. */
export function filledUp(bytes: number): number {
  return (bytes + 3) & ~3;
}
