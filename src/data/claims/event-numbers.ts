/** What a new table has room for. */
const firstEvents = 256;

/**
 * Numbers the events of one practice by the bytes of their event_id, from 0 in the order in which they come: two claims have the same
 * number if, and only if, they are for one event. No text is made of an id to compare it.
 */
export class EventNumbers {
  /** For each slot the number of an event and one more; 0 where it is free. There are at least twice as many slots as events. */
  #slots = new Int32Array(firstEvents * 2);
  /** By number: what the id hashes to, and where it ends among the bytes. */
  #hashes = new Int32Array(firstEvents);
  #ends = new Int32Array(firstEvents);
  #bytes = Buffer.allocUnsafeSlow(firstEvents * 16);
  #count = 0;

  /** Forgets all events, and numbers those of these ids first. */
  startAnew(ids: readonly string[]): void {
    // A table that grew for one practice would be slow to clear for all that follow.
    if (this.#ends.length > firstEvents * 8) {
      this.#slots = new Int32Array(firstEvents * 2);
      this.#hashes = new Int32Array(firstEvents);
      this.#ends = new Int32Array(firstEvents);
      this.#bytes = Buffer.allocUnsafeSlow(firstEvents * 16);
    } else this.#slots.fill(0);
    this.#count = 0;
    for (const id of ids) {
      const bytes = Buffer.from(id);
      this.numberOf(bytes, 0, bytes.length);
    }
  }

  /** The number of the event whose id stands between two places. */
  numberOf(bytes: Buffer, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) return this.#add(slot, hash, bytes, start, end);
      if (this.#hashes[number] === hash && this.#isId(number, bytes, start, end)) return number;
    }
  }

  #add(slot: number, hash: number, bytes: Buffer, start: number, end: number): number {
    const number = this.#count;
    const from = this.#startOf(number);
    while (from + end - start > this.#bytes.length)
      this.#bytes = grown(this.#bytes, Buffer.allocUnsafeSlow(this.#bytes.length * 2));
    for (let at = start; at < end; at += 1) this.#bytes[from + at - start] = bytes[at] ?? 0;
    this.#hashes[number] = hash;
    this.#ends[number] = from + end - start;
    this.#slots[slot] = number + 1;
    this.#count = number + 1;
    if (this.#count === this.#ends.length) this.#makeRoom();
    return number;
  }

  #makeRoom(): void {
    const events = this.#ends.length * 2;
    this.#hashes = grown(this.#hashes, new Int32Array(events));
    this.#ends = grown(this.#ends, new Int32Array(events));
    this.#slots = new Int32Array(events * 2);
    const last = this.#slots.length - 1;
    for (let number = 0; number < this.#count; number += 1) {
      let slot = (this.#hashes[number] ?? 0) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = number + 1;
    }
  }

  #isId(number: number, bytes: Buffer, start: number, end: number): boolean {
    const from = this.#startOf(number);
    if ((this.#ends[number] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (this.#bytes[from + at - start] !== bytes[at]) return false;
    return true;
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0);
  }
}

/** The beginning of `larger` filled with what there was. */
function grown<T extends Buffer | Int32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** FNV-1a, spread over all bits at the end, as the lowest choose the slot. */
function hashOf(bytes: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
