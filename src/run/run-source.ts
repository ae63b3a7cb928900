import type { Encoding } from '../data/folder.ts';
import type { Day } from '../domain/day.ts';
import type { Period } from '../domain/scheme/scheme.ts';
import type { SchemeFile } from './given/scheme-file.ts';
import type { LedgerInput } from './ledger/ledger-input.ts';

/** What a run is made from: the same for a run that is made and for one that is made again from its own folder. */
export interface RunSource {
  readonly schemeFile: SchemeFile;
  readonly period: Period;
  readonly asAt: Day;
  /** The data folder. */
  readonly data: string;
  readonly encoding: Encoding;
  readonly ledger: LedgerInput;
}

/** What a run is asked to be made from, as far as it could be looked up: what is null has a mistake of its own, which was noted. */
export type AskedSource = Omit<RunSource, 'period' | 'ledger'> & {
  readonly period: Period | null;
  readonly ledger: LedgerInput | null;
};
