import type { Day } from '../day.ts';
import type { Ratio } from '../money/ratio.ts';
import type { DaysOrMonths, Long } from './days-or-months.ts';
import type { OfPeriod } from './event-prices.ts';

// The blocks that stand for a figure of the data folder, and hold no other block.

/** What every block has. */
export type Of<Kind extends string> = { readonly kind: Kind; readonly clause?: string | undefined };

/** Patients of a population, the scheme's own unless said, at a day, the scheme's own unless said, or on the first day of each period. */
export type PatientsQuantity = Of<'patients'> & {
  readonly population?: string | undefined;
  readonly at?: Day | 'each-period' | 'each-quarter' | undefined;
};

/** A figure of measures.csv: the row of a day, the latest one, the latest of the period or of one before, or those of all periods to date added up. */
export type MeasureQuantity = Of<'measure'> & {
  readonly measure: string;
  readonly part: 'numerator' | 'denominator' | 'share';
  readonly at: Day | 'latest' | 'to-date' | OfPeriod;
  /** What a share counts as where its denominator is zero. */
  readonly zeroDenominator?: Ratio | undefined;
  /** What it counts as while there is no row; left out, what depends on it waits. */
  readonly ifMissing?: Ratio | undefined;
};

/** By how much a figure grew between two days; a fall counts as nothing unless it may be below zero. */
export type ChangeQuantity = Of<'change'> & {
  readonly measure: string;
  readonly part: 'numerator' | 'denominator';
  readonly from: Day;
  readonly to: Day;
  readonly below?: 'zero' | undefined;
};

/** A day, or one so long after the member's own start, or after the end of the period. */
export type FromDay = Day | Long | { readonly afterPeriod: DaysOrMonths };
