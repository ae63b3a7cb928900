/** A document with a place for everything, as data: what a page shows, and what each piece of it is. Points, from the top left. */
export interface Laid {
  readonly title: string;
  readonly pages: readonly (readonly Item[])[];
  readonly elements: readonly Element[];
}

export type Item = Text | Line | Ground;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
  readonly face: 'regular' | 'strong';
  readonly size: number;
  readonly colour: string;
  readonly x: number;
  /** Of the line that the letters stand on. */
  readonly y: number;
  /** Its place in the elements; null for what is no part of the story, as the foot of a page. */
  readonly element: number | null;
}

export interface Line {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly width: number;
  readonly colour: string;
}

export interface Ground {
  readonly kind: 'fill';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** What a piece of the story is, for whoever hears it read: the tags of a PDF file. */
export interface Element {
  readonly tag: Tag;
  /** Its place in the elements; null for what stands by itself. */
  readonly parent: number | null;
  readonly scope?: 'Row' | 'Column';
  /** What is read in place of what is seen. */
  readonly said?: string;
}

export type Tag = 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'Caption' | 'TR' | 'TH' | 'TD' | List | 'Sect';
/** A list, its items, the bullet of an item and what it says. */
type List = 'L' | 'LI' | 'Lbl' | 'LBody';

export const inks = {
  ink: '#15202b',
  dim: '#4a5763',
  line: '#d0d8df',
  tint: '#f3f6f8',
} as const;

/** A4, upright, with margins of 20 mm. */
export const sheet = {
  width: 595.28,
  height: 841.89,
  left: 56.69,
  right: 538.59,
  top: 48,
  bottom: 794,
  foot: 815,
  text: 481.9,
} as const;
