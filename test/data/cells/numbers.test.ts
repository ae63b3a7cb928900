import { describe, expect, it } from 'vitest';
import { amount, number, share, wholeNumber } from '../../../src/data/cells/numbers.ts';
import { toldOf } from '../made-folder.ts';

const asAmount = (...texts: string[]) => toldOf(amount, texts);
const asWhole = (...texts: string[]) => toldOf(wholeNumber, texts);
const asNumber = (...texts: string[]) => toldOf(number, texts);
const asShare = (...texts: string[]) => toldOf(share, texts);

describe('an amount', () => {
  it('is pounds with at most two decimals', () => {
    expect(['12', '1234.5', '-1234.50', '0.00', '007.10', '999999999999.99'].map(amount)).toEqual([
      1200n,
      123450n,
      -123450n,
      0n,
      710n,
      99999999999999n,
    ]);
  });

  it('may be a zero with a minus', () => {
    expect(amount('-0.00')).toBe(0n);
  });

  it('is refused with what spreadsheets add to it', () => {
    expect(
      asAmount('£1,234.50', '-£12.00', '1,234', '-1,234.50', '1 234', '(12.00)', '1E+05', '1.5e3'),
    ).toMatchInlineSnapshot(`
      ""£1,234.50" not-an-amount: has a currency sign; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number, without a currency, and save the file again
      "-£12.00" not-an-amount: has a currency sign; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number, without a currency, and save the file again
      "1,234" not-an-amount: has separators for thousands; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number without a separator for thousands, and save the file again
      "-1,234.50" not-an-amount: has separators for thousands; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number without a separator for thousands, and save the file again
      "1 234" not-an-amount: has separators for thousands; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number without a separator for thousands, and save the file again
      "(12.00)" not-an-amount: is in brackets; expected pounds with at most two decimals and no separators, such as 1234.50 -> write a minus instead of the brackets: set the format of the column to Number with -1234.10 for negative numbers
      "1E+05" not-an-amount: is in scientific notation, which loses digits; expected pounds with at most two decimals and no separators, such as 1234.50 -> take the number from where it came from: set the format of the column to Number, paste it again and save
      "1.5e3" not-an-amount: is in scientific notation, which loses digits; expected pounds with at most two decimals and no separators, such as 1234.50 -> take the number from where it came from: set the format of the column to Number, paste it again and save"
    `);
  });

  it('is refused with more decimals than there are pence', () => {
    expect(asAmount('12.345', '0.1250')).toMatchInlineSnapshot(`
      ""12.345" not-an-amount: has more than two decimals; expected pounds with at most two decimals and no separators, such as 1234.50 -> round the number in the spreadsheet with ROUND(…, 2); a format that only shows two decimals is not enough
      "0.1250" not-an-amount: has more than two decimals; expected pounds with at most two decimals and no separators, such as 1234.50 -> round the number in the spreadsheet with ROUND(…, 2); a format that only shows two decimals is not enough"
    `);
  });

  it('is refused as people in other countries write it', () => {
    expect(asAmount('1234,50', '1.234,50', '١٢٣', '１２')).toMatchInlineSnapshot(`
      ""1234,50" not-an-amount: has a comma for the decimal point; expected pounds with at most two decimals and no separators, such as 1234.50 -> write a point before the pence, and no other separator
      "1.234,50" not-an-amount: has a comma for the decimal point; expected pounds with at most two decimals and no separators, such as 1234.50 -> write a point before the pence, and no other separator
      "١٢٣" not-an-amount: has digits that are not 0 to 9; expected pounds with at most two decimals and no separators, such as 1234.50 -> type the number again with the digits 0 to 9
      "１２" not-an-amount: has digits that are not 0 to 9; expected pounds with at most two decimals and no separators, such as 1234.50 -> type the number again with the digits 0 to 9"
    `);
  });

  it('is refused with signs that are not a minus before it', () => {
    expect(asAmount('−12.00', '–12', '12.00-', '+12')).toMatchInlineSnapshot(`
      ""−12.00" not-an-amount: begins with a dash that is not a minus; expected pounds with at most two decimals and no separators, such as 1234.50 -> type the minus of the keyboard (-)
      "–12" not-an-amount: begins with a dash that is not a minus; expected pounds with at most two decimals and no separators, such as 1234.50 -> type the minus of the keyboard (-)
      "12.00-" not-an-amount: has its minus at the end; expected pounds with at most two decimals and no separators, such as 1234.50 -> put the minus first
      "+12" not-an-amount: has a plus sign; expected pounds with at most two decimals and no separators, such as 1234.50 -> leave the plus sign out"
    `);
  });

  it('is refused where it is something else', () => {
    expect(
      asAmount('', '#N/A', '#REF!', '######', '50%', '.5', '12.', '01/04/2017', '2017-04-01', 'nil', '-'),
    ).toMatchInlineSnapshot(`
      """ blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      "#N/A" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> mend the formula in the spreadsheet, or type the value in its place, and save the file again
      "#REF!" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> mend the formula in the spreadsheet, or type the value in its place, and save the file again
      "######" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> the column was too narrow to show the value: widen it and save the file again
      "50%" not-an-amount: is a percentage; expected pounds with at most two decimals and no separators, such as 1234.50 -> write the number itself, not a percentage
      ".5" not-an-amount: has no digit on one side of its point; expected pounds with at most two decimals and no separators, such as 1234.50 -> write a digit on both sides of the point, or no point
      "12." not-an-amount: has no digit on one side of its point; expected pounds with at most two decimals and no separators, such as 1234.50 -> write a digit on both sides of the point, or no point
      "01/04/2017" not-an-amount: looks like a date; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number and type the number again
      "2017-04-01" not-an-amount: looks like a date; expected pounds with at most two decimals and no separators, such as 1234.50 -> set the format of the column to Number and type the number again
      "nil" placeholder: stands for a value that is not there; expected pounds with at most two decimals and no separators, such as 1234.50 -> write the value, or take the row out until it is known
      "-" placeholder: stands for a value that is not there; expected pounds with at most two decimals and no separators, such as 1234.50 -> write the value, or take the row out until it is known"
    `);
  });

  it('is refused with spaces of any kind', () => {
    expect(asAmount(' 12', '12 ', '12\u00a0', '1\u202f234', '\u200b12')).toMatchInlineSnapshot(`
      "" 12" surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      "12 " surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      "12 " strange-character: holds a no-break space (U+00A0); expected none -> replace it by nothing or by a plain space (Find and Replace)
      "1 234" strange-character: holds an invisible character (U+202F); expected none -> replace it by nothing or by a plain space (Find and Replace)
      "\\u{200B}12" strange-character: holds a zero-width space (U+200B); expected text without it -> delete that character, or type the cell again"
    `);
  });

  it('is refused where it is larger than any payment', () => {
    expect(asAmount('1'.repeat(13), '1'.repeat(30), '1'.repeat(400))).toMatchInlineSnapshot(`
      ""1111111111111" not-an-amount: has more than twelve digits in a row; expected pounds with at most two decimals and no separators, such as 1234.50 -> check the number: no list, count or payment is as large or as fine as that
      "111111111111111111111111111111" not-an-amount: has more than twelve digits in a row; expected pounds with at most two decimals and no separators, such as 1234.50 -> check the number: no list, count or payment is as large or as fine as that
      "400 characters" not-an-amount: has more than twelve digits in a row; expected pounds with at most two decimals and no separators, such as 1234.50 -> check the number: no list, count or payment is as large or as fine as that"
    `);
  });
});

