/** A row of a table that this program wrote. */
export class CsvRow {
  readonly line: number;
  readonly text: string;
  /** Where each column stands, from 0. */
  readonly columns: ReadonlyMap<string, number>;
  #cells: readonly string[] | null = null;

  constructor(line: number, text: string, columns: ReadonlyMap<string, number>) {
    this.line = line;
    this.text = text;
    this.columns = columns;
  }

  /** Cut when they are first asked for: of most rows of a large report they never are. */
  get cells(): readonly string[] {
    this.#cells ??= cutCells(this.text);
    return this.#cells;
  }
}

/** The rows of such a table below its header, one at a time: UTF-8, CRLF, no line break within a cell. Anything else comes out as a row that does not add up. */
export function* csvRows(pieces: Iterable<Uint8Array>): Generator<CsvRow> {
  let columns: ReadonlyMap<string, number> | null = null;
  let line = 0;
  for (const text of linesOf(pieces)) {
    line += 1;
    if (columns === null) columns = new Map(cutCells(text).map((name, index) => [name, index]));
    else yield new CsvRow(line, text, columns);
  }
}

function cutCells(text: string): readonly string[] {
  return text.includes('"') ? cutQuoted(text) : text.split(',');
}

/** The cells of a line with quotes, by hand: a report may have millions of them. A line with a quote out of place is one cell. */
function cutQuoted(text: string): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const end = endOfCell(text, at);
    if (end === null) return [text];
    const cell = text.slice(at, end);
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === text.length) return cells;
    at = end;
  }
}

/** Where the cell that begins at a place ends: before a comma, or with the line. Null where its quotes are not closed there. */
function endOfCell(text: string, at: number): number | null {
  if (text[at] !== '"') {
    const comma = text.indexOf(',', at);
    return comma < 0 ? text.length : comma;
  }
  let quote = text.indexOf('"', at + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  const isClosed = quote >= 0 && (quote + 1 === text.length || text[quote + 1] === ',');
  return isClosed ? quote + 1 : null;
}

function* linesOf(pieces: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  let begun = '';
  for (const piece of pieces) {
    const lines = (begun + decoder.decode(piece, { stream: true })).split('\r\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') yield begun;
}
