import { visible } from '../../domain/words/visible.ts';
import { displayWidth } from './display-width.ts';
import type { Paint } from './paint.ts';

/** A table for a person to read. A row marked as a total stands below a rule. */
export interface TextTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Row[];
}

export interface TableColumn {
  readonly name: string;
  /** Figures stand at the right, words at the left. */
  readonly align: 'left' | 'right';
}

export interface Row {
  readonly cells: readonly string[];
  readonly total?: true;
}

export const wordColumn = (name: string): TableColumn => ({ name, align: 'left' });
export const figureColumn = (name: string): TableColumn => ({ name, align: 'right' });
export const row = (...cells: readonly string[]): Row => ({ cells });
export const totalRow = (...cells: readonly string[]): Row => ({ cells, total: true });

const gap = '  ';

/** The lines of a table, columns aligned; its heading is dim and its totals are strong. Where there is little room, words go on below. */
export function tableLines({ columns, rows }: TextTable, paint: Paint, room: number | null): string[] {
  const names = columns.map(({ name }) => name);
  const shown = rows.map(({ cells }) => columns.map((_, at) => visible(cells[at] ?? '')));
  const widths = columnWidths(columns, [names, ...shown], room);
  const lines = (cells: readonly string[]) => rowLines(columns, cells, widths);
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return [
    ...lines(names).map(paint.dim),
    ...rows.flatMap(({ total }, at) => {
      const texts = lines(shown[at] ?? []);
      return total === true ? [paint.dim(rule), ...texts.map(paint.strong)] : texts;
    }),
  ];
}

/** Each column is as wide as its widest cell; where that is more than there is room for, words are narrowed, the widest first. */
function columnWidths(
  columns: readonly TableColumn[],
  all: readonly (readonly string[])[],
  room: number | null,
): readonly number[] {
  const most = (at: number, of: (cell: string) => number) => Math.max(...all.map((cells) => of(cells[at] ?? '')));
  const widths = columns.map((_, at) => most(at, displayWidth));
  const longestWords = columns.map((_, at) => most(at, (cell) => Math.max(...cell.split(' ').map(displayWidth))));
  let over = room === null ? 0 : widths.reduce((sum, width) => sum + width, gap.length * (columns.length - 1)) - room;
  for (; over > 0; over -= 1) {
    const spare = columns.map(({ align }, at) => {
      const [width = 0, word = 0] = [widths[at], longestWords[at]];
      return align === 'left' && width > word ? width : 0;
    });
    const widest = spare.indexOf(Math.max(...spare));
    const width = spare[widest] ?? 0;
    if (width === 0) break;
    widths[widest] = width - 1;
  }
  return widths;
}

/** A row, on as many lines as its words need; figures are never broken. */
function rowLines(columns: readonly TableColumn[], cells: readonly string[], widths: readonly number[]): string[] {
  const parts = columns.map(({ align }, at) => {
    const cell = cells[at] ?? '';
    return align === 'left' ? wrapped(cell, widths[at] ?? 0) : [cell];
  });
  const height = Math.max(...parts.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ align }, at) => pad(parts[at]?.[line] ?? '', widths[at] ?? 0, align))
      .join(gap)
      .trimEnd(),
  );
}

/** A cell that is too wide, broken at its spaces; one that fits stands as it is. */
function wrapped(cell: string, width: number): string[] {
  if (displayWidth(cell) <= width) return [cell];
  const lines: string[] = [];
  for (const word of cell.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}
