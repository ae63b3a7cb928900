import { addDays, type Day, earliestOf } from './day.ts';
import type { Practice, Succession } from './facts.ts';

/** Which codes stand for which others. A code ends once, and codes follow one another without a circle: the reader of the rows holds it. */
export class Successions {
  readonly #endOf: ReadonlyMap<string, Succession>;
  readonly #into = new Map<string, Succession[]>();
  readonly #practices: ReadonlyMap<string, Practice>;

  constructor(rows: readonly Succession[], practices: readonly Practice[]) {
    this.#endOf = new Map(rows.map((row) => [row.oldCode, row]));
    this.#practices = new Map(practices.map((practice) => [practice.code, practice]));
    for (const row of this.#endOf.values()) {
      this.#into.set(row.newCode, [...(this.#into.get(row.newCode) ?? []), row]);
    }
  }

  get isEmpty(): boolean {
    return this.#endOf.size === 0;
  }

  /** The row by which a code ended; null where it never did. */
  endOf(oldCode: string): Succession | null {
    return this.#endOf.get(oldCode) ?? null;
  }

  /** The rows by which others became this code. */
  into(newCode: string): readonly Succession[] {
    return this.#into.get(newCode) ?? [];
  }

  /** The first day on which a code stands for another; null for one that never does. */
  beginningOf(newCode: string): Day | null {
    let first: Day | null = null;
    for (const { from } of this.into(newCode)) if (first === null || from < first) first = from;
    return first;
  }

  /** The code and those that follow it by a day, in order. */
  followers(code: string, by: Day): readonly string[] {
    const codes = [code];
    for (let end = this.endOf(code); end !== null && end.from <= by; end = this.endOf(end.newCode)) {
      if (codes.includes(end.newCode)) break;
      codes.push(end.newCode);
    }
    return codes;
  }

  /** A practice without the days that are the beginning or the end of its code, and no joining and no leaving. */
  withoutCodeDays(practice: Practice): Practice {
    const { code, joinedOn, leftOn } = practice;
    const end = this.endOf(code);
    const isBeginning = this.#isBeginning(practice);
    const isEnd = leftOn !== null && end !== null && leftOn >= addDays(end.from, -1);
    if (!isBeginning && !isEnd) return practice;
    return { ...practice, joinedOn: isBeginning ? null : joinedOn, leftOn: isEnd ? null : leftOn };
  }

  /** The day on which what a code stands for joined: a new code goes on from the first of the old ones that did. Null where it was there from the start. */
  joinedOn(practice: Practice): Day | null {
    return this.#joinedOn(practice, []);
  }

  /** The row of a code in practices.csv. */
  practiceOf(code: string): Practice | null {
    return this.#practices.get(code) ?? null;
  }

  #isBeginning({ code, joinedOn }: Practice): boolean {
    const beginning = this.beginningOf(code);
    return joinedOn !== null && beginning !== null && joinedOn >= beginning;
  }

  /** Codes that are asked after already, as they became one another, tell nothing. */
  #joinedOn(practice: Practice, asked: readonly string[]): Day | null {
    if (!this.#isBeginning(practice)) return practice.joinedOn;
    const days = this.into(practice.code).map(({ oldCode }) => {
      const old = asked.includes(oldCode) ? null : this.practiceOf(oldCode);
      return old && this.#joinedOn(old, [...asked, practice.code]);
    });
    return days.includes(null) ? null : earliestOf(days.filter((day) => day !== null));
  }
}
