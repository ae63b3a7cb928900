import { type Day, dayOf, formatDay } from '../../domain/day.ts';

/** The ways in which a file of a bank or of a payment system writes a day. */
export const dayFormats = [
  'YYYY-MM-DD',
  'YYYYMMDD',
  'DD/MM/YYYY',
  'DD/MM/YY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'DDMMYYYY',
  'DDMMYY',
  'MM/DD/YYYY',
  'DD-MMM-YYYY',
  'DD MMM YYYY',
] as const;
export type DayFormat = (typeof dayFormats)[number];

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day as the format writes it. */
export function writeDay(day: Day, format: DayFormat): string {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  return format.replace(/YYYY|YY|MMM|MM|DD/g, (part) => {
    if (part === 'YYYY') return year;
    if (part === 'YY') return year.slice(2);
    if (part === 'DD') return date;
    return part === 'MM' ? month : (months[Number(month) - 1] ?? '');
  });
}

/** A day that the format writes, or null; a year of two digits is one of this century. A time of day after it is not looked at. */
export function readWrittenDay(text: string, format: DayFormat): Day | null {
  const parts: string[] = [];
  const pattern = format.replaceAll('.', '\\.').replace(/YYYY|YY|MMM|MM|DD/g, (part) => {
    parts.push(part);
    if (part === 'YYYY') return '(\\d{4})';
    return part === 'MMM' ? '([A-Za-z]{3})' : '(\\d{2})';
  });
  const found = new RegExp(`^${pattern}(?:[T ]\\d{1,2}:\\d{2}.*)?$`).exec(text.trim());
  if (found === null) return null;
  const said = (part: string) => found[parts.indexOf(part) + 1] ?? '';
  const year = parts.includes('YYYY') ? Number(said('YYYY')) : 2000 + Number(said('YY'));
  const month = parts.includes('MMM')
    ? months.findIndex((name) => name.toLowerCase() === said('MMM').toLowerCase()) + 1
    : Number(said('MM'));
  return dayOf(year, month, Number(said('DD')));
}
