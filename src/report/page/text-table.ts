import { visible } from '../../domain/words/visible.ts';
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

/** The lines of a table, columns aligned; its heading is dim and its totals are strong. */
export function tableLines({ columns, rows }: TextTable, paint: Paint): string[] {
  const shown = rows.map(({ cells }) => cells.map(visible));
  const widths = columns.map(({ name }, at) =>
    Math.max(lengthOf(name), ...shown.map((cells) => lengthOf(cells[at] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, at) => pad(cells[at] ?? '', widths[at] ?? 0, align))
      .join(gap)
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join(gap);
  return [
    paint.dim(line(columns.map(({ name }) => name))),
    ...rows.flatMap(({ total }, at) => {
      const text = line(shown[at] ?? []);
      return total === true ? [paint.dim(rule), paint.strong(text)] : [text];
    }),
  ];
}

function pad(text: string, width: number, align: TableColumn['align']): string {
  const space = ' '.repeat(width - lengthOf(text));
  return align === 'left' ? text + space : space + text;
}

/** In characters as a reader counts them, so that `£` and an accent count once. */
function lengthOf(text: string): number {
  return [...text].length;
}
