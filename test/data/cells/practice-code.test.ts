import { describe, expect, it } from 'vitest';
import { practiceAmong, practiceCode } from '../../../src/data/cells/practice-code.ts';
import { toldOf } from '../made-folder.ts';

describe('a practice code', () => {
  it('is a capital letter and five digits', () => {
    expect(practiceCode('Z00042')).toBe('Z00042');
  });

  it('is refused in other forms, with the code that is likely meant', () => {
    expect(toldOf(practiceCode, ['z00042', 'ZOO042', 'Z0004l', 'Z00042001', 'Z 00042'])).toMatchInlineSnapshot(`
      ""z00042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00042: write it so
      "ZOO042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00042: write it so
      "Z0004l" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00041: write it so
      "Z00042001" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00042: write it so
      "Z 00042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z00042: write it so"
    `);
  });

  it('is refused where it is something else', () => {
    expect(
      toldOf(practiceCode, ['', 'Z0042', '100042', 'Z000420', 'Z00042 ', '\u00a0Z00042', 'Ζ00042']),
    ).toMatchInlineSnapshot(`
      """ blank-cell: is blank; expected a value -> fill the cell in, or remove the row
      "Z0042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> copy the code from practices.csv; format the column as Text so that no zero is lost
      "100042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> copy the code from practices.csv; format the column as Text so that no zero is lost
      "Z000420" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> copy the code from practices.csv; format the column as Text so that no zero is lost
      "Z00042 " surrounding-space: begins or ends with a space; expected none -> remove the space: in a spreadsheet, TRIM() does it for a whole column
      " Z00042" strange-character: holds a no-break space (U+00A0); expected none -> replace it by nothing or by a plain space (Find and Replace)
      "Ζ00042" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> copy the code from practices.csv; format the column as Text so that no zero is lost"
    `);
  });
});

describe('the code of a practice elsewhere', () => {
  const known = new Set(['Z00042', 'Z00099', 'Z00091']);

  it('is one of practices.csv', () => {
    expect(practiceAmong(known)('Z00042')).toBe('Z00042');
  });

  it('is refused otherwise, with the one code that is a slip away', () => {
    expect(toldOf(practiceAmong(known), ['Z00043', 'Z00024', 'Y00042', 'Z00095', 'Z77777'])).toMatchInlineSnapshot(`
      ""Z00043" unknown-practice: is not in practices.csv; expected a practice that is -> did you mean Z00042?
      "Z00024" unknown-practice: is not in practices.csv; expected a practice that is -> did you mean Z00042?
      "Y00042" unknown-practice: is not in practices.csv; expected a practice that is -> did you mean Z00042?
      "Z00095" unknown-practice: is not in practices.csv; expected a practice that is -> add the practice to practices.csv, or correct the code here
      "Z77777" unknown-practice: is not in practices.csv; expected a practice that is -> add the practice to practices.csv, or correct the code here"
    `);
  });

  it('counts by its form alone where practices.csv could not be read', () => {
    expect(practiceAmong(null)('Z77777')).toBe('Z77777');
    expect(toldOf(practiceAmong(null), ['z77777'])).toMatchInlineSnapshot(
      `""z77777" practice-code-form: is not a practice code; expected a capital letter and five digits, such as A12345 -> probably Z77777: write it so"`,
    );
  });
});
