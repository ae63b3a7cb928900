import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { groupsByKey, type LineGroup } from '../../record/files/sorted-lines.ts';
import {
  damagedReport,
  type PracticeRows,
  practiceRows,
  type ToldReport,
  toldReports,
} from '../../report/explain/rows.ts';
import { notARun } from '../../run/recorded-run.ts';
import { cellsOf, codeIn } from '../../run/report-lines.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** The rows of a practice in the reports of two runs, where any of them differ. */
export interface PracticeReports {
  readonly code: string;
  readonly before: PracticeRows;
  readonly after: PracticeRows;
  /** The reports in which they do. */
  readonly differing: readonly ToldReport[];
}

/** Reads the reports of two runs side by side, practice by practice; those of which every line is the same are passed over. */
export async function* readReports(
  before: string,
  after: string,
  codes: readonly string[],
  { findings, progress }: Terminal,
): AsyncGenerator<PracticeReports> {
  const [was, is] = [openReports(before), openReports(after)];
  progress.restart();
  for (const code of codes) {
    if (progress.step('practices compared')) await progress.pause();
    const [from, to] = [linesOf(was, code), linesOf(is, code)];
    const differing = toldReports.filter((report) => !isDeepStrictEqual(from(report), to(report)));
    if (differing.length === 0) continue;
    const rows = {
      before: amountRows(from),
      after: amountRows(to),
    };
    const damaged = { before: damagedReport(rows.before), after: damagedReport(rows.after) };
    if (damaged.before) findings.note(notARun(join(before, damaged.before), 'is not as this program writes it'));
    if (damaged.after) findings.note(notARun(join(after, damaged.after), 'is not as this program writes it'));
    if (findings.forbid) return;
    yield { code, ...rows, differing };
  }
}

/** The rows that say amounts: refused ones say none, and there may be many. */
function amountRows(lines: (report: ToldReport) => readonly string[]): PracticeRows {
  return practiceRows((report) => (report === 'refused.csv' ? [] : cellsOf(lines(report))));
}

/** Gives the lines of one practice after another, in order of code. */
type LinesInTurn = (code: string) => readonly string[];

function openReports(folder: string): ReadonlyMap<ToldReport, LinesInTurn> {
  return new Map(toldReports.map((report) => [report, inTurn(groupsByKey(join(folder, report), codeIn(report)))]));
}

function inTurn(groups: Iterator<LineGroup>): LinesInTurn {
  let next = groups.next();
  return (code) => {
    while (!next.done && next.value.key < code) next = groups.next();
    if (next.done || next.value.key !== code) return [];
    const { lines } = next.value;
    next = groups.next();
    return lines;
  };
}

function linesOf(
  reports: ReadonlyMap<ToldReport, LinesInTurn>,
  code: string,
): (report: ToldReport) => readonly string[] {
  const lines = new Map([...reports].map(([report, inTurn]) => [report, inTurn(code)]));
  return (report) => lines.get(report) ?? [];
}
