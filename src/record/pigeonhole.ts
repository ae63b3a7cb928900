import type { ScratchFolder } from './scratch-folder.ts';

/** A row with its place in the order, and the number of its line. */
export interface PlacedRow {
  readonly place: number;
  readonly line: number;
  readonly text: string;
}

const pieceBytes = 1024 * 1024;
const lineFeed = 0x0a;

/** Rows in the order in which they came: in memory up to a size, in a file beyond it. */
export class Pigeonhole {
  readonly #name: string;
  readonly #scratch: ScratchFolder;
  readonly #inMemory: number;
  #text = '';
  #held: Buffer[] = [];
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
    this.#text += `${place},${line},${text}\n`;
  }

  /** Makes bytes of the rows that came since, and writes them where they have become many. */
  takeDown(): void {
    if (this.#text === '') return;
    const bytes = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > this.#inMemory) this.#write();
  }

  /** All rows, some at a time. They can be read once, and then are gone. */
  *rows(): Generator<PlacedRow[]> {
    this.takeDown();
    if (this.#file === null) for (const bytes of this.#held) yield rowsIn(bytes);
    else yield* this.#rowsOfFile(this.#file);
    this.#held = [];
  }

  *#rowsOfFile(written: number): Generator<PlacedRow[]> {
    this.#write();
    this.#scratch.close(written);
    const file = this.#scratch.openToRead(this.#name);
    const piece = Buffer.allocUnsafe(pieceBytes);
    let begun: Buffer = Buffer.alloc(0);
    for (;;) {
      const length = this.#scratch.read(this.#name, file, piece);
      if (length === 0) break;
      const bytes = Buffer.concat([begun, piece.subarray(0, length)]);
      const end = bytes.lastIndexOf(lineFeed) + 1;
      begun = bytes.subarray(end);
      yield rowsIn(bytes.subarray(0, end));
    }
    this.#scratch.close(file);
    this.#scratch.discard(this.#name);
  }

  #write(): void {
    this.#file ??= this.#scratch.create(this.#name);
    this.#scratch.write(this.#name, this.#file, Buffer.concat(this.#held));
    this.#writtenBytes += this.#heldBytes;
    this.#heldBytes = 0;
    this.#held = [];
  }
}

/** The rows of whole lines, each `place,line,text`. */
function rowsIn(bytes: Buffer): PlacedRow[] {
  const text = bytes.toString('utf8');
  const rows: PlacedRow[] = [];
  for (let start = 0; start < text.length; ) {
    const afterPlace = text.indexOf(',', start);
    const afterLine = text.indexOf(',', afterPlace + 1);
    const end = text.indexOf('\n', afterLine);
    const place = Number(text.slice(start, afterPlace));
    const line = Number(text.slice(afterPlace + 1, afterLine));
    rows.push({ place, line, text: text.slice(afterLine + 1, end) });
    start = end + 1;
  }
  return rows;
}
