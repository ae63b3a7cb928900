import * as z from 'zod';
import { block, listOf } from '../../json/block.ts';
import { eventLimits, eventPounds, factorOrQuantity, poundsOrQuantity, quantity, quantityBlocks } from './quantity.ts';
import { clause, count, day, id, pounds, share, text } from './words.ts';

/** A figure that the paper leaves open. Only a draft may hold it. */
export const toBeConfirmed = block({ kind: z.literal('to-be-confirmed'), what: text, clause }).meta({
  id: 'toBeConfirmed',
  description: 'A figure that the paper leaves open: only in a draft.',
});

const adjusts = {
  id,
  title: text,
  from: day.optional().describe('It holds in periods that begin on or after this day.'),
  agreedOn: day.optional().describe('A run as at an earlier day does not know of it.'),
  clause,
};

/** A change to the value; they apply in the order written. */
export const adjustment = z
  .discriminatedUnion('kind', [
    block(
      {
        kind: z.literal('reduce'),
        ...adjusts,
        by: share,
        roundedTo: z.enum(['penny', 'pound']).optional(),
      },
      'Takes a share off; the amount taken off is rounded, where the paper says to what, in the mode of the scheme, and is never more than there is.',
    ),
    block({ kind: z.literal('remove'), ...adjusts }, 'Takes all of it off.'),
    block({ kind: z.literal('cap'), ...adjusts, pounds: poundsOrQuantity }, 'Takes off what lies above a sum.'),
    block(
      { kind: z.literal('floor'), ...adjusts, pounds: poundsOrQuantity },
      'Makes it up to a sum, where it is less.',
    ),
    block(
      { kind: z.literal('deduct'), ...adjusts, pounds: poundsOrQuantity },
      'Takes a sum off, down to nothing: an overlap, or income from elsewhere.',
    ),
    block(
      { kind: z.literal('multiply'), ...adjusts, by: factorOrQuantity },
      'Multiplies by a plain number: an index, a prevalence factor, a taper.',
    ),
    block(
      {
        kind: z.literal('round'),
        ...adjusts,
        places: count(0, 6),
        mode: z.enum(['half-away-from-zero', 'half-to-even', 'up', 'down']).default('half-away-from-zero'),
      },
      'Rounds to decimal places of a pound: 2 for pence.',
    ),
  ])
  .meta({ id: 'adjustment' });

/** Who shares: all of these are asked. */
const among = listOf(
  z.union([
    block({ is: quantity, atLeast: quantity }, 'A figure that must reach another one.'),
    block({ received: id }, 'Evidence that must be there in time.'),
  ]),
).describe('Who shares: those who meet all of these; left out, everybody.');

/** What a component is worth over the whole term. */
export const value = z
  .discriminatedUnion('kind', [
    block({ kind: z.literal('per-patient'), pounds, clause }, 'So many pounds for each patient of the list.'),
    block({ kind: z.literal('fixed'), pounds, clause }, 'The same sum for every practice.'),
    block(
      { kind: z.literal('per-event'), pounds: eventPounds, event: id, ...eventLimits, clause },
      'So many pounds for each event that is claimed in time, up to a number of events.',
    ),
    block(
      { kind: z.literal('pool'), pounds, clause },
      'One sum, shared over all practices in practices.csv by their list size.',
    ),
    block(
      {
        kind: z.literal('shared'),
        of: quantity,
        by: quantity.optional(),
        within: z.enum(['all', 'locality', 'pcn']).default('all'),
        among,
        ofEach: listOf(adjustment).describe("Adjustments of each one's part, after the sharing."),
        unspent: z
          .enum(['stays', 'shared-again'])
          .optional()
          .describe(
            'What becomes of what ofEach takes off: it stays unspent, unless it is shared again over the others.',
          ),
        clause,
      },
      'A sum worked out for practices together, and shared back to them by list size or by something else.',
    ),
    block(
      {
        kind: z.literal('envelope'),
        pounds: poundsOrQuantity,
        of: quantity,
        scales: z
          .enum(['what-is-new', 'all-to-date'])
          .optional()
          .describe(
            'Of what adds up over the term, what is scaled down: what a period adds, to what is left, so that nothing comes back; or all that was earned to date, alike for all.',
          ),
        among,
        clause,
      },
      'What each practice earns for itself, scaled down for all where together it is more than the envelope.',
    ),
    ...quantityBlocks,
    toBeConfirmed,
  ])
  .meta({ id: 'value' });

/** The part that a node of the tree has of the value above it. */
export const shareOfValue = z.union([share, toBeConfirmed]);

export type WrittenValue = z.output<typeof value>;
export type WrittenAdjustment = z.output<typeof adjustment>;
export type WrittenShare = z.output<typeof shareOfValue>;
