import type { Day } from '../../domain/day.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import type { NotBounded } from '../worlds/not-bounded.ts';
import type { Held } from './against.ts';
import type { ExpectedLine } from './expected.ts';
import type { NextStep } from './next-steps.ts';
import type { Outturn } from './outturn.ts';

/** A forecast with everything that is told of it. */
export interface Forecast {
  readonly scheme: Scheme;
  readonly asAt: Day;
  /** The day on which nothing can come in any more. */
  readonly lastDay: Day;
  readonly lines: readonly ExpectedLine[];
  /** By component; the last is for all of them. */
  readonly outturn: readonly Outturn[];
  readonly nextSteps: readonly NextStep[];
  readonly notBounded: readonly NotBounded[];
  /** Components of which only the sum of all practices is bounded. */
  readonly sharedMoney: readonly string[];
  /** Components that are bounded over the term alone, as events may come in whatever period. */
  readonly overTerm: readonly string[];
  /** An earlier forecast held against this one; null where none was given. */
  readonly against: readonly Held[] | null;
}

/** What no forecast bounds, in whatever scheme. */
export const neverBounded =
  'a figure that is replaced later, a decision, a practice that leaves, joins or changes its code, a corrected row, a change of the scheme';

/** How sharp the bounds are of one period: what a line has earned to date is rounded, and each period has the rest. */
export const withinAPenny = 'in one period a line may lie a penny beyond either, as pence are rounded to date';
