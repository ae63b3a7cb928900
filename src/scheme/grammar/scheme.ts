import * as z from 'zod';
import { block, listOf, someOf } from '../../json/block.ts';
import { wordsOnOneLine } from '../../json/words.ts';
import { measures } from './achievement.ts';
import { components } from './component.ts';
import { claimWindow, condition, evidence, joining, leaving, recovery, schedule } from './conditions.ts';
import { currency } from './currency.ts';
import { example, headline } from './examples.ts';
import { quantity } from './quantity.ts';
import { clause, day, id, pounds, shortTitle, text } from './words.ts';

const period = block({ id, title: text, start: day, end: day, clause });

const population = block({
  kind: id.default('registered'),
  at: day,
  acceptedInstead: listOf(day).describe('Dates of a list that is taken where there is none at that date.'),
  clause,
});

const noun = wordsOnOneLine('a noun, such as "pharmacy"')
  .regex(/^\p{L}[\p{L} '’-]{0,39}$/u, { error: 'a noun of letters, at most 40, such as "pharmacy"' })
  .meta({ id: 'noun', description: 'A noun in small letters.' });

export const member = block(
  {
    one: noun,
    many: noun,
    codes: z
      .enum(['practice', 'any'])
      .default('practice')
      .describe(
        'The form of practice_code: a capital letter and five digits, or any 1 to 20 letters, digits and hyphens.',
      ),
  },
  'Whom the scheme pays, where that is no practice: a pharmacy, a farm, a contract.',
);

const event = block(
  { id, title: text, shortTitle, clause },
  'What a kind of event is called, where its id does not say it.',
);

const rounding = block({
  at: z.enum(['component', 'period']),
  unit: z.enum(['penny', 'pound']).default('penny'),
  mode: z.enum(['half-away-from-zero', 'half-to-even', 'up', 'down']).default('half-away-from-zero'),
  clause,
});

/** A scheme file as a person writes it. */
export const scheme = block({
  $schema: text.optional(),
  language: z.literal(1).describe('The version of this grammar.'),
  id,
  title: text,
  commissioner: text,
  status: z.enum(['agreed', 'draft']),
  member: member.optional(),
  currency: currency.optional().describe('In what it pays; pounds sterling (GBP) unless said.'),
  source: block({ title: text, reference: text.optional() }),
  term: block({ start: day, end: day, clause }),
  periods: z.union([
    someOf(period, 'at least one period'),
    block({ every: z.enum(['month', 'quarter']), clause }, 'Months or quarters counted from the start of the term.'),
  ]),
  population: population.optional().describe('Left out only where nothing counts patients.'),
  rounding,
  quantities: listOf(block({ id, title: text, is: quantity, clause })).describe(
    'What is worked out in several places, under a name; each may name those before it.',
  ),
  evidence: listOf(evidence),
  events: listOf(event),
  measures,
  schedule: schedule.optional(),
  conditions: listOf(condition),
  recovery,
  claimWindow: claimWindow.optional(),
  holidays: block({ days: someOf(day, 'at least one day'), clause })
    .optional()
    .describe('The days that count as holidays, where a price or a count goes by them.'),
  leaving,
  joining: joining.optional(),
  smallestPayment: block({ pounds, clause }).optional().describe('A payment below this is carried to a later run.'),
  allOrNothing: listOf(
    block({ components: someOf(id, 'at least one component'), clause }, 'None of these is paid unless all are.'),
  ),
  components,
  toBeConfirmed: listOf(block({ what: text, clause })).describe('What a draft leaves open besides its figures.'),
  assumptions: listOf(block({ clause, reading: text })),
  headlines: listOf(headline),
  examples: listOf(example),
});

type Parsed = z.output<typeof scheme>;
export type WrittenPeriod = z.output<typeof period>;
export type WrittenPeriods = Parsed['periods'];

/** What a person wrote, with its numbers and dates read and its periods counted out, before names are looked up and defaults passed down. */
export type WrittenScheme = Omit<Parsed, 'periods'> & { readonly periods: readonly WrittenPeriod[] };
