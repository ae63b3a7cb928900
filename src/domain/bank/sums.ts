import type { Day } from '../day.ts';
import type { Pence } from '../money/money.ts';

/** What one posting comes to for one payee, under the reference that the bank carries. */
export interface SentSum {
  readonly reference: string;
  /** The serial of the posting. */
  readonly posting: number;
  readonly payee: string;
  /** Below zero where the payee is to give money back. */
  readonly amount: Pence;
}

/** What a channel may say of a sum. */
export const bankStatuses = ['settled', 'part', 'rejected', 'returned', 'pending'] as const;
export type BankStatus = (typeof bankStatuses)[number];

/** One thing that a channel said. */
export interface BankRow {
  /** Where it stands in the file. */
  readonly line: number;
  readonly reference: string;
  readonly status: BankStatus;
  readonly day: Day;
  /** Null where the channel named no sum and the reference is unknown. */
  readonly amount: Pence | null;
}

/** What became of it: what it says, or why it is kept apart. */
export const judgements = [...bankStatuses, 'unmatched', 'duplicate', 'more-than-sent'] as const;
export type BankJudgement = (typeof judgements)[number];

export interface JudgedRow extends BankRow {
  readonly found: BankJudgement;
}

/** How a sum stands that is not closed. */
export const openStates = [
  'not-handed-over',
  'not-answered',
  'pending',
  'part',
  'rejected',
  'returned',
  'more-than-sent',
  'to-recover',
] as const;
export type OpenState = (typeof openStates)[number];

export interface OpenSum {
  readonly state: OpenState;
  readonly posting: number;
  readonly payee: string;
  /** The last one under which it was sent; of a sum that was not, the one that it will have. */
  readonly reference: string;
  /** What the posting comes to for the payee. */
  readonly amount: Pence;
  /** What is not paid of it; where more was paid than was sent, by how much, below zero. */
  readonly open: Pence;
  /** The day of the last answer of the channel. */
  readonly answeredOn: Day | null;
  /** The day on which it was to be paid. */
  readonly payOn: Day | null;
}
