import * as z from 'zod';
import { bankStatuses } from '../../domain/bank/sums.ts';
import { block } from '../../json/block.ts';
import { text } from '../../json/words.ts';
import { amountFormat } from '../written/amounts.ts';
import { dayFormats } from '../written/days.ts';
import { separator, wholeNumberOf } from '../written/words.ts';

const columnExpected = 'the name of a column in quotes, or its place from 1 without';
const column = z
  .union([text, z.int()], { error: columnExpected })
  .refine((named) => typeof named === 'string' || named > 0, { error: columnExpected })
  .describe('The name of the column, or its place from 1.');

/** What a channel sends back, as an analyst writes it: which column of its file says what. */
export const map = block({
  $schema: text.optional(),
  map: z.literal(1).describe('The version of this grammar.'),
  title: text,
  file: block({
    separator,
    encoding: z.enum(['utf-8', 'windows-1252']).default('utf-8'),
    columnNamesInLine: wholeNumberOf(0, 1000)
      .default(1)
      .describe('The line that names the columns; what stands above it is not read. 0 where none does.'),
    linesAfter: wholeNumberOf(0, 1000).default(0).describe('How many lines at the end are no rows.'),
  }).default({ separator: ',', encoding: 'utf-8', columnNamesInLine: 1, linesAfter: 0 }),
  days: z
    .enum(dayFormats)
    .default('YYYY-MM-DD')
    .describe('How days are written; a time of day after them is not read.'),
  amounts: amountFormat.default({ decimals: 'point', thousands: 'none', sign: 'minus' }),
  reference: block({
    column,
    between: text.optional().describe('What parts several references in one cell, where one sum is told for several.'),
  }),
  status: z.union([
    block(
      {
        column,
        words: z
          .record(z.string(), z.enum([...bankStatuses, 'ignored']))
          .describe('What each word of the channel means; rows with a word that is ignored say nothing.'),
      },
      'A column says what became of a sum.',
    ),
    block({ always: z.enum(bankStatuses) }, 'Every row of the file says the same, such as a list of what came back.'),
  ]),
  day: block({ column }, 'The day of the bank.')
    .optional()
    .describe('Where it is left out, every row is of the day on which it is read.'),
  amount: block({ column }, 'What was paid or came back.')
    .optional()
    .describe('Where it is left out, or blank, a row is about the whole sum.'),
});

export type BankMap = z.output<typeof map>;
export type ColumnNamed = BankMap['reference']['column'];

/** The grammar of a map as a JSON Schema, for an editor. */
export function mapJsonSchema(): unknown {
  return z.toJSONSchema(map, { io: 'input' });
}
