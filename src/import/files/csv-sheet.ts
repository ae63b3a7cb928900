import { cutCells } from '../../data/csv/cut-cells.ts';
import { cutLines, loneReturn } from '../../data/csv/lines.ts';
import type { Note } from '../../data/csv/note.ts';
import { strayQuote } from '../../data/csv/row-findings.ts';
import type { Encoding } from '../../data/files/encoding.ts';
import { finding } from '../../domain/findings/finding.ts';
import type { Cell, Sheet, SheetRow } from '../sheet.ts';

/** Reads a CSV file as a sheet without a name; every cell of it is text. Null where it is no CSV. */
export function readCsvSheet(file: string, bytes: Uint8Array, encoding: Encoding, note: Note): Sheet | null {
  const rows: SheetRow[] = [];
  let separator: string | null = null;
  const cutter = cutLines(file, encoding, note, (text, number) => {
    if (/^[ ,]*$/.test(text)) return;
    if (rows.length === 0) separator = otherSeparator(text);
    if (text.includes('\r')) note(loneReturn({ file, line: number }));
    else rows.push(new CsvRow(number, text, file, note));
  });
  cutter.feed(bytes);
  if (!cutter.end()) return null;
  if (separator !== null) note(wrongSeparator(file, separator));
  const none: ReadonlySet<number> = new Set();
  return separator === null
    ? { file, name: null, isHidden: false, rows, hiddenRows: none, hiddenColumns: none, merges: [] }
    : null;
}

/** A line of the file, cut when its cells are first asked for: of most rows of a national file they never are. */
class CsvRow implements SheetRow {
  readonly number: number;
  readonly #text: string;
  readonly #file: string;
  readonly #note: Note;
  #told = false;

  constructor(number: number, text: string, file: string, note: Note) {
    this.number = number;
    this.#text = text;
    this.#file = file;
    this.#note = note;
  }

  get cells(): readonly (Cell | null)[] {
    const cells = cutCells(this.#text);
    if ('isOpen' in cells) {
      if (!this.#told) this.#note(strayQuote({ file: this.#file, line: this.number }, cells, this.#text));
      this.#told = true;
      return [];
    }
    return cells.map((shown) => (shown === '' ? null : { kind: 'text', shown, isFormula: false }));
  }
}

/** Semicolons, tabs or bars between what looks like names, where no comma is. */
function otherSeparator(text: string): string | null {
  if (text.includes(',')) return null;
  return [';', '\t', '|'].find((mark) => text.split(mark).length > 2) ?? null;
}

function wrongSeparator(file: string, mark: string) {
  const name = mark === ';' ? 'semicolons' : mark === '\t' ? 'tabs' : 'bars';
  return finding(
    'wrong-separator',
    { file, line: 1 },
    {
      message: `the cells are separated by ${name}; expected commas; the file was not read`,
      hint: 'save the file again as "CSV UTF-8 (Comma delimited)"; where the computer is set to another language, choose English (United Kingdom) first',
    },
  );
}
