import * as z from 'zod';
import { block, listOf, someOf } from './block.ts';
import { toBeConfirmed } from './value.ts';
import { clause, id, share, text, threshold } from './words.ts';

/** Something that is measured as a fraction: so many of so many. */
const measure = block({ id, title: text, numerator: text, denominator: text, clause });

const scale = z.discriminatedUnion('kind', [
  block({ kind: z.literal('linear'), from: threshold, to: threshold }).describe(
    'Nothing at `from`, all at `to`, and in proportion between.',
  ),
  block({
    kind: z.literal('steps'),
    steps: someOf(block({ from: threshold, pays: share }), 'at least one step'),
  }).describe('Each step holds from its own bound up to the next; below the first nothing is paid.'),
]);

/** How a measure scales the value of a component. */
export const achievement = z
  .discriminatedUnion('kind', [
    block({
      kind: z.literal('measured'),
      measure: id,
      direction: z.enum(['higher-is-better', 'lower-is-better']),
      scale,
      zeroDenominator: share.describe('What is paid where there is nothing to measure.'),
      onAccount: share.optional().describe('What is paid until there is a figure; left out, nothing is.'),
      clause,
    }),
    toBeConfirmed,
  ])
  .meta({ id: 'achievement' });

/** Everything that a scheme has measured. */
export const measures = listOf(measure);

export type WrittenAchievement = z.output<typeof achievement>;
