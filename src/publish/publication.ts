import type { Day } from '../domain/day.ts';
import type { Decision, MeasureRow, Plan, Practice } from '../domain/facts.ts';
import type { BudgetRow, Contact } from '../domain/finance.ts';
import type { Controls } from '../domain/run-folder.ts';
import type { Period, Scheme } from '../domain/scheme/scheme.ts';
import type { Words } from '../domain/words/words.ts';
import type { Story } from '../report/explain/story.ts';
import type { Totals } from '../report/totals/totals.ts';

export type { BudgetRow, Contact } from '../domain/finance.ts';

/** What every document is made from: whole, verified runs of one commissioner, one of each scheme. */
export interface Publication {
  readonly commissioner: string;
  /** Those of its schemes. */
  readonly words: Words;
  /** In the order in which they were given. */
  readonly runs: readonly RunPublished[];
  /** What `--finance` says of money and of people; null without it. */
  readonly finance: PublishedFinance | null;
}

/** One run, held against its reports. The accounts are worked out as they are asked for, so that no document holds them all. */
export interface RunPublished {
  /** The sha256 of run.json. */
  readonly runId: string;
  readonly calculation: string;
  readonly scheme: Scheme;
  readonly period: Period;
  readonly asAt: Day;
  /** The scheme, every data file and what the ledger held, in order of name. */
  readonly inputs: readonly PublishedInput[];
  readonly controls: Controls;
  /** Added up anew from the accounts, and equal to the control totals. */
  readonly totals: Totals;
  /** In order of practice code: the order of `practiceAt`. */
  readonly practices: readonly Practice[];
  readonly practiceAt: (index: number) => PublishedPractice;
  /** The name of a payee that is no practice, where payees.csv gives one. */
  readonly payeeNames: ReadonlyMap<string, string>;
  /** Every decision that was known at the as-at date, in order of day and line. */
  readonly decisions: readonly PublishedDecision[];
  /** What stands in summary.json. */
  readonly warnings: readonly PublishedWarnings[];
  readonly rowsNotUsed: readonly PublishedRowsNotUsed[];
  readonly posted: PostedState;
  /** The postings of this scheme that came before, in order; empty where no ledger was given. */
  readonly postings: readonly PublishedPosting[];
  /** A row of an input as it stood, by its line; null where that file is too large to be held. */
  readonly rowAt: (file: string, line: number) => string | null;
}

/** One practice of a run, with all that its figures rest on. */
export interface PublishedPractice {
  /** The account, its components and periods with conditions, counted claims and what was paid, and its refused claims. */
  readonly story: Story;
  readonly decisions: readonly Decision[];
  readonly plans: readonly Plan[];
  /** Every figure of a measure that was known at the as-at date. */
  readonly measures: readonly MeasureRow[];
  /** Since when a sum that comes back has been seen to; by component and period. */
  readonly waitingSince: (component: string, period: string) => WaitingSince;
  /** The same of a sum that was given back before, and of which nothing comes back any more. */
  readonly takenSince: (component: string, period: string) => WaitingSince;
}

/** The run that first showed a sum that comes back: an earlier one that was posted, this one, or, without a ledger, nobody knows. */
export type WaitingSince =
  | { readonly kind: 'posting'; readonly posting: PublishedPosting }
  | { readonly kind: 'this-run' }
  | { readonly kind: 'unknown' };

/** Whether a run is posted; `unknown` where no ledger was given. */
export type PostedState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-posted' }
  | { readonly kind: 'posted'; readonly posting: PublishedPosting };

export interface PublishedPosting {
  readonly serial: number;
  readonly sha256: string;
  /** The run id. */
  readonly run: string;
  readonly period: Period;
  readonly asAt: Day;
  readonly approvedBy: string;
  /** ISO 8601. */
  readonly postedAt: string;
}

export interface PublishedInput {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Null for the scheme. */
  readonly rows: number | null;
}

export interface PublishedDecision {
  readonly practice: Practice;
  readonly decision: Decision;
}

/** All warnings of one code: the count is exact, the findings may be the first of many. */
export interface PublishedWarnings {
  readonly code: string;
  readonly count: number;
  readonly findings: readonly PublishedFinding[];
}

export interface PublishedFinding {
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly value: string | null;
  readonly hint: string | null;
}

export interface PublishedRowsNotUsed {
  readonly file: string;
  readonly reason: string;
  readonly rows: number;
}

/** What a finance folder says. */
export interface PublishedFinance {
  /** Rows of budget.csv for the schemes of this publication, up to the as-at date of each: they add up. */
  readonly budgets: readonly BudgetRow[];
  /** By payee code. */
  readonly contacts: ReadonlyMap<string, Contact>;
}
