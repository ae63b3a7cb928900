import PDFDocument, { type StructureElement } from 'pdfkit';
import type { Day } from '../../domain/day.ts';
import type { Fonts } from './fonts.ts';
import type { Element, Item, Laid, Text } from './sheet.ts';

/** What all papers of one file have in common. */
export interface FileOf {
  readonly title: string;
  readonly author: string;
  /** The day that the file names as that of its making: it is not to change from one day to the next. */
  readonly day: Day;
}

/** A PDF file that is written as papers are put into it; its bytes go to `onBytes`. */
export interface PdfFile {
  add(laid: Laid): void;
  /** After it all bytes have been given. */
  end(): Promise<void>;
}

const daysBefore1970 = 719_468;

export function openPdf({ title, author, day }: FileOf, fonts: Fonts, onBytes: (bytes: Uint8Array) => void): PdfFile {
  const made = new Date((day - daysBefore1970) * 86_400_000);
  const document = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    font: null,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-GB',
    subset: 'PDF/UA',
    info: { Title: title, Author: author, Creator: 'quarterday', Producer: 'quarterday', CreationDate: made },
  });
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', onBytes);
    document.on('end', resolve);
    document.on('error', reject);
  });
  document.registerFont('regular', fonts.regular.font);
  document.registerFont('strong', fonts.strong.font);
  return {
    add: (laid) => addPaper(document, laid),
    end() {
      document.end();
      return ended;
    },
  };
}

function addPaper(document: PDFDocument, { title, pages, elements }: Laid): void {
  const paper = document.struct('Document', { title });
  document.addStructure(paper);
  const made: StructureElement[] = [];
  // Elements come after those that they belong to.
  for (const { tag, parent, scope, said } of elements) {
    const element = document.struct(tag, {
      ...(scope === undefined ? {} : { scope }),
      ...(said === undefined ? {} : { actual: said }),
    });
    (parent === null ? paper : (made[parent] ?? paper)).add(element);
    made.push(element);
  }
  const keys: number[] = [];
  for (const items of pages) {
    document.addPage();
    keys.push(document.page.structParentTreeKey);
    for (const run of runsOf(items)) paintRun(document, run, elements, made);
  }
  paper.end();
  // What the pages belong to is written at once: kept until the end, it would be most of the memory of a long file.
  const tree = document.getStructParentTree();
  for (const key of keys) {
    const parents = document.ref(tree.get(key));
    parents.end();
    tree.add(key, parents);
  }
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

function elementOf(item: Item): number | null {
  return item.kind === 'text' ? item.element : null;
}

/** Paints a run as one piece of its element, or as what is no part of the story. */
function paintRun(
  document: PDFDocument,
  items: readonly Item[],
  elements: readonly Element[],
  made: readonly StructureElement[],
): void {
  const [first] = items;
  const place = first ? elementOf(first) : null;
  const [element, into] = place === null ? [] : [elements[place], made[place]];
  if (element === undefined || into === undefined) {
    document.markContent('Artifact');
    for (const item of items) paint(document, item);
    document.endMarkedContent();
  } else {
    const content = document.markStructureContent(element.tag);
    for (const item of items) paint(document, item);
    document.endMarkedContent();
    into.add(content);
  }
}

function paint(document: PDFDocument, item: Item): void {
  switch (item.kind) {
    case 'text':
      paintText(document, item);
      return;
    case 'line': {
      const { x, y, length, width, colour } = item;
      document
        .moveTo(x, y)
        .lineTo(x + length, y)
        .lineWidth(width)
        .strokeColor(colour)
        .stroke();
      return;
    }
    case 'fill':
      document.rect(item.x, item.y, item.width, item.height).fillColor(item.colour).fill();
  }
}

function paintText(document: PDFDocument, { text, face, size, colour, x, y }: Text): void {
  document.font(face, size).fillColor(colour).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
}
