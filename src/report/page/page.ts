import { visible } from '../../domain/words/visible.ts';
import { displayWidth } from './display-width.ts';
import type { Paint, Tone } from './paint.ts';
import { type TextTable, tableLines } from './text-table.ts';
import { wordsToBreakAt } from './words-together.ts';

/** A piece of a page for a person to read. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: boolean }
  /** Lines whose own margin says how deep they lie. */
  | { readonly kind: 'tree'; readonly lines: readonly string[] }
  /** A line that is never broken, such as a path. */
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly table: TextTable };

const indent = '  ';

export const title = (text: string): Block => ({ kind: 'title', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const bulletList = (items: readonly string[]): Block => ({ kind: 'list', items });
export const numberedList = (items: readonly string[]): Block => ({ kind: 'list', items, numbered: true });
export const tree = (lines: readonly string[]): Block => ({ kind: 'tree', lines });
export const unbroken = (text: string): Block => ({ kind: 'line', text });
export const table = (of: TextTable): Block => ({ kind: 'table', table: of });

/** A paragraph, marked as a whole where a tone is given. */
export function paragraph(text: string, tone?: Tone): Block {
  return tone === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, tone };
}

/** A page as text, as wide as `paint` says but for its tables; nothing in it that a terminal would obey but the marks of `paint`. */
export function renderPage(blocks: readonly Block[], paint: Paint): string {
  return blocks
    .map((block, index) => spaceBefore(block, blocks[index - 1]) + inLines(blockLines(block, paint)))
    .join('');
}

/** An empty line before each heading, and between two tables. */
function spaceBefore(block: Block, last: Block | undefined): string {
  if (last === undefined) return '';
  const parts = block.kind === 'heading' || (block.kind === 'table' && last.kind !== 'heading');
  return parts ? '\n' : '';
}

function inLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function blockLines(block: Block, paint: Paint): string[] {
  switch (block.kind) {
    case 'title':
      return wrap(block.text, paint.width).map(paint.strong);
    case 'heading':
      return wrap(block.text, paint.room === null ? Number.POSITIVE_INFINITY : paint.width).map(paint.heading);
    case 'paragraph':
      return marked(hang(block.text, indent, indent, paint.width), paint, block.tone);
    case 'list':
      return block.items.flatMap((item, index) => listItem(item, index, block, paint.width));
    case 'tree':
      return block.lines.flatMap((line) => treeLine(line, paint.width));
    case 'line':
      return [indent + visible(block.text)];
    case 'table':
      return tableLines(block.table, paint, paint.room === null ? null : paint.room - indent.length).map(
        (line) => indent + line,
      );
  }
}

function marked(lines: readonly string[], paint: Paint, tone: Tone | undefined): string[] {
  return tone === undefined ? [...lines] : lines.map(paint[tone]);
}

function listItem(
  item: string,
  index: number,
  { items, numbered }: Extract<Block, { kind: 'list' }>,
  pageWidth: number,
): string[] {
  if (numbered !== true) return hang(item, `${indent}- `, `${indent}  `, pageWidth);
  const width = String(items.length).length;
  const number = `${indent}${String(index + 1).padStart(width)}. `;
  return hang(item, number, ' '.repeat(number.length), pageWidth);
}

function treeLine(line: string, pageWidth: number): string[] {
  const margin = indent + line.slice(0, line.length - line.trimStart().length);
  return hang(line.trimStart(), margin, `${margin}  `, pageWidth);
}

function hang(text: string, first: string, rest: string, pageWidth: number): string[] {
  return wrap(text, pageWidth - first.length).map((line, index) => (index === 0 ? first : rest) + line);
}

/** Breaks a text at its spaces; a word longer than the line stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const word of wordsToBreakAt(visible(text), width)) {
    const wide = displayWidth(word);
    if (line !== '' && taken + 1 + wide > width) {
      lines.push(line);
      [line, taken] = [word, wide];
    } else {
      [line, taken] = line === '' ? [word, wide] : [`${line} ${word}`, taken + 1 + wide];
    }
  }
  return [...lines, line];
}
