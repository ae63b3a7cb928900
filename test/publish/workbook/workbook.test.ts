import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { workbookOf } from '../../../src/publish/workbook/workbook.ts';
import { openPublication } from '../../../src/run/recorded/publication.ts';
import { openTerminal } from '../../../src/terminal/terminal.ts';
import { bytesOf } from '../../make/documents.ts';
import { hostOf } from '../../make/host.ts';
import { papersOf } from '../../make/papers.ts';
import { dorset, dorsetQ4 } from '../../make/publications.ts';
import { changed, rowsOf, runFolder } from '../../make/runs.ts';

function bookAt(path: string): WorkBook {
  return read(readFileSync(path), { cellFormula: true, cellNF: true, cellStyles: true });
}

function sheetIn(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe('the workbook of a run', () => {
  let run = '';
  let path = '';
  beforeAll(async () => {
    run = await runFolder(dorset, dorsetQ4);
    path = join(await papersOf('workbook', [run]), 'workbook.xlsx');
  }, 60_000);

  it('has the sheets of the contract, a row for each row of the reports', () => {
    const book = bookAt(path);
    expect(book.SheetNames).toEqual([
      'About',
      'Statements',
      'Payments',
      'Clawbacks',
      'Not paid',
      'Refused',
      'By component',
      'Practices × components',
      'Workings',
      'Readings',
      'Control totals',
    ]);
    const payments = rowsOf(run, 'payments.csv');
    const sheet = sheetIn(book, 'Payments');
    const last = payments.length + 1;
    expect(sheet['!autofilter']?.ref).toBe(`A1:J${last}`);
    expect(sheet[`A${last}`]).toMatchObject({ t: 's', v: payments.at(-1)?.practice_code });
    expect(sheet[`A${last + 1}`]).toBeUndefined();
    for (const [index, row] of payments.entries()) {
      expect(sheet[`D${index + 2}`].v).toBe(row.component);
      // Numbers, not texts of them.
      expect(sheet[`H${index + 2}`]).toMatchObject({ t: 'n', v: Number(row.amount) });
    }
  });

  it('adds up what a filter lets be seen below the data, and ties every sheet to its control total', () => {
    const book = bookAt(path);
    const rows = rowsOf(run, 'payments.csv').length;
    expect(sheetIn(book, 'Payments')[`H${rows + 3}`]).toMatchObject({
      f: `SUBTOTAL(109,H2:H${rows + 1})`,
      v: 118155.89,
    });
    const about = sheetIn(book, 'About');
    const told = Array.from({ length: 10 }, (_, place) => [
      about[`A${place + 8}`].v,
      about[`D${place + 8}`].f,
      about[`D${place + 8}`].v,
      about[`E${place + 8}`].v,
      about[`F${place + 8}`].f,
    ]);
    expect(told[2]).toEqual([
      'Statements: net',
      "SUM('Statements'!F2:F16)",
      111154.89,
      111154.89,
      'IF(ROUND(D10-E10,2)=0,"yes","no")',
    ]);
    for (const [about, , sheet, control] of told) expect(sheet, String(about)).toBe(control);
    // A day is a day: 31 July 2016.
    expect(about.C5).toMatchObject({ t: 'n', v: 42582 });
  });

  it('has the same bytes when it is written again', async () => {
    const again = join(await papersOf('workbook', [run]), 'workbook.xlsx');
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true);
  });

  it('goes on in further sheets where one would have too many rows', async () => {
    const host = hostOf([]);
    const terminal = await openTerminal(host, { format: 'text', color: 'never', strict: false, quiet: false });
    const publication = await openPublication({ runs: [run], ledger: null, finance: null }, host, terminal);
    if (!publication) throw new Error('no publication');
    const book = read(await bytesOf(workbookOf(500), publication), { cellFormula: true });
    const workings = book.SheetNames.filter((name) => name.startsWith('Workings'));
    const rows = rowsOf(run, 'workings.csv');
    expect(workings).toEqual(
      ['Workings', 'Workings 2', 'Workings 3', 'Workings 4'].slice(0, Math.ceil(rows.length / 500)),
    );
    expect(workings.length).toBeGreaterThan(2);
    const second = sheetIn(book, 'Workings 2');
    expect(second.A1.v).toBe('practice_code');
    expect(second.A2.v).toBe(rows[500]?.practice_code);
  });
});

it('makes a formula of no name, and keeps what a spreadsheet would read as something else', async () => {
  const names = ['=cmd|A1', '_x0041_', '<b>&"', '@SUM(A1)'];
  const old = ['Abbey Road Surgery', 'Bere Cross Practice', 'Chesil Surgery', 'Durlston Practice'];
  const data = changed(dorsetQ4.data, {
    'practices.csv': (text) =>
      old.reduce((all, name, place) => all.replace(name, `"${(names[place] ?? '').replaceAll('"', '""')}"`), text),
  });
  const run = await runFolder(dorset, { ...dorsetQ4, data });
  const sheet = sheetIn(bookAt(join(await papersOf('workbook', [run]), 'workbook.xlsx')), 'Statements');
  expect([2, 3, 4, 5].map((row) => sheet[`B${row}`].v)).toEqual(['=cmd|A1', '_x0041_', '<b>&"', '@SUM(A1)']);
  for (const row of [2, 3, 4, 5]) expect(sheet[`B${row}`].f).toBeUndefined();
});
