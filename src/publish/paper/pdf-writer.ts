import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PlaceTable } from './place-table.ts';

/** Writes the objects of a PDF file as they come, and at its end the table of where each of them is. */
export class PdfWriter {
  readonly #onBytes: (bytes: Uint8Array) => void;
  readonly #hash = createHash('sha256');
  readonly #places = new PlaceTable();
  #length = 0;

  constructor(onBytes: (bytes: Uint8Array) => void) {
    this.#onBytes = onBytes;
    // Bytes above 127 tell whoever passes the file on that it is no text.
    this.#put(Buffer.from('%PDF-1.7\n%\xff\xff\xff\xff\n', 'latin1'));
  }

  /** The first of so many numbers in a row, for objects that are written before the end. */
  numbers(count = 1): number {
    return this.#places.add(count);
  }

  /** An object with bytes of its own; `entries` say what they are. */
  stream(number: number, entries: string, bytes: Uint8Array): void {
    this.#places.atByte(number, this.#length);
    this.#putText(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>stream\n`);
    this.#put(bytes);
    this.#putText('\nendstream\nendobj\n');
  }

  packedStream(number: number, entries: string, content: string | Uint8Array): void {
    this.stream(number, `${entries}/Filter/FlateDecode`, deflateSync(content));
  }

  /** Objects with numbers in a row, packed together. */
  objects(first: number, objects: readonly string[]): void {
    const pack = this.numbers();
    let [places, offset] = ['', 0];
    for (const [index, object] of objects.entries()) {
      places += `${first + index} ${offset} `;
      offset += object.length + 1;
      this.#places.inPack(first + index, pack, index);
    }
    const entries = `/Type/ObjStm/N ${objects.length}/First ${places.length}`;
    this.packedStream(pack, entries, Buffer.from(`${places}${objects.join(' ')}`, 'latin1'));
  }

  /** Ends the file; `entries` say where to begin to read it. */
  end(entries: string): void {
    const number = this.numbers();
    this.#places.atByte(number, this.#length);
    const start = this.#length;
    const id = this.#hash.copy().digest('hex').slice(0, 32);
    const { rows, entries: form } = this.#places.packed();
    const size = `/Type/XRef/Size ${number + 1}/ID[<${id}><${id}>]`;
    this.stream(number, `${size}${entries}${form}`, rows);
    this.#putText(`startxref\n${start}\n%%EOF\n`);
  }

  #putText(text: string): void {
    this.#put(Buffer.from(text, 'latin1'));
  }

  #put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#length += bytes.length;
    this.#onBytes(bytes);
  }
}
