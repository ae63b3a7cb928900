import { dirname } from 'node:path';
import type { FileCalls } from './file-calls.ts';
import { attempt, systemCodeOf } from './system-failure.ts';

/** The folder in which something is to be made, itself made where it is missing, and removed again if nothing came of it. */
export class ParentFolder {
  readonly path: string;
  readonly #files: FileCalls;
  /** Folders made on the way, the innermost last. */
  readonly #made: string[] = [];

  constructor(path: string, files: FileCalls) {
    this.path = path;
    this.#files = files;
  }

  /** Makes the folder and those above it, as far as they are missing. */
  make(): void {
    for (const path of this.#missing()) if (this.#makeOne(path)) this.#made.push(path);
  }

  /** Makes the names in the folder last, and its own name where it is new. */
  sync(): void {
    const folders = [this.path, ...this.#made.map(dirname)];
    for (const path of folders) attempt('save', path, () => this.#files.syncFolder(path));
  }

  /** Removes the folders that were made, as long as they are empty. */
  abandon(): void {
    try {
      for (const path of this.#made.reverse()) this.#files.removeFolder(path);
    } catch {
      // Somebody else has begun to use it: then it is theirs.
    }
  }

  #missing(): string[] {
    const missing: string[] = [];
    let path = this.path;
    while (dirname(path) !== path && !attempt('look at', path, () => this.#files.exists(path))) {
      missing.unshift(path);
      path = dirname(path);
    }
    return missing;
  }

  /** False where somebody else made it in the meantime. */
  #makeOne(path: string): boolean {
    try {
      attempt('make', path, () => this.#files.makeFolder(path));
      return true;
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST') return false;
      throw error;
    }
  }
}
