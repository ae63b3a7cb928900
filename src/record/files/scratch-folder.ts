import { join } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { attempt } from './system-failure.ts';
import { removeTemporaryFolder, temporaryPath } from './temporary-folder.ts';

/** A folder for what does not fit into memory. It is made when its first file is, and removed with all of them. */
export class ScratchFolder {
  readonly #path: string;
  readonly #files: FileCalls;
  readonly #open = new Set<number>();
  #made = false;

  constructor(parent: string, files: FileCalls = systemFiles) {
    this.#path = temporaryPath(parent);
    this.#files = files;
  }

  /** Makes a file and opens it to be written. */
  create(name: string): number {
    if (!this.#made) attempt('make', this.#path, () => this.#files.makePrivateFolder(this.#path));
    this.#made = true;
    return this.#opened(attempt('create', this.#at(name), () => this.#files.create(this.#at(name))));
  }

  openToRead(name: string): number {
    return this.#opened(attempt('open', this.#at(name), () => this.#files.openToRead(this.#at(name))));
  }

  write(name: string, file: number, bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(attempt('write', this.#at(name), () => this.#files.write(file, rest)));
  }

  /** Answers how many bytes were read; none at the end. */
  read(name: string, file: number, into: Uint8Array): number {
    return attempt('read', this.#at(name), () => this.#files.read(file, into));
  }

  close(file: number): void {
    this.#files.close(file);
    this.#open.delete(file);
  }

  discard(name: string): void {
    attempt('remove', this.#at(name), () => this.#files.removeFile(this.#at(name)));
  }

  /** Removes the folder. Answers its path where that could not be done. */
  remove(): string | null {
    if (!this.#made) return null;
    try {
      for (const file of this.#open) this.#files.close(file);
      this.#open.clear();
    } catch {
      return this.#path;
    }
    return removeTemporaryFolder(this.#path, this.#files);
  }

  #at(name: string): string {
    return join(this.#path, name);
  }

  #opened(file: number): number {
    this.#open.add(file);
    return file;
  }
}
