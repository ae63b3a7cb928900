import { addDays, addMonths, type Day } from '../day.ts';

/** So long after a day: days, or months. */
export type DaysOrMonths = { readonly days: number } | { readonly months: number };

/** The same, or years. */
export type Long = DaysOrMonths | { readonly years: number };

/** The day so long after another: months and years end on the same date, or the last day of a month that has none such. */
export function addLong(from: Day, long: Long): Day {
  if ('days' in long) return addDays(from, long.days);
  return addMonths(from, 'months' in long ? long.months : long.years * 12);
}
