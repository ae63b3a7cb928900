import { CsvError, parse } from 'csv-parse/sync';

/** A quote that is out of place, in the cell of that number (from 1). */
export interface StrayQuote {
  readonly column: number;
  readonly isOpen: boolean;
}

/** Cuts one line into its cells. A line without a quote is cut at its commas; only one with a quote needs a parser, and goes there alone. */
export function cutCells(line: string): readonly string[] | StrayQuote {
  return line.includes('"') ? cutByParser(line) : line.split(',');
}

/** The cells of many lines at once, which is far faster than line by line; null where a quote is out of place or a cell is missing. */
export function cutRows(lines: readonly string[]): readonly (readonly string[])[] | null {
  if (lines.length === 0) return [];
  try {
    const rows: string[][] = parse(lines.join('\n'), { record_delimiter: ['\n'] });
    return rows.length === lines.length ? rows : null;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
}

/** The same by csv-parse, which knows what quotes mean. */
export function cutByParser(line: string, delimiter = ','): readonly string[] | StrayQuote {
  try {
    const records: string[][] = parse(line, { delimiter, record_delimiter: ['\n'], relax_column_count: false });
    return records[0] ?? [''];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const column = typeof error.column === 'number' ? error.column + 1 : 1;
    return { column, isOpen: error.code === 'CSV_QUOTE_NOT_CLOSED' };
  }
}
