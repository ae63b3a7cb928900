import { calculationCodes } from './codes/calculation.ts';
import { dataCodes } from './codes/data.ts';
import { runCodes } from './codes/run.ts';
import { schemeCodes } from './codes/scheme.ts';

/** What the manual says of one kind of finding; `quarterday help <code>` prints it. */
export interface CodeEntry {
  readonly severity: 'error' | 'warning';
  /** The mistake in a few words. */
  readonly title: string;
  /** Why it matters and what was expected. */
  readonly meaning: string;
  /** What to do, in a spreadsheet or an editor. */
  readonly fix: string;
}

/** Every kind of finding that the program can make. */
export const codes = { ...schemeCodes, ...dataCodes, ...calculationCodes, ...runCodes } satisfies Record<
  string,
  CodeEntry
>;

export type Code = keyof typeof codes;
