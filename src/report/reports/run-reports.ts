import type { PracticeAccount } from '../../domain/account.ts';
import type { Day } from '../../domain/day.ts';
import { byReport, type ReportName, type ReportRow } from '../../domain/run-folder.ts';
import type { Period, Scheme } from '../../domain/scheme/scheme.ts';
import type { Sink } from '../csv/csv.ts';
import { assertReportsFoot, assertSettled } from '../totals/invariants.ts';
import { RunningTotals, type Totals } from '../totals/totals.ts';
import { clawbackRows } from './clawbacks.ts';
import { paymentRows } from './payments.ts';
import { type RefusedRow, RefusedRows } from './refused.ts';
import { openReports, type Report } from './reports.ts';
import { statementRows } from './statements.ts';
import { withheldRows } from './withheld.ts';
import { WorkingsRows } from './workings.ts';

/** The period and the as-at date that a run is for. */
export interface RunFor {
  readonly period: Period;
  readonly asAt: Day;
}

/** What a run comes to, and how many rows each report has. */
export interface RunTotals extends Totals {
  readonly rows: Readonly<Record<ReportName, number>>;
}

/** The six reports of a run, written as the accounts come in, in order of practice code. */
export interface RunReports {
  account(account: PracticeAccount): void;
  refused(row: RefusedRow): void;
  /** Holds every report against the totals; a difference is a fault of ours and throws. */
  close(): RunTotals;
}

/** Opens the reports of a run and writes their headers. */
export function openRunReports(
  scheme: Scheme,
  { period }: RunFor,
  sinks: Readonly<Record<ReportName, Sink>>,
): RunReports {
  const reports = openReports(sinks);
  const running = new RunningTotals(scheme, period);
  const refused = new RefusedRows(reports['refused.csv'].writeRows, (code, rows) => running.refuse(code, rows));
  const workings = new WorkingsRows(reports['workings.csv'].writeRows);
  return {
    account(account) {
      assertSettled(account);
      const byPayee = running.add(account);
      writeAll(reports['payments.csv'], paymentRows(account));
      writeAll(reports['clawbacks.csv'], clawbackRows(account));
      writeAll(reports['statements.csv'], statementRows(account, byPayee));
      writeAll(reports['withheld.csv'], withheldRows(account));
      workings.write(account);
    },
    refused(row) {
      refused.write(row);
    },
    close() {
      refused.flush();
      workings.flush();
      const totals = running.totals();
      assertReportsFoot(totals, reports);
      return { ...totals, rows: byReport((name) => reports[name].rows) };
    },
  };
}

function writeAll<N extends ReportName>(report: Report<N>, rows: Iterable<ReportRow<N>>): void {
  for (const row of rows) report.write(row);
}
