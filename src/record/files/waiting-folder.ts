import { dirname, join, resolve } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { NewFile } from './new-file.ts';
import { ParentFolder } from './parent-folder.ts';
import { attempt, systemCodeOf } from './system-failure.ts';

/**
 * A folder that is written whole beside its place under a hidden name, and gets its own name later, when something else stands for which
 * it was made. Where the program is killed in between, it is found again by its id.
 */
export class WaitingFolder {
  readonly path: string;
  readonly #target: string;
  readonly #files: FileCalls;
  readonly #parent: ParentFolder;

  constructor(target: string, id: string, files: FileCalls = systemFiles) {
    this.#target = resolve(target);
    this.#files = files;
    this.#parent = new ParentFolder(dirname(this.#target), files);
    this.path = join(dirname(this.#target), `.quarterday-${id}`);
  }

  /** Whether it was left waiting by a program that was killed. */
  get isThere(): boolean {
    return attempt('look at', this.path, () => this.#files.exists(this.path));
  }

  /** Writes it, in place of one that was left before it was wanted. What the system refuses throws a SystemFailure, and nothing is left. */
  write(texts: ReadonlyMap<string, string>): void {
    try {
      this.#parent.make();
      if (this.isThere) this.#files.removeTree(this.path);
      attempt('make', this.path, () => this.#files.makeFolder(this.path));
      for (const [name, text] of texts) this.#writeFile(name, text);
      attempt('save', this.path, () => this.#files.syncFolder(this.path));
      this.#parent.sync();
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Gives it its name. False where that was taken meanwhile: then it goes on waiting. */
  place(): boolean {
    try {
      if (attempt('look at', this.#target, () => this.#files.exists(this.#target)))
        attempt('remove', this.#target, () => this.#files.removeFolder(this.#target));
      attempt('rename', this.#target, () => this.#files.rename(this.path, this.#target));
    } catch (error) {
      if (['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes(systemCodeOf(error) ?? '')) return false;
      throw error;
    }
    this.#parent.sync();
    return true;
  }

  /** Removes it. */
  abandon(): void {
    try {
      this.#files.removeTree(this.path);
    } catch {
      // It is a hidden folder of ours, which nothing reads; the same hand-off writes it anew.
    }
    this.#parent.abandon();
  }

  #writeFile(name: string, text: string): void {
    const file = new NewFile(name, join(this.path, name), this.#files);
    try {
      file.writeText(text);
      file.close();
    } finally {
      file.abandon();
    }
  }
}
