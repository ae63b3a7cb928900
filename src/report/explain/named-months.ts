import { parseDay, sayDay } from '../../domain/day.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';

/** Dates that the workings write as `2017-05-11`, as a letter writes them: `11 May 2017`. Ids with a date in them stay as they are. */
export function withNamedMonths(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])/g, (date) => {
    const day = parseDay(date);
    return day === null ? date : sayDay(day);
  });
}

/** The same, with the titles of periods in place of ids that read as something else: `in 2027-11` is `in November 2027`. */
export function withTitles(text: string, { periods }: Pick<Scheme, 'periods'>): string {
  const named = periods.filter(({ id, title }) => id.includes('-') && id !== title && text.includes(id));
  const titled = named.reduce(
    (said, { id, title }) => said.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), () => title),
    text,
  );
  return withNamedMonths(titled);
}
