import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '../report/page/display-width.ts';

/** Where what goes on below begins further in. */
const further = '  ';
/** A first column of names, two blanks before what is said of each; a list's mark; `Usage: `. */
const hangsUnder = /^( *\S+(?: \S+)*? {2,}| *- |Usage: )\S/;
/** A command as it is typed, a note behind `#`. */
const typedLine = /^( +)((?:\$ |quarterday )(?:(?! {2}).)*)(?: {2,}(# .*))?$/;

/** Lines that are wider than the terminal are broken at their spaces, so that no word, code or amount is; commands so that they can still be copied. */
export function fitted(text: string, room: number | null): string {
  if (room === null) return text;
  return text
    .split('\n')
    .flatMap((line) => (widthOf(line) <= room ? [line] : brokenLine(line, room)))
    .join('\n');
}

function brokenLine(line: string, room: number): string[] {
  const [, indent, typed, note] = typedLine.exec(line) ?? [];
  if (indent !== undefined && typed !== undefined)
    return [...(note === undefined ? [] : filled(indent, note.split(' '), room)), ...typedLines(indent, typed, room)];
  const margin = line.slice(0, line.length - line.trimStart().length);
  const [, under] = hangsUnder.exec(stripVTControlCharacters(line)) ?? [];
  const hang = under === undefined ? margin && margin + further : ' '.repeat(displayWidth(under));
  const words = line.slice(margin.length).split(' ');
  const widest = Math.max(...words.map(widthOf));
  return filled(margin, words, room, hang.length + widest <= room ? hang : margin + further);
}

/** A command that goes on below, as a shell takes it: an option stays with its value. */
function typedLines(indent: string, typed: string, room: number): string[] {
  const parts = typed.split(/ (?=--)/);
  const lines = filled(indent, parts, room - 2, `${indent}${further}${further}`);
  return lines.map((line, at) => (at < lines.length - 1 ? `${line} \\` : line));
}

function filled(margin: string, words: readonly string[], room: number, hang = margin): string[] {
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of words) {
    if (line === null) line = margin + word;
    else if (widthOf(`${line} ${word}`) <= room) line = `${line} ${word}`;
    else {
      lines.push(line.trimEnd());
      line = hang + word;
    }
  }
  return line === null ? lines : [...lines, line];
}

function widthOf(text: string): number {
  return displayWidth(stripVTControlCharacters(text));
}
