import type { Day, Span } from '../day.ts';
import type { Ratio } from '../money/ratio.ts';
import type { Rounding } from '../money/rounding.ts';
import type { Words } from '../words/words.ts';
import type { DaysOrMonths, Long } from './days-or-months.ts';
import type { Example } from './example.ts';
import type { MeasureKind } from './measure.ts';
import type { Period } from './period.ts';
import type { NamedOfScheme, Quantity } from './quantity.ts';
import type { EventKind, Titled } from './titles.ts';
import type { Achievement, Adjustment, ToBeConfirmed, Value } from './value.ts';

export type {
  Example,
  ExampleList,
  ExamplePaid,
  ExamplePractice,
  Expectation,
} from './example.ts';
export type { MeasureKind } from './measure.ts';
export type { Period } from './period.ts';
export type {
  Achievement,
  Adjustment,
  Envelope,
  Grouping,
  PerEvent,
  PlainValue,
  Scale,
  ToBeConfirmed,
  Value,
} from './value.ts';

/** A scheme as the program works with it: read, checked and complete but for what a draft leaves to be confirmed. */
export interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly commissioner: string;
  readonly status: 'agreed' | 'draft';
  /** Whom it pays, and in what. */
  readonly words: Words;
  readonly source: Source;
  readonly term: Span;
  /** In order, without gaps, from the start of the term to its end. */
  readonly periods: readonly Period[];
  readonly population: Population;
  /** What is worked out in several places, by its name. */
  readonly quantities?: readonly NamedOfScheme[];
  readonly evidence: readonly EvidenceKind[];
  /** The kinds of events that have a title. */
  readonly events?: readonly EventKind[];
  readonly measures: readonly MeasureKind[];
  readonly components: readonly Component[];
  /** The tree that the components hang in, for reading aloud; empty where the paper has none. */
  readonly groups: readonly Group[];
  readonly rounding: SchemeRounding;
  readonly claimWindow: ClaimWindow | null;
  /** Days that count as holidays, where a price asks. */
  readonly holidays?: Holidays;
  readonly leaving: Leaving;
  /** Null where the scheme says nothing of practices that join after the term began: then none may. */
  readonly joining: Joining | null;
  /** A payment below this is carried to a later run; left out, every payment is made. */
  readonly smallestPayment?: SmallestPayment;
  /** Components of which none is paid unless all are. */
  readonly allOrNothing?: readonly AllOrNothing[];
  readonly assumptions: readonly Assumption[];
  readonly headlines: readonly Headline[];
  readonly examples: readonly Example[];
  /** Every hole that a draft leaves open, wherever it stands in the file; empty in an agreed scheme. */
  readonly toBeConfirmed: readonly ToBeConfirmed[];
}

export interface Source {
  readonly title: string;
  readonly reference: string | null;
}

/** Whom the scheme counts, and when. */
export interface Population {
  readonly kind: string;
  readonly at: Day;
  /** Dates accepted in place of `at`, in order of preference. */
  readonly acceptedInstead: readonly Day[];
  readonly clause: string;
  /** Set where the scheme says nothing of it, as it counts no patients. */
  readonly isSaid?: false;
}

export interface EvidenceKind extends Titled {
  readonly id: string;
  readonly deadline: Deadline | null;
  readonly perComponent: boolean;
  readonly perPeriod: boolean;
  readonly minimum: MinimumQuantity | null;
  readonly clause: string;
}

/** A fixed day, or one that goes by the evidence's own period, or by one that the scheme names: the end of its claim window, or so long after its end. */
export type Deadline =
  | { readonly kind: 'date'; readonly on: Day }
  | { readonly kind: 'claim-window'; readonly period: Period | 'own' }
  | { readonly kind: 'after-period'; readonly period: Period | 'own'; readonly after: DaysOrMonths };

export type MinimumQuantity =
  | { readonly kind: 'number'; readonly number: Ratio }
  | { readonly kind: 'per-1000-patients'; readonly number: Ratio };

export interface Component extends Titled {
  readonly id: string;
  readonly clause: string;
  /** Its place in the order of components, from 0. */
  readonly index: number;
  readonly value: Value;
  readonly adjustments: readonly Adjustment[];
  readonly achievement: Achievement | null;
  /** Null for a component paid by the event. */
  readonly schedule: Schedule | null;
  /** One for each period, in order. */
  readonly conditions: readonly Conditions[];
  readonly recovery: Recovery;
}

