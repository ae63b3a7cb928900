import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { NewFile } from './new-file.ts';
import { ParentFolder } from './parent-folder.ts';
import { readIfThere } from './read-pieces.ts';
import { attempt } from './system-failure.ts';
import { takeName } from './take-name.ts';
import { temporaryPath } from './temporary-folder.ts';

/**
 * A folder that is written whole beside its place under a hidden name, and gets its own name later, when something else stands for which
 * it was made. Where the program is killed in between, it is found again by its id. Programs that make the same at one time each have a
 * hidden name of their own, and it does not matter which of them is placed.
 */
export class WaitingFolder {
  readonly #target: string;
  readonly #files: FileCalls;
  readonly #parent: ParentFolder;
  readonly #above: string;
  readonly #prefix: string;
  /** Under the name of a temporary folder while it is written: what waits is whole, and what a killed program left is told. */
  readonly #writing: string;
  readonly #own: string;

  constructor(target: string, id: string, files: FileCalls = systemFiles) {
    this.#target = resolve(target);
    this.#files = files;
    this.#above = dirname(this.#target);
    this.#parent = new ParentFolder(this.#above, files);
    this.#prefix = `.quarterday-${id}-`;
    this.#writing = temporaryPath(this.#above);
    this.#own = join(this.#above, `${this.#prefix}${randomBytes(8).toString('hex')}`);
  }

  /** Where it waits: its own place, or that of one that was left. */
  get path(): string {
    return this.#isAt(this.#own) ? this.#own : (this.#waiting()[0] ?? this.#own);
  }

  /** Whether it waits, be it left by a program that was killed. */
  get isThere(): boolean {
    return this.#waiting().length > 0;
  }

  /** Writes it. What the system refuses throws a SystemFailure, and nothing is left. */
  write(texts: ReadonlyMap<string, string>): void {
    try {
      this.#parent.make();
      attempt('make', this.#writing, () => this.#files.makeFolder(this.#writing));
      for (const [name, text] of texts) this.#writeFile(name, text);
      attempt('save', this.#writing, () => this.#files.syncFolder(this.#writing));
      attempt('rename', this.#own, () => this.#files.rename(this.#writing, this.#own));
      this.#parent.sync();
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /**
   * Gives it its name. False where that was taken meanwhile: then it goes on waiting. Another program that makes the same may have placed
   * it already.
   */
  place(): boolean {
    const { path } = this;
    if (!this.#hasName(path)) return false;
    this.#parent.sync();
    this.#clearAway();
    return true;
  }

  /** Removes it, and none that others made. */
  abandon(): void {
    this.#remove(this.#writing);
    this.#remove(this.#own);
    this.#parent.abandon();
  }

  #hasName(path: string): boolean {
    try {
      return takeName(path, this.#target, this.#files) || this.#isPlaced(path);
    } catch (error) {
      if (this.#isPlaced(path)) return true;
      throw error;
    }
  }

  /** Whether another program has placed it, or one that is the same to the byte. */
  #isPlaced(path: string): boolean {
    if (!this.#isAt(this.#target)) return false;
    return !this.#isAt(path) || isDeepStrictEqual(this.#filesIn(path), this.#filesIn(this.#target));
  }

  /** What a folder holds, by name; null where it is none. */
  #filesIn(path: string): ReadonlyMap<string, Buffer | null> | null {
    try {
      const names = this.#files.list(path).map(({ name }) => name);
      return new Map(names.sort().map((name) => [name, readIfThere(join(path, name), this.#files)]));
    } catch {
      return null;
    }
  }

  #isAt(path: string): boolean {
    return attempt('look at', path, () => this.#files.exists(path));
  }

  #waiting(): readonly string[] {
    if (!this.#isAt(this.#above)) return [];
    const names = attempt('list', this.#above, () => this.#files.list(this.#above)).map(({ name }) => name);
    const waiting = names.filter((name) => name.startsWith(this.#prefix)).sort();
    return waiting.map((name) => join(this.#above, name));
  }

  /** Removes those of its id that are not wanted any more. */
  #clearAway(): void {
    try {
      for (const other of this.#waiting()) this.#remove(other);
    } catch {
      // Nobody reads them; it has its name.
    }
  }

  #remove(path: string): void {
    try {
      this.#files.removeTree(path);
    } catch {
      // It is a hidden folder of ours, which nothing reads.
    }
  }

  #writeFile(name: string, text: string): void {
    const file = new NewFile(name, join(this.#writing, name), this.#files);
    try {
      file.writeText(text);
      file.close();
    } finally {
      file.abandon();
    }
  }
}
