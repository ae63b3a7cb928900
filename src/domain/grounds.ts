import type { PracticeAccount, Refusal } from './account.ts';
import type { Day } from './day.ts';
import type { Claim, Decision, EvidenceRow, PaidRow } from './facts.ts';
import type { Ratio } from './money/ratio.ts';
import type { Component, EvidenceKind, Period } from './scheme/scheme.ts';

/** An account with the rows of the data folder that it rests on. */
export interface Grounds {
  readonly account: PracticeAccount;
  readonly conditions: (component: Component, period: Period) => readonly ConditionOutcome[];
  /** What was paid before, known at the as-at date. */
  readonly paid: readonly PaidRow[];
}

/** What became of one condition of a component in a period. */
export interface ConditionOutcome {
  readonly by: 'needs' | 'keeps';
  readonly evidence: EvidenceKind;
  readonly state: ConditionState;
  /** The row that met it, or that came nearest; null where nothing was sent in. */
  readonly row: EvidenceRow | null;
  /** What that row lacks. */
  readonly lacks: 'late' | 'too small' | null;
  /** Its last day, whether or not it was waived; null where it has none. */
  readonly deadline: Day | null;
  /** The quantity that it takes. */
  readonly least: Ratio | null;
  /** The decision that waives its last day. */
  readonly accepted: Decision | null;
  readonly clause: string;
}

export type ConditionState = 'met' | 'open' | 'failed' | 'not due' | 'not asked';

/** A claim that counts, with the place of the period that it belongs to. */
export interface CountedClaim {
  readonly claim: Claim;
  readonly period: number;
}

/** A claim that does not count, and why. Who attended is told in refused.csv alone. */
export interface RefusedClaim {
  readonly file: string;
  readonly claim: Claim;
  readonly refusal: Refusal;
}
