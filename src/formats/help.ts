import * as z from 'zod';
import { documentForm, type Told } from './document.ts';
import { keys, list, prose } from './words.ts';

// What help and schema print.

const explained = {
  code: prose,
  severity: z.enum(['error', 'warning']),
  title: prose,
  meaning: prose,
  fix: prose.describe('What to do.'),
};

export const codesForm = documentForm('quarterday/codes/1', 'Every code of a finding.', {
  codes: list(keys(explained)),
});
export type CodesDocument = Told<typeof codesForm>;

export const codeForm = documentForm('quarterday/code/1', 'What a code means.', explained);
export type CodeDocument = Told<typeof codeForm>;

export const kindsForm = documentForm('quarterday/kinds/1', 'The kinds of files that schema knows.', {
  kinds: list(
    keys({
      kind: prose,
      is: z.enum(['json', 'csv']),
      by: z.enum(['people', 'program']).describe('Who writes it.'),
      holds: prose,
    }),
  ),
});
export type KindsDocument = Told<typeof kindsForm>;

export const columnsForm = documentForm('quarterday/columns/1', 'The columns of a CSV.', {
  file: prose,
  by: z.enum(['people', 'program']).describe('Who writes it.'),
  holds: prose.describe('What a row of it is.'),
  columns: list(
    keys({
      name: prose,
      optional: z.boolean().describe('Of a file that people write: whether the column may be left out.'),
      blank: z.boolean().describe('Whether a cell may be blank.'),
      form: prose.describe(
        'How a cell is written: code, id, words, day, amount, whole, number, share, sha256 or a choice.',
      ),
      choices: list(prose, 'Where a cell is one of a few words.').optional(),
      unit: prose.describe('Of what a number is: pounds, days, patients.').optional(),
      holds: prose,
    }),
    'In order.',
  ),
});
export type ColumnsDocument = Told<typeof columnsForm>;
