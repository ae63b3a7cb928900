import { visible } from '../../domain/words/visible.ts';
import { displayWidth } from './display-width.ts';
import type { Paint } from './paint.ts';
import { wordsToBreakAt } from './words-together.ts';

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
/** Where a row goes on below, it begins further in. */
const further = '    ';
/** Words are not narrowed below this. */
const narrowest = 16;

/** Columns that stand beside one another, each with its place in the row and its width. */
type Band = readonly { readonly at: number; readonly align: TableColumn['align']; readonly width: number }[];

/** How wide a column is, and how narrow it may become. */
type Size = Band[number] & { readonly least: number };

/**
 * The lines of a table, columns aligned; its heading is marked and its totals are strong. Where there is little room, words go on below, once;
 * where there is less, a row is two lines, of which the first is left out where it would be that of the row before.
 */
export function tableLines({ columns, rows }: TextTable, paint: Paint, room: number | null): string[] {
  const names = columns.map(({ name }) => name);
  const shown = rows.map(({ cells }) => columns.map((_, at) => visible(cells[at] ?? '')));
  const bands = bandsOf(columns, shown, room);
  const last = bands.at(-1) ?? [];
  const rule = marginOf(bands.length - 1) + last.map(({ width }) => '-'.repeat(width)).join(gap);
  return [
    ...bandLines(bands, names, 'bottom').map((line) => line.replace(/\S.*/, paint.head)),
    ...rows.flatMap(({ total }, at) => {
      if (total === true) return [rule, ...bandLines(bands, shown[at] ?? [], 'top').map(paint.strong)];
      return bandLines(bands, shown[at] ?? [], 'top', shown[at - 1]);
    }),
  ];
}

/** All columns beside one another, or the first ones on a line of their own, so that all others stand on the next. */
function bandsOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: number | null): Band[] {
  const sizes = columns.map(({ name, align }, at): Size => {
    const [cells, cellWord] = widest(rows.map((cells) => cells[at] ?? ''));
    const [head, headWord] = widest([name]);
    const words = Math.max(cellWord, headWord, Math.min(cells, narrowest));
    return { at, align, width: Math.max(cells, head), least: align === 'left' ? words : Math.max(cells, headWord) };
  });
  if (room === null) return [sizes];
  const fitting = sizes.flatMap((_, apart): Band[][] => {
    const first = narrowed(sizes.slice(0, apart), room);
    const others = narrowed(sizes.slice(apart), room - marginOf(apart).length);
    if (first === null || others === null) return [];
    return [apart === 0 ? [others] : [first, others]];
  });
  const isLow = (bands: readonly Band[]) => bands.flat().every(({ at, width }) => isWithinTwoLines(rows, at, width));
  return fitting.find(isLow) ?? fitting[0] ?? folded(sizes, room);
}

/** Words that go on below more than once are better read with a line of their own. */
function isWithinTwoLines(rows: readonly (readonly string[])[], at: number, width: number): boolean {
  return rows.every((cells) => wrapped(cells[at] ?? '', width).length <= 2);
}

function marginOf(band: number): string {
  return band === 0 ? '' : further;
}

function taken(of: Band): number {
  return of.reduce((sum, { width }) => sum + width, gap.length * (of.length - 1));
}

/** Columns in so much room: words and names are narrowed, the widest first; null where they have not enough of it. */
function narrowed(sizes: readonly Size[], room: number): Band | null {
  const narrow = sizes.map((size) => ({ ...size }));
  for (let over = taken(narrow) - room; over > 0; over -= 1) {
    const [most] = narrow.filter(({ width, least }) => width > least).sort((one, other) => other.width - one.width);
    if (most === undefined) return null;
    most.width -= 1;
  }
  return narrow;
}

/** As many columns on each line as it has room for. */
function folded(columns: Band, room: number): Band[] {
  const bands: Band[] = [];
  for (const { at, align, width } of columns) {
    const column = { at, align, width: align === 'left' ? Math.min(width, room - further.length) : width };
    const last = bands.at(-1) ?? [];
    if (last.length > 0 && taken([...last, column]) + marginOf(bands.length - 1).length <= room)
      bands.splice(-1, 1, [...last, column]);
    else bands.push([column]);
  }
  return bands;
}

/** The width of the widest text, and that of the longest word with the margin of its text. */
function widest(texts: readonly string[]): [number, number] {
  return texts.reduce<[number, number]>(
    ([text, word], each) => [
      Math.max(text, displayWidth(each)),
      each
        .trimStart()
        .split(' ')
        .reduce((most, part) => Math.max(most, marginIn(each).length + displayWidth(part)), word),
    ],
    [0, 0],
  );
}

/** A row, on as many lines as its bands and their words need. */
function bandLines(
  bands: readonly Band[],
  cells: readonly string[],
  stand: 'top' | 'bottom',
  before: readonly string[] = [],
): string[] {
  return bands.flatMap((band, index) => {
    const isLast = index === bands.length - 1;
    if (!isLast && band.every(({ at }) => cells[at] === '' || cells[at] === before[at])) return [];
    const parts = band.map(({ at, width }) => wrapped(cells[at] ?? '', width));
    const height = Math.max(...parts.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, line) =>
      band
        .map(({ align, width }, column) => {
          const part = parts[column] ?? [];
          return pad(part[stand === 'top' ? line : line - height + part.length] ?? '', width, align);
        })
        .join(gap)
        .trimEnd(),
    );
    return lines.map((line) => (line === '' ? line : marginOf(index) + line));
  });
}

/** A cell that is too wide, broken at its spaces; one that fits stands as it is. */
function wrapped(cell: string, width: number): string[] {
  if (displayWidth(cell) <= width) return [cell];
  const margin = marginIn(cell);
  const lines: string[] = [];
  for (const word of wordsToBreakAt(cell.trimStart(), width - margin.length)) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(margin + word);
  }
  return lines;
}

/** The blanks before the first word of a cell, which say how deep its row lies. */
function marginIn(cell: string): string {
  return cell.slice(0, cell.length - cell.trimStart().length);
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}
