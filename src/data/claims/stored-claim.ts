import { type Day, storedDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import { pence } from '../../domain/money/money.ts';

/** Where the numbers of a claim stand that wait, with its bytes, until all claims of its practice are in. */
const field = {
  line: 0,
  eventDate: 1,
  claimedOn: 2,
  kind: 3,
  rowBytes: 4,
  idStart: 5,
  idEnd: 6,
  marks: 7,
} as const;

/** How many there are. */
export const claimFields = Object.keys(field).length;

/** Marks of a row: there are quotes in it; behind its id stand its person and its amount. */
const [quotes, furtherCells] = [1, 2];

/**
 * Takes a claim of a practice: its numbers, and its bytes from `start` to `end`, first the row as it stood, then what of its cells cannot
 * be found in it. Numbers and bytes are overwritten by the next claim.
 */
export type TakeClaim = (practice: number, numbers: Int32Array, bytes: Buffer, start: number, end: number) => void;

/** A claim of which the cells stand in its row. The places of its event_id are counted from the start of the row. */
export interface ClaimInPlace {
  readonly line: number;
  readonly eventDate: number;
  readonly claimedOn: number;
  /** The place of its kind of event among those of the scheme, or -1. */
  readonly kind: number;
  readonly rowBytes: number;
  readonly idStart: number;
  readonly idEnd: number;
  readonly hasQuotes: boolean;
}

/** Writes down the numbers of a claim. */
export function storeNumbers(numbers: Int32Array, claim: ClaimInPlace): void {
  numbers[field.line] = claim.line;
  numbers[field.eventDate] = claim.eventDate;
  numbers[field.claimedOn] = claim.claimedOn;
  numbers[field.kind] = claim.kind;
  numbers[field.rowBytes] = claim.rowBytes;
  numbers[field.idStart] = claim.idStart;
  numbers[field.idEnd] = claim.idEnd;
  numbers[field.marks] = claim.hasQuotes ? quotes : 0;
}

/** Writes down the numbers of a claim of which the cells were read one by one. Answers its bytes. */
export function storeRead(numbers: Int32Array, text: string, claim: Claim, events: readonly string[]): Buffer {
  const [row, event, id] = [Buffer.from(text), Buffer.from(claim.event), Buffer.from(claim.eventId)];
  const { line, eventDate, claimedOn } = claim;
  const kind = events.indexOf(claim.event);
  const [rowBytes, idStart] = [row.length, row.length + event.length];
  const hasQuotes = text.includes('"');
  storeNumbers(numbers, { line, eventDate, claimedOn, kind, rowBytes, idStart, idEnd: idStart + id.length, hasQuotes });
  if (claim.person === undefined && claim.amount === undefined) return Buffer.concat([row, event, id]);
  numbers[field.marks] = (numbers[field.marks] ?? 0) + furtherCells;
  return Buffer.concat([row, event, id, withLength(claim.person ?? ''), withLength(`${claim.amount ?? ''}`)]);
}

/** A text behind the number of its bytes, in four. */
function withLength(text: string): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The line of a claim, by its numbers. */
export function lineOf(numbers: Int32Array): number {
  return numbers[field.line] ?? 0;
}

/** The day on which it was claimed. */
export function claimedOnOf(numbers: Int32Array): Day {
  return storedDay(numbers[field.claimedOn] ?? 0);
}

/** Claims as they were put down. */
export interface StoredClaims {
  readonly bytes: Buffer;
  readonly numbers: Int32Array;
  /** Where the numbers of a claim begin, in `numbers`. */
  fieldsAt(row: number): number;
  /** Where its bytes begin, in `bytes`. */
  startOf(row: number): number;
}

/** The claim of a practice that was put down as one of these; `events` are the kinds of event that the scheme pays for. */
export function storedClaim(practice: number, stored: StoredClaims, row: number, events: readonly string[]): Claim {
  const { bytes, numbers } = stored;
  const first = stored.fieldsAt(row);
  const start = stored.startOf(row);
  const idStart = start + numberAt(numbers, first + field.idStart);
  const idEnd = start + numberAt(numbers, first + field.idEnd);
  const kind = events[numberAt(numbers, first + field.kind)];
  return {
    practice,
    event: kind ?? bytes.toString('utf8', start + numberAt(numbers, first + field.rowBytes), idStart),
    eventId: bytes.toString('utf8', idStart, idEnd),
    eventDate: storedDay(numberAt(numbers, first + field.eventDate)),
    claimedOn: storedDay(numberAt(numbers, first + field.claimedOn)),
    ...(hasMark(numbers, first, furtherCells) && furtherCellsAt(bytes, idEnd)),
    line: numberAt(numbers, first + field.line),
  };
}

function furtherCellsAt(bytes: Buffer, at: number): Pick<Claim, 'person' | 'amount'> {
  const personEnd = at + 4 + bytes.readUInt32LE(at);
  const amountEnd = personEnd + 4 + bytes.readUInt32LE(personEnd);
  const person = bytes.toString('utf8', at + 4, personEnd);
  const amount = bytes.toString('utf8', personEnd + 4, amountEnd);
  return { ...(person !== '' && { person }), ...(amount !== '' && { amount: pence(BigInt(amount)) }) };
}

function hasMark(numbers: Int32Array, first: number, mark: number): boolean {
  return (numberAt(numbers, first + field.marks) & mark) !== 0;
}

/** The row of a claim as it stood: from where to where, and whether there are quotes in it. */
export function storedRow(stored: StoredClaims, row: number): { start: number; end: number; hasQuotes: boolean } {
  const first = stored.fieldsAt(row);
  const start = stored.startOf(row);
  const end = start + numberAt(stored.numbers, first + field.rowBytes);
  return { start, end, hasQuotes: hasMark(stored.numbers, first, quotes) };
}

function numberAt(numbers: Int32Array, place: number): number {
  const number = numbers[place];
  if (number === undefined) throw new Error('a claim of which a number is missing');
  return number;
}
