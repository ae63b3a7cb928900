import { at, atKey } from '../../domain/at.ts';
import { inWords } from '../../domain/words/words.ts';
import type { DocumentFile, MakeDocument } from '../document.ts';
import type { Publication, PublishedPractice, RunPublished } from '../publication.ts';
import { aboutColumns, aboutRows, type WrittenSheet } from './about.ts';
import { archiveOf, type Packed, PackedFile } from './archive.ts';
import { type Mould, mouldOf, type SheetColumn } from './mould.ts';
import {
  Across,
  acrossColumns,
  byComponentColumns,
  byComponentRows,
  controlColumns,
  controlRows,
  readingColumns,
  readingRows,
} from './other-sheets.ts';
import { practiceRows } from './practice-rows.ts';
import { SheetRows } from './sheet-rows.ts';
import { columnsIn, rowsExpected, type TableName } from './tables.ts';

/** A sheet has so many rows; the head, a blank row and the sums are three of them. */
const mostRows = 1_048_576 - 3;

/** workbook.xlsx: the figures of the runs for those who go on with them in a spreadsheet. */
export const workbook: MakeDocument = workbookOf(mostRows);

/** The same with so many rows of data in a sheet at the most; what goes beyond stands in further ones. */
export function workbookOf(most: number): MakeDocument {
  return async (publication) => {
    const plans = planned(publication, most);
    const { runs } = publication;
    const foot = `Run ${runs.map(({ runId }) => runId.slice(0, 12)).join(', ')}`;
    const title = runs.map(({ scheme, period }) => `${scheme.title}, ${period.title}`).join('; ');
    const mould = await mouldOf(publication.words, plans, title, foot);
    const sheets = plans.map((plan, place) => ({ plan, rows: new SheetRows(at(mould.sheets, place), plan.columns) }));
    const across = new Across(publication);
    return {
      take: takePractices(publication, sheets, across, most),
      count: () => 1,
      async *files() {
        checkRows(publication, sheets);
        yield await finished(publication, mould, sheets, across);
      },
    };
  };
}

interface Planned {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly frozenColumns: number;
  readonly filtered: boolean;
}

interface Sheet {
  readonly plan: Planned;
  readonly rows: SheetRows;
}

/** Writes what is not told practice by practice, and what stands around the sheets. */
async function finished(
  publication: Publication,
  mould: Mould,
  sheets: readonly Sheet[],
  across: Across,
): Promise<DocumentFile> {
  const into = (table: string) =>
    at(
      sheets.filter(({ plan }) => plan.table === table),
      0,
    ).rows;
  for (const row of byComponentRows(publication)) into('By component').write(row);
  for (const row of across.rows()) into('Practices × components').write(row);
  for (const row of readingRows(publication)) into('Readings').write(row);
  for (const row of controlRows(publication)) into('Control totals').write(row);
  const [about, ...others] = sheets;
  const written: WrittenSheet[] = others.map(({ plan, rows }) => ({ ...plan, rows: rows.rows, sums: rows.finish() }));
  for (const row of aboutRows(publication, written)) about?.rows.write(row);
  about?.rows.finish();
  return {
    name: 'workbook.xlsx',
    content: archiveOf(
      await packed(
        mould,
        sheets.map(({ rows }) => rows.file),
      ),
    ),
  };
}

/** Each practice fills every table. */
function takePractices(publication: Publication, sheets: readonly Sheet[], across: Across, most: number) {
  const ofTable = new Map<string, SheetRows[]>();
  for (const { plan, rows } of sheets) ofTable.set(plan.table, [...(ofTable.get(plan.table) ?? []), rows]);
  const several = publication.runs.length > 1;
  return async (run: RunPublished, practice: PublishedPractice): Promise<void> => {
    across.add(run, practice);
    for (const [table, rows] of Object.entries(practiceRows(run, practice, several))) {
      const own = atKey(ofTable, table);
      for (const row of rows) (own.find((sheet) => sheet.rows < most) ?? at(own, own.length - 1)).write(row);
    }
    for (const { rows } of sheets) if (rows.file.isFull) await rows.file.settled();
  };
}

/** Every table has as many rows as its report. */
function checkRows(publication: Publication, sheets: readonly Sheet[]): void {
  for (const table of tableNames) {
    const own = sheets.filter(({ plan }) => plan.table === table);
    const rows = own.reduce((sum, sheet) => sum + sheet.rows.rows, 0);
    const expected = rowsExpected(table, publication);
    if (rows !== expected) throw new Error(`the sheet ${table} has ${rows} rows; the report has ${expected}`);
  }
}

const tableNames: readonly TableName[] = ['Statements', 'Payments', 'Clawbacks', 'Not paid', 'Refused', 'Workings'];

function planned(publication: Publication, most: number): Planned[] {
  const table = (name: TableName) => {
    const sheets = Math.max(1, Math.ceil(rowsExpected(name, publication) / most));
    return Array.from({ length: sheets }, (_, place) =>
      plan(name, place === 0 ? name : `${name} ${place + 1}`, columnsIn(name, publication), 2),
    );
  };
  return [
    { ...plan('About', 'About', aboutColumns, 1), filtered: false },
    ...tableNames.slice(0, -1).flatMap(table),
    plan('By component', 'By component', byComponentColumns(publication), 2),
    plan('Practices × components', inWords(publication.words, 'Practices × components'), acrossColumns(publication), 2),
    ...table('Workings'),
    plan('Readings', 'Readings', readingColumns, 2),
    plan('Control totals', 'Control totals', controlColumns, 2),
  ];
}

function plan(table: string, name: string, columns: readonly SheetColumn[], frozenColumns: number): Planned {
  return { table, name, columns, frozenColumns, filtered: true };
}

/** The types of the parts come first, as those who read from the front want them. */
async function packed({ parts }: Mould, sheets: readonly PackedFile[]): Promise<Packed[]> {
  const around = [...parts].map(([name, text]) => {
    const file = new PackedFile(name);
    file.write(text);
    return file;
  });
  const all: Packed[] = [];
  for (const file of [...around, ...sheets]) all.push(await file.end());
  return all;
}
