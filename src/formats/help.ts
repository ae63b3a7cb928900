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

const pages = {
  topic: prose,
  title: prose,
  reader: prose.describe('Whom it is for.'),
};

export const helpForm = documentForm('quarterday/help/1', 'The pages of the manual, and the commands.', {
  topics: list(keys({ ...pages, next: list(prose, 'What to read next.') })),
  commands: list(keys({ command: prose, does: prose })),
});
export type HelpDocument = Told<typeof helpForm>;

export const topicForm = documentForm('quarterday/topic/1', 'A page of the manual.', {
  ...pages,
  parts: list(
    z.discriminatedUnion('kind', [
      keys({ kind: z.literal('paragraph'), text: prose }),
      keys({ kind: z.literal('items'), items: list(prose) }),
      keys({
        kind: z.literal('commands'),
        lines: list(prose, 'Lines of shell; one that ends in a backslash goes on.'),
      }),
    ]),
  ),
  next: list(prose, 'What to read next.'),
  folder: prose.describe('Where the fixtures/ and schemes/ of the page are.'),
});
export type TopicDocument = Told<typeof topicForm>;

export const foundForm = documentForm('quarterday/found/1', 'Where the manual speaks of what was looked for.', {
  found: list(
    keys({
      kind: z.enum(['topic', 'command', 'column', 'code']),
      name: prose,
      see: prose.describe('The command that shows it whole.'),
      says: prose,
    }),
  ),
});
export type FoundDocument = Told<typeof foundForm>;

const given = { required: z.boolean(), choices: list(prose).optional(), says: prose };

export const commandForm = documentForm('quarterday/command/1', 'What a command takes.', {
  command: prose,
  usage: prose,
  says: prose,
  arguments: list(keys({ name: prose, several: z.boolean(), ...given })),
  options: list(keys({ flags: prose, ...given })),
  examples: list(prose, 'Whole lines to copy.'),
});
export type CommandDocument = Told<typeof commandForm>;

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
      written: prose.describe('The same form in words, with examples.'),
      choices: list(prose, 'Where a cell is one of a few words.').optional(),
      unit: prose.describe('Of what a number is: pounds, days, patients.').optional(),
      holds: prose,
    }),
    'In order.',
  ),
});
export type ColumnsDocument = Told<typeof columnsForm>;
