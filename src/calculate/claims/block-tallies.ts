import { type Day, monthOf, weekdayOf } from '../../domain/day.ts';
import type { Claim } from '../../domain/facts.ts';
import { inPounds } from '../../domain/money/money.ts';
import { add, compare, least, type Ratio, subtract, zero } from '../../domain/money/ratio.ts';
import { type ClaimsBlock, claimsBlocks, isTallied } from '../../domain/scheme/claims-blocks.ts';
import { isOnDays, placeOfPrice } from '../../domain/scheme/event-day.ts';
import { type Ceiling, type CeilingPer, type EventPrice, isOnePrice } from '../../domain/scheme/event-prices.ts';
import type { ClaimedQuantity } from '../../domain/scheme/quantity.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** What a block makes of the claims of one practice in one period. */
export interface Tallied {
  /** Events that count, by the place of their price; where there is one price, or none, all have place 0. */
  readonly counted: readonly number[];
  /** The same of those over their limit. */
  readonly overCap: readonly number[];
  /** What was claimed, up to the ceilings. */
  readonly claimed: Ratio;
  /** What the ceilings cut off, and what was claimed for events over their limit. */
  readonly cutOff: Ratio;
}

interface Tally {
  counted: number[];
  overCap: number[];
  claimed: Ratio;
  cutOff: Ratio;
}

/** What blocks make of claims that were judged, practice after practice, in the order in which they are taken. */
export class BlockTallies {
  readonly #scheme: Scheme;
  readonly #asAt: Day;
  /** By kind of event, the blocks that ask for more than a count. */
  readonly #blocks = new Map<string, ClaimsBlock[]>();
  readonly #tallies = new Map<ClaimsBlock, Map<number, Tally>>();
  /** Of the practice that is judged, by block and ceiling, what was paid under it so far. */
  #paid = new Map<Ceiling, Map<string, Ratio>>();

  constructor(scheme: Scheme, asAt: Day) {
    this.#scheme = scheme;
    this.#asAt = asAt;
    for (const block of claimsBlocks(scheme).filter(isTallied)) {
      this.#blocks.set(block.event, [...(this.#blocks.get(block.event) ?? []), block]);
      this.#tallies.set(block, new Map());
    }
  }

  /** The next practice is judged: ceilings are those of one practice. */
  nextPractice(): void {
    this.#paid = new Map();
  }

  /** A claim that counts. */
  count(claim: Claim, period: number): void {
    for (const block of this.#blocks.get(claim.event) ?? []) {
      const place = this.#placeIn(block, claim.eventDate);
      if (place < 0) continue;
      const tally = this.#tally(block, claim.practice, period);
      tally.counted[place] = (tally.counted[place] ?? 0) + 1;
      if (block.kind === 'claimed') this.#pay(block, claim, period, tally);
    }
  }

  /** An event over its limit. */
  countOverCap(claim: Claim, period: number): void {
    for (const block of this.#blocks.get(claim.event) ?? []) {
      const place = this.#placeIn(block, claim.eventDate);
      if (place < 0) continue;
      const tally = this.#tally(block, claim.practice, period);
      tally.overCap[place] = (tally.overCap[place] ?? 0) + 1;
      tally.cutOff = add(tally.cutOff, amountOf(claim));
    }
  }

  /** What a block makes of a period; null where nothing of it was claimed. */
  of(practice: number, block: ClaimsBlock, period: number): Tallied | null {
    const tallies = this.#tallies.get(block);
    if (!tallies) throw new Error(`the claims of ${block.event} were not counted for a ${block.kind} block`);
    return tallies.get(this.#key(practice, period)) ?? null;
  }

  #placeIn(block: ClaimsBlock, day: Day): number {
    if (block.kind === 'per-event') return isOnePrice(block.pounds) ? 0 : this.#placeOfPrice(block.pounds, day);
    return isOnDays(block, day, this.#scheme) ? 0 : -1;
  }

  #placeOfPrice(prices: readonly EventPrice[], day: Day): number {
    return placeOfPrice(prices, day, this.#asAt, this.#scheme);
  }

  #pay({ ceilings }: ClaimedQuantity, claim: Claim, period: number, tally: Tally): void {
    const asked = amountOf(claim);
    const under = ceilings.map((ceiling) => {
      const paid = this.#paid.get(ceiling) ?? new Map<string, Ratio>();
      this.#paid.set(ceiling, paid);
      const key = ceiling.per.map((per) => sharedBy(per, claim, period)).join(' ');
      const soFar = paid.get(key) ?? zero;
      return { paid, key, soFar, left: notBelowNothing(subtract(this.#heightOf(ceiling, claim.eventDate), soFar)) };
    });
    const gets = under.map(({ left }) => left).reduce(least, asked);
    for (const { paid, key, soFar } of under) paid.set(key, add(soFar, gets));
    tally.claimed = add(tally.claimed, gets);
    tally.cutOff = add(tally.cutOff, subtract(asked, gets));
  }

  #heightOf({ pounds }: Ceiling, day: Day): Ratio {
    return isOnePrice(pounds) ? pounds : (pounds[this.#placeOfPrice(pounds, day)]?.pounds ?? zero);
  }

  #tally(block: ClaimsBlock, practice: number, period: number): Tally {
    const tallies = this.#tallies.get(block);
    if (!tallies) throw new Error(`no tally of ${block.event}`);
    const key = this.#key(practice, period);
    const tally = tallies.get(key) ?? { counted: [], overCap: [], claimed: zero, cutOff: zero };
    tallies.set(key, tally);
    return tally;
  }

  #key(practice: number, period: number): number {
    return practice * this.#scheme.periods.length + period;
  }
}

/** What claims under one ceiling have in common. A week begins on Monday. */
function sharedBy(per: CeilingPer, { line, person, eventDate }: Claim, period: number): string | number {
  switch (per) {
    case 'claim':
      return line;
    case 'person':
      return JSON.stringify(person ?? null);
    case 'day':
      return eventDate;
    case 'week':
      return eventDate - weekdayOf(eventDate);
    case 'month':
      return monthOf(eventDate);
    case 'period':
      return period;
    case 'term':
      return '';
  }
}

function amountOf({ amount }: Claim): Ratio {
  return amount === undefined ? zero : inPounds(amount);
}

function notBelowNothing(pounds: Ratio): Ratio {
  return compare(pounds, zero) < 0 ? zero : pounds;
}
