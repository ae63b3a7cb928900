import { join, resolve } from 'node:path';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { NewFile, type WrittenFile } from '../files/new-file.ts';
import { ParentFolder } from '../files/parent-folder.ts';
import { readPieces } from '../files/read-pieces.ts';
import { attempt, SystemFailure, systemCodeOf } from '../files/system-failure.ts';
import { temporaryPath } from '../files/temporary-folder.ts';
import { checksumsFile, checksumsText } from './checksums.ts';
import { type Manifest, manifestJson, runFolderName, runIdOf } from './manifest.ts';
import { type Provenance, provenanceJson } from './provenance.ts';

/** What became of a run folder when it was to get its name. */
export type Published =
  | { readonly kind: 'published'; readonly path: string; readonly runId: string }
  /** There is something of that name: it is left as it is. */
  | { readonly kind: 'target-exists'; readonly path: string; readonly runId: string };

const inputsFolder = 'inputs';

/** Opens a run folder inside `parent`, which is made where it is missing. What the system refuses throws a SystemFailure. */
export function openRunFolder(parent: string, files: FileCalls = systemFiles): RunFolder {
  const folder = new RunFolder(resolve(parent), files);
  try {
    folder.make();
  } catch (error) {
    folder.abandon();
    throw error;
  }
  return folder;
}

/**
 * A run folder in the making: a temporary folder that becomes the run by one rename, whole or not at all. Each method
 * throws a SystemFailure where the system refuses; then there is nothing to do but `abandon`.
 */
export class RunFolder {
  readonly #parent: ParentFolder;
  readonly #files: FileCalls;
  /** The temporary folder, which nobody else can look into. */
  readonly #temporary: string;
  /** The run inside it: its own permissions are those of any new folder. */
  readonly #path: string;
  readonly #open = new Map<string, NewFile>();
  readonly #written: WrittenFile[] = [];
  #published = false;
  #isGone = false;

  constructor(parent: string, files: FileCalls) {
    this.#parent = new ParentFolder(parent, files);
    this.#files = files;
    this.#temporary = temporaryPath(parent);
    this.#path = join(this.#temporary, 'run');
  }

  /** Makes the temporary folder. */
  make(): void {
    this.#parent.make();
    attempt('make', this.#temporary, () => this.#files.makePrivateFolder(this.#temporary));
    for (const path of [this.#path, join(this.#path, inputsFolder)]) {
      attempt('make', path, () => this.#files.makeFolder(path));
    }
  }

  /** Opens a file of the folder; answers what takes its text, or bytes of it. */
  sink(name: string): (piece: string | Uint8Array) => void {
    const file = this.#create(plainName(name));
    return (piece) => (typeof piece === 'string' ? file.writeText(piece) : file.writeBytes(piece));
  }

  /** Keeps an input byte for byte. */
  keepInput(name: string, bytes: Uint8Array, sha256: string): void {
    this.#keep(name, name, sha256, (file) => file.writeBytes(bytes));
  }

  /** Keeps an input that is too large to hold, reading it once more: it must not have changed since. */
  keepInputFrom(name: string, path: string, sha256: string): void {
    this.#keep(name, path, sha256, (file) => readPieces(path, this.#files, (piece) => file.writeBytes(piece)));
  }

  /** Writes the manifest and the checksums, makes all of it last, and gives the folder its name. */
  publish(manifest: Manifest, provenance: Provenance): Published {
    const json = manifestJson(manifest);
    const runId = runIdOf(json);
    const path = join(this.#parent.path, plainName(runFolderName(manifest, runId)));
    this.sink('run.json')(json);
    this.sink('provenance.json')(provenanceJson(provenance));
    for (const name of [...this.#open.keys()]) this.#close(name);
    this.sink(checksumsFile)(checksumsText(this.#written));
    this.#close(checksumsFile);
    for (const folder of [join(this.#path, inputsFolder), this.#path]) this.#sync(folder);
    return { kind: this.#rename(path) ? 'published' : 'target-exists', path, runId };
  }

  /** Removes whatever was written, unless it is published. Answers the folder that could not be removed, if any. */
  abandon(): string | null {
    for (const file of this.#open.values()) file.abandon();
    this.#open.clear();
    const left = this.#removeTemporary();
    if (left === null && !this.#published) this.#parent.abandon();
    return left;
  }

  /** Removes the temporary folder: with all that is in it, unless the run has left it for its name. */
  #removeTemporary(): string | null {
    if (this.#isGone) return null;
    try {
      if (this.#published) this.#files.removeFolder(this.#temporary);
      else this.#files.removeTree(this.#temporary);
      this.#isGone = true;
      return null;
    } catch {
      return this.#temporary;
    }
  }

  #keep(name: string, from: string, sha256: string, write: (file: NewFile) => void): void {
    const kept = `${inputsFolder}/${plainName(name)}`;
    write(this.#create(kept));
    if (this.#close(kept).sha256 === sha256) return;
    throw new SystemFailure('keep', from, 'CHANGED', 'it changed while it was read');
  }

  #create(name: string): NewFile {
    if (this.#open.has(name)) throw new Error(`${name} is open already`);
    const file = new NewFile(name, join(this.#path, name), this.#files);
    this.#open.set(name, file);
    return file;
  }

  #close(name: string): WrittenFile {
    const file = this.#open.get(name);
    if (!file) throw new Error(`${name} is not open`);
    const written = file.close();
    this.#open.delete(name);
    this.#written.push(written);
    return written;
  }

  /** False where the name is taken. A rename onto an empty folder would succeed, so that a look comes first. */
  #rename(target: string): boolean {
    if (attempt('look at', target, () => this.#files.exists(target))) return false;
    try {
      attempt('rename', target, () => this.#files.rename(this.#path, target));
    } catch (error) {
      const code = systemCodeOf(error);
      if (code === 'EEXIST' || code === 'ENOTEMPTY') return false;
      throw error;
    }
    this.#published = true;
    this.#makeNameLast(target);
    this.#removeTemporary();
    return true;
  }

  /** Takes the name back where it would not last. */
  #makeNameLast(target: string): void {
    try {
      this.#parent.sync();
    } catch (error) {
      this.#takeBack(target);
      throw error;
    }
  }

  #takeBack(target: string): void {
    try {
      this.#files.rename(target, this.#path);
      this.#published = false;
    } catch {
      // The run stays where it is, and it is whole.
    }
  }

  #sync(folder: string): void {
    attempt('save', folder, () => this.#files.syncFolder(folder));
  }
}

/** The name of a file or folder, which is never a path: anything else is a fault of ours. */
function plainName(name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw new Error(`not a plain name: ${name}`);
  return name;
}
