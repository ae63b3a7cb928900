/** The letters over a column of a spreadsheet, from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return before > 0 ? columnLetters(before) + last : last;
}

/** `B15`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}
