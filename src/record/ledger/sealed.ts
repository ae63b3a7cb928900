import { createHash } from 'node:crypto';
import type { HandOffRecordDocument, PostingDocument, SettlementDocument } from '../../formats/records.ts';
import { isObject, parsedJson } from '../files/plain-json.ts';

// A record of a ledger: a JSON object whose last key is the sha256 of everything before it, so that a change is seen in the newest record
// too, whose hash stands nowhere yet.

/** What every record says: its place in the chain. */
export interface ChainPlace {
  /** From 1, without gaps, whatever the kind of the records. */
  readonly serial: number;
  /** The sha256 of the file of the record before; null for the first. */
  readonly previous: string | null;
}

/** A record of any kind, as it stands before its seal. */
type Unsealed = Omit<PostingDocument, 'seal'> | Omit<HandOffRecordDocument, 'seal'> | Omit<SettlementDocument, 'seal'>;

/** The text of a record with these keys, in this order. */
export function sealedText(data: Unsealed): string {
  const sealed = `${openText(data)}\n`;
  return `${sealed}${sealText(createHash('sha256').update(sealed, 'utf8').digest('hex'))}`;
}

/** The text of an object to which more is to come. */
export function openText(data: Unsealed | Omit<PostingDocument, 'lines' | 'seal'>): string {
  return `${JSON.stringify(data, null, 2).slice(0, -'\n}'.length)},`;
}

/** The end of a record: the sha256 of all that stands before. */
export function sealText(sha256: string): string {
  return `  "seal": "${sha256}"\n}\n`;
}

/** The sha256 of a file, and of what stands before its seal, if it is a record. */
export function hashesOf(bytes: Uint8Array): { readonly whole: string; readonly sealed: string } {
  const sealAt = Math.max(0, bytes.length - sealText('0'.repeat(64)).length);
  const hash = createHash('sha256').update(bytes.subarray(0, sealAt));
  const sealed = hash.copy().digest('hex');
  return { sealed, whole: hash.update(bytes.subarray(sealAt)).digest('hex') };
}

/**
 * Reads a file of the ledger by what it makes of its values. Null where it is not, to the byte, what `textOf` writes: so the values may be
 * taken loosely, for a wrong one does not read back to the same text.
 */
export function readSealed<T>(
  bytes: Uint8Array,
  take: (data: Readonly<Record<string, unknown>>) => T | null,
  textOf: (record: T) => string,
): T | null {
  const data = parsedJson(Buffer.from(bytes).toString('utf8'));
  const record = isObject(data) ? take(data) : null;
  return record !== null && Buffer.from(textOf(record), 'utf8').equals(bytes) ? record : null;
}

export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
