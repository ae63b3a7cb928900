import { type Day, storedDay } from '../domain/day.ts';
import type { Claim } from '../domain/facts.ts';

/** How many numbers stand for a claim beside its bytes and its practice. */
export const claimFields = 8;

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

  /** Writes down what, with the bytes from `start` to `end`, makes the claim again. */
  store(fields: Int32Array): void {
    fields[0] = this.line;
    fields[1] = this.eventDate;
    fields[2] = this.claimedOn;
    fields[3] = this.#kind;
    fields[4] = this.rowEnd - this.start;
    fields[5] = this.#idStart - this.start;
    fields[6] = this.#idEnd - this.start;
    fields[7] = this.hasQuotes ? 1 : 0;
  }

  /** Becomes the claim of a practice that was stored as one of these rows. */
  recall(practice: number, rows: StoredRows, row: number): void {
    const { numbers } = rows;
    const at = rows.fieldsAt(row);
    const start = rows.startOf(row);
    const rowEnd = start + (numbers[at + 4] ?? 0);
    const [idStart, idEnd] = [start + (numbers[at + 5] ?? 0), start + (numbers[at + 6] ?? 0)];
    this.practice = practice;
    this.line = numbers[at] ?? 0;
    this.eventDate = storedDay(numbers[at + 1] ?? 0);
    this.claimedOn = storedDay(numbers[at + 2] ?? 0);
    this.stands(rows.bytes, start, rowEnd, numbers[at + 3] ?? 0, idStart, idEnd);
    this.end = rows.endOf(row);
    this.hasQuotes = numbers[at + 7] === 1;
  }
}
