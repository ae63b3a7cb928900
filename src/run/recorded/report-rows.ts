import { join } from 'node:path';
import { csvRows } from '../../data/csv/csv-rows.ts';
import type { ReportName } from '../../domain/run-folder.ts';
import { systemFiles } from '../../record/files/file-calls.ts';
import { pieces } from '../../record/files/read-pieces.ts';
import type { ReadRow, RowsOf } from '../../record/verify/report-row.ts';

/** The rows of the reports in a run folder, read as they are asked for; `onRow` is told of which each is one. */
export function reportRows(folder: string, onRow: (report: ReportName) => void = () => {}): RowsOf {
  return function* rowsOf<N extends ReportName>(report: N): Generator<ReadRow<N>> {
    for (const row of csvRows(pieces(join(folder, report), systemFiles))) {
      onRow(report);
      yield row;
    }
  };
}
