import { parseDay, sayDay } from '../../domain/day.ts';

/** Dates that the workings write as `2017-05-11`, as a letter writes them: `11 May 2017`. */
export function withNamedMonths(text: string): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => {
    const day = parseDay(date);
    return day === null ? date : sayDay(day);
  });
}
