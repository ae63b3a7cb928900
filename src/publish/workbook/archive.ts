import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

/** A file of an archive while it is written: what is given to it is packed at once, so that no more than its packed bytes is held. */
export class PackedFile {
  readonly name: string;
  readonly #packer: DeflateRaw = createDeflateRaw({ level: quickly, chunkSize: pieceBytes });
  readonly #pieces: Buffer[] = [];
  readonly #ended: Promise<void>;
  #filled = 0;
  #bytes = noBytes;
  #crc = 0;
  #size = 0;
  #packed = 0;

  constructor(name: string) {
    this.name = name;
    this.#ended = new Promise((resolve, reject) => {
      this.#packer.on('end', resolve);
      this.#packer.on('error', reject);
    });
    this.#packer.on('data', (piece: Buffer) => {
      this.#pieces.push(piece);
      this.#packed += piece.length;
    });
  }

  write(text: string): void {
    const most = text.length * mostBytesOfLetter;
    if (this.#filled + most > this.#bytes.length) this.#handOver(most);
    this.#filled += this.#bytes.write(text, this.#filled);
  }

  /** Whether so much waits to be packed that whoever writes should wait, too. */
  get isFull(): boolean {
    return this.#packer.writableNeedDrain;
  }

  /** Waits until most of what was written is packed. */
  async settled(): Promise<void> {
    if (this.isFull) await new Promise<void>((resolve) => this.#packer.once('drain', resolve));
  }

  /** Ends the file; answers what an archive has to know of it. */
  async end(): Promise<Packed> {
    this.#handOver(0);
    this.#packer.end();
    await this.#ended;
    return { name: this.name, crc: this.#crc, size: this.#size, packed: this.#packed, pieces: this.#pieces };
  }

  /** Hands over what is there, and makes room for so many bytes. */
  #handOver(room: number): void {
    const bytes = this.#bytes.subarray(0, this.#filled);
    this.#bytes = room === 0 ? noBytes : Buffer.allocUnsafeSlow(Math.max(room, blockBytes));
    this.#filled = 0;
    if (bytes.length === 0) return;
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    this.#packer.write(bytes);
  }
}

const noBytes = Buffer.alloc(0);

/** So many bytes are packed at a time: fewer keep those who pack waiting for more. */
const blockBytes = 256 * 1024;
const pieceBytes = 64 * 1024;

/** Of a unit of UTF-16 in UTF-8. */
const mostBytesOfLetter = 3;

/** Sheets repeat themselves: packed better they are a fifth smaller, and a workbook takes a third longer. */
const quickly = 1;

export interface Packed {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
  readonly pieces: readonly Buffer[];
}

/** 1 January 1980, the first day that an archive can name: no file in it was made on any other. */
const firstDay = (1 << 5) | 1;

/** An archive of packed files, in order. Nothing in it is of 4 GiB or more. */
export function* archiveOf(files: readonly Packed[]): Generator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    if (file.size > mostBytes || at > mostBytes) throw new Error(`${file.name} is too large for an archive`);
    const local = header(file, 0x04034b50);
    yield local;
    yield* file.pieces;
    directory.push(header(file, 0x02014b50, at));
    at += local.length + file.packed;
  }
  const listed = Buffer.concat(directory);
  yield listed;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  yield end;
}

const mostBytes = 0xffff_ffff;

/** What stands before a file, or, with the place of that, in the directory at the end. Names are plain letters. */
function header({ name, crc, size, packed }: Packed, sign: number, at?: number): Buffer {
  const inDirectory = at !== undefined;
  const start = inDirectory ? 2 : 0;
  const bytes = Buffer.alloc((inDirectory ? 46 : 30) + name.length);
  bytes.writeUInt32LE(sign, 0);
  if (inDirectory) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, start + 4);
  bytes.writeUInt16LE(8, start + 8);
  bytes.writeUInt16LE(firstDay, start + 12);
  bytes.writeUInt32LE(crc, start + 14);
  bytes.writeUInt32LE(packed, start + 18);
  bytes.writeUInt32LE(size, start + 22);
  bytes.writeUInt16LE(name.length, start + 26);
  if (inDirectory) bytes.writeUInt32LE(at, 42);
  bytes.write(name, inDirectory ? 46 : 30, 'latin1');
  return bytes;
}
