import type { Code } from './codes.ts';
import { codes } from './codes.ts';

/** Where a finding stands: a file as the analyst knows it, and a cell of it, all counted from 1. */
export interface Place {
  readonly file?: string;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

export type Severity = 'error' | 'warning';

/** Something wrong with what came in. It is data: the terminal and the JSON lines are two renderings of it. */
export interface Finding extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong and what was expected, in one sentence. */
  readonly message: string;
  /** What stood there, as it stood. */
  readonly value?: string;
  /** The cell or line of an imported file from which the row came, where it was imported. */
  readonly source?: string;
  /** One concrete fix. */
  readonly hint: string;
}

/** A finding of a code; its severity is the code's own. */
export function finding(
  code: Code,
  place: Place,
  says: { readonly message: string; readonly hint: string; readonly value?: string },
): Finding {
  return { code, severity: codes[code].severity, ...place, ...says };
}

/** What a stage makes of its input, with everything that it found wrong on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
