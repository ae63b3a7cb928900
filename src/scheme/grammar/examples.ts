import * as z from 'zod';
import { block, entriesOf, listOf, someOf } from '../../json/block.ts';
import { amount, bound, clause, count, day, id, pounds, quantity, text } from './words.ts';

const figure = {
  title: text,
  pounds,
  components: z.union([z.literal('all'), someOf(id, 'at least one component')]),
  clause,
};

const adjustmentIds = entriesOf(id);

/** A figure that the paper prints about its components, and that they must come to. */
export const headline = z.discriminatedUnion('kind', [
  block({ kind: z.literal('rate'), ...figure }, 'Pounds per patient, added up.'),
  block({ kind: z.literal('most'), ...figure }, 'The most that one practice can earn by sums and capped events.'),
  block(
    {
      kind: z.literal('budget'),
      ...figure,
      after: z.union([z.literal('all'), adjustmentIds]).default([]),
    },
    'Pools added up, before their adjustments or after those named.',
  ),
  block({ kind: z.literal('reduction'), ...figure, by: adjustmentIds }, 'What the adjustments named take off pools.'),
]);

const practice = block({
  name: text,
  patients: quantity.optional().describe('The list; left out only where the scheme counts no patients.'),
  events: listOf(
    block({
      event: id,
      period: id.optional().describe('Events of its first day; or say the day itself with "on".'),
      on: day.optional().describe('The day of the events.'),
      claimedOn: day.optional().describe('The day of the claim; left out, that of the event.'),
      count: count(1, 10_000).default(1),
      person: text.optional(),
      amount: amount.optional().describe('What each cost.'),
    }),
  ),
  measures: listOf(
    block({
      measure: id,
      item: text.optional(),
      at: day.optional(),
      numerator: quantity,
      denominator: quantity.optional(),
    }),
  ),
  without: listOf(id).describe('The evidence that is missing; all else is in order.'),
  lists: listOf(block({ population: id.optional(), at: day.optional(), patients: quantity })).describe(
    'Lists of other populations, or at other dates.',
  ),
  received: listOf(block({ evidence: id, component: id.optional(), period: id.optional(), on: day })).describe(
    'Evidence received on a day of its own; for one component or period where it is asked for those.',
  ),
  paid: listOf(block({ component: id, period: id, pounds: amount })).describe('What was paid before the run.'),
  locality: text.optional(),
  pcn: text.optional(),
  joinedOn: day.optional().describe('The day on which it joins, where that is after the term began.'),
  noticeOn: day.optional(),
  leftOn: day.optional(),
});

const labelExpected = 'the label of a step as check --examples prints it, such as "3" or "Q1.2"';
const stepLabel = z.string().regex(/^(?:[A-Za-z0-9-]+\.)?[1-9]\d{0,5}$/, { error: labelExpected });

const expectation = block({
  practice: text.optional(),
  component: id.optional(),
  period: id.optional(),
  of: z.enum(['entitlement', 'payment', 'clawback', 'net']).default('entitlement'),
  pounds: amount,
  working: z
    .record(stepLabel, bound)
    .default({})
    .describe('What steps come to that lead there, by their labels as `quarterday check --examples` prints them.'),
});

/** A worked case: what practices bring, and what they are entitled to. What an expectation leaves out is added up. */
export const example = block({
  title: text,
  clause,
  run: block({ period: id, asAt: day }).optional().describe('The run; left out, the last period, when all is settled.'),
  practices: someOf(practice, 'at least one practice'),
  expect: someOf(expectation, 'at least one amount'),
});

export type WrittenHeadline = z.output<typeof headline>;
export type WrittenExample = z.output<typeof example>;
