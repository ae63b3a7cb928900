import { join } from 'node:path';
import { isSystemFile } from '../../domain/system-files.ts';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readIfThere } from '../files/read-pieces.ts';
import { attempt } from '../files/system-failure.ts';
import type { LedgerHead } from '../run-folder/manifest.ts';
import type { Difference } from '../verify/difference.ts';
import { lineMistakes, placeMistakes } from './check-posting.ts';
import { type LedgerName, ledgerName, markerName, postingName } from './names.ts';
import { type FiledPosting, readPlainPosting } from './plain-posting.ts';
import { hashesOf, readPosting } from './posting.ts';

/** What a ledger comes to when it is read from the first posting to the last. */
export interface LedgerWalk {
  /** False where there is no folder yet: then it is an empty ledger. */
  readonly exists: boolean;
  readonly head: LedgerHead;
  /** Nothing in a ledger that can be trusted. */
  readonly differences: readonly Difference[];
  /** The lock of a posting that is being made, or was given up by a program that was killed. */
  readonly lock: string | null;
  /** Files that a killed program left behind, and that do no harm. */
  readonly leftBehind: readonly string[];
  /** What does not belong there, and is not read. */
  readonly strays: readonly string[];
}

/** A posting on its way to its name, whole: it counts. */
interface Arriving {
  readonly serial: number;
  readonly bytes: Buffer;
}

/** Takes each posting with the sha256 of its file; who keeps its lines may keep the whole of it. */
type OnPosting = (posting: FiledPosting, sha256: string) => void;

const noHead: LedgerHead = { serial: 0, sha256: null };

/** Reads every posting in order, one at a time, and holds each against the one before. What the system refuses throws a SystemFailure. */
export function walkLedger(path: string, onPosting: OnPosting, files: FileCalls = systemFiles): LedgerWalk {
  if (!attempt('look at', path, () => files.exists(path))) {
    return { exists: false, head: noHead, differences: [], lock: null, leftBehind: [], strays: [] };
  }
  const { arriving, locks } = readMarkers(path, files);
  // Listed after the markers were read: of a marker that lost, the posting that won is seen now.
  const names = namesIn(path, files);
  const postings = names.filter((each) => each.kind === 'posting');
  const isNamed = ({ serial }: { readonly serial: number }) => postings.some((posting) => posting.serial === serial);
  const walk = new Walk(path, files, onPosting);
  for (const { name } of names.filter(({ kind }) => kind === 'no-file')) {
    walk.differ(name, 'is a folder, a link or a special file; expected the plain file of a posting');
  }
  for (const { name, serial } of postings) walk.named(name, serial);
  for (const each of arriving) if (!isNamed(each)) walk.arriving(each);
  const lock = locks.find((each) => !isNamed(each));
  return {
    exists: true,
    head: walk.head,
    differences: walk.differences,
    lock: lock === undefined ? null : markerName(lock.serial),
    leftBehind: names.filter(({ kind }) => kind === 'temporary' || kind === 'marker').map(({ name }) => name),
    strays: names.filter(({ kind }) => kind === 'stranger').map(({ name }) => name),
  };
}

/** The names in a ledger's folder, in order, but for those of the system. */
export function namesIn(path: string, files: FileCalls): readonly LedgerName[] {
  const entries = attempt('list', path, () => files.list(path)).filter(({ name }) => !isSystemFile(name));
  const names = entries.map((entry): LedgerName => {
    const named = ledgerName(entry.name);
    if (entry.kind === 'file') return named;
    return { kind: named.kind === 'posting' ? 'no-file' : 'stranger', name: entry.name };
  });
  return names.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The markers in a ledger's folder: whole postings, and locks, which are empty. */
function readMarkers(path: string, files: FileCalls) {
  const arriving: Arriving[] = [];
  const locks: { readonly serial: number }[] = [];
  for (const each of namesIn(path, files)) {
    if (each.kind !== 'marker') continue;
    const bytes = readIfThere(join(path, each.name), files);
    if (bytes === null) continue;
    if (bytes.length === 0) locks.push(each);
    else arriving.push({ serial: each.serial, bytes });
  }
  return { arriving, locks };
}

class Walk {
  readonly #path: string;
  readonly #files: FileCalls;
  readonly #onPosting: OnPosting;
  readonly differences: Difference[] = [];
  head = noHead;

  constructor(path: string, files: FileCalls, onPosting: OnPosting) {
    this.#path = path;
    this.#files = files;
    this.#onPosting = onPosting;
  }

  differ(file: string, says: string): void {
    this.differences.push({ file, says });
  }

  named(name: string, serial: number): void {
    const bytes = readIfThere(join(this.#path, name), this.#files);
    if (bytes === null) this.differ(name, 'went away while the ledger was read');
    else this.#take(name, serial, bytes);
  }

  arriving({ serial, bytes }: Arriving): void {
    const run = readPosting(bytes)?.run;
    this.#take(run === undefined ? markerName(serial) : postingName(serial, run), serial, bytes);
  }

  #take(name: string, serial: number, bytes: Buffer): void {
    const { head } = this;
    const { whole, sealed } = hashesOf(bytes);
    this.head = { serial, sha256: whole };
    if (serial !== head.serial + 1) {
      this.differ(
        name,
        `comes after serial ${head.serial}; expected ${head.serial + 1}: a posting is missing or twice`,
      );
    }
    const read = readEitherWay(bytes, sealed);
    if (read === null) {
      this.differ(name, 'was changed, or is no posting: its bytes are not as they were sealed');
      return;
    }
    const { posting, mistakes } = read;
    const misplaced = placeMistakes(posting, { name, previous: head.sha256 });
    for (const says of [...misplaced, ...mistakes]) this.differ(name, says);
    this.#onPosting(posting, whole);
  }
}

/** A posting from the bytes of its file, with what is wrong with its lines: nothing where the short way takes it. */
function readEitherWay(bytes: Buffer, sealed: string) {
  const plain = readPlainPosting(bytes, sealed);
  if (plain !== null) return { posting: plain, mistakes: [] };
  const posting = readPosting(bytes);
  return posting && { posting, mistakes: lineMistakes(posting) };
}
