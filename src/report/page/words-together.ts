import { stripVTControlCharacters } from 'node:util';
import { displayWidth } from './display-width.ts';

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** What reads as one word: a reference, a date, a sum or a number with its unit, an option with its value. */
const oneWord = new RegExp(
  [
    // `[14 item 6]`, but no mark of a terminal.
    '(?<!\\u001b)\\[[^[\\]]+\\]',
    'clauses? \\d\\S*',
    `\\d{1,2} (?:${months})(?: \\d{4})?`,
    // `about £0.50 a patient`, `£136.21 per point`.
    '(?:about )?[£€$][\\d,.]+(?: (?:an?|per) [a-z-]+)?',
    // `5,001 patients`, `1 day`, `80 %`.
    '(?<![\\w.-])(?:about )?\\d[\\d,.]*(?: (?:[a-z]{2,}s\\b|%))?',
    '(?<![\\w.-])1 [a-z]{3,}',
    '(?<![\\w-])--[a-z-]+ (?:"[^"]*"|\'[^\']*\'|[^\\s-]\\S*)',
  ].join('|'),
  'g',
);

/** Shorter pieces than this stand together in the narrowest of columns; longer ones where they take no more than half of a line. */
const short = 20;

/** The words of a text that is broken into lines of so many columns: no line ends within what reads as one word, unless that is long. */
export function wordsToBreakAt(text: string, room: number): string[] {
  const inside = spacesInside(text);
  const words = text.split(' ');
  if (inside.size === 0) return words;
  const parts: string[][] = [];
  let space = -1;
  for (const word of words) {
    const last = parts.at(-1);
    if (last !== undefined && inside.has(space)) last.push(word);
    else parts.push([word]);
    space += word.length + 1;
  }
  return parts.flatMap((part) => (part.length > 1 && fits(part.join(' '), room) ? [part.join(' ')] : part));
}

function fits(text: string, room: number): boolean {
  return displayWidth(stripVTControlCharacters(text)) <= Math.min(room, Math.max(short, room / 2));
}

/** Where the spaces stand at which no line ends. */
function spacesInside(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  for (const { 0: piece, index } of text.matchAll(oneWord)) {
    for (let at = piece.indexOf(' '); at >= 0; at = piece.indexOf(' ', at + 1)) inside.add(index + at);
  }
  return inside;
}
