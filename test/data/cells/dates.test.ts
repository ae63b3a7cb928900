import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, publishedDate } from '../../../src/data/cells/dates.ts';
import { dayAt } from '../../../src/data/claims/quick-claims.ts';
import { day, formatDay, parseDay } from '../../../src/domain/day.ts';
import { toldOf } from '../made-folder.ts';

const told = (...texts: string[]) => toldOf(date, texts);

describe('a date', () => {
  it('is written as YYYY-MM-DD', () => {
    expect(['2017-04-01', '2016-02-29', '1900-01-01', '2199-12-31'].map(date)).toEqual([
      day('2017-04-01'),
      day('2016-02-29'),
      day('1900-01-01'),
      day('2199-12-31'),
    ]);
  });

  it('is refused in other spellings, with what it means by them', () => {
    expect(
      told('01/04/2017', '1/4/17', '01.04.2017', '25/12/2017', '01-Apr-17', '1 April 2017', '2017/04/01', '2017-4-1'),
    ).toMatchInlineSnapshot(`
      ""01/04/2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "1/4/17" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "01.04.2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "25/12/2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 25 December 2017 is meant, write 2017-12-25; set the format of the column to YYYY-MM-DD and save the file again
      "01-Apr-17" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "1 April 2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "2017/04/01" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "2017-4-1" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again"
    `);
  });

  it('is refused with a time, without separators, or as the number of days that spreadsheets count', () => {
    expect(
      told('2017-04-01 00:00', '2017-04-01T09:30:00Z', '01/04/2017 00:00', '20170401', '42826'),
    ).toMatchInlineSnapshot(`
      ""2017-04-01 00:00" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "2017-04-01T09:30:00Z" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "01/04/2017 00:00" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "20170401" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again
      "42826" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again"
    `);
  });

  it('is refused without a year', () => {
    expect(told('01-Mar', '1/3', '01-03')).toMatchInlineSnapshot(`
      ""01-Mar" not-a-date: has no year; expected a date as YYYY-MM-DD, such as 2017-04-30 -> the spreadsheet shortened the date when it was saved: set the format of the column to YYYY-MM-DD, check the year, and save the file again
      "1/3" not-a-date: has no year; expected a date as YYYY-MM-DD, such as 2017-04-30 -> the spreadsheet shortened the date when it was saved: set the format of the column to YYYY-MM-DD, check the year, and save the file again
      "01-03" not-a-date: has no year; expected a date as YYYY-MM-DD, such as 2017-04-30 -> the spreadsheet shortened the date when it was saved: set the format of the column to YYYY-MM-DD, check the year, and save the file again"
    `);
  });

  it('is refused where the calendar has no such day', () => {
    expect(
      told('2017-02-30', '2017-02-29', '2016-02-30', '2017-04-31', '2017-13-01', '2017-00-10', '2017-01-00'),
    ).toMatchInlineSnapshot(`
      ""2017-02-30" not-a-date: is no day of the calendar; expected a day from 01 to 28 in that month -> correct the date
      "2017-02-29" not-a-date: is no day of the calendar; expected a day from 01 to 28 in that month -> correct the date
      "2016-02-30" not-a-date: is no day of the calendar; expected a day from 01 to 29 in that month -> correct the date
      "2017-04-31" not-a-date: is no day of the calendar; expected a day from 01 to 30 in that month -> correct the date
      "2017-13-01" not-a-date: has no such month; expected a month from 01 to 12 -> correct the date
      "2017-00-10" not-a-date: has no such month; expected a month from 01 to 12 -> correct the date
      "2017-01-00" not-a-date: is no day of the calendar; expected a day from 01 to 31 in that month -> correct the date"
    `);
  });

  it('is refused outside the years 1900 to 2199', () => {
    expect(told('1899-12-31', '2200-01-01', '0217-04-01')).toMatchInlineSnapshot(`
      ""1899-12-31" not-a-date: lies outside the years 1900 to 2199; expected a date within them -> correct the date
      "2200-01-01" not-a-date: lies outside the years 1900 to 2199; expected a date within them -> correct the date
      "0217-04-01" not-a-date: lies outside the years 1900 to 2199; expected a date within them -> correct the date"
    `);
  });

  it('is refused where it is something else', () => {
    expect(
      told('', '#VALUE!', 'April', '13/13/2017', '٢٠١٧-٠٤-٠١', '2017-04-01 ', '2017\u201104\u201101'),
    ).toMatchInlineSnapshot(`
      """ blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      "#VALUE!" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> mend the formula in the spreadsheet, or type the value in its place, and save the file again
      "April" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> set the format of the column to YYYY-MM-DD and save the file again
      "13/13/2017" not-a-date: is no day of the calendar; expected a date as YYYY-MM-DD, such as 2017-04-30 -> correct the day or the month, and write the date as YYYY-MM-DD
      "٢٠١٧-٠٤-٠١" not-a-date: has digits that are not 0 to 9; expected a date as YYYY-MM-DD, such as 2017-04-30 -> type the date again with these digits
      "2017-04-01 " surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      "2017‑04‑01" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 April 2017 is meant, write 2017-04-01; set the format of the column to YYYY-MM-DD and save the file again"
    `);
  });
});

describe('the date of the national list sizes', () => {
  it('has been spelt in six ways', () => {
    const spellings = ['01SEP2017', '01-Apr-17', '01-Sep-20', '01Jan2022', '01JUL2026', '2026-08-01'];
    const days = ['2017-09-01', '2017-04-01', '2020-09-01', '2022-01-01', '2026-07-01', '2026-08-01'];
    expect(spellings.map(publishedDate)).toEqual(days.map(day));
  });

  it('is refused in others', () => {
    expect(toldOf(publishedDate, ['01/09/2017', '31FEB2017', '01-Xyz-17', '1SEP2017'])).toMatchInlineSnapshot(`
      ""01/09/2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 September 2017 is meant, write 2017-09-01; set the format of the column to YYYY-MM-DD and save the file again
      "31FEB2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> set the format of the column to YYYY-MM-DD and save the file again
      "01-Xyz-17" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> set the format of the column to YYYY-MM-DD and save the file again
      "1SEP2017" not-a-date: is not a date as it is written here; expected a date as YYYY-MM-DD, such as 2017-04-30 -> if 1 September 2017 is meant, write 2017-09-01; set the format of the column to YYYY-MM-DD and save the file again"
    `);
  });
});

describe('the date of a claim', () => {
  it('is read in place as it is on its own', () => {
    const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2199-12-31') });
    fc.assert(
      fc.property(anyDay, fc.string({ maxLength: 3 }), (days, around) => {
        const text = formatDay(days as ReturnType<typeof day>);
        const [before, bytes] = [Buffer.from(around), Buffer.from(around + text + around)];
        expect(dayAt(bytes, before.length, before.length + 10)).toBe(days);
      }),
    );
  });

  it('is refused in place where it is refused on its own', () => {
    const text = fc.stringMatching(/^[0-9a/: -]{8,11}$/);
    const nearly = fc.stringMatching(/^(18|19|20|21|22)[0-9]{2}-[0-1][0-9]-[0-3][0-9]$/);
    fc.assert(
      fc.property(fc.oneof(text, nearly), (written) => {
        expect(dayAt(Buffer.from(written), 0, written.length)).toBe(parseDay(written));
      }),
    );
  });
});
