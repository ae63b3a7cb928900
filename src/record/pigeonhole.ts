import type { ScratchFolder } from './scratch-folder.ts';

/** A row with its place in the order, and the number of its line. */
export interface PlacedRow {
  readonly place: number;
  readonly line: number;
  readonly text: string;
}

const readBytes = 1024 * 1024;

/** Before the text of a row stand its place, its line and its length in bytes, four bytes each. */
const headBytes = 12;

/** Rows in the order in which they came, as bytes: in memory up to a size, in a file beyond it. */
export class Pigeonhole {
  readonly #name: string;
  readonly #scratch: ScratchFolder;
  readonly #inMemory: number;
  #held: Buffer = Buffer.allocUnsafe(4096);
  #heldBytes = 0;
  #writtenBytes = 0;
  #file: number | null = null;

  constructor(name: string, scratch: ScratchFolder, inMemory: number) {
    this.#name = name;
    this.#scratch = scratch;
    this.#inMemory = inMemory;
  }

  get bytes(): number {
    return this.#heldBytes + this.#writtenBytes;
  }

  put(place: number, line: number, text: string): void {
    // No character takes more than three bytes.
    this.#makeRoom(headBytes + text.length * 3);
    const at = this.#heldBytes;
    const length = this.#held.write(text, at + headBytes, 'utf8');
    this.#held.writeUInt32LE(place, at);
    this.#held.writeUInt32LE(line, at + 4);
    this.#held.writeUInt32LE(length, at + 8);
    this.#heldBytes = at + headBytes + length;
  }

  /** All rows, as many at a time as were read at once. They can be asked for once, and then are gone. */
  *rows(): Generator<PlacedRow[]> {
    for (const bytes of this.#wholeRows()) yield rowsAt(bytes, startsOf(bytes));
  }

  /** All rows in order of place, those of one place at a time; all of them are held. They can be asked for once. */
  *rowsByPlace(): Generator<PlacedRow[]> {
    const bytes = this.#all();
    const byPlace = new Map<number, number[]>();
    for (const start of startsOf(bytes)) {
      const place = bytes.readUInt32LE(start);
      const starts = byPlace.get(place);
      if (starts) starts.push(start);
      else byPlace.set(place, [start]);
    }
    for (const place of [...byPlace.keys()].sort((a, b) => a - b)) yield rowsAt(bytes, byPlace.get(place) ?? []);
  }

  #makeRoom(bytes: number): void {
    if (this.#heldBytes + bytes <= this.#held.length) return;
    if (this.#heldBytes + bytes > this.#inMemory) this.#write();
    const needed = this.#heldBytes + bytes;
    if (needed <= this.#held.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, Math.min(this.#held.length * 2, this.#inMemory)));
    this.#held.copy(larger, 0, 0, this.#heldBytes);
    this.#held = larger;
  }

  #write(): void {
    this.#file ??= this.#scratch.create(this.#name);
    this.#scratch.write(this.#name, this.#file, this.#held.subarray(0, this.#heldBytes));
    this.#writtenBytes += this.#heldBytes;
    this.#heldBytes = 0;
  }

  #all(): Buffer {
    if (this.#file === null) return this.#held.subarray(0, this.#heldBytes);
    const file = this.#reopened(this.#file);
    const bytes = Buffer.allocUnsafe(this.#writtenBytes);
    for (let at = 0; at < bytes.length; ) {
      const length = this.#scratch.read(this.#name, file, bytes.subarray(at));
      if (length === 0) throw new Error(`${this.#name} is shorter than it was written`);
      at += length;
    }
    this.#discard(file);
    return bytes;
  }

  *#wholeRows(): Generator<Buffer> {
    if (this.#file === null) yield this.#held.subarray(0, this.#heldBytes);
    else yield* this.#wholeRowsOfFile(this.#file);
  }

  *#wholeRowsOfFile(written: number): Generator<Buffer> {
    const file = this.#reopened(written);
    let begun: Buffer = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.allocUnsafe(readBytes);
      const length = this.#scratch.read(this.#name, file, piece);
      if (length === 0) break;
      const bytes = Buffer.concat([begun, piece.subarray(0, length)]);
      const end = endOfWholeRows(bytes);
      begun = bytes.subarray(end);
      yield bytes.subarray(0, end);
    }
    this.#discard(file);
  }

  #reopened(written: number): number {
    this.#write();
    this.#held = Buffer.alloc(0);
    this.#scratch.close(written);
    return this.#scratch.openToRead(this.#name);
  }

  #discard(file: number): void {
    this.#scratch.close(file);
    this.#scratch.discard(this.#name);
  }
}

function startsOf(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 0; at < bytes.length; at = endOf(bytes, at)) starts.push(at);
  return starts;
}

function endOfWholeRows(bytes: Buffer): number {
  let at = 0;
  while (at + headBytes <= bytes.length && endOf(bytes, at) <= bytes.length) at = endOf(bytes, at);
  return at;
}

function endOf(bytes: Buffer, start: number): number {
  return start + headBytes + bytes.readUInt32LE(start + 8);
}

function rowsAt(bytes: Buffer, starts: readonly number[]): PlacedRow[] {
  return starts.map((start) => ({
    place: bytes.readUInt32LE(start),
    line: bytes.readUInt32LE(start + 4),
    text: bytes.toString('utf8', start + headBytes, endOf(bytes, start)),
  }));
}
