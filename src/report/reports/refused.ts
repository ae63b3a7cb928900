import type { Refusal } from '../../domain/account.ts';
import { guardFormula } from '../formula-guard.ts';

/** A row of a file that does not count, as it stood, and why. */
export interface RefusedRow {
  readonly file: string;
  readonly line: number;
  readonly practiceCode: string;
  readonly refusal: Refusal;
  readonly row: string;
}

export const refusedColumns = ['file', 'line', 'practice_code', 'code', 'reason', 'clause', 'row'] as const;

/** The row of refused.csv for a row that does not count. */
export function refusedCells({ file, line, practiceCode, refusal, row }: RefusedRow): string[] {
  return [
    file,
    String(line),
    practiceCode,
    refusal.code,
    guardFormula(refusal.reason),
    guardFormula(refusal.clause),
    guardFormula(row),
  ];
}
