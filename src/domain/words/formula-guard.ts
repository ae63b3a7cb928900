/** White space and what is not seen, then a sign that starts a formula, narrow or full-width; or a tab or line end first of all. */
const formulaStart = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@|%＝＋－＠｜％])/u;

/**
 * A text that came from outside, as a cell may hold it: one that a spreadsheet could take for a formula gets a leading
 * apostrophe. Amounts never pass through here.
 */
export function guardFormula(text: string): string {
  if (text === '' || startsPlainly(text.charCodeAt(0))) return text;
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Whether a first character is a letter, a digit or a pound sign, as it nearly always is. */
export function startsPlainly(first: number): boolean {
  return (
    (first >= 0x61 && first <= 0x7a) ||
    (first >= 0x30 && first <= 0x39) ||
    (first >= 0x41 && first <= 0x5a) ||
    first === 0xa3
  );
}
