import { join } from 'node:path';
import { csvRows } from '../data/csv-rows.ts';
import { systemFiles } from '../record/file-calls.ts';
import { pieces } from '../record/read-pieces.ts';
import type { RowsOf } from '../record/verify/report-row.ts';

/** The rows of the reports in a run folder, read as they are asked for. */
export function reportRows(folder: string): RowsOf {
  return (report) => csvRows(pieces(join(folder, report), systemFiles));
}
