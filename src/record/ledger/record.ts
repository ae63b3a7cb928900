import { type HandOff, handOffId, handOffText, readHandOff } from './hand-off.ts';
import { otherName, postingName } from './names.ts';
import { type Posting, postingText, readPosting } from './posting.ts';
import type { ChainPlace } from './sealed.ts';
import { type BankSettlement, readSettlement, settlementText } from './settlement.ts';

/** One record of a ledger. All kinds are of one chain and one numbering, and each names who made it; a posting alone holds a clock. */
export type LedgerRecord =
  | { readonly kind: 'posting'; readonly posting: Posting }
  | { readonly kind: 'hand-off'; readonly handOff: HandOff }
  | { readonly kind: 'settlement'; readonly settlement: BankSettlement };

/** Reads a file of the ledger, of whatever kind. Null where it is not, to the byte, what this program writes. */
export function readRecord(bytes: Uint8Array): LedgerRecord | null {
  const posting = readPosting(bytes);
  if (posting !== null) return { kind: 'posting', posting };
  return readOtherRecord(bytes);
}

/** The same of what is no posting. */
export function readOtherRecord(bytes: Uint8Array): Exclude<LedgerRecord, { kind: 'posting' }> | null {
  const handOff = readHandOff(bytes);
  if (handOff !== null) return { kind: 'hand-off', handOff };
  const settlement = readSettlement(bytes);
  return settlement && { kind: 'settlement', settlement };
}

export function recordText(record: LedgerRecord): string {
  switch (record.kind) {
    case 'posting':
      return postingText(record.posting);
    case 'hand-off':
      return handOffText(record.handOff);
    case 'settlement':
      return settlementText(record.settlement);
  }
}

export function placeOfRecord(record: LedgerRecord): ChainPlace {
  switch (record.kind) {
    case 'posting':
      return record.posting;
    case 'hand-off':
      return record.handOff;
    case 'settlement':
      return record.settlement;
  }
}

/** `000042-<run id, 12>.json`, `000043-hand-off-<its id, 12>.json`, `000044-settlement-<sha256 of its file, 12>.json`. */
export function recordName(record: LedgerRecord): string {
  switch (record.kind) {
    case 'posting':
      return postingName(record.posting.serial, record.posting.run);
    case 'hand-off':
      return otherName(record.handOff.serial, record.kind, handOffId(record.handOff));
    case 'settlement':
      return otherName(record.settlement.serial, record.kind, record.settlement.fileSha256);
  }
}
