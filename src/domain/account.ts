import type { Day } from './day.ts';
import type { ListSize, Practice } from './facts.ts';
import type { Pence } from './money/money.ts';
import type { Component, Period } from './scheme/scheme.ts';

/** What one practice is owed in a run, with the working of every figure: the answer of the calculation. */
export interface PracticeAccount {
  readonly practice: Practice;
  readonly listSize: ListSize;
  /** The day on which the practice leaves the scheme, as known at the as-at date. */
  readonly leavesOn: Day | null;
  /** One for each component, in the scheme's order. */
  readonly lines: readonly ComponentAccount[];
}

/** One component of one practice: its worth over the term and its position in every period up to the run's own. */
export interface ComponentAccount {
  readonly component: Component;
  readonly payeeCode: string;
  /** How the value for the whole term was worked out. */
  readonly steps: readonly WorkingStep[];
  /** Periods 1 to k, in order. */
  readonly positions: readonly Position[];
  /** Money already paid for periods after the run's own: left alone, and listed. */
  readonly paidAhead: readonly { readonly period: Period; readonly amount: Pence }[];
}

/** One practice, component and period. full = entitlement + everything in `unpaid` that is not a waived recovery, a refused event or a payment carried to a later run. */
export interface Position {
  readonly period: Period;
  /** What the period would earn with every threshold reached, every condition met and nobody leaving. */
  readonly full: Pence;
  /** A(x,c,q): after achievement and leaving, before conditions and decisions. */
  readonly scheduled: Pence;
  readonly status: 'released' | 'withheld' | 'forfeited';
  /** E(x,c,q). */
  readonly entitlement: Pence;
  /** paid.csv and the ledger, up to the as-at date. */
  readonly alreadyPaid: Pence;
  readonly settlement: Settlement;
  readonly unpaid: readonly Unpaid[];
  readonly steps: readonly WorkingStep[];
}

/** What becomes of entitlement less already paid. Amounts are above zero. */
export type Settlement =
  | { readonly kind: 'settled' }
  | { readonly kind: 'payment'; readonly amount: Pence }
  | {
      readonly kind: 'clawback';
      readonly amount: Pence;
      readonly status: ClawbackStatus;
      readonly reason: string;
      readonly clause: string;
    };

export const clawbackStatuses = ['due', 'deferred', 'proposed', 'waived'] as const;
export type ClawbackStatus = (typeof clawbackStatuses)[number];

/** An amount that is not paid, and why. */
export interface Unpaid {
  readonly status: UnpaidStatus;
  readonly amount: Pence;
  readonly reason: string;
  readonly clause: string;
}

/**
 * withheld: conditions are open. forfeited: a condition failed. proportion: a decision pays only a part.
 * achievement: a measure earned less than all. prorated: the practice left during the period. left: it left before.
 * capped: events over the cap. waived: a recovery that was waived. carried: a payment too small to be made yet.
 */
export const unpaidStatuses = [
  'withheld',
  'forfeited',
  'proportion',
  'achievement',
  'prorated',
  'left',
  'capped',
  'waived',
  'carried',
] as const;
export type UnpaidStatus = (typeof unpaidStatuses)[number];

/** One row of workings.csv: a formula in words, its exact value, what it was rounded to, and the clause that says so. */
export interface WorkingStep {
  readonly step: StepName;
  readonly formula: string;
  readonly value: string;
  readonly rounded: Pence | null;
  readonly clause: string;
}

export const stepNames = [
  'quantity',
  'value',
  'adjustment',
  'achievement',
  'pool',
  'events',
  'schedule',
  'leaving',
  'condition',
  'decision',
  'entitlement',
  'settlement',
] as const;
export type StepName = (typeof stepNames)[number];

/** Why a claim does not count: the first of these that holds (contract 5, Events). */
export const refusalCodes = [
  'unknown-event',
  'outside-term',
  'after-leaving',
  'before-event',
  'late',
  'duplicate',
  'over-cap',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly reason: string;
  readonly clause: string;
}
