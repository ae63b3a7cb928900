import type { Encoding } from '../files/encoding.ts';
import type { RowCounts } from '../files/input-file.ts';
import type { TableDescription } from '../tables/tables.ts';
import { watchBlankLines } from './blank-lines.ts';
import { searchHeader } from './header-search.ts';
import { cutLines, type OnLine, type TakeBytes } from './lines.ts';
import type { Note } from './note.ts';
import { openRows, type Readers, type RowTakers } from './rows.ts';

/** What became of a table. */
export interface TableEnd {
  /** Rows below the header that are not blank, right or wrong. */
  readonly rows: number;
  /** The header was found and complete, so that every row was looked at. */
  readonly readable: boolean;
  /** Rows that take no part, by the reason why. */
  readonly ignored: RowCounts['ignored'];
}

export interface TableReader {
  readonly line: OnLine;
  /** The short way of a line, where the table has one. */
  readonly quick: TakeBytes;
  /** No more lines follow; `wholeFile` is false where the file had to be given up. */
  end(wholeFile: boolean): TableEnd;
}

/** The bytes of a table, and how they are read. */
export interface TableSource {
  readonly content: Uint8Array;
  readonly encoding: Encoding;
  readonly note: Note;
  /** Gives others their turn; it throws where reading is to stop. */
  readonly pause: () => Promise<void>;
  /** Which lines below the header are looked at, where not all of them are: the others are counted and no more. */
  readonly concerns?: (line: string) => boolean;
}

/** So many bytes are gone through before others have their turn. */
const pieceBytes = 1 << 20;

/** Reads a table that is held in memory. */
export async function readTable<T extends TableDescription, R extends Readers<T>>(
  table: T,
  readers: R,
  { content, encoding, note, pause, concerns }: TableSource,
  takers: RowTakers<R>,
): Promise<TableEnd> {
  const reader = openTable(table, readers, note, takers, concerns);
  const cutter = cutLines(table.file, encoding, note, reader.line);
  for (let at = 0; at < content.length; at += pieceBytes) {
    if (at > 0) await pause();
    cutter.feed(content.subarray(at, at + pieceBytes));
  }
  return reader.end(cutter.end());
}

/** Takes the lines of a table one by one: finds its header, then makes a row of each. */
export function openTable<T extends TableDescription, R extends Readers<T>>(
  table: T,
  readers: R,
  note: Note,
  takers: RowTakers<R>,
  concerns: TableSource['concerns'] = () => true,
): TableReader {
  const search = searchHeader(table, note);
  const blanks = watchBlankLines(table.file, note);
  let takeRow: OnLine | null = null;
  let takeBytes: TakeBytes | null = null;
  let rows = 0;
  let readable = false;

  function line(text: string, number: number): void {
    if (blanks.isBlank(text, number)) return;
    if (takeRow !== null) {
      rows += 1;
      if (concerns(text)) takeRow(text, number);
      return;
    }
    const found = search.line(text, number);
    if (found === 'not yet') return;
    if (found === 'none' || !found.complete) {
      takeRow = () => {};
      return;
    }
    readable = true;
    takeRow = openRows(table, readers, found, note, takers);
    takeBytes = takers.quick?.(found) ?? null;
  }

  function quick(bytes: Buffer, start: number, number: number): number {
    const next = takeBytes === null ? -1 : takeBytes(bytes, start, number);
    if (next < 0) return next;
    blanks.pass();
    rows += 1;
    return next;
  }

  function end(wholeFile: boolean): TableEnd {
    blanks.end();
    if (wholeFile && takeRow === null) search.end();
    return { rows, readable: readable && wholeFile, ignored: [] };
  }

  return { line, quick, end };
}
