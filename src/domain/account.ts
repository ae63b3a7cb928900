import type { Day } from './day.ts';
import type { ListSize, Practice } from './facts.ts';
import { noPence, type Pence, subtractPence, sumPence } from './money/money.ts';
import type { Component, Period } from './scheme/scheme.ts';

/** What one practice is owed in a run, with the working of every figure: the answer of the calculation. */
export interface PracticeAccount {
  readonly practice: Practice;
  readonly listSize: ListSize;
  /** The day on which the practice leaves the scheme, as known at the as-at date. */
  readonly leavesOn: Day | null;
  /** Whose statement says that nothing is paid and nobody is asked for anything; null where somebody is. */
  readonly toldNothing: string | null;
  /** One for each component, in the scheme's order. */
  readonly lines: readonly ComponentAccount[];
}

/** One component of one practice: its worth over the term and its position in every period up to the run's own. */
export interface ComponentAccount {
  readonly component: Component;
  /** Who is paid for it today. */
  readonly payeeCode: string;
  /** How the value for the whole term was worked out. */
  readonly steps: readonly WorkingStep[];
  /** Periods 1 to k, in order. */
  readonly positions: readonly Position[];
  /** Money already paid for periods after the run's own: left alone, and listed. */
  readonly paidAhead: readonly { readonly period: Period; readonly amount: Pence }[];
}

/**
 * One practice, component and period. Two sums foot: scheduled less what conditions and decisions keep back is the entitlement, and the
 * entitlement less what was paid before is what the settlement says, less what is set off.
 */
export interface Position {
  readonly period: Period;
  /** What the period would earn with every threshold reached, every condition met and nobody leaving. */
  readonly full: Pence;
  /** A(x,c,q): worth to date, after achievement, joining and leaving, before conditions and decisions. */
  readonly scheduled: Pence;
  readonly status: 'released' | 'withheld' | 'forfeited';
  /** E(x,c,q). */
  readonly entitlement: Pence;
  /** paid.csv up to the as-at date, and the ledger. */
  readonly alreadyPaid: Pence;
  /** Above nothing where a payment makes up for a fall in another period, below nothing where the fall is made up for. */
  readonly setOff: Pence;
  readonly settlement: Settlement;
  readonly unpaid: readonly Unpaid[];
  readonly steps: readonly WorkingStep[];
}

/** What becomes of entitlement less already paid and set off. Amounts are above zero. */
export type Settlement =
  | { readonly kind: 'settled' }
  | { readonly kind: 'payment'; readonly amount: Pence }
  /** A payment too small to be made yet. */
  | { readonly kind: 'carried'; readonly amount: Pence }
  /** In order of status, then of payee; `byPlan` is how much of what is due is taken by plans. */
  | { readonly kind: 'clawback'; readonly parts: readonly Clawback[]; readonly byPlan: Pence };

/** What one payee is asked for, or will be, of what was paid for a period. */
export interface Clawback {
  readonly payeeCode: string;
  readonly amount: Pence;
  readonly status: ClawbackStatus;
  /** Why the money is not earned, and what is said of taking it back. */
  readonly reason: string;
  /** The latter alone: a decision, a deferral, a tolerance; empty where nothing is. */
  readonly says: string;
  readonly clause: string;
}

/** What a settlement comes to: above nothing for the practice, below nothing for what comes back. */
export function settledAmount(settlement: Settlement): Pence {
  switch (settlement.kind) {
    case 'settled':
      return noPence;
    case 'payment':
    case 'carried':
      return settlement.amount;
    case 'clawback':
      return subtractPence(noPence, sumPence(settlement.parts.map(({ amount }) => amount)));
  }
}

export const clawbackStatuses = ['due', 'deferred', 'proposed', 'waived'] as const;
export type ClawbackStatus = (typeof clawbackStatuses)[number];

/** An amount that is not paid, and why. */
export interface Unpaid {
  readonly status: UnpaidStatus;
  readonly amount: Pence;
  readonly reason: string;
  readonly clause: string;
  /** Of what is withheld or forfeited, what stands in the way beside evidence; the reason says it too. */
  readonly besides?: readonly string[];
}

/**
 * What lies before the worth to date: capped: events over the cap. achievement: a measure earned less than all. before-joining: the
 * practice had not joined. prorated: it left, or joined, during the period. left: it left before. all-or-nothing: another component
 * failed it. Between worth and entitlement: withheld: conditions are open. forfeited: a condition failed. proportion: a decision pays
 * only a part. below-nothing: a fall that cannot be given back. After the entitlement: set-off: it makes up for a fall. carried: a
 * payment too small to be made yet.
 */
export const unpaidStatuses = [
  'capped',
  'achievement',
  'before-joining',
  'prorated',
  'left',
  'all-or-nothing',
  'withheld',
  'forfeited',
  'proportion',
  'below-nothing',
  'set-off',
  'carried',
] as const;
export type UnpaidStatus = (typeof unpaidStatuses)[number];

/** What stands between the worth to date and the entitlement. */
export const keptBackStatuses = [
  'withheld',
  'forfeited',
  'below-nothing',
  'proportion',
] as const satisfies UnpaidStatus[];
export type KeptBackStatus = (typeof keptBackStatuses)[number];

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
  'joining',
  'leaving',
  'condition',
  'decision',
  'entitlement',
  'set-off',
  'settlement',
] as const;
export type StepName = (typeof stepNames)[number];

/** Why a claim does not count: the first of these that holds (RULES, Events). */
export const refusalCodes = [
  'unknown-event',
  'outside-term',
  'before-joining',
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
