import * as fontkit from 'fontkit';
import { visible } from '../../domain/words/visible.ts';
import { openQuickLayout } from './quick-layout.ts';
import { type SetWord, setWord } from './set-word.ts';

/** The two fonts of a paper, read once: they remember how the words were set that they met before. */
export interface Fonts {
  readonly regular: Face;
  readonly strong: Face;
}

export interface Face {
  readonly font: fontkit.Font;
  /** The width of a text in points. */
  readonly width: (text: string, size: number) => number;
  /** The text as the font can show it: a character that it does not have, or that nobody sees, is spelt out. */
  readonly shown: (text: string) => string;
  /** The words of a text, each with the space behind it. */
  readonly words: (text: string) => readonly SetWord[];
}

export function readFonts(regular: Uint8Array, strong: Uint8Array): Fonts {
  return { regular: readFace(regular), strong: readFace(strong) };
}

function readFace(bytes: Uint8Array): Face {
  const font = fontkit.create(Buffer.from(bytes));
  // A page counts in thousandths of the size of its letters.
  if (font.unitsPerEm !== 1000) throw new Error('a font that is not measured in thousandths');
  const set = new Map<string, SetWord>();
  const quickly = openQuickLayout(font);
  const wordOf = (word: string) => remembered(set, word, () => setWord(quickly(word) ?? font.layout(word)));
  const texts = new Map<string, readonly SetWord[]>();
  const words = (text: string) => remembered(texts, text, () => wordsOf(text).map(wordOf));
  const has = new Map<string, boolean>();
  const shows = (character: string) =>
    remembered(has, character, () => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return {
    font,
    words,
    width: (text, size) => (words(text).reduce((sum, word) => sum + word.width, 0) * size) / 1000,
    shown: (text) => {
      if (/^[ -~£–−×’“”]*$/.test(text)) return text;
      const seen = visible(text.normalize('NFC'));
      return [...seen].map((character) => (shows(character) ? character : spelt(character))).join('');
    },
  };
}
/** Each word with the space behind it, as the writer sets them. */
function wordsOf(text: string): string[] {
  return text.match(/[^ ]* |[^ ]+$/g) ?? [];
}

function spelt(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
}

/** More words than this are names, which hardly come again. */
const mostRemembered = 50_000;

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (known.size < mostRemembered) known.set(key, made);
  return made;
}
