import { deflateSync } from 'node:zlib';

/** A kind, where it is (a byte of the file, or the number of a pack), and its place in that pack. */
const rowBytes = 7;
const kinds = { free: 0, atByte: 1, inPack: 2 };

/** Where each object of a PDF file is, by its number: a row each, kept as bytes, as a file of all England has millions. */
export class PlaceTable {
  #rows = Buffer.alloc(1024 * rowBytes);
  /** Number 0 is that of no object. */
  #count = 1;

  /** Makes room for so many more; answers the number of the first. */
  add(count: number): number {
    const first = this.#count;
    this.#count += count;
    if (this.#count * rowBytes > this.#rows.length) {
      const larger = Buffer.alloc(Math.max(this.#rows.length * 2, this.#count * rowBytes));
      this.#rows.copy(larger);
      this.#rows = larger;
    }
    return first;
  }

  atByte(number: number, byte: number): void {
    this.#set(number, kinds.atByte, byte, 0);
  }

  inPack(number: number, pack: number, index: number): void {
    this.#set(number, kinds.inPack, pack, index);
  }

  #set(number: number, kind: number, where: number, index: number): void {
    const at = number * rowBytes;
    this.#rows[at] = kind;
    this.#rows.writeUInt32BE(where, at + 1);
    this.#rows.writeUInt16BE(index, at + 5);
  }

  /** The table as the file has it: each row as what it differs by from the one above, which packs a hundred times smaller. */
  packed(): { readonly entries: string; readonly rows: Uint8Array } {
    const up = 2;
    const told = Buffer.alloc(this.#count * (rowBytes + 1));
    for (let row = 0; row < this.#count; row += 1) {
      const [from, to] = [row * rowBytes, row * (rowBytes + 1)];
      told[to] = up;
      for (let byte = 0; byte < rowBytes; byte += 1) {
        const above = row === 0 ? 0 : (this.#rows[from + byte - rowBytes] ?? 0);
        told[to + 1 + byte] = (this.#rows[from + byte] ?? 0) - above;
      }
    }
    const entries = `/W[1 4 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns ${rowBytes}>>`;
    return { entries, rows: deflateSync(told) };
  }
}
