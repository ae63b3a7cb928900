import { describe, expect, it } from 'vitest';
import { date } from '../../../src/data/cells/dates.ts';
import { amount, share, wholeNumber } from '../../../src/data/cells/numbers.ts';
import { practiceCode } from '../../../src/data/cells/practice-code.ts';
import { name, oneOf, words } from '../../../src/data/cells/text.ts';
import { toldOf } from '../made-folder.ts';

describe('what people write instead of a value', () => {
  it.each([
    [date, ['TBC', 'n/a', '?', '-']],
    [amount, ['tba', 'N/A']],
    [wholeNumber, ['None', '…'.replace('…', '...')]],
    [share, ['TBD']],
    [practiceCode, ['unknown']],
  ])('is known as a placeholder (%#)', (reader, texts) => {
    for (const told of toldOf(reader, texts).split('\n')) {
      expect(told).toMatch(
        /^"[^"]*" placeholder: stands for a value that is not there; expected .* -> write the value,/,
      );
    }
  });

  it('is named where it is a date that no calendar has, or a year in two digits', () => {
    expect(toldOf(date, ['31/09/2015', '15-07-10', '31-12-99']).split('\n')).toEqual([
      '"31/09/2015" not-a-date: is no day of the calendar; expected a date as YYYY-MM-DD, such as 2017-04-30 -> correct the day or the month, and write the date as YYYY-MM-DD',
      '"15-07-10" not-a-date: has a year of two digits; expected a date as YYYY-MM-DD, such as 2017-04-30 -> write 2010-07-15 for 15 July 2010, 2015-07-10 for 10 July 2015: whichever is meant',
      '"31-12-99" not-a-date: has a year of two digits; expected a date as YYYY-MM-DD, such as 2017-04-30 -> write 2099-12-31 for 31 December 2099',
    ]);
  });

  it('is named where an account book or a spreadsheet marked it', () => {
    expect(toldOf(amount, ['4420.00CR'])).toContain('not-an-amount: ends with CR or DR,');
    expect(toldOf(practiceCode, ["'J81002"])).toBe(
      `"'J81002" strange-character: begins with an apostrophe, as a spreadsheet marks a text; expected a capital letter and five digits, such as A12345 -> delete the apostrophe`,
    );
  });

  it('is a longer or shorter name of an id', () => {
    const said = (text: string, known: readonly string[]) => toldOf(oneOf('period', known), [text]);
    expect(said('Quarter 1', ['Q1', 'Q2'])).toContain('-> did you mean Q1?');
    expect(said('first', ['first-instalment', 'second-instalment'])).toContain('-> did you mean first-instalment?');
    expect(said('waive', ['waive-recovery', 'recover'])).toContain('-> did you mean waive-recovery?');
  });

  it('may hold what nobody sees in free text alone', () => {
    for (const unseen of ['\u{FE0F}', '\u{034F}', '\u{3164}']) {
      expect(toldOf(name, [`a${unseen}b`])).toContain('strange-character: holds an invisible character');
      expect(words(`a${unseen}b`)).toBe(`a${unseen}b`);
    }
  });
});
