import { calculationCodes } from './codes/calculation.ts';
import { dataCodes } from './codes/data.ts';
import type { CodeEntry } from './codes/entry.ts';
import { financeCodes } from './codes/finance.ts';
import { importCodes } from './codes/import.ts';
import { plausibleCodes } from './codes/plausible.ts';
import { runCodes } from './codes/run.ts';
import { schemeCodes } from './codes/scheme.ts';

/** The codes as the manual groups them: by what is wrong. */
export const chapters: readonly { readonly title: string; readonly codes: Readonly<Record<string, CodeEntry>> }[] = [
  { title: 'The scheme file', codes: schemeCodes },
  { title: 'The data folder', codes: dataCodes },
  { title: 'The files that are imported', codes: importCodes },
  { title: 'What is hard to believe of the data', codes: plausibleCodes },
  { title: 'The calculation', codes: calculationCodes },
  { title: 'Money in the bank', codes: financeCodes },
  { title: 'Command lines, run folders and the ledger', codes: runCodes },
];

/** Every kind of finding that the program can make. */
export const codes = {
  ...schemeCodes,
  ...dataCodes,
  ...importCodes,
  ...plausibleCodes,
  ...calculationCodes,
  ...financeCodes,
  ...runCodes,
} satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;
