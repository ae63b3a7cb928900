import { describe, expect, it } from 'vitest';
import { tell } from '../made-folder.ts';

const header = 'practice_code,practice_name,locality\n';
const practices = (rows: string) => tell({ 'practices.csv': header + rows, 'list-sizes.csv': lists });
const lists = 'practice_code,as_at,patients\nZ00001,2015-03-31,1\nZ00042,2015-03-31,1\n';
const one = 'Z00001,One,North\n';
const two = 'Z00042,Two,South\n';

describe('the rows of a table', () => {
  it('are read without a line end after the last', async () => {
    expect(await practices(one + two.trimEnd())).toBe('');
  });

  it('may end in CRLF, and in blank lines', async () => {
    expect(await tell({ 'practices.csv': `${(header + one + two).replaceAll('\n', '\r\n')}\r\n\r\n` })).toBe('');
  });

  it('may end otherwise than the header of a template', async () => {
    expect(await tell({ 'practices.csv': header.replace('\n', '\r\n') + one + two })).toBe('');
  });

  it('are warned of where line ends are mixed', async () => {
    expect(await practices(`Z00001,One,North\r\n${two}`)).toMatchInlineSnapshot(
      `"practices.csv:3 mixed-line-ends (warning): ends in LF, the lines before it in CRLF; expected one kind; files joined by hand look like that -> check that the file holds every row once, and save it again from one program"`,
    );
  });

  it('are warned of where lines between them are blank', async () => {
    expect(await practices(`\n\n${one},,\n${two},,\n`)).toMatchInlineSnapshot(`
      "practices.csv:2 blank-line (warning): the lines 2 to 3 are blank; expected a row; skipped -> check that no row was lost here, then delete the blank ones in the spreadsheet
      practices.csv:5 blank-line (warning): the line is blank, with nothing but commas; expected a row; skipped -> check that no row was lost here, then delete the blank ones in the spreadsheet
      practices.csv:7 blank-line (warning): the line is blank, with nothing but commas; expected a row; skipped -> check that no row was lost here, then delete the blank ones in the spreadsheet"
    `);
  });

  it('with empty cells at the end are warned of once', async () => {
    expect(await practices(`Z00001,One,North,,\nZ00042,Two,South,,,\n`)).toMatchInlineSnapshot(
      `"practices.csv:2:4 empty-columns (warning): the row goes on with empty cells after the last named column; expected it to end there; they are ignored, here and below -> delete the empty columns in the spreadsheet, and save the file again"`,
    );
  });

  it('with a name cut at its comma are refused, with the comma', async () => {
    expect(await practices(`Z00001,Jones, Smith and Partners,North\n${two}`)).toMatchInlineSnapshot(
      `"practices.csv:2:2 "Z00001,Jones, Smith and Partners,North" too-many-cells: the row has 4 cells; expected 3, as many as the header -> probably the comma in Jones, Smith and Partners: put the cell in double quotes, "Jones, Smith and Partners""`,
    );
  });

  it('with a number cut at its comma are refused, with the comma', async () => {
    const file = 'practice_code,as_at,patients\nZ00001,2015-03-31,5,801\nZ00042,2015-03-31,7387\n';
    expect(await tell({ 'list-sizes.csv': file })).toMatchInlineSnapshot(
      `"list-sizes.csv:2:3 "Z00001,2015-03-31,5,801" too-many-cells: the row has 4 cells; expected 3, as many as the header -> probably the comma in 5,801: write the number without it"`,
    );
  });

  it('with many cells too many are refused', async () => {
    expect(await practices(`Z00001,One,North,a,b\n${two}`)).toMatchInlineSnapshot(
      `"practices.csv:2 "Z00001,One,North,a,b" too-many-cells: the row has 5 cells; expected 3, as many as the header -> put the cell that holds a comma in double quotes, and write numbers without separators; if every row has as many, a column has no name: add it to the first row"`,
    );
  });

  it('with too few cells are refused', async () => {
    expect(await practices(`Z00001,One\nZ00042\n`)).toMatchInlineSnapshot(`
      "practices.csv:2 "Z00001,One" too-few-cells: the row has 2 cells; expected 3, as many as the header -> add what is missing; if the row above ends in the middle of a cell, take the line break out of that cell
      practices.csv:3 "Z00042" too-few-cells: the row has 1 cell; expected 3, as many as the header -> add what is missing; if the row above ends in the middle of a cell, take the line break out of that cell"
    `);
  });

  it('with a line break in a cell are refused, and spoil no other row', async () => {
    expect(await practices(`Z00001,"One\nStreet",North\n${two}Z0007,Three,East\n`)).toMatchInlineSnapshot(`
      "practices.csv:2:2 "Z00001,\\"One" stray-quote: a cell opens with a double quote and is not closed on this line; expected no line break in a cell, and quotes in pairs -> take the line break out of the cell (in a spreadsheet: CLEAN()), or remove the quote
      practices.csv:3:1 "Street\\",North" stray-quote: a double quote stands in the middle of a cell; expected quotes around the whole cell, and a quote inside doubled -> remove the quote, or quote the whole cell and double the quote inside it; if the line above is the start of this cell, join the two
      practices.csv:5:1 practice_code "Z0007" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> take the code of the practice from the national directory; format the column as Text so that no zero is lost"
    `);
  });

  it('with stray quotes are refused, and swallow no other row', async () => {
    expect(
      await practices(`Z00001,"One,North\nZ00042,"Two" and so on,South\nZ00042,6" pipe,South\n`),
    ).toMatchInlineSnapshot(`
      "practices.csv:2:2 "Z00001,\\"One,North" stray-quote: a cell opens with a double quote and is not closed on this line; expected no line break in a cell, and quotes in pairs -> take the line break out of the cell (in a spreadsheet: CLEAN()), or remove the quote
      practices.csv:3:2 "Z00042,\\"Two\\" and so on,South" stray-quote: a double quote stands in the middle of a cell; expected quotes around the whole cell, and a quote inside doubled -> remove the quote, or quote the whole cell and double the quote inside it; if the line above is the start of this cell, join the two
      practices.csv:4:2 "Z00042,6\\" pipe,South" stray-quote: a double quote stands in the middle of a cell; expected quotes around the whole cell, and a quote inside doubled -> remove the quote, or quote the whole cell and double the quote inside it; if the line above is the start of this cell, join the two"
    `);
  });

  it('with quotes in pairs are read', async () => {
    expect(await practices(`Z00001,"One, called ""the first""",North\n"Z00042","Two","South"\n`)).toBe('');
  });

  it('are told of carriage returns alone, as line ends and in cells', async () => {
    expect(await tell({ 'practices.csv': `${header}${one}`.replaceAll('\n', '\r') })).toMatchInlineSnapshot(
      `"practices.csv:1 lone-carriage-return: has a carriage return without a line feed, the line end of old Macintosh programs; expected LF or CRLF -> save the file again as "CSV UTF-8 (Comma delimited)", not as "CSV (Macintosh)""`,
    );
    expect(await practices(`Z00001,One\rand a half,North\n${two}`)).toMatchInlineSnapshot(
      `"practices.csv:2 lone-carriage-return: has a carriage return without a line feed, the line end of old Macintosh programs; expected LF or CRLF -> save the file again as "CSV UTF-8 (Comma delimited)", not as "CSV (Macintosh)""`,
    );
  });

  it('are told of characters that cannot be seen', async () => {
    const names = [
      'a\0b',
      'a\tb',
      'a\u001b[31mb',
      'a\u0085b',
      'a\u202eb',
      'a\u200bb',
      '\ufeffa',
      'a\ufffdb',
      'a\u00adb',
    ];
    const rows = names.map((name, i) => `Z0010${i},${name},North\n`).join('');
    const text = await tell({ 'practices.csv': header + rows, 'list-sizes.csv': 'practice_code,as_at,patients\n' });
    expect(text).toMatchInlineSnapshot(`
      "practices.csv:2:2 practice_name "a\\u0000b" strange-character: holds a NUL character (U+0000); expected text without it -> delete that character, or type the cell again
      practices.csv:3:2 practice_name "a\\tb" strange-character: holds a tab (U+0009); expected text without it -> delete that character, or type the cell again
      practices.csv:4:2 practice_name "a\\u001b[31mb" strange-character: holds an escape character (U+001B); expected text without it -> delete that character, or type the cell again
      practices.csv:5:2 practice_name "a\\u{0085}b" strange-character: holds a control character (U+0085); expected text without it -> delete that character, or type the cell again
      practices.csv:6:2 practice_name "a\\u{202E}b" strange-character: holds a right-to-left override (U+202E); expected text without it -> delete that character, or type the cell again
      practices.csv:7:2 practice_name "a\\u{200B}b" strange-character: holds a zero-width space (U+200B); expected text without it -> delete that character, or type the cell again
      practices.csv:8:2 practice_name "\\u{FEFF}a" strange-character: holds a byte-order mark (U+FEFF); expected text without it -> delete that character, or type the cell again
      practices.csv:9:2 practice_name "a�b" strange-character: holds a replacement character, left where an earlier program lost a letter (U+FFFD); expected text without it -> delete that character, or type the cell again
      practices.csv:10:2 practice_name "a\\u{00AD}b" strange-character: holds a soft hyphen (U+00AD); expected text without it -> delete that character, or type the cell again"
    `);
  });

  it('may hold free text as it stands', async () => {
    expect(await practices(` Z00001,One,North\nZ00042, Two\u00a0Streets ,South\n`)).toMatchInlineSnapshot(
      `"practices.csv:2:1 practice_code " Z00001" surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column"`,
    );
  });

  it('are told of the errors of formulas', async () => {
    expect(await practices(`Z00001,#N/A,North\nZ00042,Two,#####\n`)).toMatchInlineSnapshot(`
      "practices.csv:2:2 practice_name "#N/A" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> mend the formula in the spreadsheet, or type the value in its place, and save the file again
      practices.csv:3:3 locality "#####" spreadsheet-error: is the error that a spreadsheet shows in place of a value; expected the value -> the column was too narrow to show the value: widen it and save the file again"
    `);
  });
});
