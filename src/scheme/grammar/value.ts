import * as z from 'zod';
import { block } from './block.ts';
import { clause, count, id, pounds, share, text } from './words.ts';

/** A figure that the paper leaves open. Only a draft may hold it. */
export const toBeConfirmed = block({ kind: z.literal('to-be-confirmed'), what: text, clause }).meta({
  id: 'toBeConfirmed',
  description: 'A figure that the paper leaves open: only in a draft.',
});

/** What a component is worth over the whole term. */
export const value = z
  .discriminatedUnion('kind', [
    block({ kind: z.literal('per-patient'), pounds, clause }).describe('So many pounds for each patient of the list.'),
    block({ kind: z.literal('fixed'), pounds, clause }).describe('The same sum for every practice.'),
    block({ kind: z.literal('per-event'), pounds, event: id, atMost: count(1, 1_000_000).optional(), clause }).describe(
      'So many pounds for each event that is claimed in time, up to a number of events.',
    ),
    block({ kind: z.literal('pool'), pounds, clause }).describe(
      'One sum, shared over all practices in practices.csv by their list size.',
    ),
    toBeConfirmed,
  ])
  .meta({ id: 'value' });

/** The part that a node of the tree has of the value above it. */
export const shareOfValue = z.union([share, toBeConfirmed]);

const adjusts = { id, title: text, clause };

/** A change to the value; they apply in the order written. */
export const adjustment = z
  .discriminatedUnion('kind', [
    block({
      kind: z.literal('reduce'),
      ...adjusts,
      by: share,
      roundedTo: z.enum(['penny', 'pound']).optional(),
    }).describe('Takes a share off; the amount taken off is rounded, where the paper says to what.'),
    block({ kind: z.literal('remove'), ...adjusts }).describe('Takes all of it off.'),
    block({ kind: z.literal('cap'), ...adjusts, pounds }).describe('Takes off what lies above a sum.'),
  ])
  .meta({ id: 'adjustment' });

export type WrittenValue = z.output<typeof value>;
export type WrittenAdjustment = z.output<typeof adjustment>;
export type WrittenShare = z.output<typeof shareOfValue>;
