import type { Code } from '../../domain/findings/codes.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { RunFor, RunTotals } from '../reports/run-reports.ts';

/** What there is to say about a run beside its reports. */
export interface RunSummary extends RunFor {
  readonly scheme: Scheme;
  readonly totals: RunTotals;
  /** In order of file name. */
  readonly inputs: readonly InputCount[];
  /** In order of code. */
  readonly warnings: readonly WarningGroup[];
}

/** How many rows a file has, and how many of them took no part, by reason: later than the as-at date, of another date … */
export interface InputCount {
  readonly file: string;
  readonly rows: number;
  readonly notUsed: readonly RowsNotUsed[];
}

export interface RowsNotUsed {
  readonly reason: string;
  readonly rows: number;
  /** Where each of them stands, if nothing else tells it. */
  readonly lines?: readonly number[];
}

/** All warnings of one code: the count is exact, the findings may be the first of many. */
export interface WarningGroup {
  readonly code: Code;
  readonly count: number;
  readonly findings: readonly Finding[];
}