export interface Schedule {
  /** The share of each period, in order; they add up to one. */
  readonly shares: readonly Ratio[];
  /** S_q: the share of everything up to and including each period. */
  readonly cumulative: readonly Ratio[];
  /** Set where the value is that of a period, worked out anew in each; every share is then 1. */
  readonly eachPeriod?: true;
  /** Set where each instalment is rounded for itself, and the last takes the rest. */
  readonly rounded?: 'each';
  readonly clause: string;
}

/** What one period of one component asks for: ids of evidence. */
export interface Conditions {
  readonly needs: readonly ConditionOn[];
  readonly keeps: readonly ConditionOn[];
  readonly tests?: readonly Test[];
}

/** A figure that must reach another one: a period pays nothing until it does. */
export interface Test {
  readonly title: string;
  readonly is: Quantity;
  readonly atLeast: Quantity;
  readonly clause: string;
}

export interface ConditionOn {
  readonly evidence: EvidenceKind;
  readonly clause: string;
}

export interface Recovery {
  /** Recoveries are deferred in runs for earlier periods than this. */
  readonly from: Period | null;
  readonly waitsForDecision: boolean;
  /** The share of what was paid up to which nothing is taken back; beyond it all is. */
  readonly tolerance?: Ratio;
  /** A sum below which it is not worth taking back. */
  readonly smallest?: Ratio;
  readonly clause: string;
}

export interface SmallestPayment {
  readonly pounds: Ratio;
  readonly clause: string;
}

export interface AllOrNothing {
  readonly components: readonly string[];
  readonly clause: string;
}

export interface SchemeRounding extends Rounding {
  readonly at: 'component' | 'period';
  readonly clause: string;
}

/** How long a claim for an event is considered: counted from the event unless it is said to be from the end of its period. */
export type ClaimWindow = {
  readonly clause: string;
  /** To which period an event belongs: that in which it fell, unless it is said to be that in which it was claimed. */
  readonly countsIn?: 'period-of-event' | 'period-of-claim' | undefined;
  /** So long after its end a period still takes claims as its own, where events belong to the period in which they are claimed. */
  readonly closes?: DaysOrMonths | undefined;
} & (
  | { readonly kind: 'end-of-next-period' }
  | { readonly kind: 'days'; readonly days: number; readonly after?: 'event' | 'period' | undefined }
  | { readonly kind: 'months'; readonly months: number; readonly after?: 'event' | 'period' | undefined }
);

export interface Holidays {
  readonly days: readonly Day[];
  readonly clause: string;
}

export type Notice = DaysOrMonths;

export interface Leaving {
  readonly notice: Notice | null;
  readonly prorate: 'days' | 'none';
  /** What comes back of all that was earned, where a member leaves within so long of its own start; the first that holds. */
  readonly comesBack?: readonly ComesBack[];
  readonly clause: string;
}

export interface ComesBack {
  readonly within: Long;
  readonly share: Ratio;
  /** Left out, of every component. */
  readonly components?: readonly string[] | undefined;
  readonly clause: string;
}

/** What becomes of a practice that joins after the term began. */
export interface Joining {
  /** `days`: the period in which it joins is paid by the day; `none`: not at all. */
  readonly prorate: 'days' | 'none';
  /** `first-after`: its earliest list from the day on which it joins; `none`: it earns nothing by its list. */
  readonly list: 'first-after' | 'none';
  readonly clause: string;
}

/** A reading of a silence in the paper, with the clause concerned. */
export interface Assumption {
  readonly clause: string;
  readonly reading: string;
}

export interface Group {
  readonly title: string;
  readonly level: string;
  readonly clause: string;
  readonly share: Ratio | ToBeConfirmed | null;
  readonly value: Value | null;
  readonly groups: readonly Group[];
  readonly components: readonly string[];
}

/** A figure that the paper prints about its own components; `check` ties the two together. */
export type Headline = {
  readonly title: string;
  readonly clause: string;
  readonly pounds: Ratio;
  readonly components: readonly string[];
} & (
  | { readonly kind: 'rate' }
  | { readonly kind: 'most' }
  /** The budget after the adjustments with these ids, or after all. */
  | { readonly kind: 'budget'; readonly after: readonly string[] | 'all' }
  | { readonly kind: 'reduction'; readonly by: readonly string[] }
);
