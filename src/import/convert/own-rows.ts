import { CellMistake } from '../../data/cells/cell-mistake.ts';
import { strayRow } from '../../data/csv/stray-rows.ts';
import type { TableDescription } from '../../data/tables/tables.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Scheme } from '../../domain/scheme/scheme.ts';
import { columnLetters } from '../../domain/words/cell-address.ts';
import { columnsBeside } from '../recognise/own-table.ts';
import type { FoundHeader } from '../recognise/recognised.ts';
import { nameOf, placeIn, type Sheet, type SheetRow, sheetRange, shownCells, sourceOf } from '../sheet.ts';
import { cellText, type DateSpelling, readText } from './cell-text.ts';
import { kindOfColumn, readerOf } from './column-kinds.ts';
import { type Converted, type ConvertedRow, LeftRows } from './converted.ts';
import { hiddenFindings, mergeFindings } from './layout-findings.ts';

/** Makes rows of a sheet that is a table of the data folder. Every mistake names its cell. */
export function convertOwnTable(
  sheet: Sheet,
  table: TableDescription,
  header: FoundHeader,
  { scheme, dates }: { readonly scheme: Scheme; readonly dates: DateSpelling },
): Converted {
  const findings: MadeFinding[] = [...besideFindings(sheet, table, header)];
  const left = new LeftRows();
  const rows: ConvertedRow[] = [];
  const columns = columnsOf(table, header, scheme);
  const taken: SheetRow[] = [];
  let formulas = 0;
  for (const row of sheet.rows.filter(({ number }) => number > header.row)) {
    const why = leftBecause(table, row, columns);
    if (why !== null) {
      left.add(why.reason, row.number);
      if (why.isTold) findings.push(rowLeft(sheet, row, why.message));
      continue;
    }
    taken.push(row);
    const cells: Record<string, string> = {};
    for (const { name, index, kind, read } of columns) {
      const cell = row.cells[index] ?? null;
      const text = cellText(cell, kind, dates);
      const mistake = text instanceof CellMistake ? text : readText(text, read);
      if (mistake) findings.push(cellFinding(sheet, row.number, index + 1, name, cell?.shown ?? '', mistake));
      if (cell?.isFormula) formulas += 1;
      cells[name] = text instanceof CellMistake ? '' : text;
    }
    rows.push({ cells, source: sourceOf(sheet, row.number), number: row.number });
  }
  const places = columns.map(({ index }) => index + 1);
  findings.push(...mergeFindings(sheet, taken, places), ...hiddenFindings(sheet, taken, places));
  return {
    file: sheet.file,
    sheet: sheet.name,
    what: table.file,
    table: table.file,
    isPublic: false,
    isHidden: sheet.isHidden,
    range: sheetRange(header.row, taken.at(-1)?.number ?? header.row, Math.max(...places)),
    columns: new Map(columns.map(({ name, index }) => [name, columnLetters(index + 1)])),
    columnsLeft: columnsBeside({ table, header }).map(({ letters, name }) => ({
      column: letters,
      name,
      why: name === 'notes' || name.startsWith('x_') ? 'a column of your own' : 'no column of the table',
    })),
    rows,
    left: left.list(),
    formulas,
    findings,
  };
}

interface ReadColumn {
  readonly name: string;
  readonly index: number;
  readonly kind: ReturnType<typeof kindOfColumn>;
  readonly read: ReturnType<typeof readerOf>;
}

function columnsOf(table: TableDescription, header: FoundHeader, scheme: Scheme): readonly ReadColumn[] {
  return table.columns.flatMap((column) => {
    const index = header.at.get(column.name);
    const { name } = column;
    return index === undefined
      ? []
      : [{ name, index, kind: kindOfColumn(name), read: readerOf(table, column, scheme) }];
  });
}

/** Why a row below the header is none of the table's; null for a row that is. */
function leftBecause(table: TableDescription, row: SheetRow, columns: readonly ReadColumn[]) {
  const shown = shownCells(row);
  const filled = shown.filter((text) => text.trim() !== '');
  const stray = strayRow(table, filled.length === 1 ? filled : shown);
  if (stray !== null) return { reason: reasonOf(stray.message), isTold: true, message: stray.message };
  if (columns.some(({ index }) => (shown[index] ?? '').trim() !== '')) return null;
  return { reason: 'nothing in the columns of the table', isTold: false, message: '' };
}

function reasonOf(message: string): string {
  if (message.includes('totals')) return 'totals';
  return message.includes('once more') ? 'the names of the columns once more' : 'a note';
}

function rowLeft(sheet: Sheet, row: SheetRow, message: string): MadeFinding {
  const [said = message] = message.split(/[;,] (?=expected|not)/);
  const column = row.cells.findIndex((cell) => cell !== null) + 1;
  return finding('row-left', placeIn(sheet, row.number, column), {
    message: `${said}; the row was left out`,
    value: shownCells(row)[column - 1] ?? '',
    hint: 'nothing is to be done if that is what it is; a row that is to count needs a value in each needed column',
  });
}

/** The finding for a cell of a sheet. */
function cellFinding(
  sheet: Sheet,
  row: number,
  column: number,
  field: string,
  value: string,
  { code, message, hint }: CellMistake,
): MadeFinding {
  return finding(code, placeIn(sheet, row, column, field), { message, value, hint });
}

/** A column with nearly the name of one that is not there was most likely meant to be it; one that is there twice is two sources of one thing. */
function besideFindings(sheet: Sheet, table: TableDescription, header: FoundHeader): MadeFinding[] {
  return columnsBeside({ table, header }).flatMap(({ index, name, meant, twice }) => {
    const place = placeIn(sheet, header.row, index + 1, name);
    if (twice !== null) {
      const message = `the column ${twice} is there twice, first as column ${columnLetters((header.at.get(twice) ?? 0) + 1)}; expected it once`;
      const hint = 'remove one of the two, or rename it x_… so that it is left';
      return [finding('duplicate-column', place, { message, value: name, hint })];
    }
    if (meant === null) return [];
    return [
      finding('unknown-column', place, {
        message: `is no column of ${table.file}; expected ${table.columns.map((column) => column.name).join(', ')}`,
        value: name,
        hint: `did you mean ${meant}? rename the column, or name it x_… in ${nameOf(sheet)} so that it is left`,
      }),
    ];
  });
}
