/** The lines of a text, to tell where in it something stands. */
export interface Lines {
  /** The line and column of a place in the text, both counted from 1. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** Finds where the lines of a text start; LF, CR LF and CR all end one. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return {
    positionOf(offset) {
      const line = countUpTo(starts, offset);
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
    },
  };
}

/** How many of some ascending numbers are not above a limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
