/** Whether a column would take a text. */
export type Takes = (column: number, text: string) => boolean;

/**
 * For a row with one cell too many: the place (from 0) of the cell that was most likely cut in two by a comma of its own.
 * Null where no way of joining two neighbours makes a row that every column would take.
 */
export function likelyCutCell(cells: readonly string[], takes: Takes): number | null {
  const likely = cells
    .slice(1)
    .flatMap((_, i) => (joined(cells, i).every((cell, column) => takes(column, cell)) ? [i] : []));
  const number = likely.find((i) => isNumber(cells, i));
  const spaced = likely.find((i) => cells[i + 1]?.startsWith(' '));
  return number ?? spaced ?? likely[0] ?? null;
}

/** The row with two neighbours made one again: digits without the comma, words with it. */
function joined(cells: readonly string[], i: number): readonly string[] {
  const [left = '', right = ''] = cells.slice(i, i + 2);
  return [...cells.slice(0, i), isNumber(cells, i) ? left + right : `${left},${right}`, ...cells.slice(i + 2)];
}

/** Whether two neighbours look like a number cut at its thousands. */
function isNumber(cells: readonly string[], i: number): boolean {
  return /^-?\d{1,3},\d{3}(\.\d*)?$/.test(`${cells[i] ?? ''},${cells[i + 1] ?? ''}`);
}
