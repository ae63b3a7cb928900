import { isDeepStrictEqual } from 'node:util';
import type { ReportName, ReportRow } from '../../domain/run-folder.ts';
import { inWords } from '../../domain/words/words.ts';
import type { AmountRows } from '../../report/diff/line-changes.ts';
import type { RunToRead } from '../../run/recorded/recorded-run.ts';
import { type LinesOf, linesInTurn, rowsOfLines } from '../../run/recorded/report-lines.ts';
import { notARun } from '../../run/recorded/run-folder-findings.ts';
import type { Findings } from '../../terminal/findings.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** The rows of a practice in the reports of two runs, where any of them differ. */
export interface PracticeReports {
  readonly code: string;
  readonly before: AmountRows;
  readonly after: AmountRows;
  /** The reports in which they do. */
  readonly differing: readonly ReportName[];
}

const comparedReports: readonly ReportName[] = [
  'workings.csv',
  'payments.csv',
  'clawbacks.csv',
  'withheld.csv',
  'refused.csv',
];

/** Reads the reports of two runs side by side, practice by practice; those of which every line is the same are passed over. */
export async function* readReports(
  before: RunToRead,
  after: RunToRead,
  codes: readonly string[],
  { findings, progress }: Terminal,
): AsyncGenerator<PracticeReports> {
  const [was, is] = [linesInTurn(before.path), linesInTurn(after.path)];
  progress.restart(codes.length);
  for (const code of codes) {
    if (progress.step(inWords(after.source.schemeFile.scheme.words, 'practices compared'))) await progress.pause();
    const lines = comparedReports.map((report) => ({ report, from: was(report, code), to: is(report, code) }));
    const differing = lines.filter(({ from, to }) => !isDeepStrictEqual(from, to)).map(({ report }) => report);
    if (differing.length === 0) continue;
    const taken = (side: 'from' | 'to'): LinesOf => {
      return (report) => lines.find((each) => each.report === report)?.[side] ?? [];
    };
    const rows = {
      before: amountRows(code, taken('from'), before, findings),
      after: amountRows(code, taken('to'), after, findings),
    };
    if (findings.forbid) return;
    yield { code, ...rows, differing };
  }
}

function amountRows(code: string, linesOf: LinesOf, { path }: RunToRead, findings: Findings): AmountRows {
  const rowsOf = <N extends ReportName>(report: N): readonly ReportRow<N>[] => {
    const rows = rowsOfLines(report, linesOf(report, code));
    if (rows === null) findings.note(notARun(`${path}/${report}`, 'is not as this program writes it'));
    return rows ?? [];
  };
  return {
    'workings.csv': rowsOf('workings.csv'),
    'payments.csv': rowsOf('payments.csv'),
    'clawbacks.csv': rowsOf('clawbacks.csv'),
  };
}
