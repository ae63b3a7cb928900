import { type Words, wordsOfSums } from '../../domain/words/words.ts';
import { LedgerBook } from '../../record/ledger/ledger-book.ts';
import { settleMarkers } from '../../record/ledger/markers.ts';
import { walkLedger } from '../../record/ledger/walk-ledger.ts';
import type { LedgerHead } from '../../record/run-folder/manifest.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { ledgerLocked, ledgerUnsound, strayInLedger } from './ledger-findings.ts';

/** A ledger that was read, and to which a record may be added. */
export interface OpenedBook {
  readonly head: LedgerHead;
  /** Those of its sums. */
  readonly words: Words;
  readonly ledger: LedgerBook;
}

/** Reads a ledger to add a record to it. Null where nothing may be added to it as it is, which is noted; strays are told the first time. */
export function openLedgerBook(
  path: string,
  wanted: readonly number[],
  isFirst: boolean,
  { findings }: Terminal,
): OpenedBook | null {
  settleMarkers(path);
  const ledger = new LedgerBook(new Set(wanted));
  const { head, currency, differences, lock, strays } = walkLedger(path, ledger.takers);
  findings.noteAll(differences.map((each) => ledgerUnsound(path, each)));
  if (isFirst) findings.noteAll(strays.map((name) => strayInLedger(path, name)));
  if (lock !== null && differences.length === 0) findings.note(ledgerLocked(path, lock));
  return findings.forbid ? null : { head, words: wordsOfSums(currency), ledger };
}
