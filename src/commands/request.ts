import type { Encoding } from '../data/files/encoding.ts';
import type { Day } from '../domain/day.ts';
import type { TypedAmount } from '../domain/money/money.ts';

/** What was asked for, as it was typed: nothing is looked up yet. */
export type Request =
  | CheckRequest
  | RunRequest
  | DueRequest
  | ForecastRequest
  | ShowRequest
  | TemplateRequest
  | ImportRequest
  | AccrueRequest
  | BatchRequest
  | NewRequest
  | SchemaRequest
  | SchemesRequest
  | HelpRequest
  | PostRequest
  | VerifyRequest
  | LedgerRequest
  | HandOffRequest
  | SettleRequest
  | ExplainRequest
  | DiffRequest
  | PublishRequest
  | CompletionRequest
  | CompleteRequest;

export interface CheckRequest {
  readonly command: 'check';
  readonly scheme: string;
  readonly data: string | null;
  /** Whether the steps of every example are told. */
  readonly examples: boolean;
  readonly encoding: Encoding;
}

export interface RunRequest {
  readonly command: 'run';
  readonly scheme: string;
  readonly period: string;
  readonly asAt: Day;
  readonly data: string;
  /** The folder of the ledger; null for a run without one. */
  readonly ledger: string | null;
  /** The parent of the run folder; null for a rehearsal. */
  readonly out: string | null;
  readonly encoding: Encoding;
}

/** What an outlook is made from, as a run is, for no period: it reaches to the end of the term. */
export interface OutlookRequest {
  readonly scheme: string;
  readonly asAt: Day;
  readonly data: string;
  readonly ledger: string | null;
  /** The folder to be written; null where nothing is. */
  readonly out: string | null;
  readonly encoding: Encoding;
}

export interface DueRequest extends OutlookRequest {
  readonly command: 'due';
  /** So many days ahead; null for all. */
  readonly within: number | null;
  /** One practice alone; null for all. */
  readonly practice: string | null;
}

export interface ForecastRequest extends OutlookRequest {
  readonly command: 'forecast';
  /** The finance folder, with the budgets. */
  readonly finance: string | null;
  /** The file of what is assumed. */
  readonly assume: string | null;
  /** An earlier forecast. */
  readonly against: string | null;
}

export interface PostRequest {
  readonly command: 'post';
  readonly run: string;
  readonly ledger: string;
  readonly approvedBy: string;
  readonly confirmTotal: TypedAmount;
}

/** Asks about a run, or a ledger, or a run and the ledger that it was made with. */
export interface VerifyRequest {
  readonly command: 'verify';
  readonly run: string | null;
  readonly ledger: string | null;
  readonly recompute: boolean;
  /** The sha256 of the newest record of the ledger, as it was noted elsewhere. */
  readonly newest: string | null;
}

export interface LedgerRequest {
  readonly command: 'ledger';
  readonly ledger: string;
  /** Null lists the records themselves. */
  readonly practice: string | null;
  /** Lists the sums that are posted and not settled. */
  readonly open: boolean;
}

export interface HandOffRequest {
  readonly command: 'hand-off';
  readonly ledger: string;
  readonly postings: readonly number[];
  readonly channel: string;
  readonly finance: string;
  readonly payOn: Day;
  readonly by: string;
  readonly out: string;
  /** The reference of a sum that is sent again; null hands over whole postings. */
  readonly again: string | null;
  readonly reason: string | null;
}

export interface SettleRequest {
  readonly command: 'settle';
  readonly ledger: string;
  readonly from: string;
  readonly map: string;
  readonly on: Day;
  readonly by: string;
}

export interface ShowRequest {
  readonly command: 'show';
  readonly scheme: string;
}

export interface TemplateRequest {
  readonly command: 'template';
  readonly scheme: string;
  readonly out: string;
  /** One workbook in place of the tables. */
  readonly xlsx: boolean;
}

export interface ImportRequest {
  readonly command: 'import';
  readonly files: readonly string[];
  readonly scheme: string;
  readonly out: string;
  /** The day of files that do not say it themselves. */
  readonly asAt: Day | null;
  readonly commissioner: string | null;
  readonly sheets: readonly { readonly sheet: string; readonly table: string }[];
  readonly dates: 'iso' | 'dmy';
  readonly partial: boolean;
  readonly encoding: Encoding;
}

export interface AccrueRequest {
  readonly command: 'accrue';
  readonly scheme: string;
  readonly asAt: Day;
  readonly data: string;
  readonly ledger: string;
  readonly finance: string;
  readonly channel: string;
  readonly out: string;
  /** accruals.csv of the last time; null for the first. */
  readonly prior: string | null;
  readonly encoding: Encoding;
}

export interface NewRequest {
  readonly command: 'new';
  readonly kind: 'per-patient' | 'events' | 'pool' | 'achievement';
  readonly id: string;
  /** The file to write. */
  readonly out: string;
}

export interface BatchRequest {
  readonly command: 'batch';
  /** The path of the job. */
  readonly job: string;
  /** How many runs are made at a time. */
  readonly jobs: number;
}

export interface ExplainRequest {
  readonly command: 'explain';
  readonly run: string;
  /** A practice, or a payee; null where all practices are explained. */
  readonly practice: string | null;
  /** Null explains all components. */
  readonly component: string | null;
  /** Explains every practice, each into a file of `out`. */
  readonly all: boolean;
  readonly out: string | null;
}

export interface DiffRequest {
  readonly command: 'diff';
  readonly before: string;
  readonly after: string;
}

export interface PublishRequest {
  readonly command: 'publish';
  readonly runs: readonly string[];
  readonly out: string;
  /** Null where nobody is asked whether the runs are posted. */
  readonly ledger: string | null;
  readonly finance: string | null;
  /** The words of the letters; null takes those that come with the program. */
  readonly letter: string | null;
  readonly kinds: readonly DocumentKind[];
}

/** What publish makes, in the order in which it makes it. */
export const documentKinds = ['report', 'workbook', 'statements', 'recoveries'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface SchemaRequest {
  readonly command: 'schema';
  /** A JSON file that people write, or a table by the name of its file; null for a list of all. */
  readonly kind: string | null;
}

export interface SchemesRequest {
  readonly command: 'schemes';
}

export interface HelpRequest {
  readonly command: 'help';
  /** A command or a code; null asks what commands there are. */
  readonly topic: string | null;
}

/** The shells that can be made to complete. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof shells)[number];

export interface CompletionRequest {
  readonly command: 'completion';
  readonly shell: Shell;
}

export interface CompleteRequest {
  readonly command: '__complete';
  readonly shell: Shell;
  /** The command line up to the cursor, as it is typed; of PowerShell in base64. */
  readonly line: string;
}
