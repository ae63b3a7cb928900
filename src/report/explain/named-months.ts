import { parseDay, sayDay } from '../../domain/day.ts';

/** Dates that the workings write as `2017-05-11`, as a letter writes them: `11 May 2017`. Ids with a date in them stay as they are. */
export function withNamedMonths(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g, (date) => {
    const day = parseDay(date);
    return day === null ? date : sayDay(day);
  });
}