describe('a whole number', () => {
  it('has digits only', () => {
    expect(['0', '5801', '007'].map(wholeNumber)).toEqual([
      { n: 0n, d: 1n },
      { n: 5801n, d: 1n },
      { n: 7n, d: 1n },
    ]);
  });

  it('is refused with anything else', () => {
    expect(asWhole('', '5,801', '5801.0', '-5', '-0', '5.8E+03', 'n/a')).toMatchInlineSnapshot(`
      """ blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      "5,801" not-a-whole-number: has separators for thousands; expected a whole number without separators, such as 7387 -> set the format of the column to Number without a separator for thousands, and save the file again
      "5801.0" not-a-whole-number: has decimals; expected a whole number without separators, such as 7387 -> write the whole number
      "-5" not-a-whole-number: is below zero; expected a whole number without separators, such as 7387 -> correct the number
      "-0" not-a-whole-number: is below zero; expected a whole number without separators, such as 7387 -> correct the number
      "5.8E+03" not-a-whole-number: is in scientific notation, which loses digits; expected a whole number without separators, such as 7387 -> take the number from where it came from: set the format of the column to Number, paste it again and save
      "n/a" placeholder: stands for a value that is not there; expected a whole number without separators, such as 7387 -> write the value, or take the row out until it is known"
    `);
  });
});

