import type { Phrases } from './blocks.ts';
import { ascent, type Drawing, leading, type Style, styles } from './chunk.ts';
import type { Text } from './sheet.ts';

/** Words broken into lines, with the height that they take. */
export interface SetLines {
  readonly height: number;
  readonly lines: readonly (readonly Text[])[];
  readonly lineHeight: number;
}

interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
}

/** Breaks words into lines of a width; a word that is wider than a line is broken where the line ends. Each line stands from its own top. */
export function setLines(drawing: Drawing, said: Phrases, width: number, element: number | null): SetLines {
  return styledLines(
    drawing,
    said.map(({ text, look }) => ({ text, style: styles[look ?? 'plain'] })),
    width,
    element,
  );
}

export function styledLines(
  { fonts }: Drawing,
  spans: readonly { readonly text: string; readonly style: Style }[],
  width: number,
  element: number | null,
  align: 'left' | 'right' = 'left',
): SetLines {
  const lines: Piece[][] = [[]];
  /** Lines that end within a word. */
  const torn = new Set<number>();
  let used = 0;
  for (const { text, style } of spans) {
    const face = fonts[style.face];
    for (const word of face.shown(text).match(/\s*[^\s]+|\s+$/g) ?? []) {
      for (const part of partsThatFit(word, (piece) => face.width(piece, style.size), width)) {
        const partWidth = face.width(part, style.size);
        if (used > 0 && used + face.width(part.trimEnd(), style.size) > width) {
          if (!/^\s/.test(part)) torn.add(lines.length - 1);
          lines.push([]);
          used = 0;
        }
        const shown = used === 0 ? part.trimStart() : part;
        if (shown === '') continue;
        const shownWidth = shown === part ? partWidth : face.width(shown, style.size);
        lines.at(-1)?.push({ text: shown, style, width: shownWidth });
        used += shownWidth;
      }
    }
  }
  const tallest = spans.reduce<Style | null>(
    (most, { style }) => (most && most.size >= style.size ? most : style),
    null,
  );
  const tall = tallest ?? styles.plain;
  const height = leading(tall);
  return {
    height: height * lines.length,
    lineHeight: height,
    lines: lines.map((pieces, index) => {
      const told = element === null || torn.has(index) ? joined(pieces) : apart(joined(pieces));
      return placed(told, width, ascent(tall), element, align);
    }),
  };
}

/** Pieces of one style beside one another are one piece of text. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.style === piece.style)
      all[all.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width };
    else all.push(piece);
  }
  return all;
}

/** With a space at the end of a line, which takes no room: whoever hears it read, or copies it, has the next words apart. */
function apart(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => (index < pieces.length - 1 ? piece : { ...piece, text: `${piece.text} ` }));
}

function placed(pieces: readonly Piece[], width: number, y: number, element: number | null, align: 'left' | 'right') {
  const whole = pieces.reduce((sum, piece) => sum + piece.width, 0);
  let x = align === 'right' ? width - whole : 0;
  return pieces.map(({ text, style, width: wide }): Text => {
    const item: Text = { kind: 'text', text, ...style, x, y, element };
    x += wide;
    return item;
  });
}

function partsThatFit(word: string, widthOf: (text: string) => number, width: number): string[] {
  if (widthOf(word.trim()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && widthOf(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
