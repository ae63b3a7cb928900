import type { Glyph } from 'fontkit';
import { type FileOf, infoObject, metadataOf } from './file-info.ts';
import { FontObjects, numbersOfAFont } from './font-objects.ts';
import type { Fonts } from './fonts.ts';
import type { Drawn } from './page-content.ts';
import { arrayOf, refTo, saidInPdf } from './pdf-words.ts';
import { PdfWriter } from './pdf-writer.ts';
import { sheet } from './sheet.ts';
import { ownersObject, storyObjects } from './story-objects.ts';

/** What files are made with, made once for all of them. */
export interface FileFonts {
  readonly regular: FontObjects;
  readonly strong: FontObjects;
}

export function fileFontsOf({ regular, strong }: Fonts): FileFonts {
  return { regular: new FontObjects(regular), strong: new FontObjects(strong) };
}

/** Where a paper went that is in the file: the numbers of its pages, of its element and of who owns their pieces. */
interface PaperIn {
  readonly title: string;
  readonly pages: number;
  readonly pageCount: number;
  readonly element: number;
  readonly owners: number;
}

/**
 * A PDF file that is written as papers are put into it: nothing of them is kept but where they are. It is a writer of our own because a
 * letter stands in two files and is drawn once for both: with a library, which draws it for each, letters took three times as long. No
 * library was found that draws once and writes twice.
 */
export class PdfFile {
  readonly #of: FileOf;
  readonly #fonts: FileFonts;
  readonly #writer: PdfWriter;
  readonly #pages: number;
  readonly #story: number;
  readonly #regular: number;
  readonly #strong: number;
  readonly #glyphs = { regular: new Map<number, Glyph>(), strong: new Map<number, Glyph>() };
  readonly #papers: PaperIn[] = [];
  #pageCount = 0;

  /** The bytes go to `onBytes` as they come. */
  constructor(of: FileOf, fonts: FileFonts, onBytes: (bytes: Uint8Array) => void) {
    this.#of = of;
    this.#fonts = fonts;
    this.#writer = new PdfWriter(onBytes);
    this.#pages = this.#writer.numbers();
    this.#story = this.#writer.numbers();
    this.#regular = this.#writer.numbers(numbersOfAFont);
    this.#strong = this.#writer.numbers(numbersOfAFont);
  }

  add(drawn: Drawn): void {
    const { title, pages, elements, glyphs } = drawn;
    const pageCount = pages.length;
    const contents = this.#writer.numbers(pageCount);
    for (const [index, { content }] of pages.entries()) {
      this.#writer.stream(contents + index, '/Filter/FlateDecode', content);
    }
    const group = this.#writer.numbers(1 + pageCount + 1 + elements.length + 1);
    const paper = { title, pages: group + 1, pageCount, element: group + 1 + pageCount };
    const owners = paper.element + 1 + elements.length;
    const kids = pages.map((_, index) => refTo(paper.pages + index));
    this.#writer.objects(group, [
      `<</Type/Pages/Parent ${refTo(this.#pages)}/Count ${pageCount}/Kids${arrayOf(kids)}>>`,
      ...kids.map((_, index) => {
        const key = this.#pageCount + index;
        return `<</Type/Page/Parent ${refTo(group)}/Contents ${refTo(contents + index)}/StructParents ${key}>>`;
      }),
      ...storyObjects(drawn, { story: this.#story, pages: paper.pages, paper: paper.element }),
      ownersObject(drawn, this.#pageCount, paper.element),
    ]);
    this.#papers.push({ ...paper, owners });
    this.#pageCount += pageCount;
    for (const glyph of glyphs.regular.values()) this.#glyphs.regular.set(glyph.id, glyph);
    for (const glyph of glyphs.strong.values()) this.#glyphs.strong.set(glyph.id, glyph);
  }

  /** After it all bytes have been given. */
  end(): void {
    this.#fonts.regular.write(this.#writer, this.#regular, this.#glyphs.regular.values());
    this.#fonts.strong.write(this.#writer, this.#strong, this.#glyphs.strong.values());
    const [pages, story] = [this.#pagesObject(), this.#storyObject()];
    this.#writer.objects(this.#pages, [pages, story]);
    const metadata = this.#writer.numbers();
    this.#writer.stream(metadata, '/Type/Metadata/Subtype/XML', Buffer.from(metadataOf(this.#of)));
    const outline = this.#papers.length > 1 ? this.#addOutline() : '';
    const first = this.#writer.numbers(2);
    this.#writer.objects(first, [
      `<</Type/Catalog/Pages ${refTo(this.#pages)}/StructTreeRoot ${refTo(this.#story)}/MarkInfo<</Marked true>>/Lang(en-GB)/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${refTo(metadata)}${outline}>>`,
      infoObject(this.#of),
    ]);
    this.#writer.end(`/Root ${refTo(first)}/Info ${refTo(first + 1)}`);
  }

  #pagesObject(): string {
    const kids = arrayOf(this.#papers.map(({ pages }) => refTo(pages - 1)));
    const fonts = `/Resources<</Font<</regular ${refTo(this.#regular)}/strong ${refTo(this.#strong)}>>>>`;
    const box = `/MediaBox[0 0 ${sheet.width} ${sheet.height}]`;
    return `<</Type/Pages/Count ${this.#pageCount}/Kids${kids}${box}${fonts}>>`;
  }

  #storyObject(): string {
    const papers = arrayOf(this.#papers.map(({ element }) => refTo(element)));
    const owners = arrayOf(this.#papers.map((paper) => refTo(paper.owners)));
    return `<</Type/StructTreeRoot/K${papers}/ParentTree<</Kids${owners}>>/ParentTreeNextKey ${this.#pageCount}>>`;
  }

  /** A list of the papers, for whoever looks for one of thousands. */
  #addOutline(): string {
    const root = this.#writer.numbers(1 + this.#papers.length);
    const [first, last] = [root + 1, root + this.#papers.length];
    this.#writer.objects(root, [
      `<</Type/Outlines/First ${refTo(first)}/Last ${refTo(last)}/Count ${this.#papers.length}>>`,
      ...this.#papers.map(({ title, pages }, index) => {
        const own = first + index;
        const before = own === first ? '' : `/Prev ${refTo(own - 1)}`;
        const after = own === last ? '' : `/Next ${refTo(own + 1)}`;
        return `<</Title${saidInPdf(title)}/Parent ${refTo(root)}${before}${after}/Dest[${refTo(pages)}/Fit]>>`;
      }),
    ]);
    return `/Outlines ${refTo(root)}`;
  }
}
