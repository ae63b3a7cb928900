import type { Fonts } from './fonts.ts';
import { type Element, type Item, inks, type Tag } from './sheet.ts';

/** A piece of a page that is not torn apart. Its items stand from its own top; the words are `element`s of the story. */
export interface Chunk {
  readonly height: number;
  /** Space above it, left out at the top of a page. */
  readonly gap: number;
  /** It stands on the page of what comes after it. */
  readonly staysWithNext: boolean;
  readonly items: readonly Item[];
  /** Said again at the top of the page where the table goes on. */
  readonly again?: Chunk;
  readonly startsPage?: true;
}

/** What the pieces of a document are made with: the fonts, and the elements of its story so far. */
export class Drawing {
  readonly fonts: Fonts;
  readonly elements: Element[] = [];

  constructor(fonts: Fonts) {
    this.fonts = fonts;
  }

  /** A new element of the story; its place. */
  element(tag: Tag, parent: number | null = null, more: Pick<Element, 'scope' | 'said'> = {}): number {
    return this.elements.push({ tag, parent, ...more }) - 1;
  }
}

/** The look of a line of words. */
export interface Style {
  readonly face: 'regular' | 'strong';
  readonly size: number;
  readonly colour: string;
}

// The font has small letters: 11 points of it are as large as 10 of most.
export const styles = {
  plain: { face: 'regular', size: 11, colour: inks.ink },
  strong: { face: 'strong', size: 11, colour: inks.ink },
  dim: { face: 'regular', size: 11, colour: inks.dim },
  small: { face: 'regular', size: 9.5, colour: inks.ink },
  'small-dim': { face: 'regular', size: 9.5, colour: inks.dim },
  fine: { face: 'regular', size: 8.75, colour: inks.ink },
  'fine-dim': { face: 'regular', size: 8.75, colour: inks.dim },
  'fine-strong': { face: 'strong', size: 8.75, colour: inks.ink },
} as const satisfies Record<string, Style>;

export const titleStyle: Style = { face: 'strong', size: 19, colour: inks.ink };
export const sumStyle: Style = { face: 'strong', size: 23, colour: inks.ink };
export const headingStyles = {
  2: { face: 'strong', size: 13, colour: inks.ink },
  3: { face: 'strong', size: 11.5, colour: inks.ink },
} as const satisfies Record<number, Style>;

/** From one line to the next, and from the top of a line to where its letters stand. */
export function leading({ size }: Style): number {
  return size * 1.28;
}
export function ascent({ size }: Style): number {
  return size * 0.98;
}

export function moved(items: readonly Item[], x: number, y: number): Item[] {
  return items.map((item) => ({ ...item, x: item.x + x, y: item.y + y }));
}
