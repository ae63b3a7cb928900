import type { TableDescription } from '../tables/tables.ts';
import { looksLikeHeader } from './header.ts';

/** A row that is none of the table's: its totals, a note below it, its header once more. Null for a row that is read as one. */
export function strayRow(
  table: TableDescription,
  cells: readonly string[],
): { readonly message: string; readonly hint: string } | null {
  const [first = ''] = cells;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (
    /^\s*(grand |sub-?)?totals?\b/i.test(first) ||
    (first.trim() === '' && /^\s*(grand |sub-?)?totals?\b/i.test(filled[0] ?? ''))
  ) {
    return {
      message: 'is a row of totals; expected a row of the table',
      hint: 'delete the row: the program adds up by itself',
    };
  }
  if (looksLikeHeader(table, cells)) {
    return {
      message: 'holds the names of the columns once more; expected them in the first row only',
      hint: 'if two files were pasted together, check that no row stands in both, and delete this row',
    };
  }
  if (filled.length === 1 && isSentence(first)) {
    return {
      message: 'is a note, not a row of the table',
      hint: 'delete the row, or keep what it says in another file',
    };
  }
  return null;
}

/** No code, id, date or number of a table has three words or is a mark of a footnote. */
function isSentence(text: string): boolean {
  return text.trim().split(/\s+/).length >= 3 || /^\s*(\*|source\b|notes?\b|nb\b|prepared\b|page\b)/i.test(text);
}
