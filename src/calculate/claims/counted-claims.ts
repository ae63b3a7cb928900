import type { ClaimsBlock } from '../../domain/scheme/claims-blocks.ts';
import type { Period } from '../../domain/scheme/period.ts';
import type { Tallied } from './block-tallies.ts';

/** What the claims of all practices come to: the events that count, and those over the cap. */
export interface CountedClaims {
  /** Counted events of a kind that belong to a period, for the practice at this place. */
  readonly counted: (practice: number, event: string, period: number) => number;
  /** Events refused over the cap, two claims for one event counted once. */
  readonly overCap: (practice: number, event: string, period: number) => number;
  /** What a block that asks more of claims than their kind makes of those of a period; null where there are none. */
  readonly tallied: (practice: number, block: ClaimsBlock, period: number) => Tallied | null;
  /** How many events of a kind count for a practice up to the end of a period. */
  readonly limit: (practice: number, event: string, period: number) => EventLimit;
  /** Counted events that belong to a period after this one: they have their place, and pay nothing yet. */
  readonly forPeriodsAfter: (period: Period) => number;
  /** Rows claimed after the as-at date, which do not exist for the run. */
  readonly later: number;
  /** For the practice at this place, ids accepted as those of late claims that no claim of the practice bears. */
  readonly acceptedInVain: (practice: number) => ReadonlySet<string>;
}

/** How many events of a kind count for one practice: up to the end of a period, and within it. */
export interface EventLimit {
  readonly inAll: number;
  readonly inPeriod: number;
  readonly says: string;
  /** Why the limit is not known yet; nothing counts until it is. */
  readonly unknown: { readonly reason: string; readonly clause: string } | null;
}
