import type { Encoding } from '../files/encoding.ts';
import { cutByParser, type StrayQuote } from './cut-cells.ts';
import { cutLines } from './lines.ts';
import type { Note } from './note.ts';
import { strayQuote } from './row-findings.ts';

/** A line of a file that is none of our tables, cut at what parts its cells. */
export interface SeparatedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How such a file is written. */
export interface SeparatedFile {
  readonly file: string;
  readonly encoding: Encoding;
  /** One character. */
  readonly separator: string;
}

/** The lines of any CSV file that are not blank. What is no text, and quotes out of place, are noted. */
export function separatedLines(
  content: Uint8Array,
  { file, encoding, separator }: SeparatedFile,
  note: Note,
): readonly SeparatedLine[] {
  const lines: SeparatedLine[] = [];
  const cutter = cutLines(file, encoding, note, (text, line) => {
    if (text.trim() === '') return;
    const cells: readonly string[] | StrayQuote = text.includes('"')
      ? cutByParser(text, separator)
      : text.split(separator);
    if ('isOpen' in cells) note(strayQuote({ file, line }, cells, text));
    else lines.push({ line, cells });
  });
  cutter.feed(content);
  cutter.end();
  return lines;
}
