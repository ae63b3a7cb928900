import { createHash } from 'node:crypto';
import { date } from '../cells/dates.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, name } from '../cells/text.ts';
import { cutLines } from '../csv/lines.ts';
import type { Note } from '../csv/note.ts';
import { openTable, type TableReader } from '../csv/table.ts';
import type { Encoding } from '../files/encoding.ts';
import { readInPieces } from '../files/input.ts';
import type { InputFile } from '../files/input-file.ts';
import type { PracticesRead } from '../tables/practices.ts';
import { claimsTable } from '../tables/tables.ts';
import { ClaimRow } from './claim-row.ts';
import { quickClaims } from './quick-claims.ts';

/** Takes one claim. It stands for another row afterwards: what is to be kept of it is `kept()`. */
export type OnClaim = (claim: ClaimRow) => void;

/** claims.csv, which may be far larger than the memory: it is never held. */
export interface ClaimsFile {
  readonly path: string;
  /** Reads the file from its start, each sound row a claim, each mistake a finding. */
  read(onClaim: OnClaim, note: Note): Promise<InputFile>;
}

export interface ClaimsSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly who: PracticesRead;
  /** The kinds of event that the scheme pays for: a claim for one is given this very string. */
  readonly events: readonly string[];
  readonly chunkBytes?: number;
}

/** The claims of a data folder, to be read later. */
export function claimsFile(source: ClaimsSource): ClaimsFile {
  return { path: source.path, read: (onClaim, note) => readClaims(source, onClaim, note) };
}

async function readClaims(source: ClaimsSource, onClaim: OnClaim, note: Note): Promise<InputFile> {
  const reader = claimsTableReader(source, onClaim, note);
  const cutter = cutLines(claimsTable.file, source.encoding, note, reader.line, reader.quick);
  const sha256 = createHash('sha256');
  let bytes = 0;
  await readInPieces(source.path, Buffer.allocUnsafe(source.chunkBytes ?? 1 << 20), (piece) => {
    bytes += piece.length;
    sha256.update(piece);
    cutter.feed(piece);
  });
  const { rows } = reader.end(cutter.end());
  return { name: claimsTable.file, bytes, rows, sha256: sha256.digest('hex'), content: null };
}

/** Makes claims of lines. A claim of a practice whose own row is spoilt is no claim yet, and no second mistake either. */
function claimsTableReader({ who, events }: ClaimsSource, onClaim: OnClaim, note: Note): TableReader {
  const claim = new ClaimRow(events);
  const places = new Map(who.practices.map(({ code }, index) => [code, index]));
  const readers = {
    practice_code: practiceAmong(who.named),
    event: name,
    event_id: name,
    event_date: date,
    claimed_on: date,
    attendee: anyWords,
    reference: anyWords,
  };
  return openTable(claimsTable, readers, note, {
    quick: (header) => quickClaims(header, places, events, claim, onClaim),
    row({ line, values, text }) {
      const practice = places.get(values.practice_code);
      if (practice === undefined) return;
      const { event, event_id: eventId, event_date: eventDate, claimed_on: claimedOn } = values;
      claim.says(text, { practice, event, eventId, eventDate, claimedOn, line });
      onClaim(claim);
    },
  });
}
