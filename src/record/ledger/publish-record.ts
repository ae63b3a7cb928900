import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { NewFile } from '../files/new-file.ts';
import { ParentFolder } from '../files/parent-folder.ts';
import { readIfThere } from '../files/read-pieces.ts';
import { attempt, SystemFailure, systemCodeOf } from '../files/system-failure.ts';
import { isSerialTaken, linkTo, removeQuietly } from './markers.ts';
import { markerName, temporaryName } from './names.ts';
import { type LedgerRecord, placeOfRecord, recordName, recordText } from './record.ts';
import { namesIn } from './walk-ledger.ts';

/** What became of a record. */
export type RecordOutcome =
  /** It stands in the ledger; `notLasting` where the system would not promise that it outlasts a power cut. */
  | { readonly kind: 'added'; readonly name: string; readonly notLasting: SystemFailure | null }
  /** Another program was quicker, so that nothing was written: read the ledger again. */
  | { readonly kind: 'overtaken' };

/** Adds a record to a ledger, whole or not at all, and only one of its serial. What the system refuses throws a SystemFailure, and nothing was added. */
export function publishRecord(path: string, record: LedgerRecord, files: FileCalls = systemFiles): RecordOutcome {
  return new RecordPublisher(path, record, files).publish();
}

class RecordPublisher {
  readonly #folder: ParentFolder;
  readonly #files: FileCalls;
  readonly #path: string;
  readonly #serial: number;
  readonly #name: string;
  readonly #text: string;
  readonly #final: string;
  readonly #marker: string;
  readonly #temporary: string;

  constructor(path: string, record: LedgerRecord, files: FileCalls) {
    this.#folder = new ParentFolder(path, files);
    this.#files = files;
    this.#path = path;
    this.#serial = placeOfRecord(record).serial;
    this.#name = recordName(record);
    this.#text = recordText(record);
    this.#final = join(path, this.#name);
    this.#marker = join(path, markerName(this.#serial));
    this.#temporary = join(path, temporaryName(this.#serial, randomBytes(8).toString('hex')));
  }

  publish(): RecordOutcome {
    try {
      this.#folder.make();
      this.#writeTemporary();
      return this.#place();
    } finally {
      removeQuietly(this.#temporary, this.#files);
      this.#folder.abandon();
    }
  }

  #writeTemporary(): void {
    const file = new NewFile(this.#name, this.#temporary, this.#files);
    try {
      file.writeText(this.#text);
      file.close();
    } finally {
      file.abandon();
    }
  }

  /** Of all programs that want this serial only one makes its marker: by a link, or where links do not work as an empty lock. */
  #place(): RecordOutcome {
    switch (linkTo(this.#temporary, this.#marker, this.#files)) {
      case 'linked':
        return this.#complete(() => attempt('link', this.#final, () => this.#files.link(this.#temporary, this.#final)));
      case 'unsupported':
        if (!this.#lock()) return { kind: 'overtaken' };
        return this.#complete(() =>
          attempt('rename', this.#final, () => this.#files.rename(this.#temporary, this.#final)),
        );
      case 'target taken':
      case 'source gone':
        return { kind: 'overtaken' };
    }
  }

  /** Gives the record its name. The marker may have come too late, when the serial was taken and its own marker gone. */
  #complete(giveName: () => void): RecordOutcome {
    try {
      if (isSerialTaken(this.#path, this.#serial, this.#files))
        return this.#hasItsName() ? this.#finish() : this.#lose();
      this.#folder.sync();
      giveName();
    } catch (error) {
      return this.#giveUp(error);
    }
    return this.#finish();
  }

  #finish(): RecordOutcome {
    try {
      this.#folder.sync();
    } catch (error) {
      return { kind: 'added', name: this.#name, notLasting: systemFailure(error) };
    }
    removeQuietly(this.#marker, this.#files);
    this.#clearAway();
    return { kind: 'added', name: this.#name, notLasting: null };
  }

  #lose(): RecordOutcome {
    removeQuietly(this.#marker, this.#files);
    return { kind: 'overtaken' };
  }

  /** Takes the marker back. Somebody may have completed it meanwhile; and one that cannot be taken back counts. */
  #giveUp(error: unknown): RecordOutcome {
    const failure = systemFailure(error);
    removeQuietly(this.#marker, this.#files);
    if (this.#hasItsName()) return this.#finish();
    if (this.#is(this.#marker)) return { kind: 'added', name: this.#name, notLasting: failure };
    if (failure.code === 'EEXIST' || failure.code === 'ENOENT') return { kind: 'overtaken' };
    if (this.#files.exists(this.#marker)) failure.leftBehind = this.#marker;
    throw failure;
  }

  /** True where the record of this very program has its name, whoever gave it. */
  #hasItsName(): boolean {
    return this.#is(this.#final);
  }

  #is(path: string): boolean {
    return readIfThere(path, this.#files)?.equals(Buffer.from(this.#text, 'utf8')) ?? false;
  }

  /** False where somebody else has the lock. */
  #lock(): boolean {
    const lock = this.#createLock();
    if (lock === null) return false;
    try {
      attempt('close', this.#marker, () => this.#files.close(lock));
      return true;
    } catch (error) {
      removeQuietly(this.#marker, this.#files);
      throw error;
    }
  }

  #createLock(): number | null {
    try {
      return attempt('create', this.#marker, () => this.#files.create(this.#marker));
    } catch (error) {
      if (systemCodeOf(error) === 'EEXIST') return null;
      throw error;
    }
  }

  /** Removes what killed programs left behind: whoever still wanted this serial, or one before it, has lost it. */
  #clearAway(): void {
    try {
      for (const each of namesIn(this.#path, this.#files)) {
        if (each.kind !== 'temporary' || each.serial > this.#serial) continue;
        removeQuietly(join(this.#path, each.name), this.#files);
      }
    } catch {
      // The record stands; the next one clears away.
    }
  }
}

function systemFailure(error: unknown): SystemFailure {
  if (error instanceof SystemFailure) return error;
  throw error;
}
