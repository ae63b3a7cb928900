import { addDays, addMonths, type Day } from '../day.ts';
import type { Practice } from '../facts.ts';
import type { Leaving, Scheme } from './scheme.ts';

/**
 * L: left_on, or notice_on and the notice period, whichever is earlier; null for a practice that stays. A date after the
 * as-at date is not known yet, but the day that follows from a known notice counts even when it lies ahead (RULES, Leaving).
 */
export function leavingDay(
  { notice }: Leaving,
  { leftOn, noticeOn }: Pick<Practice, 'leftOn' | 'noticeOn'>,
  asAt: Day,
): Day | null {
  const left = leftOn !== null && leftOn <= asAt ? leftOn : null;
  if (notice === null || noticeOn === null || noticeOn > asAt) return left;
  const byNotice = 'days' in notice ? addDays(noticeOn, notice.days) : addMonths(noticeOn, notice.months);
  return left !== null && left < byNotice ? left : byNotice;
}

/** J: the day on which a practice joins after the term began, known from the start whatever the as-at date is; null for all others. */
export function joiningDay({ term }: Pick<Scheme, 'term'>, { joinedOn }: Pick<Practice, 'joinedOn'>): Day | null {
  return joinedOn !== null && joinedOn > term.start ? joinedOn : null;
}

/** Whether a practice joins late in a scheme in which such a one earns nothing by its list. */
export function earnsByNoList(scheme: Pick<Scheme, 'term' | 'joining'>, practice: Pick<Practice, 'joinedOn'>): boolean {
  return scheme.joining?.list === 'none' && joiningDay(scheme, practice) !== null;
}

/** Whether a practice left before the term began, and so takes no part. */
export function leftBeforeTheTerm({ leaving, term }: Pick<Scheme, 'leaving' | 'term'>, practice: Practice): boolean {
  const leaves = leavingDay(leaving, practice, term.start);
  return leaves !== null && leaves < term.start;
}
