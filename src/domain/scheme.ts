import type { Day, Span } from './day.ts';
import type { Place } from './finding.ts';
import type { Pence } from './money.ts';
import type { Ratio } from './ratio.ts';
import type { Rounding, RoundingUnit } from './rounding.ts';

/** A scheme as the program works with it: read, checked and complete but for what a draft leaves to be confirmed. */
export interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly commissioner: string;
  readonly status: 'agreed' | 'draft';
  readonly source: Source;
  readonly term: Span;
  /** In order, without gaps, from the start of the term to its end. */
  readonly periods: readonly Period[];
  readonly population: Population;
  readonly evidence: readonly EvidenceKind[];
  readonly measures: readonly MeasureKind[];
  readonly components: readonly Component[];
  /** The tree that the components hang in, for reading aloud; empty where the paper has none. */
  readonly groups: readonly Group[];
  readonly rounding: SchemeRounding;
  readonly claimWindow: ClaimWindow | null;
  readonly leaving: Leaving;
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

export interface Period extends Span {
  readonly id: string;
  readonly title: string;
  /** Its place in the order of periods, from 0. */
  readonly index: number;
  readonly clause: string;
}

/** Whom the scheme counts, and when. */
export interface Population {
  readonly kind: string;
  readonly at: Day;
  /** Dates accepted in place of `at`, in order of preference. */
  readonly acceptedInstead: readonly Day[];
  readonly clause: string;
}

export interface EvidenceKind {
  readonly id: string;
  readonly title: string;
  readonly deadline: Deadline | null;
  readonly perComponent: boolean;
  readonly perPeriod: boolean;
  readonly minimum: MinimumQuantity | null;
  readonly clause: string;
}

/** A fixed day, or the end of the claim window of the evidence's own period, or of a period that the scheme names. */
export type Deadline =
  | { readonly kind: 'date'; readonly on: Day }
  | { readonly kind: 'claim-window'; readonly period: Period | 'own' };

export type MinimumQuantity =
  | { readonly kind: 'number'; readonly number: Ratio }
  | { readonly kind: 'per-1000-patients'; readonly number: Ratio };

export interface MeasureKind {
  readonly id: string;
  readonly title: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly clause: string;
}

export interface Component {
  readonly id: string;
  readonly title: string;
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

/** What a component is worth over the whole term, in pounds. */
export type Value =
  | { readonly kind: 'per-patient'; readonly pounds: Ratio; readonly clause: string }
  | { readonly kind: 'fixed'; readonly pounds: Ratio; readonly clause: string }
  | {
      readonly kind: 'per-event';
      readonly pounds: Ratio;
      readonly event: string;
      readonly atMost: number | null;
      readonly clause: string;
    }
  | { readonly kind: 'pool'; readonly pounds: Ratio; readonly clause: string }
  | {
      readonly kind: 'share';
      readonly of: Value;
      /** The share at each level of the tree, from the top. */
      readonly path: readonly { readonly title: string; readonly share: Ratio; readonly clause: string }[];
      readonly clause: string;
    }
  | ToBeConfirmed;

/** A hole that a draft leaves open; an agreed scheme has none. */
export interface ToBeConfirmed {
  readonly kind: 'to-be-confirmed';
  readonly what: string;
  readonly clause: string;
}

/** A change to the value, applied in the order written. */
export type Adjustment = { readonly id: string; readonly title: string; readonly clause: string } & (
  | { readonly kind: 'reduce'; readonly by: Ratio; readonly roundedTo: RoundingUnit | null }
  | { readonly kind: 'remove' }
  | { readonly kind: 'cap'; readonly pounds: Ratio }
);

/** How a measure scales the value. */
export type Achievement =
  | {
      readonly kind: 'measured';
      readonly measure: string;
      readonly scale: Scale;
      readonly zeroDenominator: Ratio;
      /** The share paid while no row of the measure exists; null withholds. */
      readonly onAccount: Ratio | null;
      readonly clause: string;
    }
  | ToBeConfirmed;

export type Scale =
  | { readonly kind: 'linear'; readonly from: Ratio; readonly to: Ratio }
  /** Ascending inclusive lower bounds; below the first nothing is paid. */
  | { readonly kind: 'steps'; readonly steps: readonly Step[] };

export interface Step {
  readonly from: Ratio;
  readonly pays: Ratio;
}

export interface Schedule {
  /** The share of each period, in order; they add up to one. */
  readonly shares: readonly Ratio[];
  /** S_q: the share of everything up to and including each period. */
  readonly cumulative: readonly Ratio[];
  readonly clause: string;
}

/** What one period of one component asks for: ids of evidence. */
export interface Conditions {
  readonly needs: readonly ConditionOn[];
  readonly keeps: readonly ConditionOn[];
}

export interface ConditionOn {
  readonly evidence: EvidenceKind;
  readonly clause: string;
}

export interface Recovery {
  /** Recoveries are deferred in runs for earlier periods than this. */
  readonly from: Period | null;
  readonly waitsForDecision: boolean;
  readonly clause: string;
}

export interface SchemeRounding extends Rounding {
  readonly at: 'component' | 'period';
  readonly clause: string;
}

/** How long after an event a claim for it is considered. */
export type ClaimWindow = { readonly clause: string } & (
  | { readonly kind: 'end-of-next-period' }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'months'; readonly months: number }
);

export type Notice = { readonly days: number } | { readonly months: number };

export interface Leaving {
  readonly notice: Notice | null;
  readonly prorate: 'days' | 'none';
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

/** A worked case: all evidence in order but for what is `without`, and what it must come to. */
export interface Example {
  readonly title: string;
  readonly clause: string;
  readonly practices: readonly ExamplePractice[];
  readonly expect: readonly Expectation[];
}

export interface ExamplePractice {
  readonly name: string;
  readonly patients: Ratio;
  readonly events: readonly { readonly event: string; readonly period: Period; readonly count: number }[];
  readonly measures: readonly { readonly measure: string; readonly numerator: Ratio; readonly denominator: Ratio }[];
  readonly without: readonly string[];
}

/** The entitlement of a practice, component and period; null stands for all of them. */
export interface Expectation {
  readonly practice: string | null;
  readonly component: string | null;
  readonly period: string | null;
  readonly amount: Pence;
  /** Where the scheme file writes it, for the finding of an example that fails. */
  readonly place: Place;
}
