import { dirname, join, resolve } from 'node:path';
import { type FileCalls, systemFiles } from './file-calls.ts';
import { NewFile, type WrittenFile } from './new-file.ts';
import { ParentFolder } from './parent-folder.ts';
import { attempt } from './system-failure.ts';
import { takeName } from './take-name.ts';
import { temporaryPath } from './temporary-folder.ts';

/** Whether something may be written at a path: nothing is there, or an empty folder. */
export function isFree(path: string, files: FileCalls = systemFiles): boolean {
  return attempt('look at', path, () => !files.exists(path) || files.list(path).length === 0);
}

/**
 * Writes a folder of files whole or not at all: under another name first, then by one rename. Answers what was written, or null where
 * the name was taken in the meantime. What the system refuses throws a SystemFailure, and nothing is left.
 */
export function writeNewFolder(
  path: string,
  contents: ReadonlyMap<string, string | Iterable<string | Uint8Array>>,
  files: FileCalls = systemFiles,
): readonly WrittenFile[] | null {
  const folder = new NewFolder(path, files);
  try {
    const written = [...contents].map(([name, content]) =>
      folder.write(name, typeof content === 'string' ? [content] : content),
    );
    return folder.publish() ? written : null;
  } catch (error) {
    folder.abandon();
    throw error;
  }
}

/**
 * The same of files that come one by one, and are made to last while others are written: `fill` writes them, and answers what they came
 * to, or null where nothing is to stand.
 */
export async function fillNewFolder<T>(
  path: string,
  fill: (folder: NewFolder) => Promise<T | null>,
): Promise<T | 'taken' | null> {
  const folder = new NewFolder(path);
  try {
    const filled = await fill(folder);
    await folder.saved();
    if (filled !== null) return folder.publish() ? filled : 'taken';
    folder.abandon();
    return null;
  } catch (error) {
    // What failed is told already.
    await folder.saved().catch(() => {});
    folder.abandon();
    throw error;
  }
}

/** So many files are made to last at once. */
const mostSaving = 16;

/** A folder that is written under another name, and gets its own when everything in it stands. Whoever opens it publishes or abandons it. */
export class NewFolder {
  readonly #target: string;
  readonly #temporary: string;
  readonly #parent: ParentFolder;
  readonly #files: FileCalls;
  readonly #inner = new Set<string>();
  /** Files that go on, by name. */
  readonly #open = new Map<string, NewFile>();
  /** Files that are being made to last; those of which that failed stay. */
  readonly #saving = new Set<Promise<void>>();
  #isPublished = false;

  constructor(path: string, files: FileCalls = systemFiles) {
    this.#target = resolve(path);
    this.#temporary = temporaryPath(dirname(this.#target));
    this.#parent = new ParentFolder(dirname(this.#target), files);
    this.#files = files;
    try {
      this.#parent.make();
      attempt('make', this.#temporary, () => files.makeFolder(this.#temporary));
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Writes one file, or what is left of it; its name may have one folder before it. */
  write(name: string, content: Iterable<string | Uint8Array>): WrittenFile {
    const file = this.#fileOf(name);
    put(content, file);
    const written = file.close();
    this.#open.delete(name);
    return written;
  }

  /** Likewise, and makes it last while others are written: of thousands of files, one after another took half of the time. */
  async writeBeside(name: string, content: Iterable<string | Uint8Array>): Promise<WrittenFile> {
    const file = this.#fileOf(name);
    put(content, file);
    const { written, saved } = file.closeBeside();
    this.#open.delete(name);
    const saving: Promise<void> = saved.then(() => {
      this.#saving.delete(saving);
    });
    // Whoever waits next is told of a failure.
    saving.catch(() => {});
    this.#saving.add(saving);
    if (this.#saving.size >= mostSaving) await Promise.race(this.#saving);
    return written;
  }

  /** Waits until nothing is being saved any more, before the folder is published or abandoned. */
  async saved(): Promise<void> {
    for (const ended of await Promise.allSettled(this.#saving)) if (ended.status === 'rejected') throw ended.reason;
  }

  /** Writes a part of a file that goes on later. */
  writePart(name: string, content: Iterable<string | Uint8Array>): void {
    put(content, this.#fileOf(name));
  }

  /** Gives the folder its name. False where that was taken in the meantime: then nothing is left. */
  publish(): boolean {
    if (this.#saving.size > 0) throw new Error('a file is not saved yet');
    if (this.#open.size > 0) throw new Error(`${[...this.#open.keys()]} is not whole`);
    for (const inner of [...this.#inner].map((name) => join(this.#temporary, name)))
      attempt('save', inner, () => this.#files.syncFolder(inner));
    attempt('save', this.#temporary, () => this.#files.syncFolder(this.#temporary));
    if (!takeName(this.#temporary, this.#target, this.#files)) {
      this.abandon();
      return false;
    }
    this.#isPublished = true;
    this.#parent.sync();
    return true;
  }

  /** Removes what was written. */
  abandon(): void {
    for (const file of this.#open.values()) file.abandon();
    if (this.#isPublished) this.#files.rename(this.#target, this.#temporary);
    try {
      this.#files.removeTree(this.#temporary);
    } catch {
      // What could not be removed is a hidden folder of ours, which nothing reads.
    }
    this.#parent.abandon();
  }

  #fileOf(name: string): NewFile {
    const known = this.#open.get(name);
    if (known) return known;
    this.#makeInner(dirname(name));
    const file = new NewFile(name, join(this.#temporary, name), this.#files);
    this.#open.set(name, file);
    return file;
  }

  #makeInner(name: string): void {
    if (name === '.' || this.#inner.has(name)) return;
    const path = join(this.#temporary, name);
    attempt('make', path, () => this.#files.makeFolder(path));
    this.#inner.add(name);
  }
}

function put(content: Iterable<string | Uint8Array>, file: NewFile): void {
  for (const piece of content) {
    if (typeof piece === 'string') file.writeText(piece);
    else file.writeBytes(piece);
  }
}
