import * as z from 'zod';
import { documentOf, type Told } from './document.ts';
import { keys, list, text } from './words.ts';

// What help and schema print.

const explained = {
  code: text,
  severity: z.enum(['error', 'warning']),
  title: text,
  meaning: text,
  fix: text.describe('What to do.'),
};

export const codesForm = documentOf('quarterday/codes/1', 'Every code of a finding.', { codes: list(keys(explained)) });
export type CodesDocument = Told<typeof codesForm>;

export const codeForm = documentOf('quarterday/code/1', 'What a code means.', explained);
export type CodeDocument = Told<typeof codeForm>;

export const kindsForm = documentOf('quarterday/kinds/1', 'The kinds of files that schema knows.', {
  kinds: list(
    keys({
      kind: text,
      is: z.enum(['json', 'csv']),
      by: z.enum(['people', 'program']).describe('Who writes it.'),
      holds: text,
    }),
  ),
});
export type KindsDocument = Told<typeof kindsForm>;

export const columnsForm = documentOf('quarterday/columns/1', 'The columns of a CSV.', {
  file: text,
  by: z.enum(['people', 'program']).describe('Who writes it.'),
  holds: text.describe('What a row of it is.'),
  columns: list(
    keys({
      name: text,
      optional: z.boolean().describe('Of a file that people write: whether the column may be left out.'),
      blank: z.boolean().describe('Whether a cell may be blank.'),
      form: text.describe(
        'How a cell is written: code, id, words, day, amount, whole, number, share, sha256 or a choice.',
      ),
      choices: list(text, 'Where a cell is one of a few words.').optional(),
      unit: text.describe('Of what a number is: pounds, days, patients.').optional(),
      holds: text,
    }),
    'In order.',
  ),
});
export type ColumnsDocument = Told<typeof columnsForm>;
