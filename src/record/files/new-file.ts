import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { attempt, attemptBeside, SystemFailure, systemCodeOf } from './system-failure.ts';

/** Bytes are handed to the system in pieces of this size. */
const pieceBytes = 256 * 1024;
/** Text is gathered to about this length before it is made bytes of: longer, it would outlive many collections of garbage. */
const gatheredLength = 8 * 1024;

const noBytes = Buffer.alloc(0);

/** What a file came to when it was closed. */
export interface WrittenFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes a file that is not there yet, whole or not at all. False where its name is taken. What the system refuses throws a SystemFailure. */
export function writeNewFile(path: string, text: string, files: FileCalls = systemFiles): boolean {
  const file = createdFile(path, files);
  if (file === null) return false;
  try {
    file.writeText(text);
    file.close();
    return true;
  } catch (error) {
    file.abandon();
    files.removeFile(path);
    throw error;
  }
}

/** Null where its name is taken. */
function createdFile(path: string, files: FileCalls): NewFile | null {
  try {
    return new NewFile(basename(path), path, files);
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return null;
    throw error;
  }
}

/** A file that is written from its beginning to its end, hashed on the way, and on the disk when it is closed. */
export class NewFile {
  readonly #name: string;
  readonly #path: string;
  readonly #files: FileCalls;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  /** Only text is gathered in it: of files of bytes there may be thousands. */
  #piece = noBytes;
  #filled = 0;
  #gathered = '';
  #bytes = 0;
  #open = true;

  constructor(name: string, path: string, files: FileCalls) {
    this.#name = name;
    this.#path = path;
    this.#files = files;
    this.#file = attempt('create', path, () => files.create(path));
  }

  writeText(text: string): void {
    this.#gathered += text;
    if (this.#gathered.length >= gatheredLength) this.#encode();
  }

  writeBytes(bytes: Uint8Array): void {
    this.#flush();
    this.#put(bytes);
  }

  /** Writes what is left, sees that the system holds all of it, and makes it last. */
  close(): WrittenFile {
    this.#complete();
    attempt('save', this.#path, () => this.#files.sync(this.#file));
    this.#open = false;
    attempt('close', this.#path, () => this.#files.close(this.#file));
    return this.#written();
  }

  /** The same, but that it is made to last while others are written. Until then it is open. */
  closeBeside(): { readonly written: WrittenFile; readonly saved: Promise<void> } {
    this.#complete();
    return { written: this.#written(), saved: this.#saveAndClose() };
  }

  /** Lets go of the file, whatever became of it. */
  abandon(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      this.#files.close(this.#file);
    } catch {
      // The file is removed next, so that nothing depends on how it was closed.
    }
  }

  #complete(): void {
    this.#flush();
    const size = attempt('look at', this.#path, () => this.#files.size(this.#file));
    if (size !== this.#bytes) throw tookLess(this.#path);
  }

  #written(): WrittenFile {
    return { name: this.#name, sha256: this.#hash.digest('hex'), bytes: this.#bytes };
  }

  async #saveAndClose(): Promise<void> {
    try {
      await attemptBeside('save', this.#path, () => this.#files.syncBeside(this.#file));
    } catch (error) {
      this.abandon();
      throw error;
    }
    this.#open = false;
    attempt('close', this.#path, () => this.#files.close(this.#file));
  }

  /** Makes bytes of the text so far; no character takes more than three. */
  #encode(): void {
    if (this.#gathered === '') return;
    if (this.#piece.length === 0) this.#piece = Buffer.allocUnsafe(pieceBytes);
    const mostBytes = this.#gathered.length * 3;
    if (this.#filled + mostBytes > pieceBytes) this.#putPiece();
    if (mostBytes > pieceBytes) this.#put(Buffer.from(this.#gathered, 'utf8'));
    else this.#filled += this.#piece.write(this.#gathered, this.#filled, 'utf8');
    this.#gathered = '';
  }

  #flush(): void {
    this.#encode();
    this.#putPiece();
  }

  #putPiece(): void {
    this.#put(this.#piece.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #put(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    let rest = bytes;
    while (rest.length > 0) {
      const taken = attempt('write', this.#path, () => this.#files.write(this.#file, rest));
      if (taken === 0) throw tookLess(this.#path);
      rest = rest.subarray(taken);
    }
  }
}

function tookLess(path: string): SystemFailure {
  return new SystemFailure('write', path, 'SHORT', 'the system took less than was written');
}
