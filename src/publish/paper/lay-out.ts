import { blockChunks } from './block-chunks.ts';
import type { Paper } from './blocks.ts';
import { type Chunk, Drawing, moved, styles } from './chunk.ts';
import type { Fonts } from './fonts.ts';
import { setLines } from './lines.ts';
import { type Item, type Laid, sheet } from './sheet.ts';
import { lineUnderLine } from './table-chunks.ts';

/** A paper on its pages, each with its foot: what it is, and `Page n of m`. */
export function layOut(paper: Paper, fonts: Fonts): Laid {
  const drawing = new Drawing(fonts);
  const chunks = paper.blocks.flatMap((block) => blockChunks(drawing, block, sheet.text));
  const pages = partsOf(chunks).flatMap(onFewPages);
  return {
    title: paper.title,
    pages: pages.map((items, index) => [...items, ...foot(drawing, paper.foot, index + 1, pages.length)]),
    elements: drawing.elements,
  };
}

/** What begins on a page of its own, each with what follows it. */
function partsOf(chunks: readonly Chunk[]): Chunk[][] {
  const parts: Chunk[][] = [[]];
  for (const chunk of chunks) {
    if (chunk.startsPage) parts.push([]);
    else parts.at(-1)?.push(chunk);
  }
  return parts.filter((part) => part.length > 0);
}

/** What is left of the space between blocks where that saves a page. */
const closer = 0.4;

/** What would run over by a few lines stands a little closer. */
function onFewPages(part: readonly Chunk[]): Item[][] {
  const wide = onPages(part, 1);
  if (wide.length === 1) return wide;
  const close = onPages(part, closer);
  return close.length < wide.length ? close : wide;
}

function onPages(chunks: readonly Chunk[], space: number): Item[][] {
  let page: Item[] = [];
  const pages = [page];
  let y: number = sheet.top;
  const put = (chunk: Chunk) => {
    page.push(...moved(chunk.items, sheet.left, y));
    y += chunk.height;
  };
  const turn = () => {
    page = [];
    pages.push(page);
    y = sheet.top;
  };
  for (const group of groupsOf(chunks)) {
    const height = group.reduce((sum, chunk, index) => sum + chunk.height + (index > 0 ? chunk.gap * space : 0), 0);
    const [first] = group;
    const room = sheet.bottom - y - (y > sheet.top ? (first?.gap ?? 0) * space : 0);
    if (height > room && y > sheet.top && fitsAPage(height)) turn();
    for (const chunk of group) {
      const atTop = () => y === sheet.top;
      if (!atTop() && y + chunk.gap * space + chunk.height > sheet.bottom) turn();
      if (atTop() && chunk.again) put(chunk.again);
      else if (!atTop()) y += chunk.gap * space;
      put(chunk);
    }
  }
  return pages;
}

function fitsAPage(height: number): boolean {
  return height <= sheet.bottom - sheet.top;
}

/** What stays together, in order: each piece with those that it stays with. */
function groupsOf(chunks: readonly Chunk[]): Chunk[][] {
  const groups: Chunk[][] = [];
  let open = false;
  for (const chunk of chunks) {
    if (open) groups.at(-1)?.push(chunk);
    else groups.push([chunk]);
    open = chunk.staysWithNext;
  }
  return groups;
}

function foot(drawing: Drawing, text: string, page: number, of: number): Item[] {
  const number = `Page ${page} of ${of}`;
  const numberWidth = drawing.fonts.regular.width(number, styles.small.size);
  const left = setLines(drawing, [{ text, look: 'small-dim' }], sheet.text - numberWidth - 16, null);
  const right = setLines(drawing, [{ text: number, look: 'small-dim' }], numberWidth + 1, null);
  return [
    ...moved(lineUnderLine(left.lines, left.lineHeight), sheet.left, sheet.foot - left.height),
    ...moved(lineUnderLine(right.lines, right.lineHeight), sheet.right - numberWidth, sheet.foot - right.height),
  ];
}
