import type { LetterHead, PaperBlock, Phrases, SumBox } from './blocks.ts';
import {
  ascent,
  type Chunk,
  type Drawing,
  headingStyles,
  leading,
  moved,
  type Style,
  styles,
  sumStyle,
  titleStyle,
} from './chunk.ts';
import { type SetLines, setLines, styledLines } from './lines.ts';
import { type Item, inks } from './sheet.ts';
import { lineUnderLine, tableChunks } from './table-chunks.ts';

/** A block as pieces of a page, of a width. */
export function blockChunks(drawing: Drawing, block: PaperBlock, width: number): Chunk[] {
  switch (block.kind) {
    case 'letter-head':
      return [letterHead(drawing, block, width)];
    case 'title':
      return title(drawing, block, width);
    case 'sum-box':
      return [sumBox(drawing, block, width)];
    case 'heading':
      return [heading(drawing, block.level, block.text, width)];
    case 'paragraph':
      return lineChunks(setLines(drawing, block.words, width, drawing.element('P')), 4);
    case 'list':
      return list(drawing, block.items, width);
    case 'cause':
      return cause(drawing, block, width);
    case 'table':
      return tableChunks(drawing, block, width, null);
    case 'rule': {
      const line: Item = { kind: 'line', x: 0, y: 0, length: width, width: 1, colour: inks.ink };
      return [{ height: 2, gap: 13, staysWithNext: true, items: [line] }];
    }
    case 'beside':
      return [beside(drawing, block, width)];
    case 'new-page':
      return [{ height: 0, gap: 0, staysWithNext: true, items: [], startsPage: true }];
  }
}

/** Lines of a paragraph: its first two stand together, and its last two. */
function lineChunks({ lines, lineHeight }: SetLines, gap: number, x = 0): Chunk[] {
  return lines.map((items, index) => ({
    height: lineHeight,
    gap: index === 0 ? gap : 0,
    staysWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    items: x === 0 ? items : moved(items, x, 0),
  }));
}

function heading(drawing: Drawing, level: 2 | 3, text: string, width: number): Chunk {
  const style = headingStyles[level];
  const { lines, lineHeight, height } = styledLines(
    drawing,
    [{ text, style }],
    width,
    drawing.element(level === 2 ? 'H2' : 'H3'),
  );
  return { height, gap: level === 2 ? 13 : 10, staysWithNext: true, items: lineUnderLine(lines, lineHeight) };
}

function title(drawing: Drawing, block: Extract<PaperBlock, { kind: 'title' }>, width: number): Chunk[] {
  const first = styledLines(drawing, [{ text: block.text, style: titleStyle }], width, drawing.element('H1'));
  const under = block.under.flatMap((text) =>
    lineChunks(setLines(drawing, [{ text, look: 'dim' }], width, drawing.element('P')), 1),
  );
  const head = {
    height: first.height,
    gap: 20,
    staysWithNext: true,
    items: lineUnderLine(first.lines, first.lineHeight),
  };
  return [head, ...under.map((chunk) => ({ ...chunk, staysWithNext: true }))];
}

function list(drawing: Drawing, items: readonly Phrases[], width: number): Chunk[] {
  const element = drawing.element('L');
  return items.flatMap((item) => {
    const of = drawing.element('LI', element);
    const label = drawing.element('Lbl', of);
    const body = drawing.element('LBody', of);
    const lines = lineChunks(setLines(drawing, item, width - 14, body), 3, 14);
    const [first, ...rest] = lines;
    if (!first) return [];
    const bullet: Item = { kind: 'text', text: '•', ...styles.plain, x: 3, y: ascent(styles.plain), element: label };
    return [{ ...first, items: [bullet, ...first.items] }, ...rest];
  });
}

/** What it is on the left, its sum on the right, the reason below. */
function cause(drawing: Drawing, block: Extract<PaperBlock, { kind: 'cause' }>, width: number): Chunk[] {
  const element = drawing.element('P');
  const sumWidth = drawing.fonts.strong.width(block.amount, styles.strong.size);
  const name = styledLines(
    drawing,
    [{ text: block.title, style: styles.strong }],
    width - (sumWidth === 0 ? 0 : sumWidth + 16),
    element,
  );
  const sum = styledLines(drawing, [{ text: block.amount, style: styles.strong }], width, element, 'right');
  const items = [...lineUnderLine(name.lines, name.lineHeight), ...lineUnderLine(sum.lines, sum.lineHeight)];
  const head: Chunk = { height: name.height, gap: 6, staysWithNext: true, items };
  return [head, ...lineChunks(setLines(drawing, block.words, width, drawing.element('P')), 1)];
}

