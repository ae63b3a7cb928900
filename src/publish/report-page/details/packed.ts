/**
 * The steps of every figure as the page holds them: short, because there may be hundreds of thousands. Texts stand once in a list and
 * are named by their place; in a text whose numbers differ from practice to practice the numbers stand beside it. Amounts are pence,
 * days are numbers of days.
 */

import type { Words } from '../../../domain/words/words.ts';

/** The place of a text; or, before the numbers that stand in its gaps. */
export type PackedText = number | readonly [number, ...string[]];

/** What stands in a text where a number was taken out. */
export const gap = '\u0001';

export type PackedStep = readonly [
  step: number,
  formula: PackedText,
  value: PackedText,
  rounded: number | null,
  clause: number,
];

/** A row of an input: the file, its line, and the row as it stood, where that is known. */
export type PackedRow = readonly [file: number, line: number, row: PackedText | null];

export type PackedCondition = readonly [
  keeps: 0 | 1,
  title: number,
  state: number,
  row: PackedRow | null,
  receivedOn: number | null,
  lacks: number | null,
  deadline: number | null,
  quantities: PackedText | null,
  accepted: PackedDecision | null,
  clause: number,
];

export type PackedDecision = readonly [by: number, on: number, reason: PackedText, row: PackedRow];

export type PackedClaim = readonly [event: number, id: PackedText, on: number, claimedOn: number, line: number];

export type PackedPaid = readonly [
  amount: number,
  on: number,
  payee: number | null,
  reference: PackedText | null,
  posting: number | null,
  row: PackedRow,
];

export type PackedPart = readonly [
  amount: number,
  status: number,
  payee: number | null,
  says: PackedText,
  clause: number,
];

/** Nothing, a payment (1), a payment that is carried (2), or what comes back. */
export type PackedSettlement = 0 | readonly [1 | 2, number] | readonly PackedPart[];

export type PackedUnpaid = readonly [status: number, amount: number, reason: PackedText, clause: number];

export type PackedPeriod = readonly [
  period: number,
  entitlement: number,
  alreadyPaid: number,
  settlement: PackedSettlement,
  status: number,
  unpaid: readonly PackedUnpaid[],
  steps: readonly PackedStep[],
  conditions: readonly number[],
  claims: readonly PackedClaim[],
  paid: readonly PackedPaid[],
  /** Why it can still change, in a clause each. */
  provisional: readonly number[],
];

export type PackedComponent = readonly [
  component: number,
  payee: number | null,
  steps: readonly PackedStep[],
  periods: readonly PackedPeriod[],
  measures: readonly PackedRow[],
  decisions: readonly PackedDecision[],
  ahead: readonly (readonly [period: number, amount: number])[],
];

export type PackedRefused = readonly [
  claim: PackedClaim,
  file: number,
  code: number,
  reason: PackedText,
  clause: number,
  row: PackedText | null,
];

/** One practice in one scheme. */
export type PackedPractice = readonly [
  run: number,
  list: readonly [patients: PackedText, asAt: number, row: PackedRow] | null,
  leavesOn: number | null,
  components: readonly PackedComponent[],
  conditions: readonly PackedCondition[],
  refused: readonly PackedRefused[],
];

/** A practice in the list, and where its steps are: a line of the details for each scheme. */
export type PackedListed = readonly [
  code: string,
  name: string,
  locality: number | null,
  paidTo: readonly number[],
  sums: readonly number[],
  details: readonly number[],
];

/** What the script of the page begins with. */
export interface PageData {
  readonly format: 'quarterday/report-page/1';
  /** The noun and the currency of the schemes, where they are others than those that the script begins with. */
  readonly words: Partial<Words>;
  readonly runs: readonly PackedRun[];
  readonly practices: readonly PackedListed[];
  readonly texts: readonly string[];
}

export interface PackedRun {
  readonly run: string;
  readonly scheme: string;
  readonly title: string;
  readonly components: readonly (readonly [id: string, title: string, shortTitle?: string])[];
  readonly periods: readonly (readonly [id: string, title: string])[];
  /** What the sum of all these periods is called. */
  readonly allPeriods: string;
}

/** The sums of a listed practice, in order. */
export const listedSums = [
  'could',
  'earned',
  'open',
  'paidBefore',
  'pays',
  'takenBack',
  'waits',
  'later',
  'stays',
  'carried',
  'net',
] as const;

export const conditionStates = ['met', 'open', 'failed', 'not due', 'not asked'] as const;
export const lacking = ['late', 'too small'] as const;
export const positionStatuses = ['released', 'withheld', 'forfeited'] as const;
