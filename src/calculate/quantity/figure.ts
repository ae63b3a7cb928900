import type { Day } from '../../domain/day.ts';
import type { Ratio } from '../../domain/money/ratio.ts';

/** A figure, or why there is none yet. */
export type Figure<T> =
  | { readonly kind: 'known'; readonly is: T }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Measured {
  readonly numerator: Ratio;
  readonly denominator: Ratio;
  readonly asAt: Day;
  /** As two codes became one its numbers count in another account, and its share alone in this. */
  readonly isCountedElsewhere?: true;
}
