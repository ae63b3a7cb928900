import * as z from 'zod';
import { block, listOf, someOf } from '../../json/block.ts';
import { lineOrNothing, text } from '../../json/words.ts';
import { amountFormat } from '../written/amounts.ts';
import { dayFormats } from '../written/days.ts';
import { bankId, fileName, separator, wholeNumberOf } from '../written/words.ts';

/** What of a row a column may hold. */
const rowFields = [
  'payee',
  'component',
  'amount',
  'reference',
  'posting',
  'scheme',
  'period',
  'pay-on',
  'row',
] as const;
/** What is looked up in the finance folder. */
const codeFields = ['supplier', 'site', 'cost-centre', 'subjective'] as const;
const summaryFields = ['rows', 'lines', 'sum', 'payments', 'credits', 'pay-on'] as const;

const everyColumn = {
  name: text.describe('The name of the column; it is written where the file has names of columns.'),
  longest: wholeNumberOf(1, 1000)
    .optional()
    .describe('How many characters a cell may have. A longer one is an error, never cut.'),
};

const column = z.union([
  block(
    { ...everyColumn, field: z.enum(rowFields) },
    'Something of the row: who is paid, what for, how much, under which reference.',
  ),
  block(
    { ...everyColumn, code: z.enum(codeFields) },
    'A code of the finance folder: suppliers.csv by payee, coding.csv by scheme and component.',
  ),
  block({ ...everyColumn, text: lineOrNothing }, 'The same text in every row; it may be empty.'),
  block(
    { ...everyColumn, sign: block({ payment: text, credit: text }) },
    'What marks a payment and what marks a credit, where amounts have no sign of their own.',
  ),
  block(
    {
      ...everyColumn,
      lookUp: z.enum(['scheme', 'component', 'period', 'payee']),
      table: z.record(z.string(), text).describe('What is written for each of them.'),
    },
    'Something of the row under a name that the channel itself gives it.',
  ),
]);

const summaryCell = z.union([
  block({ text: lineOrNothing }, 'A text.'),
  block(
    { field: z.enum(summaryFields) },
    'A count or a sum: rows of payments, lines of the file, the sum, payments and credits apart (credits without a sign), the day of payment.',
  ),
]);

const currencyExpected = 'the ISO code of a currency in three capitals, such as "EUR"';

/** A channel as an analyst writes it: the file that a payment system or a bank takes. */
export const channel = block({
  $schema: text.optional(),
  channel: z.literal(1).describe('The version of this grammar.'),
  id: bankId.describe('The name that the ledger keeps.'),
  title: text,
  currency: z
    .string({ error: currencyExpected })
    .regex(/^[A-Z]{3}$/, { error: currencyExpected })
    .default('GBP')
    .describe('In what it pays, by its ISO code; GBP unless said.'),
  rows: z
    .enum(['payee', 'payee-and-component'])
    .describe('What a row is: a payee of a posting, or one of its components.'),
  credits: z
    .enum(['netted', 'apart'])
    .describe(
      'Components that come to less than nothing: set off against the largest of the payee, or in rows of their own.',
    ),
  file: block({
    name: fileName,
    separator,
    quotes: z.enum(['where-needed', 'always', 'never']).default('where-needed'),
    lineEnds: z.enum(['crlf', 'lf']).default('crlf'),
    columnNames: z
      .boolean({ error: 'true or false' })
      .default(true)
      .describe('Whether the first line, below the header, names the columns.'),
    mostRows: wholeNumberOf(1, 1_000_000)
      .optional()
      .describe('How many rows of payments a file may have; of more there are several files.'),
  }),
  days: z.enum(dayFormats).default('YYYY-MM-DD').describe('How days are written.'),
  amounts: amountFormat.default({ decimals: 'point', thousands: 'none', sign: 'minus' }),
  header: listOf(summaryCell).describe('The cells of a row before all others.'),
  columns: someOf(column, 'at least one column'),
  trailer: listOf(summaryCell).describe('The cells of a row after all others.'),
  lastDay: block(
    { workingDaysBefore: wholeNumberOf(0, 60) },
    'The file is wanted so many working days before the payment; Saturdays, Sundays and holidays.csv are none.',
  ).optional(),
});

export type Channel = z.output<typeof channel>;
export type ChannelColumn = Channel['columns'][number];
export type SummaryCell = Channel['header'][number];

/** The grammar of a channel as a JSON Schema, for an editor. */
export function channelJsonSchema(): unknown {
  return z.toJSONSchema(channel, { io: 'input' });
}
