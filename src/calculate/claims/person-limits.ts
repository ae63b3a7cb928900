import { formatDay } from '../../domain/day.ts';
import { paidEvents } from '../../domain/scheme/paid-events.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { byTurn, type Contender } from './claim-order.ts';

/** How many claims count for one person: of one practice, and whether for one practice alone. */
export class PersonLimits {
  /** By kind of event, how many count for one person; none where there is no limit. */
  readonly #most: readonly (number | undefined)[];
  /** By kind of event, whether a person counts for one practice alone. */
  readonly #isOverAll: readonly boolean[];
  /** The first claim of all practices for a person. */
  readonly #first = new Map<string, Contender>();
  /** How many were taken of the practice that is judged, by kind and person. */
  #taken = new Map<string, number>();

  constructor(scheme: Scheme) {
    const events = paidEvents(scheme);
    this.#most = events.map(({ atMostPerPerson }) => atMostPerPerson);
    this.#isOverAll = events.map(({ personOver }) => personOver === 'all');
  }

  /** Whether the claims of all practices must have been looked at before any is judged. */
  get areLookedAt(): boolean {
    return this.#isOverAll.includes(true);
  }

  /** A claim that may count, of whatever practice. On one day the practice that comes first in order goes first. */
  look(contender: Contender): void {
    if (!this.#isOverAll[contender.kind]) return;
    const key = keyOf(contender);
    const first = this.#first.get(key);
    if (first === undefined || goesBefore(contender, first)) this.#first.set(key, contender);
  }

  nextPractice(): void {
    this.#taken = new Map();
  }

  hasRoom(contender: Contender): boolean {
    return this.whyNot(contender) === null;
  }

  add(contender: Contender): void {
    if (this.#most[contender.kind] === undefined) return;
    const key = keyOf(contender);
    this.#taken.set(key, (this.#taken.get(key) ?? 0) + 1);
  }

  /** Why a claim does not count for its person; null where it does. */
  whyNot(contender: Contender): string | null {
    const { kind, claim } = contender;
    const first = this.#isOverAll[kind] ? this.#first.get(keyOf(contender)) : undefined;
    if (first && first.claim.practice !== claim.practice) {
      return `the person counts for one alone, and a claim of ${formatDay(first.placedOn)} of another came first`;
    }
    const most = this.#most[kind];
    if (most === undefined || (this.#taken.get(keyOf(contender)) ?? 0) < most) return null;
    return `at most ${most} ${most === 1 ? 'counts' : 'count'} for one person, and they were claimed before this one`;
  }
}

function goesBefore(one: Contender, other: Contender): boolean {
  if (one.placedOn !== other.placedOn || one.claim.eventDate !== other.claim.eventDate) return byTurn(one, other) < 0;
  return one.claim.practice < other.claim.practice;
}

function keyOf({ kind, claim }: Contender): string {
  return `${kind} ${claim.person ?? ''}`;
}