describe('a number', () => {
  it('may have decimals', () => {
    expect(['0', '12.125'].map(number)).toEqual([
      { n: 0n, d: 1n },
      { n: 12125n, d: 1000n },
    ]);
  });

  it('is not below zero', () => {
    expect(asNumber('-1', '-0.5', '1,000', '')).toMatchInlineSnapshot(`
      ""-1" not-a-number: is below zero; expected a number, zero or more, without separators, such as 12 or 12.5 -> correct the number
      "-0.5" not-a-number: is below zero; expected a number, zero or more, without separators, such as 12 or 12.5 -> correct the number
      "1,000" not-a-number: has separators for thousands; expected a number, zero or more, without separators, such as 12 or 12.5 -> set the format of the column to Number without a separator for thousands, and save the file again
      "" blank-cell: is blank; expected a value -> fill the cell in, or remove the row"
    `);
  });
});

describe('a share', () => {
  it('is a percentage, a decimal or a fraction', () => {
    expect(['75%', '0.75', '3/4', '0', '1', '100%', '12.5%'].map(share)).toEqual([
      { n: 75n, d: 100n },
      { n: 75n, d: 100n },
      { n: 3n, d: 4n },
      { n: 0n, d: 1n },
      { n: 1n, d: 1n },
      { n: 100n, d: 100n },
      { n: 125n, d: 1000n },
    ]);
  });

  it('is not a bare 75, nor more than all or less than nothing', () => {
    expect(asShare('75', '1.5', '101%', '-10%', '4/3')).toMatchInlineSnapshot(`
      ""75" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> write 75% if a percentage is meant
      "1.5" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> write 1.5% if a percentage is meant
      "101%" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> correct the share
      "-10%" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> correct the share
      "4/3" not-a-share: is not between nothing and all; expected 0% to 100%, such as 75%, 0.75 or 3/4 -> correct the share"
    `);
  });

  it('is refused where it is something else', () => {
    expect(asShare('', '75 %', '% 75', '3/0', 'three quarters', '75%\u00a0')).toMatchInlineSnapshot(`
      """ blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      "75 %" not-a-share: is not a share; expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4 -> write digits and then the sign, such as 75%
      "% 75" not-a-share: is not a share; expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4 -> write digits and then the sign, such as 75%
      "3/0" not-a-share: is not a share; expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4 -> write it as 75%, as 0.75 or as 3/4
      "three quarters" not-a-share: is not a share; expected a percentage, decimal or fraction, such as 75%, 0.75 or 3/4 -> write it as 75%, as 0.75 or as 3/4
      "75% " strange-character: holds a no-break space (U+00A0); expected none -> replace it by nothing or by a plain space (Find and Replace)"
    `);
  });
});