/** The window of a DL envelope begins 50 mm from the top, and the box of references stands beside it. */
function letterHead(drawing: Drawing, { sender, unit, addressee, references }: LetterHead, width: number): Chunk {
  const half = width * 0.52;
  const senderStyle: Style = { ...styles.strong, size: 13 };
  const from = styledLines(drawing, [{ text: sender, style: senderStyle }], half, drawing.element('P'));
  const office = unit === null ? null : setLines(drawing, [{ text: unit, look: 'dim' }], half, drawing.element('P'));
  const to = drawing.element('P');
  const address = addressee.map((line) => setLines(drawing, [{ text: line }], half, to));
  const right = referenceBox(drawing, references, width - half - 16);
  const window = Math.max(93, from.height + (office?.height ?? 0) + 18);
  const items: Item[] = [
    ...lineUnderLine(from.lines, from.lineHeight),
    ...(office ? moved(lineUnderLine(office.lines, office.lineHeight), 0, from.height) : []),
  ];
  let y = window;
  for (const line of address) {
    items.push(...moved(lineUnderLine(line.lines, line.lineHeight), 0, y));
    y += line.height;
  }
  items.push(...moved(right.items, half + 16, 0));
  return { height: Math.max(y, right.height), gap: 0, staysWithNext: true, items };
}

function referenceBox(drawing: Drawing, references: LetterHead['references'], width: number) {
  const items: Item[] = [{ kind: 'line', x: 0, y: 0, length: width, width: 1.5, colour: inks.ink }];
  let y = 5;
  for (const [name, value] of references) {
    const element = drawing.element('P');
    const said = setLines(drawing, [{ text: `${name} `, look: 'small-dim' }], width * 0.4, element);
    const what = styledLines(drawing, [{ text: value, style: styles.small }], width * 0.6, element, 'right');
    items.push(...moved(lineUnderLine(said.lines, said.lineHeight), 0, y));
    items.push(...moved(lineUnderLine(what.lines, what.lineHeight), width * 0.4, y));
    y += Math.max(said.height, what.height) + 2.5;
  }
  return { items, height: y };
}

/** The sum on the right, what it is on the left: a tint with a thick left edge. */
function sumBox(drawing: Drawing, { says, amount, notes }: SumBox, width: number): Chunk {
  const inset = 14;
  const element = drawing.element('P');
  const sumWidth = amount === null ? 0 : drawing.fonts.strong.width(amount, sumStyle.size) + 20;
  const what: Style = { ...styles.strong, size: 13.5 };
  const name = styledLines(drawing, [{ text: says, style: what }], width - inset * 2 - sumWidth, element);
  const sum =
    amount === null
      ? null
      : styledLines(drawing, [{ text: amount, style: sumStyle }], width - inset * 2, element, 'right');
  // Both stand on one line.
  const base = 9 + Math.max(name.height - leading(what) + ascent(what), sum === null ? 0 : ascent(sumStyle));
  let y = base + 6;
  const items: Item[] = [];
  for (const note of notes) {
    const lines = setLines(drawing, [{ text: note, look: 'small-dim' }], width - inset * 2, drawing.element('P'));
    items.push(...moved(lineUnderLine(lines.lines, lines.lineHeight), inset, y));
    y += lines.height + 1;
  }
  const height = y + 9;
  const ground: Item[] = [
    { kind: 'fill', x: 0, y: 0, width, height, colour: inks.tint },
    { kind: 'fill', x: 0, y: 0, width: 4, height, colour: inks.ink },
  ];
  const words = [
    ...moved(lineUnderLine(name.lines, name.lineHeight), inset, base - ascent(what) - name.height + leading(what)),
    ...(sum ? moved(lineUnderLine(sum.lines, sum.lineHeight), inset, base - ascent(sumStyle)) : []),
  ];
  return { height, gap: 10, staysWithNext: false, items: [...ground, ...words, ...items] };
}

function beside(drawing: Drawing, { left, right }: Extract<PaperBlock, { kind: 'beside' }>, width: number): Chunk {
  const half = (width - 24) / 2;
  const sides = [left, right].map((blocks) => piled(blocks.flatMap((block) => blockChunks(drawing, block, half))));
  const items = sides.flatMap((side, place) => moved(side.items, place * (half + 24), 0));
  return { height: Math.max(0, ...sides.map(({ height }) => height)), gap: 8, staysWithNext: false, items };
}

function piled(chunks: readonly Chunk[]): { readonly height: number; readonly items: Item[] } {
  let height = 0;
  const items: Item[] = [];
  for (const chunk of chunks) {
    if (height > 0) height += chunk.gap;
    items.push(...moved(chunk.items, 0, height));
    height += chunk.height;
  }
  return { height, items };
}
