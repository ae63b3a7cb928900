import type { Day } from '../../domain/day.ts';
import { type Ratio, sum, zero } from '../../domain/money/ratio.ts';

/** A figure, or why there is none yet. */
export type Figure<T> =
  | { readonly kind: 'known'; readonly is: T }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The two numbers of a measure. */
export interface Numbers {
  readonly numerator: Ratio;
  readonly denominator: Ratio;
}

export interface Measured extends Numbers {
  readonly asAt: Day;
  /** What of its numbers is paid here, where two codes became one: the others count in another account, and for the share alone in this. */
  readonly paidHere?: Numbers | undefined;
}

/** What there is of numbers that are counted elsewhere. */
export const countedElsewhere: Numbers = { numerator: zero, denominator: zero };

/** The numbers of several figures added up. */
export function numbersTogether(all: readonly Numbers[]): Numbers {
  return {
    numerator: sum(all.map(({ numerator }) => numerator)),
    denominator: sum(all.map(({ denominator }) => denominator)),
  };
}
