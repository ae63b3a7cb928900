import type { Day } from './day.ts';
import type { Pence } from './money/money.ts';
import type { Ratio } from './money/ratio.ts';

/** What a data folder says, row by row, before any as-at date is applied. Every row knows the line that it stands on. */
export interface Facts {
  /** In order of practice code, by code unit. */
  readonly practices: readonly Practice[];
  /** Where practices moved to another locality or network: by practice code, in order of day. */
  readonly memberships?: ReadonlyMap<string, readonly Membership[]>;
  /** Codes that stand for others from a day on. */
  readonly successions?: readonly Succession[];
  /** The rest by practice code; a practice without a row has no entry. */
  readonly listSizes: ReadonlyMap<string, ListSize>;
  /** Lists of other populations or at other dates, where the scheme names such. */
  readonly otherLists?: ReadonlyMap<string, readonly OtherList[]>;
  /** Of a practice that joins after the term began, for each population, its earliest list from that day on. */
  readonly firstLists?: ReadonlyMap<string, readonly OtherList[]>;
  readonly evidence: ReadonlyMap<string, readonly EvidenceRow[]>;
  readonly measures: ReadonlyMap<string, readonly MeasureRow[]>;
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  readonly plans?: ReadonlyMap<string, readonly Plan[]>;
  readonly paid: ReadonlyMap<string, readonly PaidRow[]>;
  readonly payees: ReadonlyMap<string, readonly PayeeRow[]>;
}

export interface Practice {
  readonly code: string;
  readonly name: string;
  readonly locality: string | null;
  readonly pcn: string | null;
  readonly joinedOn: Day | null;
  readonly noticeOn: Day | null;
  readonly leftOn: Day | null;
  readonly line: number;
}

/** From a day on the locality and the network of a practice; null leaves what held before. */
export interface Membership {
  readonly from: Day;
  readonly locality: string | null;
  readonly pcn: string | null;
  readonly line: number;
}

/** From a day on a new code stands for an old one. */
export interface Succession {
  readonly oldCode: string;
  readonly newCode: string;
  readonly from: Day;
  readonly reference: string | null;
  readonly line: number;
}

/** The list of a practice at the date that the scheme counts it. */
export interface ListSize {
  readonly patients: Ratio;
  readonly asAt: Day;
  readonly line: number;
}

/** A list that the scheme counts beside its own: of another population, or at another date. */
export interface OtherList extends ListSize {
  readonly population: string;
}

export interface EvidenceRow {
  readonly evidence: string;
  /** Null covers every component, or every period. */
  readonly component: string | null;
  readonly period: string | null;
  readonly receivedOn: Day;
  readonly quantity: Ratio | null;
  readonly reference: string | null;
  readonly line: number;
}

export interface MeasureRow {
  readonly measure: string;
  /** Which of the lines of the member, for a measure that has such. */
  readonly item?: string | undefined;
  readonly asAt: Day;
  readonly numerator: Ratio;
  readonly denominator: Ratio;
  readonly line: number;
}

export type DecisionKind = 'proportion' | 'accept-late' | 'recover' | 'waive-recovery';

/** What a named person decided, when and why. */
export interface Decision {
  readonly decision: DecisionKind;
  readonly component: string | null;
  /** An evidence id, or the event_id of a late claim; only for `accept-late`. */
  readonly evidence: string | null;
  /** The period of late evidence, or the one whose recovery is meant; null is every period. */
  readonly period: string | null;
  /** Between 0 and 1; only for `proportion`. */
  readonly proportion: Ratio | null;
  /** The sum that is recovered or waived, and no more than it; only for `recover` and `waive-recovery`. */
  readonly amount: Pence | null;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  readonly reason: string;
  readonly line: number;
}

/** A recovery in instalments that a named person decided on: a row of plans.csv. */
export interface Plan {
  readonly component: string;
  /** The whole sum, and no more than it. */
  readonly amount: Pence;
  /** How many: each is rounded down to the penny, and the last takes the rest. */
  readonly instalments: number;
  readonly firstOn: Day;
  readonly every: 'month' | 'period';
  /** The share of what a run pays the practice that may be taken in it, before recoveries; null for no limit. */
  readonly atMost: Ratio | null;
  readonly decidedOn: Day;
  readonly decidedBy: string;
  readonly reason: string;
  readonly line: number;
}

/** Money paid (or, below zero, recovered): outside this program, or by a posting of the ledger. */
export interface PaidRow {
  readonly component: string;
  readonly period: string;
  readonly amount: Pence;
  /** Of a posting the as-at date of its run. */
  readonly paidOn: Day;
  /** Who had the money, or gave it back: the practice itself unless the row says otherwise. */
  readonly payeeCode: string;
  readonly reference: string | null;
  /** The serial of the posting; null for a row of paid.csv. */
  readonly posting: number | null;
  /** In paid.csv, or in posted.csv. */
  readonly line: number;
}

export interface PayeeRow {
  readonly component: string | null;
  readonly payeeCode: string;
  readonly payeeName: string | null;
  readonly agreedOn: Day;
  readonly reference: string | null;
  readonly line: number;
}

/** One row of claims.csv. Its practice is one of `practices.csv`, by its place in that order. */
export interface Claim {
  readonly practice: number;
  readonly event: string;
  readonly eventId: string;
  readonly eventDate: Day;
  readonly claimedOn: Day;
  /** For whom it is, where the scheme asks. */
  readonly person?: string | undefined;
  /** What it cost, where the scheme asks. */
  readonly amount?: Pence | undefined;
  readonly line: number;
}
