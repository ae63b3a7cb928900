import * as fontkit from 'fontkit';
import { visible } from '../../domain/words/visible.ts';

/** The two fonts of a paper, read once: they remember how the words were set that they met before. */
export interface Fonts {
  readonly regular: Face;
  readonly strong: Face;
}

export interface Face {
  /** As the library that writes PDF files takes it. */
  readonly font: fontkit.Font;
  /** The width of a text in points. */
  readonly width: (text: string, size: number) => number;
  /** The text as the font can show it: a character that it does not have, or that nobody sees, is spelt out. */
  readonly shown: (text: string) => string;
}

export function readFonts(regular: Uint8Array, strong: Uint8Array): Fonts {
  return { regular: readFace(regular), strong: readFace(strong) };
}

function readFace(bytes: Uint8Array): Face {
  const font = fontkit.create(Buffer.from(bytes));
  // The writer scales what it is given in place: to a thousandth of the size, as this font is measured.
  if (font.unitsPerEm !== 1000) throw new Error('a font that is not measured in thousandths');
  const set = new Map<string, fontkit.GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text: string) => remembered(set, text, () => layout(text));
  const widths = new Map<string, number>();
  const widthOfWord = (word: string) => remembered(widths, word, () => font.layout(word).advanceWidth);
  const has = new Map<string, boolean>();
  const shows = (character: string) =>
    remembered(has, character, () => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return {
    font,
    width: (text, size) => (wordsOf(text).reduce((sum, word) => sum + widthOfWord(word), 0) * size) / 1000,
    shown: (text) => {
      const seen = visible(text.normalize('NFC'));
      if (/^[ -~£–−×’“”]*$/.test(seen)) return seen;
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
