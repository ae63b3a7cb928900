import { at } from '../../domain/at.ts';
import {
  add,
  compare,
  divide,
  greatest,
  isZero,
  multiply,
  one,
  type Ratio,
  subtract,
  sum,
  zero,
} from '../../domain/money/ratio.ts';
import type { EnvelopeScales } from '../../domain/scheme/value.ts';

/** What each has up to the end of a period: earned by itself, and of the envelope. */
export interface HeldToDate {
  readonly earned: readonly Ratio[];
  readonly has: readonly Ratio[];
}

/** The same with how it came about. */
export interface Scaled extends HeldToDate {
  /** What is scaled: the new money of all, or all that they have earned. */
  readonly together: Ratio;
  /** What there is for it. */
  readonly left: Ratio;
  readonly scale: Ratio;
}

/** What each has of an envelope once they have earned so much to date, by what the scheme scales down where it is too little. */
export function scaledToDate(
  before: HeldToDate,
  earned: readonly Ratio[],
  most: Ratio,
  scales: EnvelopeScales,
): Scaled {
  return scales === 'all-to-date' ? allScaled(earned, most) : newScaled(before, earned, most);
}

/** Everybody has the same share of what it has earned to date: who had more of it gives some back. */
function allScaled(earned: readonly Ratio[], most: Ratio): Scaled {
  const together = sum(earned);
  const scale = scaleTo(most, together);
  return { earned, has: earned.map((own) => multiply(own, scale)), together, left: most, scale };
}

/**
 * What is new is scaled to what the envelope still holds, and nothing that was earned before becomes less. Only who has earned less than
 * before gives back, of what it had, the part by which its earnings fell; that is there again for the others.
 */
function newScaled(before: HeldToDate, earned: readonly Ratio[], most: Ratio): Scaled {
  const kept = earned.map((own, place) => {
    const [had, earnedBefore] = [at(before.has, place), at(before.earned, place)];
    return compare(own, earnedBefore) < 0 ? multiply(had, divide(own, earnedBefore)) : had;
  });
  const grown = earned.map((own, place) => greatest(zero, subtract(own, at(before.earned, place))));
  const together = sum(grown);
  const left = greatest(zero, subtract(most, sum(kept)));
  const scale = scaleTo(left, together);
  return {
    earned,
    has: kept.map((own, place) => add(own, multiply(at(grown, place), scale))),
    together,
    left,
    scale,
  };
}

function scaleTo(most: Ratio, together: Ratio): Ratio {
  return isZero(together) || compare(together, most) <= 0 ? one : divide(most, together);
}
