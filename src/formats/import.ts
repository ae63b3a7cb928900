import * as z from 'zod';
import { documentOf, type Told } from './document.ts';
import { count, day, keys, list, orNull, sha256, text } from './words.ts';

// What `import` writes beside the tables, and what it prints.

const sheetName = orNull(text, 'Null for a file that has no sheets.');

const sheet = z.union([
  keys({ sheet: sheetName, table: z.null(), left: text.describe('Why nothing was taken of it.') }),
  keys({
    sheet: sheetName,
    what: text.describe('What it was known as.'),
    table: text.describe('The table to which its rows went.'),
    hidden: z.boolean(),
    range: text,
    columns: z.record(text, text).describe('The letters of each column, by its name in the table.'),
    columns_left: list(keys({ column: text, name: text, why: text })),
    rows_taken: count,
    rows_left: list(keys({ why: text, rows: count, at: text.describe('Which rows: 1-4940,5042.') })),
    formulas: count.describe('Cells of which the stored result counts.'),
  }),
]);
export type SheetData = Told<typeof sheet>;

const files = list(keys({ file: text, sha256, bytes: count, sheets: list(sheet) }), 'The files that were given.');
const tables = list(keys({ file: text, rows: count, sha256 }), 'The tables that were written.');
const leftOut = list(text, 'With --partial: tables that were not written, because of errors.');

export const importForm = documentOf(
  'quarterday/import/1',
  'import.json: what was taken of which file, and what was left.',
  {
    scheme: text,
    as_at: orNull(day),
    commissioner: orNull(text),
    dates: z.enum(['iso', 'dmy']),
    files,
    tables,
    left_out: leftOut,
  },
);
export type ImportDocument = Told<typeof importForm>;

export const importedForm = documentOf('quarterday/imported/1', 'What import prints.', {
  scheme: text,
  folder: text,
  files,
  tables,
  left_out: leftOut,
  record: text.describe('The file in the folder that says the same.'),
});
export type ImportedDocument = Told<typeof importedForm>;
