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
  const spaced = likely.find((i) => cells[i + 1]?.startsWith(' '));
  return spaced ?? likely[0] ?? null;
}

/** The row with two neighbours made one again: digits without the comma, words with it. */
function joined(cells: readonly string[], i: number): readonly string[] {
  const [left = '', right = ''] = cells.slice(i, i + 2);
  const isNumber = /^-?\d{1,3}$/.test(left) && /^\d{3}(\.\d*)?$/.test(right);
  return [...cells.slice(0, i), isNumber ? left + right : `${left},${right}`, ...cells.slice(i + 2)];
}
