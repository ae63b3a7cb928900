import * as z from 'zod';
import { block, listOf, someOf } from '../../json/block.ts';
import { daysOrMonths } from './long.ts';
import { quantity as anyQuantity, numberOrQuantity } from './quantity.ts';
import { clause, count, day, id, pounds, quantity, share, shortTitle, text } from './words.ts';

const deadline = z.discriminatedUnion('kind', [
  block({ kind: z.literal('date'), on: day }, 'The last day on which it may be received.'),
  block(
    { kind: z.literal('claim-window'), period: id.optional() },
    'The end of the claim window of a period: of the one named here, or of its own.',
  ),
  block(
    { kind: z.literal('after-period'), period: id.optional(), after: daysOrMonths },
    'So long after the end of a period: of the one named here, or of its own.',
  ),
]);

const minimum = z.discriminatedUnion('kind', [
  block({ kind: z.literal('number'), number: quantity }),
  block({ kind: z.literal('per-1000-patients'), number: quantity }, 'So many for every 1,000 patients, rounded up.'),
]);

/** A piece of evidence that the scheme asks for. */
export const evidence = block({
  id,
  title: text,
  shortTitle,
  deadline: deadline.optional(),
  per: listOf(z.enum(['component', 'period'])).describe(
    'Whether each component, or each period, asks for one of its own.',
  ),
  minimum: minimum.optional(),
  clause,
});

/** A figure that must reach another before a period pays. */
const test = block({ title: text, is: anyQuantity, atLeast: numberOrQuantity });

/** Evidence that periods need before they pay, or keep what they paid only with. Entries for the same period add up. */
export const condition = block({
  periods: z.union([z.literal('every'), someOf(id, 'at least one period')]),
  needs: listOf(id).describe('Evidence without which the period is not paid.'),
  keeps: listOf(id).describe('Evidence without which, after its deadline, what was paid comes back.'),
  tests: listOf(test).describe('Figures that must reach others before the period is paid.'),
  clause,
}).meta({ id: 'condition' });

/** When money that was paid may be taken back. Saying neither means at once. */
export const recovery = block({
  takenFrom: id.optional().describe('The first period in whose run it is taken.'),
  waitsFor: z.literal('decision').optional().describe('Whether a named person decides first.'),
  tolerance: share.optional().describe('The share of what was paid up to which nothing is taken; beyond it all is.'),
  smallest: pounds.optional().describe('A sum below which it is not worth taking.'),
  clause,
}).meta({ id: 'recovery' });

/** How instalments are rounded: to date, so that no penny is lost, unless this says each for itself. */
const rounded = z
  .literal('each')
  .optional()
  .describe('Each instalment is rounded for itself, and the last takes the rest.');

/** How the value is spread over the periods. */
export const schedule = z
  .discriminatedUnion('kind', [
    block({ kind: z.literal('shares'), shares: z.record(id, share), rounded, clause }),
    block({ kind: z.literal('equal'), rounded, clause }, 'The same share in every period.'),
    block(
      { kind: z.literal('pounds'), pounds: z.record(id, pounds), rounded, clause },
      'So many pounds, or pounds per patient, in each period; together they make the value.',
    ),
    block({ kind: z.literal('each-period'), clause }, 'The value is that of one period, worked out anew in each.'),
  ])
  .meta({ id: 'schedule' });

/** To which period an event belongs: that in which it fell, unless this says that in which it was claimed. */
const countsIn = z.enum(['period-of-event', 'period-of-claim']).optional();
const closes = daysOrMonths
  .optional()
  .describe('With period-of-claim: so long after its end a period still takes claims as its own.');
const after = z.enum(['event', 'period']).optional().describe('Counted from the event, or from the end of its period.');

/** How long a claim for an event is considered. */
export const claimWindow = z.discriminatedUnion('kind', [
  block({ kind: z.literal('end-of-next-period'), countsIn, closes, clause }),
  block({ kind: z.literal('days'), days: count(0, 3660), after, countsIn, closes, clause }),
  block({ kind: z.literal('months'), months: count(0, 120), after, countsIn, closes, clause }),
]);

/** What becomes of a practice that leaves. */
export const leaving = block({
  notice: daysOrMonths.optional(),
  prorate: z.enum(['days', 'none']),
  comesBack: listOf(
    block({
      within: z.union([block({ years: count(1, 100) }), daysOrMonths]),
      share,
      components: someOf(id, 'at least one component').optional(),
      clause,
    }),
  ).describe(
    'What comes back of all that was earned where one leaves within so long of its own start; the first that holds.',
  ),
  clause,
});

/** What becomes of a practice that joins after the term began; a scheme that does not say takes none. */
export const joining = block({
  prorate: z.enum(['days', 'none']).describe('Whether the period in which it joins is paid by the day, or not at all.'),
  list: z
    .enum(['first-after', 'none'])
    .describe('Its earliest list from the day on which it joins; or none, and it earns nothing by its list.'),
  clause,
});

export type WrittenEvidence = z.output<typeof evidence>;
export type WrittenCondition = z.output<typeof condition>;
export type WrittenRecovery = z.output<typeof recovery>;
export type WrittenSchedule = z.output<typeof schedule>;
