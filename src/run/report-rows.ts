import { join } from 'node:path';
import { csvRows } from '../data/csv/csv-rows.ts';
import { systemFiles } from '../record/files/file-calls.ts';
import { pieces } from '../record/files/read-pieces.ts';
import type { ReportRow, RowsOf } from '../record/verify/report-row.ts';

/** The rows of the reports in a run folder, read as they are asked for; `onRow` is told of each. */
export function reportRows(folder: string, onRow: () => void = () => {}): RowsOf {
  return function* rowsOf(report: string): Generator<ReportRow> {
    for (const row of csvRows(pieces(join(folder, report), systemFiles))) {
      onRow();
      yield row;
    }
  };
}
