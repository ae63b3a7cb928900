import { createHash } from 'node:crypto';
import type { Claim } from '../../domain/facts.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { type Pence, withSeparators } from '../../domain/money/money.ts';
import type { ClaimCells } from '../../domain/scheme/claim-cells.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import { date } from '../cells/dates.ts';
import { eventId } from '../cells/event-id.ts';
import { amount } from '../cells/numbers.ts';
import { practiceAmong } from '../cells/practice-code.ts';
import { anyWords, name, optional } from '../cells/text.ts';
import type { Header } from '../csv/header.ts';
import { cutLines } from '../csv/lines.ts';
import type { Note } from '../csv/note.ts';
import { openTable, type TableReader } from '../csv/table.ts';
import type { Encoding } from '../files/encoding.ts';
import { readInPieces } from '../files/input.ts';
import type { InputFile } from '../files/input-file.ts';
import type { PracticesRead } from '../tables/practices.ts';
import { claimsTable } from '../tables/tables.ts';
import { claimsTableOf } from '../tables/tables-of-scheme.ts';
import { quickClaims } from './quick-claims.ts';
import { claimFields, storedClaim, storedRow, storeRead, type TakeClaim } from './stored-claim.ts';
import { unknownEvent } from './unknown-event.ts';

/** So many claims of one practice are judged at once; nobody has more. */
const mostOfOne = 1_000_000;

/** claims.csv, which may be far larger than the memory: it is never held. */
export interface ClaimsFile {
  readonly path: string;
  /** Reads the file from its start, each sound row a claim, each mistake a finding; `onBytes` is told of each piece that is read. */
  read(take: TakeClaim, note: Note, onBytes?: (bytes: number) => void): Promise<InputFile>;
  /** The same, with each claim as a value. */
  readEach(onClaim: (claim: Claim, row: string) => void, note: Note): Promise<InputFile>;
}

export interface ClaimsSource {
  readonly path: string;
  readonly encoding: Encoding;
  readonly who: PracticesRead;
  /** The kinds of event that the scheme pays for. */
  readonly events: readonly string[];
  /** The kinds of event whose claims have a person, or an amount; left out, none has. */
  readonly cells?: ClaimCells;
  readonly chunkBytes?: number;
  readonly mostOfOne?: number;
}

/** The claims of a data folder, to be read later. */
export function claimsFile(source: ClaimsSource): ClaimsFile {
  const read: ClaimsFile['read'] = (take, note, onBytes = () => {}) => readClaims(source, take, note, onBytes);
  return {
    path: source.path,
    read,
    readEach: (onClaim, note) =>
      read((practice, numbers, bytes, start) => {
        const stored = { bytes, numbers, fieldsAt: () => 0, startOf: () => start };
        const row = storedRow(stored, 0);
        onClaim(storedClaim(practice, stored, 0, source.events), bytes.toString('utf8', row.start, row.end));
      }, note),
  };
}

async function readClaims(
  source: ClaimsSource,
  take: TakeClaim,
  note: Note,
  onBytes: (bytes: number) => void,
): Promise<InputFile> {
  const counted = watchNumbers(source, take, note);
  const reader = claimsTableReader(source, counted, note);
  const cutter = cutLines(claimsTable.file, source.encoding, note, reader.line, reader.quick);
  const sha256 = createHash('sha256');
  let bytes = 0;
  await readInPieces(source.path, Buffer.allocUnsafe(source.chunkBytes ?? 1 << 20), (piece) => {
    bytes += piece.length;
    sha256.update(piece);
    cutter.feed(piece);
    onBytes(piece.length);
  });
  const { rows } = reader.end(cutter.end());
  return { name: claimsTable.file, bytes, rows, sha256: sha256.digest('hex'), content: null };
}

/** Makes claims of lines. A claim of a practice whose own row is spoilt is no claim yet, and no second mistake either. */
function claimsTableReader({ who, events, cells = noCells }: ClaimsSource, take: TakeClaim, note: Note): TableReader {
  const places = new Map(who.practices.map(({ code }, index) => [code, index]));
  const numbers = new Int32Array(claimFields);
  const unknown = unknownEvent(events);
  const readers = {
    practice_code: practiceAmong(who.named),
    event: name,
    event_id: eventId,
    event_date: date,
    claimed_on: date,
    attendee: anyWords,
    person: optional(eventId),
    amount: optional(cost),
    reference: anyWords,
  };
  const hasCells = cells.person.size + cells.amount.size > 0;
  return openTable(claimsTableOf(cells), readers, note, {
    ...(!hasCells && { quick: (header: Header) => quickClaims(header, places, events, take) }),
    row({ line, values, text, mistake }) {
      const { event, event_id: id, event_date: eventDate, claimed_on: claimedOn, person, amount } = values;
      if (!events.includes(event)) mistake('event', unknown(event));
      if (person === null && cells.person.has(event)) mistake('person', cellNeeded('for whom it is'));
      if (amount === null && cells.amount.has(event)) mistake('amount', cellNeeded('what it cost, such as 1234.50'));
      const practice = places.get(values.practice_code);
      if (practice === undefined) return;
      const claim = {
        practice,
        event,
        eventId: id,
        eventDate,
        claimedOn,
        ...(person !== null && { person }),
        ...(amount !== null && { amount }),
        line,
      };
      const bytes = storeRead(numbers, text, claim, events);
      take(practice, numbers, bytes, 0, bytes.length);
    },
  });
}

const noCells: ClaimCells = { person: new Set(), amount: new Set() };

/** What something cost: pounds and pence, not below nothing. */
const cost: Reader<Pence> = (text) => {
  const read = amount(text);
  return read instanceof CellMistake || read >= 0n ? read : costBelowNothing();
};

function costBelowNothing(): CellMistake {
  return new CellMistake(
    'not-an-amount',
    'is below nothing; expected what it cost, such as 1234.50',
    'write the cost without a minus; to correct a claim, change or remove its row',
  );
}

function cellNeeded(what: string): CellMistake {
  return new CellMistake('blank-cell', 'the cell is blank; the scheme pays by it; expected a value', `write ${what}`);
}

/** Passes claims on, but no more of one practice than can be judged at once. */
function watchNumbers({ who, mostOfOne: most = mostOfOne }: ClaimsSource, take: TakeClaim, note: Note): TakeClaim {
  const taken = new Int32Array(who.practices.length);
  return (practice, numbers, bytes, start, end) => {
    const before = taken[practice] ?? 0;
    taken[practice] = before + 1;
    if (before < most) take(practice, numbers, bytes, start, end);
    else if (before === most) note(tooManyClaims(who.practices[practice]?.code ?? '', most));
  };
}

function tooManyClaims(practice: string, most: number): MadeFinding {
  return finding(
    'too-many-claims',
    { file: claimsTable.file, field: 'practice_code' },
    {
      message: ours`the practice has more than ${withSeparators(String(most))} claims; expected no more than that of any one`,
      hint: ours`check that the practice codes are those of the practices, and that no claims stand in the file many times`,
      value: practice,
    },
  );
}
