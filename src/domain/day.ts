declare const unit: unique symbol;

/** A calendar date as a number of days; later days are larger. It has no time and no zone. */
export type Day = number & { readonly [unit]: 'day' };

/** From one day to another, both counted. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The day of a year, month (1 to 12) and date, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return count(year, month, date);
}

/** Reads `2017-04-30`. Null where the text is not a date of the calendar between the years 1900 and 2199. */
export function parseDay(text: string): Day | null {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Reads a date written in the source of the program or of a test; any other text is a fault of ours. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a date: ${text}`);
  return parsed;
}

/** The days that were written before: a national run writes the same few hundreds of thousands of times. */
const written = new Map<Day, string>();

/** `2017-04-30`. */
export function formatDay(day: Day): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const { year, month, date } = calendar(day);
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  written.set(day, text);
  return text;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** `30 April 2017`, as a letter writes it. */
export function sayDay(day: Day): string {
  const { year, month, date } = calendar(day);
  return `${date} ${monthNames[month - 1]} ${year}`;
}

/** A day that was kept as a bare number. */
export function storedDay(days: number): Day {
  return days as Day;
}

export function addDays(from: Day, days: number): Day {
  return (from + days) as Day;
}

/** The same date so many months on, or the last day of that month where it has no such date. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, date } = calendar(from);
  const [inYear, inMonth] = monthAfter(year, month, months);
  return count(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth)));
}

/** The same, but for the last day of a month, which is the last day of the other month too: a month after 28 February is 31 March. */
export function addMonthsToEnd(from: Day, months: number): Day {
  const isLast = calendar(addDays(from, 1)).date === 1;
  return isLast ? addDays(addMonths(addDays(from, 1), months), -1) : addMonths(from, months);
}

/** The day of the week, 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (day - aMonday) % 7;
}

/** 1 March of the year 0 is a Wednesday. */
const aMonday = -2;

/** The month and the year, as a number that goes up by one from month to month. */
export function monthOf(day: Day): number {
  const { year, month } = calendar(day);
  return year * 12 + month;
}

/** How many days a span holds, both ends counted. */
export function daysIn(span: Span): number {
  return span.end - span.start + 1;
}

/** How many months a span lasts, a part of one counted whole: a quarter is three, whatever day it begins on. */
export function monthsIn({ start, end }: Span): number {
  const before = addDays(start, -1);
  const months = monthOf(end) - monthOf(before);
  return addMonthsToEnd(before, months) < end ? months + 1 : months;
}

export function isWithin(day: Day, span: Span): boolean {
  return day >= span.start && day <= span.end;
}

function monthAfter(year: number, month: number, months: number): [number, number] {
  const total = year * 12 + (month - 1) + months;
  return [Math.floor(total / 12), (total % 12) + 1];
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 March of the year 0: with March first, the leap day is the last of its year. */
function count(year: number, month: number, date: number): Day {
  const marchYear = month > 2 ? year : year - 1;
  const sinceMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return (marchYear * 365 + leapDays + Math.floor((sinceMarch * 153 + 2) / 5) + date - 1) as Day;
}

function calendar(day: Day): Calendar {
  let marchYear = Math.floor(day / 365.2425);
  if (count(marchYear + 1, 3, 1) <= day) marchYear += 1;
  const dayOfYear = day - count(marchYear, 3, 1);
  const sinceMarch = Math.floor((dayOfYear * 5 + 2) / 153);
  const date = dayOfYear - Math.floor((sinceMarch * 153 + 2) / 5) + 1;
  const month = ((sinceMarch + 2) % 12) + 1;
  return { year: month > 2 ? marchYear : marchYear + 1, month, date };
}

/** The first of some days; null of none. */
export function earliestOf(days: readonly Day[]): Day | null {
  const [first = null, ...others] = days;
  return others.reduce((earliest, day) => (earliest !== null && day < earliest ? day : earliest), first);
}
