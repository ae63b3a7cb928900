import { addDays, addMonths, type Day, monthsIn } from '../day.ts';
import type { ClaimWindow, EvidenceKind, Period } from './scheme.ts';

/** The last day on which a claim for an event of a period is considered. */
export function claimWindowEnd(
  window: ClaimWindow,
  periods: readonly Period[],
  period: Period,
  eventDate: Day = period.end,
): Day {
  switch (window.kind) {
    case 'end-of-next-period':
      return periods[period.index + 1]?.end ?? asLongAfter(period);
    case 'days':
      return addDays(eventDate, window.days);
    case 'months':
      return addMonths(eventDate, window.months);
  }
}

/** The last day of the window after the last period: it is as long in months, from the day after it. */
function asLongAfter(period: Period): Day {
  return addDays(addMonths(addDays(period.end, 1), monthsIn(period)), -1);
}

/** The last day for a piece of evidence of a period, or null where it has none. */
export function deadlineOf(
  { deadline }: EvidenceKind,
  window: ClaimWindow | null,
  periods: readonly Period[],
  period: Period,
): Day | null {
  if (deadline === null) return null;
  if (deadline.kind === 'date') return deadline.on;
  if (window === null) throw new Error('a deadline by a claim window that the scheme has not');
  return claimWindowEnd(window, periods, deadline.period === 'own' ? period : deadline.period);
}
