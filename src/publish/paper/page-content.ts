import { deflateSync } from 'node:zlib';
import type { Glyph } from 'fontkit';
import type { Fonts } from './fonts.ts';
import { type Element, type Item, type Laid, sheet, type Text } from './sheet.ts';

/** A document whose pages are drawn: the same bytes stand in every file that it is put into. */
export interface Drawn {
  readonly title: string;
  readonly elements: readonly Element[];
  readonly pages: readonly DrawnPage[];
  readonly glyphs: UsedGlyphs;
}

export interface DrawnPage {
  /** Packed. */
  readonly content: Uint8Array;
  /** The elements that its pieces belong to, by the numbers of the pieces. */
  readonly owners: readonly number[];
}

/** The glyphs that stand on pages, by number. */
export type UsedGlyphs = Readonly<Record<Text['face'], ReadonlyMap<number, Glyph>>>;

export function draw({ title, elements, pages }: Laid, fonts: Fonts): Drawn {
  const glyphs = { regular: new Map<number, Glyph>(), strong: new Map<number, Glyph>() };
  const drawn = pages.map((items) => {
    const page = new PageContent(fonts, glyphs);
    for (const run of runsOf(items)) page.addRun(run, elements);
    return { content: deflateSync(page.operators), owners: page.owners };
  });
  return { title, elements, pages: drawn, glyphs };
}

/** Items beside one another that are of one element of the story, or of none. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  let of: number | null | undefined;
  for (const item of items) {
    const element = elementOf(item);
    if (runs.length > 0 && element === of) runs.at(-1)?.push(item);
    else runs.push([item]);
    of = element;
  }
  return runs;
}

function elementOf(item: Item | undefined): number | null {
  return item?.kind === 'text' ? item.element : null;
}

/** The operators that draw a page. What stands already, as a colour does, is not set again. */
class PageContent {
  operators = '';
  readonly owners: number[] = [];
  readonly #fonts: Fonts;
  readonly #glyphs: Readonly<Record<Text['face'], Map<number, Glyph>>>;
  #face = '';
  #fill = '';
  #stroke = '';

  constructor(fonts: Fonts, glyphs: Readonly<Record<Text['face'], Map<number, Glyph>>>) {
    this.#fonts = fonts;
    this.#glyphs = glyphs;
  }

  /** A run as one piece of its element, or as what is no part of the story. */
  addRun(items: readonly Item[], elements: readonly Element[]): void {
    const place = elementOf(items[0]);
    const tag = place === null ? undefined : elements[place]?.tag;
    this.operators +=
      place === null || tag === undefined ? '/Artifact BMC\n' : `/${tag}<</MCID ${this.owners.push(place) - 1}>>BDC\n`;
    for (const item of items) this.#add(item);
    this.operators += 'EMC\n';
  }

  #add(item: Item): void {
    switch (item.kind) {
      case 'text':
        this.#addText(item);
        return;
      case 'line': {
        const { x, y, length, width, colour } = item;
        if (colour !== this.#stroke) this.operators += `${inkOf(colour)} RG `;
        this.#stroke = colour;
        const [from, to, height] = [points(x), points(x + length), fromBelow(y)];
        this.operators += `${width} w ${from} ${height} m ${to} ${height} l S\n`;
        return;
      }
      case 'fill':
        this.#setFill(item.colour);
        this.operators += `${points(item.x)} ${fromBelow(item.y)} ${points(item.width)} ${points(-item.height)} re f\n`;
    }
  }

  #addText({ text, face, size, colour, x, y }: Text): void {
    const words = this.#fonts[face].words(text);
    const used = this.#glyphs[face];
    let shown = '';
    for (const word of words) {
      shown += word.shown;
      for (const glyph of word.glyphs) used.set(glyph.id, glyph);
    }
    this.#setFill(colour);
    this.operators += 'BT ';
    if (face !== this.#face) this.operators += `/${face} 1 Tf `;
    this.#face = face;
    this.operators += `${size} 0 0 ${size} ${points(x)} ${fromBelow(y)} Tm[${shown}]TJ ET\n`;
  }

  #setFill(colour: string): void {
    if (colour !== this.#fill) this.operators += `${inkOf(colour)} rg `;
    this.#fill = colour;
  }
}

/** `#15202b` as a page has it: red, green and blue, each of one. */
function inkOf(colour: string): string {
  return [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(3)).join(' ');
}

/** Hundredths of a point are finer than anybody sees. */
function points(length: number): number {
  return Math.round(length * 100) / 100;
}

/** A page of a file counts its heights from below. */
function fromBelow(y: number): number {
  return points(sheet.height - y);
}
