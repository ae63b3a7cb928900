import { describe, expect, it } from 'vitest';
import { tell } from '../made-folder.ts';

const rows = 'Z00001,2015-03-31,5801\nZ00042,2015-03-31,7387\n';
const lists = (header: string, below = rows) => tell({ 'list-sizes.csv': header + below });

describe('the header of a table', () => {
  it('may have its columns in any order, notes and columns of the reader', async () => {
    const file =
      'x_source,patients,notes,as_at,practice_code\na,5801,#N/A,2015-03-31,Z00001\n,7387,,2015-03-31,Z00042\n';
    expect(await lists(file, '')).toBe('');
  });

  it('may begin with a byte-order mark', async () => {
    expect(await lists('\ufeffpractice_code,as_at,patients\n')).toBe('');
  });

  it('may be quoted', async () => {
    expect(await lists('"practice_code","as_at","patients"\n')).toBe('');
  });

  it('is told of names that are misspelt, and not of what they stand for as missing', async () => {
    expect(await lists('Practice Code,as_at,pateints\n')).toMatchInlineSnapshot(`
      "list-sizes.csv:1:1 Practice Code "Practice Code" unknown-column: is no column of this table; expected practice_code, as_at, patients, population, notes, or a name that begins with x_ -> did you mean practice_code? rename the column
      list-sizes.csv:1:3 pateints "pateints" unknown-column: is no column of this table; expected practice_code, as_at, patients, population, notes, or a name that begins with x_ -> did you mean patients? rename the column"
    `);
  });

  it('is told of names that are unknown, and the rows are read all the same', async () => {
    const below = 'Z00001,2015-03-31,5801,x\nZ00042,2015-03-31,7 387,x\n';
    expect(await lists('practice_code,as_at,patients,colour\n', below)).toMatchInlineSnapshot(`
      "list-sizes.csv:1:4 colour "colour" unknown-column: is no column of this table; expected practice_code, as_at, patients, population, notes, or a name that begins with x_ -> remove the column, or name it x_… so that it is ignored
      list-sizes.csv:3:3 patients "7 387" not-a-whole-number: has separators for thousands; expected a whole number without separators, such as 7387 -> set the format of the column to Number without a separator for thousands, and save the file again"
    `);
  });

  it('is told of characters that cannot be seen', async () => {
    expect(await lists('practice_code,as_at\u00a0,patients\n')).toMatchInlineSnapshot(
      `"list-sizes.csv:1:2 as_at  "as_at " unknown-column: holds a no-break space (U+00A0); expected practice_code, as_at, patients, population, notes, or a name that begins with x_ -> did you mean as_at? rename the column"`,
    );
  });

  it('is told of names that are there twice', async () => {
    const below = 'Z00001,2015-03-31,5801,1\nZ00042,2015-03-31,7387,1\n';
    expect(await lists('practice_code,as_at,patients,patients\n', below)).toMatchInlineSnapshot(
      `"list-sizes.csv:1:4 patients "patients" duplicate-column: the column is there twice, first as column 3; expected it once -> remove one of the two, or rename it x_… so that it is ignored"`,
    );
  });

  it('is told of blank names in the middle', async () => {
    const below = 'Z00001,,2015-03-31,5801\nZ00042,,2015-03-31,7387\n';
    expect(await lists('practice_code,,as_at,patients\n', below)).toMatchInlineSnapshot(
      `"list-sizes.csv:1:2 "" blank-column: the column has no name; expected one in the first row -> name the column, or remove it with its cells"`,
    );
  });

  it('is warned of blank names at the end, whose cells must be empty', async () => {
    const below = 'Z00001,2015-03-31,5801,,\nZ00042,2015-03-31,7387,x,\n';
    expect(await lists('practice_code,as_at,patients,,\n', below)).toMatchInlineSnapshot(`
      "list-sizes.csv:1:4 empty-columns (warning): the row goes on with empty cells after the last named column; expected it to end there; they are ignored, here and below -> delete the empty columns in the spreadsheet, and save the file again
      list-sizes.csv:3 "Z00042,2015-03-31,7387,x," too-many-cells: the row has 5 cells; expected 3, as many as the header -> put the cell that holds a comma in double quotes, and write numbers without separators; if every row has as many, a column has no name: add it to the first row"
    `);
  });

  it('is told of names that are missing', async () => {
    expect(await lists('practice_code,as_at\n', 'Z00001,2015-03-31\n')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 patients missing-column: the column patients is missing; expected it to hold a whole number without separators (with decimals only for a population that is not registered) -> add the column patients"`,
    );
  });

  it('of one column is told of the others, not of its separator', async () => {
    expect(await lists('practice_code\n', 'Z00001\n')).toContain('patients missing-column: ');
  });

  it('is found below a title, which is refused, and the rows are read all the same', async () => {
    const file = 'List sizes 2015\n\npractice_code,as_at,patients\nZ00001,2015-03-31,many\nZ00042,2015-03-31,7387\n';
    expect(await lists(file, '')).toMatchInlineSnapshot(`
      "list-sizes.csv:2 blank-line (warning): the line is blank; expected a row; skipped -> check that no row was lost here, then delete the blank ones in the spreadsheet
      list-sizes.csv:1 "List sizes 2015" title-row: the names of the columns stand in line 3; expected them in the first row, without a title above -> delete everything above the names of the columns
      list-sizes.csv:4:3 patients "many" not-a-whole-number: is not a number; expected a whole number without separators, such as 7387 -> type the number with the digits 0 to 9"
    `);
  });

  it('is told of as missing', async () => {
    expect(await lists('')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "Z00001,2015-03-31,5801" no-header: the first row is data already; expected practice_code, as_at, patients above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,as_at,patients"`,
    );
    expect(await lists('a,b,c\n', '')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "a,b,c" no-header: no row holds the names of the columns; expected practice_code, as_at, patients above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,as_at,patients"`,
    );
  });

  it('is not looked for beyond the sixth line', async () => {
    expect(await lists('1\n2\n3\n4\n5\n6\npractice_code,as_at,patients\n')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "1" no-header: no row holds the names of the columns; expected practice_code, as_at, patients above the rows; the file was not read -> put a first row with the names of the columns above the others: practice_code,as_at,patients"`,
    );
  });

  it('is told of separators that are not commas', async () => {
    expect(await lists('sep=;\npractice_code;as_at;patients\n', '')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "sep=;" separator-line: the first line tells a spreadsheet which separator to use; expected the names of the columns; the file was not read -> save the file again as "CSV UTF-8 (Comma delimited)", or delete this line if the cells are separated by commas"`,
    );
    expect(await lists('practice_code;as_at;patients\n', 'Z00001;2015-03-31;5801\n')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "practice_code;as_at;patients" wrong-separator: the cells are separated by semicolons; expected commas; the file was not read -> save the file again as "CSV UTF-8 (Comma delimited)"; where the computer is set to another language, choose English (United Kingdom) first"`,
    );
    expect(await lists('practice_code\tas_at\tpatients\n', '')).toMatchInlineSnapshot(
      `"list-sizes.csv:1 "practice_code\\tas_at\\tpatients" wrong-separator: the cells are separated by tabs; expected commas; the file was not read -> save the file again as "CSV UTF-8 (Comma delimited)"; where the computer is set to another language, choose English (United Kingdom) first"`,
    );
  });
});

describe('an empty file', () => {
  it('is refused, also where it holds blank lines or a byte-order mark only', async () => {
    expect(await lists('', '')).toMatchInlineSnapshot(
      `"list-sizes.csv empty-file: the file is empty; expected at least the names of the columns -> save the file again from where it came from, or remove it if it is not needed"`,
    );
    expect(await lists('\ufeff', '')).toBe(await lists('', ''));
    expect(await lists('\r\n\r\n', '')).toBe(await lists('', ''));
  });

  it('is no error with a header, but for practices', async () => {
    expect(await tell({ 'evidence.csv': 'practice_code,evidence,received_on' })).toBe('');
    const lists = 'practice_code,as_at,patients\n';
    const practices = 'practice_code,practice_name\n';
    expect(await tell({ 'practices.csv': practices, 'list-sizes.csv': lists })).toMatchInlineSnapshot(
      `"practices.csv:1 no-rows: there is no practice below the names of the columns; expected a row for every practice that takes part -> add the practices, one a row"`,
    );
  });
});
