import { type Day, storedDay } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';

/** Where the numbers stand that with its bytes and its practice make a claim. */
const field = { line: 0, eventDate: 1, claimedOn: 2, kind: 3, rowEnd: 4, idStart: 5, idEnd: 6, hasQuotes: 7 } as const;

/** How many there are. */
export const claimFields = Object.keys(field).length;

/** Where the numbers and the bytes of stored claims are. */
export interface StoredRows {
  readonly bytes: Buffer;
  readonly numbers: Int32Array;
  /** Where the numbers of a row begin, in `numbers`. */
  fieldsAt(row: number): number;
  /** Where its bytes begin and end, in `bytes`. */
  startOf(row: number): number;
  endOf(row: number): number;
}

/**
 * A claim as it was read, with its bytes: first the row as it stood, then whatever of its cells cannot be found in it. One object
 * stands for row after row, so that millions need no memory: nothing of it may be kept.
 */
export class ClaimRow implements Claim {
  practice = 0;
  line = 0;
  eventDate: Day = storedDay(0);
  claimedOn: Day = storedDay(0);
  /** What the row is read from, and where it begins and ends there, its line end left out. */
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  rowEnd = 0;
  /** Where everything of it ends. */
  end = 0;
  /** Whether there are quotes in the row. */
  hasQuotes = false;
  #kind = -1;
  #idStart = 0;
  #idEnd = 0;
  readonly #events: readonly string[];

  /** `events` are the kinds of event that the scheme pays for. */
  constructor(events: readonly string[]) {
    this.#events = events;
  }

  /** The kind of event: the very string of the scheme where it pays for it. */
  get event(): string {
    return this.#events[this.#kind] ?? this.bytes.toString('utf8', this.rowEnd, this.#idStart);
  }

  get eventId(): string {
    return this.bytes.toString('utf8', this.#idStart, this.#idEnd);
  }

  /** The bytes of event_id, in `bytes`. */
  get idStart(): number {
    return this.#idStart;
  }

  get idEnd(): number {
    return this.#idEnd;
  }

  /** The row as it stood. */
  get text(): string {
    return this.bytes.toString('utf8', this.start, this.rowEnd);
  }

  /** Takes a row where it stands, its event_id with it; `kind` is the place of its kind of event. */
  stands(bytes: Buffer, start: number, end: number, kind: number, idStart: number, idEnd: number): void {
    this.bytes = bytes;
    this.start = start;
    this.rowEnd = end;
    this.end = end;
    this.#kind = kind;
    this.#idStart = idStart;
    this.#idEnd = idEnd;
  }

  /** Takes a row of which the cells were read one by one. */
  says(text: string, { practice, event, eventId, eventDate, claimedOn, line }: Claim): void {
    const row = Buffer.from(text);
    const [kind, id] = [Buffer.from(event), Buffer.from(eventId)];
    const idStart = row.length + kind.length;
    const bytes = Buffer.concat([row, kind, id]);
    this.stands(bytes, 0, row.length, this.#events.indexOf(event), idStart, bytes.length);
    this.end = bytes.length;
    this.hasQuotes = text.includes('"');
    this.practice = practice;
    this.line = line;
    this.eventDate = eventDate;
    this.claimedOn = claimedOn;
  }

  /** What it says, to be kept. */
  kept(): Claim {
    const { practice, event, eventId, eventDate, claimedOn, line } = this;
    return { practice, event, eventId, eventDate, claimedOn, line };
  }

  /** Writes down what, with the bytes from `start` to `end`, makes the claim again. */
  store(fields: Int32Array): void {
    fields[field.line] = this.line;
    fields[field.eventDate] = this.eventDate;
    fields[field.claimedOn] = this.claimedOn;
    fields[field.kind] = this.#kind;
    fields[field.rowEnd] = this.rowEnd - this.start;
    fields[field.idStart] = this.#idStart - this.start;
    fields[field.idEnd] = this.#idEnd - this.start;
    fields[field.hasQuotes] = this.hasQuotes ? 1 : 0;
  }

  /** Becomes the claim of a practice that was stored as one of these rows. */
  recall(practice: number, rows: StoredRows, row: number): void {
    const { numbers } = rows;
    const at = rows.fieldsAt(row);
    const start = rows.startOf(row);
    const rowEnd = start + (numbers[at + field.rowEnd] ?? 0);
    const [idStart, idEnd] = [start + (numbers[at + field.idStart] ?? 0), start + (numbers[at + field.idEnd] ?? 0)];
    this.practice = practice;
    this.line = numbers[at + field.line] ?? 0;
    this.eventDate = storedDay(numbers[at + field.eventDate] ?? 0);
    this.claimedOn = storedDay(numbers[at + field.claimedOn] ?? 0);
    this.stands(rows.bytes, start, rowEnd, numbers[at + field.kind] ?? 0, idStart, idEnd);
    this.end = rows.endOf(row);
    this.hasQuotes = numbers[at + field.hasQuotes] === 1;
  }
}
