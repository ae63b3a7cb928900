import type { Day } from '../day.ts';
import type { Place } from '../findings/finding.ts';
import type { Pence } from '../money/money.ts';
import type { Ratio } from '../money/ratio.ts';
import type { Period } from './period.ts';

/** A worked case: all evidence in order but for what is `without`, and what it must come to. */
export interface Example {
  readonly title: string;
  readonly clause: string;
  readonly practices: readonly ExamplePractice[];
  /** The run that is worked: the last period, when all is settled, unless said. */
  readonly run?: { readonly period: Period; readonly asAt: Day } | undefined;
  readonly expect: readonly Expectation[];
}

export interface ExamplePractice {
  readonly name: string;
  /** Left out only where the scheme counts no patients. */
  readonly patients?: Ratio | undefined;
  readonly events: readonly ExampleEvents[];
  readonly measures: readonly ExampleMeasure[];
  readonly without: readonly string[];
  /** Lists of other populations, or at other dates than the scheme's. */
  readonly lists?: readonly ExampleList[] | undefined;
  /** Evidence received on a day of its own; null covers every component, or every period. */
  readonly received?:
    | readonly {
        readonly evidence: string;
        readonly component?: string | undefined;
        readonly period?: string | undefined;
        readonly on: Day;
      }[]
    | undefined;
  readonly paid?:
    | readonly { readonly component: string; readonly period: Period; readonly pounds: Pence }[]
    | undefined;
  readonly locality?: string | undefined;
  readonly pcn?: string | undefined;
  readonly joinedOn?: Day | undefined;
  readonly noticeOn?: Day | undefined;
  readonly leftOn?: Day | undefined;
}

/** So many events of one day that are alike. */
export interface ExampleEvents {
  readonly event: string;
  readonly on: Day;
  /** Left out, the day of the event. */
  readonly claimedOn?: Day | undefined;
  readonly count: number;
  readonly person?: string | undefined;
  readonly amount?: Pence | undefined;
}

export interface ExampleMeasure {
  readonly measure: string;
  readonly item?: string | undefined;
  /** Left out, the last day of the term. */
  readonly at?: Day | undefined;
  readonly numerator: Ratio;
  /** Left out of a plain figure. */
  readonly denominator?: Ratio | undefined;
}

/** What was paid for a period before the run. */
export interface ExamplePaid {
  readonly component: string;
  readonly period: Period;
  readonly pounds: Pence;
}

export interface ExampleList {
  readonly population?: string | undefined;
  readonly at?: Day | undefined;
  readonly patients: Ratio;
}

/** What a practice, component and period come to; null stands for all of them. */
export interface Expectation {
  readonly practice: string | null;
  readonly component: string | null;
  readonly period: string | null;
  /** What is expected: the entitlement, or what the run pays or takes back. */
  readonly of: ExpectedOf;
  readonly amount: Pence;
  /** What steps that lead there come to; empty where the example does not state them. */
  readonly working: readonly WorkingOfExample[];
  /** Where the scheme file writes it, for the finding of an example that fails. */
  readonly place: Place;
}

/** What a step comes to, by its label: `3`, or in a period `Q1.2`. */
export interface WorkingOfExample {
  readonly step: string;
  readonly value: Ratio;
}

/** The net is what the run pays less what it takes back. */
export type ExpectedOf = 'entitlement' | 'payment' | 'clawback' | 'net';
