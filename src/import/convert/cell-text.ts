import { CellMistake, type Reader } from '../../data/cells/cell-mistake.ts';
import { unreadable } from '../../data/cells/characters.ts';
import { date } from '../../data/cells/dates.ts';
import { addDays, type Day, dayOf, formatDay, sayDay } from '../../domain/day.ts';
import type { Cell } from '../sheet.ts';
import type { ColumnKind } from './column-kinds.ts';

/** How a text that is a date may be written; `dmy` was asked for. */
export type DateSpelling = 'iso' | 'dmy';

/** The text that a cell stands for in a column, or the question that it raises. A blank cell is a blank text. */
export function cellText(cell: Cell | null, kind: ColumnKind, dates: DateSpelling): string | CellMistake {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return kind === 'day' ? dayText(tidy(cell.shown), dates) : tidy(cell.shown);
    case 'date':
      return kind === 'day' ? typedDay(cell.day) : becameDate();
    case 'number':
      return numberText(cell, kind);
    case 'truth':
      return question(
        'is true or false and no text; expected what the column holds',
        'format the cell as Text and type it again',
      );
    case 'error':
      return unreadable(cell.shown) ?? errorValue();
    case 'unresolved':
      return question(
        'is a formula that was saved without its result; expected a value',
        'open the workbook in the spreadsheet, let it work out its values, and save it again',
      );
  }
}

/** Reads what a cell stands for; a date that only its order leaves open says how to settle it. */
export function readText(text: string, reader: Reader<unknown>): CellMistake | null {
  const read = reader(text);
  return read instanceof CellMistake ? read : null;
}

/** Spaces around a text are nobody's meaning, and a line break within a cell is a space to who reads it. */
export function tidy(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/^[\s\u00a0\u200b\ufeff]+|[\s\u00a0\u200b\ufeff]+$/g, '');
}

/** The shortest decimal that stands for a number, without an exponent. */
export function shortestDecimal(number: number): string {
  const text = String(number);
  const [, sign = '', whole = '', , fraction = '', exponent = '0'] = /^(-?)(\d+)(\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (whole === '') return text;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

function numberText(cell: Cell & { readonly kind: 'number' }, kind: ColumnKind): string | CellMistake {
  const { number, shown, isPercent } = cell;
  const text = shortestDecimal(number);
  switch (kind) {
    case 'day':
      return serialDay(number);
    case 'number':
      return isPercent ? percentage(text, shown) : text;
    case 'share':
      return text;
    case 'words':
    case 'id':
      if (Math.abs(number) >= 1e15) return tooLong(text);
      return shown === text || isGrouped(shown, text) ? text : otherDigits(shown, text);
  }
}

/** Whether a number is only shown otherwise: 1,234.00 is 1234, and 1.23457E+11 all the digits that are stored. */
function isGrouped(shown: string, text: string): boolean {
  if (/^\d(\.\d+)?E\+\d+$/.test(shown)) return /^\d+$/.test(text);
  return /^-?[1-9][\d,]*(\.\d+)?$/.test(shown) && Number(shown.replaceAll(',', '')) === Number(text);
}

function typedDay(day: Day | null): string | CellMistake {
  if (day !== null) return formatDay(day);
  return question(
    'is shown as a date, and its number is no day after February 1900; expected a date',
    'type the date again',
  );
}

/** A date that is text says its order only where the year comes first, or where the order was given. */
function dayText(text: string, dates: DateSpelling): string | CellMistake {
  if (text === '' || !(date(text) instanceof CellMistake)) return text;
  const found = /^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{4})$/.exec(text);
  const read = found && calendarDay(found);
  if (read && dates === 'dmy') return formatDay(read);
  const mistake = date(text);
  if (!(mistake instanceof CellMistake) || !read) return text;
  const other = otherOrder(found);
  const message = other
    ? `is text, and may be ${sayDay(read)} or ${sayDay(other)}; expected a date, or a text as YYYY-MM-DD`
    : `is text and not YYYY-MM-DD; expected a date, or a text as YYYY-MM-DD`;
  return new CellMistake(
    'not-a-date',
    message,
    `make a date of it in the spreadsheet, or give --dates dmy if in every text date the day comes first (then this is ${sayDay(read)})`,
  );
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function calendarDay([, first = '', second = '', year = '']: readonly string[]): Day | null {
  const month = /\d/.test(second) ? Number(second) : months.indexOf(second.slice(0, 3).toLowerCase()) + 1;
  return dayOf(Number(year), month, Number(first));
}

function otherOrder([, first = '', second = '', year = '']: readonly string[]): Day | null {
  const day = /\d/.test(second) && first !== second ? dayOf(Number(year), Number(first), Number(second)) : null;
  return day;
}

function serialDay(number: number): CellMistake {
  const first = dayOf(1899, 12, 30);
  const isLikely = first !== null && number >= 20_000 && number < 110_000;
  const meant = isLikely ? ` if ${sayDay(addDays(first, Math.floor(number)))} is meant,` : '';
  return question('is a number and not a date; expected a date', `${meant} format the cell as a date`.trim());
}

function percentage(text: string, shown: string): CellMistake {
  return question(
    `is shown as ${shown} and stored as ${text}: a percentage, or the number itself; expected a number`,
    `write the number that is meant, formatted as Number: ${text}, or ${shown.replace('%', '').trim()}`,
  );
}

function becameDate(): CellMistake {
  return question(
    'is a date in a column of ids or numbers: the spreadsheet makes dates of ids such as 1-2 or SEP2; expected what was typed',
    'format the column as Text and type the cell again',
  );
}

function otherDigits(shown: string, text: string): CellMistake {
  return question(
    `is the number ${text} and shown as ${shown}; expected a text, which keeps its zeros`,
    `format the column as Text and type it again: ${shown}, if that is meant`,
  );
}

function tooLong(text: string): CellMistake {
  return question(
    `is a number of more than 15 digits (${text}), of which a spreadsheet keeps no more than 15; expected a text`,
    'format the column as Text and take the value from where it came from',
  );
}

function errorValue(): CellMistake {
  return new CellMistake(
    'spreadsheet-error',
    'is an error that a spreadsheet shows in place of a value; expected the value',
    'mend the formula in the spreadsheet, or type the value in its place',
  );
}

function question(message: string, hint: string): CellMistake {
  return new CellMistake('cell-question', message, hint);
}
