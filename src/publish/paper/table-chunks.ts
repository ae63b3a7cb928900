import type { PaperColumn, Table, TableCell, TableRow } from './blocks.ts';
import { type Chunk, type Drawing, leading, moved, type Style, styles } from './chunk.ts';
import { setLines, styledLines } from './lines.ts';
import { type Item, inks } from './sheet.ts';

/** Between two columns, and above and below the words of a row. */
const between = 12;
const paddings = { dense: 1.6, plain: 2.8 };

/** How a table is set. */
interface Setting {
  readonly padding: number;
  readonly head: Style;
  readonly note: 'small-dim' | 'fine-dim';
}

interface Measured {
  readonly column: PaperColumn;
  readonly x: number;
  readonly width: number;
}

/** A table of so few rows stands on one page. */
const fewRows = 8;

/** A table as its caption, its head, its rows and its total: rows are not torn, the head comes again on each page, and the total stands with a row. */
export function tableChunks(drawing: Drawing, table: Table, width: number, parent: number | null): Chunk[] {
  const element = drawing.element('Table', parent);
  const setting: Setting = table.dense
    ? { padding: paddings.dense, head: styles['fine-dim'], note: 'fine-dim' }
    : { padding: paddings.plain, head: styles['small-dim'], note: 'small-dim' };
  const columns = measured(drawing, table, width, setting);
  const caption = table.caption === null ? [] : [captionChunk(drawing, table.caption, width, element)];
  const headRow = drawing.element('TR', element);
  const head = headChunk(drawing, columns, setting, width, headRow);
  const again = headChunk(drawing, columns, setting, width, null);
  const { rows, total } = table;
  const body = rows.map((row, index): Chunk => {
    const chunk = rowChunk(drawing, columns, setting, row, width, element, false);
    const isLast = index === rows.length - 1;
    return { ...chunk, again, staysWithNext: isLast ? total !== null : rows.length <= fewRows };
  });
  const foot = total === null ? [] : [rowChunk(drawing, columns, setting, total, width, element, true)];
  return [...caption, { ...head, gap: caption.length > 0 ? 0 : 4 }, ...body, ...foot];
}

/** Figures take what the widest of them takes; the columns of words share the rest. */
function measured({ fonts }: Drawing, { columns, rows, total }: Table, width: number, setting: Setting): Measured[] {
  const headWidth = (text: string) => fonts.regular.width(text, setting.head.size);
  const all = total === null ? rows : [...rows, total];
  const natural = columns.map(({ head, share }, place) => {
    if (share !== null) return 0;
    const cells = all.map(({ cells }) => cellWidth(cells[place], total !== null));
    const longestWord = Math.max(...head.split(' ').map(headWidth));
    return Math.max(...cells, longestWord, Math.min(columns.length > 3 ? 56 : 100, headWidth(head)));
  });
  function cellWidth(cell: TableCell | undefined, strong: boolean): number {
    const text = (cell?.words ?? []).map((span) => span.text).join('');
    const look = styles[cell?.words[0]?.look ?? 'plain'];
    return (strong ? fonts.strong : fonts.regular).width(text, look.size) + 0.5;
  }
  const gaps = between * (columns.length - 1);
  const shares = columns.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const rest = Math.max(0, width - gaps - natural.reduce((sum, each) => sum + each, 0));
  let x = 0;
  return columns.map((column, place) => {
    const wide = column.share === null ? (natural[place] ?? 0) : (rest * column.share) / shares;
    const at = { column, x, width: wide };
    x += wide + between;
    return at;
  });
}

function captionChunk(drawing: Drawing, text: string, width: number, table: number): Chunk {
  const style: Style = { ...styles.strong, size: styles.small.size };
  const { height, lines } = styledLines(drawing, [{ text, style }], width, drawing.element('Caption', table));
  return { height, gap: 10, staysWithNext: true, items: lineUnderLine(lines, height / lines.length) };
}

/** The names of the columns, which stand at the foot of their row; without a row of the story they are there for the eye alone. */
function headChunk(
  drawing: Drawing,
  columns: readonly Measured[],
  { head: style }: Setting,
  width: number,
  row: number | null,
): Chunk {
  const cells = columns.map(({ column, width: wide }) => {
    const element = row === null ? null : drawing.element('TH', row, { scope: 'Column' });
    return styledLines(drawing, [{ text: column.head, style }], wide, element, column.align);
  });
  const height = Math.max(...cells.map((cell) => cell.height));
  const items = cells.flatMap(({ lines, lineHeight, height: own }, place) =>
    moved(lineUnderLine(lines, lineHeight), columns[place]?.x ?? 0, height - own),
  );
  const line: Item = { kind: 'line', x: 0, y: height + 2, length: width, width: 1, colour: inks.ink };
  return { height: height + 3, gap: 0, staysWithNext: true, items: [...items, line] };
}

function rowChunk(
  drawing: Drawing,
  columns: readonly Measured[],
  { padding, note: noteLook }: Setting,
  { cells }: TableRow,
  width: number,
  table: number,
  isTotal: boolean,
): Chunk {
  const row = drawing.element('TR', table);
  const drawn = columns.map(({ column, width: wide, x }, place) => {
    const { words, note } = cells[place] ?? { words: [] };
    const said = words.map(({ text }) => text).join('') === '–' ? { said: 'nothing' } : {};
    const element = drawing.element(place === 0 ? 'TH' : 'TD', row, place === 0 ? { scope: 'Row' } : said);
    const spans = words.map(({ text, look }) => ({ text, style: totalled(styles[look ?? 'plain'], isTotal) }));
    const main = styledLines(drawing, spans, wide, element, column.align);
    const small = note === undefined ? null : setLines(drawing, [{ text: note, look: noteLook }], wide, element);
    const items = [
      ...lineUnderLine(main.lines, main.lineHeight),
      ...(small ? moved(lineUnderLine(small.lines, small.lineHeight), 0, main.height) : []),
    ];
    return { height: main.height + (small?.height ?? 0), items: moved(items, x, padding) };
  });
  const inner = Math.max(leading(styles.fine), ...drawn.map(({ height }) => height));
  const height = inner + padding * 2;
  const rule: Item = { kind: 'line', x: 0, y: height, length: width, width: 0.6, colour: inks.line };
  const top: Item = { kind: 'line', x: 0, y: 0, length: width, width: 1, colour: inks.ink };
  const items = [...drawn.flatMap((cell) => cell.items), isTotal ? top : rule];
  return { height, gap: 0, staysWithNext: false, items };
}

function totalled(style: Style, isTotal: boolean): Style {
  return isTotal ? { ...style, face: 'strong' } : style;
}

/** Lines below one another. */
export function lineUnderLine(lines: readonly (readonly Item[])[], lineHeight: number): Item[] {
  return lines.flatMap((line, index) => moved(line, 0, index * lineHeight));
}
