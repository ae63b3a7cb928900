import type { ScratchFolder } from '../files/scratch-folder.ts';
import { filledUp, headNumbers, numbersOf, type PlaceRows, type ReadingRoom, Rows } from './placed-rows.ts';

const readBytes = 1024 * 1024;

/** Rows in the order in which they came, as numbers and bytes: in memory up to a size, in a file beyond it. */
export class Partition {
  readonly name: string;
  readonly #fields: number;
  readonly #scratch: ScratchFolder;
  readonly #inMemory: number;
  #held: Buffer = Buffer.allocUnsafeSlow(4096);
  #numbers = numbersOf(this.#held);
  #heldBytes = 0;
  #writtenBytes = 0;
  #file: number | null = null;

  constructor(name: string, fields: number, scratch: ScratchFolder, inMemory: number) {
    this.name = name;
    this.#fields = fields;
    this.#scratch = scratch;
    this.#inMemory = inMemory;
  }

  get bytes(): number {
    return this.#heldBytes + this.#writtenBytes;
  }

  /** Takes the numbers of a row, and its bytes from `start` to `end`. */
  put(place: number, fields: ArrayLike<number>, bytes: Buffer, start: number, end: number): void {
    this.#makeRoom(this.#headBytes + end - start + 4);
    let number = this.#heldBytes >> 2;
    this.#numbers[number++] = place;
    this.#numbers[number++] = end - start;
    for (let field = 0; field < this.#fields; field += 1) this.#numbers[number++] = fields[field] ?? 0;
    const at = number << 2;
    bytes.copy(this.#held, at, start, end);
    this.#heldBytes = filledUp(at + end - start);
  }

  /** All rows, as many at a time as are read at once. */
  *pieces(): Generator<Rows> {
    for (const bytes of this.#file === null ? [this.#heldBytesOnly()] : this.#wholeRowsOf(this.#file)) {
      const numbers = numbersOf(bytes);
      const starts: number[] = [];
      for (let at = 0; at < numbers.length; at = this.#next(numbers, at)) starts.push(at);
      yield new Rows(bytes, numbers, this.#fields, Int32Array.from(starts));
    }
  }

  /** All rows in order of place, of which there are so many from `first` on; all of them are held. */
  *byPlace(first: number, places: number, room: ReadingRoom): Generator<PlaceRows> {
    const bytes = this.#all(room);
    const numbers = numbersOf(bytes);
    const { starts, ends } = this.#sortedByPlace(numbers, first, places);
    for (let index = 0, from = 0; index < places; index += 1) {
      const to = ends[index] ?? 0;
      if (to > from)
        yield { place: first + index, rows: new Rows(bytes, numbers, this.#fields, starts.subarray(from, to)) };
      from = to;
    }
  }

  /** Where the rows begin, in order of place, and where among them those of each place end: counted first, then put in order. */
  #sortedByPlace(numbers: Int32Array, first: number, places: number): { starts: Int32Array; ends: Int32Array } {
    const counts = new Int32Array(places);
    let rows = 0;
    for (let at = 0; at < numbers.length; at = this.#next(numbers, at)) {
      const index = (numbers[at] ?? 0) - first;
      counts[index] = (counts[index] ?? 0) + 1;
      rows += 1;
    }
    const ends = new Int32Array(places);
    for (let index = 1; index < places; index += 1) ends[index] = (ends[index - 1] ?? 0) + (counts[index - 1] ?? 0);
    const starts = new Int32Array(rows);
    for (let at = 0; at < numbers.length; at = this.#next(numbers, at)) {
      const index = (numbers[at] ?? 0) - first;
      const row = ends[index] ?? 0;
      starts[row] = at;
      ends[index] = row + 1;
    }
    return { starts, ends };
  }

  /** Lets go of the rows. */
  discard(): void {
    this.#held = Buffer.alloc(0);
    if (this.#file === null) return;
    this.#scratch.close(this.#file);
    this.#scratch.discard(this.name);
    this.#file = null;
  }

  get #headBytes(): number {
    return (headNumbers + this.#fields) << 2;
  }

  /** Where the row after the one at a place of the numbers begins. */
  #next(numbers: Int32Array, at: number): number {
    return filledUp((at << 2) + this.#headBytes + (numbers[at + 1] ?? 0)) >> 2;
  }

  #makeRoom(bytes: number): void {
    if (this.#heldBytes + bytes <= this.#held.length) return;
    if (this.#heldBytes + bytes > this.#inMemory) this.#write();
    const needed = this.#heldBytes + bytes;
    if (needed <= this.#held.length) return;
    const larger = Buffer.allocUnsafeSlow(filledUp(Math.max(needed, Math.min(this.#held.length * 2, this.#inMemory))));
    this.#held.copy(larger, 0, 0, this.#heldBytes);
    this.#held = larger;
    this.#numbers = numbersOf(larger);
  }

  #write(): void {
    this.#file ??= this.#scratch.create(this.name);
    this.#scratch.write(this.name, this.#file, this.#held.subarray(0, this.#heldBytes));
    this.#writtenBytes += this.#heldBytes;
    this.#heldBytes = 0;
  }

  #all(room: ReadingRoom): Buffer {
    if (this.#file === null) return this.#heldBytesOnly();
    const bytes = room.of(this.bytes);
    const file = this.#reopened(this.#file);
    for (let at = 0; at < bytes.length; ) {
      const length = this.#scratch.read(this.name, file, bytes.subarray(at));
      if (length === 0) throw this.#isShorter();
      at += length;
    }
    return bytes;
  }

  #heldBytesOnly(): Buffer {
    return this.#held.subarray(0, this.#heldBytes);
  }

  *#wholeRowsOf(written: number): Generator<Buffer> {
    const file = this.#reopened(written);
    let begun: Buffer = Buffer.alloc(0);
    for (let rest = this.bytes; rest > 0; ) {
      const bytes = Buffer.allocUnsafeSlow(filledUp(begun.length + readBytes));
      begun.copy(bytes);
      const length = this.#scratch.read(this.name, file, bytes.subarray(begun.length));
      if (length === 0) throw this.#isShorter();
      rest -= length;
      const read = bytes.subarray(0, begun.length + length);
      const end = this.#endOfWholeRows(read);
      begun = read.subarray(end);
      yield read.subarray(0, end);
    }
  }

  #endOfWholeRows(bytes: Buffer): number {
    const numbers = numbersOf(bytes);
    let at = 0;
    while (at + headNumbers <= numbers.length && this.#next(numbers, at) <= numbers.length)
      at = this.#next(numbers, at);
    return at << 2;
  }

  #isShorter(): Error {
    return new Error(`${this.name} is shorter than it was written`);
  }

  /** The file from its beginning. */
  #reopened(file: number): number {
    if (this.#heldBytes > 0) this.#write();
    this.#held = Buffer.alloc(0);
    this.#scratch.close(file);
    this.#file = this.#scratch.openToRead(this.name);
    return this.#file;
  }
}
