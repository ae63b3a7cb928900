import { join } from 'node:path';
import { type Currency, sterling } from '../../domain/money/currency.ts';
import { isSystemFile } from '../../domain/system-files.ts';
import { type FileCalls, systemFiles } from '../files/file-calls.ts';
import { readIfThere } from '../files/read-pieces.ts';
import { attempt } from '../files/system-failure.ts';
import type { LedgerHead } from '../run-folder/manifest.ts';
import type { Difference } from '../verify/difference.ts';
import { lineMistakes } from './check-posting.ts';
import type { HandOff } from './hand-off.ts';
import { type LedgerName, ledgerName, markerName, postingName } from './names.ts';
import { type FiledPosting, readPlainPosting } from './plain-posting.ts';
import { readPosting } from './posting.ts';
import { readOtherRecord, readRecord, recordName } from './record.ts';
import { type ChainPlace, hashesOf } from './sealed.ts';
import type { BankSettlement } from './settlement.ts';

/** What a ledger comes to when it is read from the first record to the last. */
export interface LedgerWalk {
  /** False where there is no folder yet: then it is an empty ledger. */
  readonly exists: boolean;
  readonly head: LedgerHead;
  /** That of its postings, which is one; null while there is none. */
  readonly currency: Currency | null;
  /** Nothing in a ledger that can be trusted. */
  readonly differences: readonly Difference[];
  /** The lock of a record that is being made, or was given up by a program that was killed. */
  readonly lock: string | null;
  /** Files that a killed program left behind, and that do no harm. */
  readonly leftBehind: readonly string[];
  /** What does not belong there, and is not read. */
  readonly strays: readonly string[];
}

/** A record on its way to its name, whole: it counts. */
interface Arriving {
  readonly serial: number;
  readonly bytes: Buffer;
}

/**
 * Takes each record with the sha256 of its file; who keeps the lines of a posting may keep the whole of it. What is answered does not hold
 * of the record in the light of those before.
 */
export interface RecordTakers {
  readonly posting?: (posting: FiledPosting, sha256: string) => void;
  readonly handOff?: (handOff: HandOff, sha256: string) => readonly string[];
  readonly settlement?: (settlement: BankSettlement, sha256: string) => readonly string[];
}

const noHead: LedgerHead = { serial: 0, sha256: null };

/** Reads every record in order, one at a time, and holds each against the one before. What the system refuses throws a SystemFailure. */
export function walkLedger(path: string, takers: RecordTakers, files: FileCalls = systemFiles): LedgerWalk {
  if (!attempt('look at', path, () => files.exists(path))) {
    return { exists: false, head: noHead, currency: null, differences: [], lock: null, leftBehind: [], strays: [] };
  }
  const { arriving, locks } = readMarkers(path, files);
  // Listed after the markers were read: of a marker that lost, the record that won is seen now.
  const names = namesIn(path, files);
  const records = names.filter((each) => each.kind === 'record');
  const isNamed = ({ serial }: { readonly serial: number }) => records.some((record) => record.serial === serial);
  const walk = new Walk(path, files, takers);
  for (const { name } of names.filter(({ kind }) => kind === 'no-file')) {
    walk.differ(name, 'is a folder, a link or a special file; expected the plain file of a record');
  }
  for (const { name, serial } of records) walk.named(name, serial);
  for (const each of arriving) if (!isNamed(each)) walk.arriving(each);
  const lock = locks.find((each) => !isNamed(each));
  return {
    exists: true,
    head: walk.head,
    currency: walk.currency,
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
    return { kind: named.kind === 'record' ? 'no-file' : 'stranger', name: entry.name };
  });
  return names.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The markers in a ledger's folder: whole records, and locks, which are empty. */
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
  readonly #takers: RecordTakers;
  readonly differences: Difference[] = [];
  head = noHead;
  currency: Currency | null = null;

  constructor(path: string, files: FileCalls, takers: RecordTakers) {
    this.#path = path;
    this.#files = files;
    this.#takers = takers;
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
    const record = readRecord(bytes);
    this.#take(record === null ? markerName(serial) : recordName(record), serial, bytes);
  }

  #take(name: string, serial: number, bytes: Buffer): void {
    const { head } = this;
    const { whole, sealed } = hashesOf(bytes);
    this.head = { serial, sha256: whole };
    if (serial !== head.serial + 1) {
      this.differ(name, `comes after serial ${head.serial}; expected ${head.serial + 1}: a record is missing or twice`);
    }
    const filed = readEitherWay(bytes, sealed);
    if (filed === null) {
      this.differ(name, 'was changed, or is no record: its bytes are not as they were sealed');
      return;
    }
    for (const says of nameMistakes(name, filed.name)) this.differ(name, says);
    for (const says of orderMistakes(filed.place, head.sha256)) this.differ(name, says);
    for (const says of this.#currencyMistakes(filed.currency)) this.differ(name, says);
    for (const says of filed.hand(this.#takers, whole)) this.differ(name, says);
  }

  /** Sums of two currencies are never added up. */
  #currencyMistakes(own: Currency | null): readonly string[] {
    this.currency ??= own;
    if (own === null || own.code === this.currency?.code) return [];
    return [
      `pays in ${own.code}; expected ${this.currency?.code}, as the postings before: a ledger holds one currency`,
    ];
  }
}

/** A record as it was read, with the name that it should have, and how it is handed to who wants it. */
interface Filed {
  readonly name: string;
  readonly place: ChainPlace;
  /** Of a posting; null of what names none. */
  readonly currency: Currency | null;
  /** Answers what is wrong with it. */
  readonly hand: (takers: RecordTakers, sha256: string) => readonly string[];
}

/** A record from the bytes of its file: of a posting the short way where that takes it. */
function readEitherWay(bytes: Buffer, sealed: string): Filed | null {
  const plain = readPlainPosting(bytes, sealed);
  if (plain !== null) return filedPosting(plain, []);
  const posting = readPosting(bytes);
  if (posting !== null) return filedPosting(posting, lineMistakes(posting));
  const other = readOtherRecord(bytes);
  if (other === null) return null;
  const name = recordName(other);
  return other.kind === 'hand-off'
    ? {
        name,
        place: other.handOff,
        currency: null,
        hand: ({ handOff }, sha256) => handOff?.(other.handOff, sha256) ?? [],
      }
    : {
        name,
        place: other.settlement,
        currency: null,
        hand: ({ settlement }, sha256) => settlement?.(other.settlement, sha256) ?? [],
      };
}

function filedPosting(filed: FiledPosting, mistakes: readonly string[]): Filed {
  function hand({ posting }: RecordTakers, sha256: string): readonly string[] {
    posting?.(filed, sha256);
    return mistakes;
  }
  return { name: postingName(filed.serial, filed.run), place: filed, currency: filed.currency ?? sterling, hand };
}

function nameMistakes(name: string, expected: string): readonly string[] {
  return name === expected ? [] : [`has the content of ${expected}; expected the name to tell serial and content`];
}

function orderMistakes({ previous }: ChainPlace, expected: string | null): readonly string[] {
  if (previous === expected) return [];
  const names = (hash: string | null) => (hash === null ? 'no record' : `one with the sha256 ${hash}`);
  return [`follows ${names(previous)}; expected it to follow ${names(expected)}`];
}
