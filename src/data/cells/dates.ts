import { addDays, type Day, dayOf, formatDay, parseDay, sayDay } from '../../domain/day.ts';
import { CellMistake, type Reader } from './cell-mistake.ts';
import { untidy } from './characters.ts';
import { placeholder } from './placeholders.ts';
import { blank } from './text.ts';

/** A date as YYYY-MM-DD, of the years 1900 to 2199. */
export const date: Reader<Day> = (text) => {
  const day = read.get(text) ?? parseDay(text);
  if (day === null) return text === '' ? blank() : (untidy(text) ?? notADate(text));
  read.set(text, day);
  return day;
};

/** Dates that were read before, of which there are few. */
const read = new Map<string, Day>();

/** A date as the publisher of the national list sizes has spelt it over the years: `01SEP2017`, `01-Apr-17`, `2026-08-01`. */
export const publishedDate: Reader<Day> = (text) =>
  parseDay(text) ?? (/^\d\d-?[A-Za-z]{3}-?(\d{4}|\d\d)$/.test(text) ? dayInWords(text) : null) ?? date(text);

const format = 'set the format of the column to YYYY-MM-DD and save the file again';

function notADate(text: string): CellMistake {
  const expected = 'expected a date as YYYY-MM-DD, such as 2017-04-30';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new CellMistake('not-a-date', offCalendar(text), 'correct the date');
  const known = placeholder(text, expected);
  if (known) return known;
  if (/^\d{1,2}[- /.]([A-Za-z]{3,9}|\d{1,2})$/.test(text)) {
    const hint =
      'the spreadsheet shortened the date when it was saved: set the format of the column to YYYY-MM-DD, check the year, and save the file again';
    return new CellMistake('not-a-date', `has no year; ${expected}`, hint);
  }
  if (/(?!\p{ASCII})\p{Nd}/u.test(text)) {
    return new CellMistake(
      'not-a-date',
      `has digits that are not 0 to 9; ${expected}`,
      'type the date again with these digits',
    );
  }
  const offMonth = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (offMonth && likelyDay(text) === null) {
    return new CellMistake(
      'not-a-date',
      `is no day of the calendar; ${expected}`,
      'correct the day or the month, and write the date as YYYY-MM-DD',
    );
  }
  const ends = /^(\d\d)[-/.](\d\d)[-/.](\d\d)$/.exec(text);
  if (ends) return shortYear(ends, expected);
  const likely = likelyDay(text.replace(/[‐‑‒–—−]/g, '-'));
  const meant = likely === null ? '' : `if ${sayDay(likely)} is meant, write ${formatDay(likely)}; `;
  return new CellMistake('not-a-date', `is not a date as it is written here; ${expected}`, `${meant}${format}`);
}

/** Three pairs of digits: either end may be the year, and nobody can tell which. */
function shortYear([, first = '', second = '', third = '']: readonly string[], expected: string): CellMistake {
  const days = [calendarDay(third, Number(second), first), calendarDay(first, Number(second), third)];
  const meant = [...new Set(days.filter((each) => each !== null))];
  const hint =
    meant.length === 0
      ? 'write the date as YYYY-MM-DD'
      : `write ${meant.map((each) => `${formatDay(each)} for ${sayDay(each)}`).join(', ')}${meant.length > 1 ? ': whichever is meant' : ''}`;
  return new CellMistake('not-a-date', `has a year of two digits; ${expected}`, hint);
}

function offCalendar(text: string): string {
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  if (year < 1900 || year > 2199) return 'lies outside the years 1900 to 2199; expected a date within them';
  if (month < 1 || month > 12) return `has no such month; expected a month from 01 to 12`;
  const last = [31, 30, 29, 28].find((days) => dayOf(year, month, days) !== null);
  return `is no day of the calendar; expected a day from 01 to ${last} in that month`;
}

/** The day that a person most likely meant: day before month, as is usual in England. */
function likelyDay(text: string): Day | null {
  return dayInNumbers(text) ?? dayInWords(text) ?? serialDay(text);
}

function dayInNumbers(text: string): Day | null {
  const yearFirst = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})([T ][\d:.Z]*)?$/.exec(text);
  if (yearFirst) return calendarDay(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)([T ][\d:.Z]*)?$/.exec(text);
  return dayFirst && calendarDay(dayFirst[3], Number(dayFirst[2]), dayFirst[1]);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayInWords(text: string): Day | null {
  const found = /^(\d{1,2})[- ]?([A-Za-z]{3,9})[- ]?(\d{4}|\d\d)$/.exec(text);
  return found && calendarDay(found[3], months.indexOf((found[2] ?? '').slice(0, 3).toLowerCase()) + 1, found[1]);
}

/** The number of days that a spreadsheet counts from 30 December 1899, shown where a cell lost its date format. */
function serialDay(text: string): Day | null {
  const first = dayOf(1899, 12, 30);
  return /^[2-6]\d{4}$/.test(text) && first !== null ? addDays(first, Number(text)) : null;
}

function calendarDay(year: string | undefined, month: number, date: string | undefined): Day | null {
  const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  return full >= 1900 && full <= 2199 ? dayOf(full, month, Number(date)) : null;
}
