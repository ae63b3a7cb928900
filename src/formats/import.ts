import * as z from 'zod';
import { documentForm, type Told } from './document.ts';
import { count, day, keys, list, orNull, prose, sha256 } from './words.ts';

// What `import` writes beside the tables, and what it prints.

const sheetName = orNull(prose, 'Null for a file that has no sheets.');

const sheet = z.union([
  keys({ sheet: sheetName, table: z.null(), left: prose.describe('Why nothing was taken of it.') }),
  keys({
    sheet: sheetName,
    what: prose.describe('What it was known as.'),
    table: prose.describe('The table to which its rows went.'),
    hidden: z.boolean(),
    range: prose,
    columns: z.record(prose, prose).describe('The letters of each column, by its name in the table.'),
    columns_left: list(keys({ column: prose, name: prose, why: prose })),
    rows_taken: count,
    rows_left: list(keys({ why: prose, rows: count, at: prose.describe('Which rows: 1-4940,5042.') })),
    formulas: count.describe('Cells of which the stored result counts.'),
  }),
]);
export type SheetData = Told<typeof sheet>;

const files = list(keys({ file: prose, sha256, bytes: count, sheets: list(sheet) }), 'The files that were given.');
const tables = list(keys({ file: prose, rows: count, sha256 }), 'The tables that were written.');
const leftOut = list(prose, 'With --partial: tables that were not written, because of errors.');

export const importForm = documentForm(
  'quarterday/import/1',
  'import.json: what was taken of which file, and what was left.',
  {
    scheme: prose,
    as_at: orNull(day),
    commissioner: orNull(prose),
    dates: z.enum(['iso', 'dmy']),
    files,
    tables,
    left_out: leftOut,
  },
);
export type ImportDocument = Told<typeof importForm>;

export const importedForm = documentForm('quarterday/imported/1', 'What import prints.', {
  scheme: prose,
  folder: prose,
  files,
  tables,
  left_out: leftOut,
  record: prose.describe('The file in the folder that says the same.'),
});
export type ImportedDocument = Told<typeof importedForm>;
