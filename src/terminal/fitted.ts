import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from '../report/page/display-width.ts';
import { wordsToBreakAt } from '../report/page/words-together.ts';

/** Where what goes on below begins further in. */
const further = '  ';
/** A first column of names, two blanks before what is said of each; a list's mark; `Usage: `; a word that says how something stands. */
const hangsUnder = /^( *\S+(?: \S+)*? {2,}| *- |Usage: |(?:good|verified|error|warning) )\S/;
/** A command as it is typed, a note behind `#`. */
const typedLine = /^( +)((?:\$ |quarterday )(?:(?! {2}).)*)(?: {2,}(# .*))?$/;
/** What is said before a command, and the command, which nothing follows. */
const endsInCommand = /^(.*(?:, then|:)) (quarterday (?:(?!, ).)*[^.])$/;

/** Lines that are wider than the terminal are broken at their spaces, so that no word, code or amount is; commands so that they can still be copied. */
export function fitted(text: string, room: number | null): string {
  if (room === null) return text;
  return withWholeCommands(text.split('\n'))
    .flatMap((lines) => (lines.every((line) => widthOf(line) <= room) ? lines : brokenLine(oneLine(lines), room)))
    .join('\n');
}

/** A step to take, as `fitted`; a command at its end has a line of its own where both have not enough room on one. */
export function fittedStep(text: string, room: number | null): string {
  if (room === null) return text;
  const lines = text
    .split('\n')
    .map((line) => (widthOf(line) <= room ? line : line.replace(endsInCommand, '$1\n  $2')));
  return fitted(lines.join('\n'), room);
}

/** A command that goes on below, as it stands in the text, is broken as a whole or not at all. */
function withWholeCommands(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  let goesOn = false;
  for (const line of lines) {
    const last = parts.at(-1);
    if (goesOn && last !== undefined) last.push(line);
    else parts.push([line]);
    goesOn = line.endsWith(' \\') && (goesOn || typedLine.test(line));
  }
  return parts;
}

function oneLine([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((line) => line.trimStart())].map((line) => line.replace(/ \\$/, '')).join(' ');
}

function brokenLine(line: string, room: number): string[] {
  const [, indent, typed, note] = typedLine.exec(line) ?? [];
  if (indent !== undefined && typed !== undefined)
    return [
      ...(note === undefined ? [] : filled(indent, wordsToBreakAt(note, room - indent.length), room)),
      ...typedLines(indent, typed, room),
    ];
  const margin = line.slice(0, line.length - line.trimStart().length);
  const [, under] = hangsUnder.exec(stripVTControlCharacters(line)) ?? [];
  const hang = under === undefined ? margin && margin + further : ' '.repeat(displayWidth(under));
  const text = line.slice(margin.length);
  const widest = Math.max(...text.split(' ').map(widthOf));
  const below = hang.length + widest <= room ? hang : margin + further;
  return filled(margin, wordsToBreakAt(text, room - Math.max(margin.length, below.length)), room, below);
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
