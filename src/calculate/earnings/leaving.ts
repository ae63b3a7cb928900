import { addDays, addMonths, type Day, daysIn } from '../../domain/day.ts';
import type { Practice } from '../../domain/facts.ts';
import { one, type Ratio, ratio, zero } from '../../domain/money/ratio.ts';
import type { Leaving, Period } from '../../domain/scheme/scheme.ts';

/**
 * L: left_on, or notice_on and the notice period, whichever is earlier; null for a practice that stays. A date after the
 * as-at date is not known yet, but the day that follows from a known notice counts even when it lies ahead (contract 5, Leaving).
 */
export function leavingDay({ notice }: Leaving, { leftOn, noticeOn }: Practice, asAt: Day): Day | null {
  const left = leftOn !== null && leftOn <= asAt ? leftOn : null;
  if (notice === null || noticeOn === null || noticeOn > asAt) return left;
  const byNotice = 'days' in notice ? addDays(noticeOn, notice.days) : addMonths(noticeOn, notice.months);
  return left !== null && left < byNotice ? left : byNotice;
}

/** f_q: the part of a period that a practice is still owed, by days or whole, as the scheme says. */
export function partInScheme(prorate: Leaving['prorate'], leavesOn: Day | null, period: Period): Ratio {
  if (leavesOn === null || leavesOn >= period.end) return one;
  if (leavesOn < period.start) return zero;
  if (prorate === 'none') return one;
  return ratio(daysIn({ start: period.start, end: leavesOn }), daysIn(period));
}
