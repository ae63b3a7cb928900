import { addDays, addMonths, addMonthsToEnd, type Day, monthsIn } from '../day.ts';
import type { DaysOrMonths } from './days-or-months.ts';
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
      return window.after === 'period' ? soLongAfter(period, window) : addDays(eventDate, window.days);
    case 'months':
      return window.after === 'period' ? soLongAfter(period, window) : addMonths(eventDate, window.months);
  }
}

/** The day so long after the end of a period: months from the last day of a month end on the last day of one. */
export function soLongAfter({ end }: Pick<Period, 'end'>, after: DaysOrMonths): Day {
  return 'days' in after ? addDays(end, after.days) : addMonthsToEnd(end, after.months);
}

/** The last day of the window after the last period: it is as long in months. */
function asLongAfter(period: Period): Day {
  return soLongAfter(period, { months: monthsIn(period) });
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
  if (deadline.kind === 'after-period')
    return soLongAfter(deadline.period === 'own' ? period : deadline.period, deadline.after);
  if (window === null) throw new Error('a deadline by a claim window that the scheme has not');
  return claimWindowEnd(window, periods, deadline.period === 'own' ? period : deadline.period);
}
