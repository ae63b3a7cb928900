import * as z from 'zod';
import { block, listOf, someOf } from '../../json/block.ts';
import { excluded, goesOn, quantity } from './quantity.ts';
import { toBeConfirmed } from './value.ts';
import { clause, count, quantity as digits, id, numberAboveZero, paid, share, text, threshold } from './words.ts';

/** Something that is measured as a fraction: so many of so many. */
const measure = block({
  id,
  title: text,
  numerator: text,
  denominator: text.optional().describe('Left out of a plain figure, such as hectares or income.'),
  numeratorUnit: id.optional().describe('The singular word for what the numerator counts: "patient", "pound".'),
  denominatorUnit: id.optional().describe('The same for the denominator.'),
  lines: z
    .boolean()
    .optional()
    .describe('Whether it has a row for each of many lines of a member: parcels, rooms, children.'),
  mayExceed: z.boolean().optional().describe('Whether the numerator may be above the denominator.'),
  clause,
});

const scale = z.discriminatedUnion('kind', [
  block(
    { kind: z.literal('linear'), from: threshold, to: threshold },
    'Nothing at `from`, all at `to`, and in proportion between.',
  ),
  block(
    {
      kind: z.literal('steps'),
      steps: someOf(block({ from: threshold, edge: excluded, pays: share }), 'at least one step'),
    },
    'Each step holds from its own bound up to the next; below the first nothing is paid.',
  ),
  block(
    {
      kind: z.literal('line'),
      points: someOf(
        block({ at: threshold, pays: paid, below: paid.optional(), above: paid.optional() }),
        'at least one point',
      ),
      beyond: goesOn,
    },
    'Points and straight lines between them; at a jump `pays` holds at the place, `below` just before it, `above` just after.',
  ),
]);

/** How a measure scales the value of a component. */
export const achievement = z
  .discriminatedUnion('kind', [
    block({
      kind: z.literal('measured'),
      measure: id,
      direction: z.enum(['higher-is-better', 'lower-is-better']),
      scale,
      zeroDenominator: share
        .optional()
        .describe('What is paid where there is nothing to measure; not said of a plain figure.'),
      onAccount: z
        .union([share, quantity])
        .optional()
        .describe('What is paid until there is a figure; left out, nothing is.'),
      measuredAt: z
        .enum(['locality', 'pcn'])
        .optional()
        .describe('Whose figures are added up; left out, each its own.'),
      smallestDenominator: block({ number: digits, pays: share })
        .optional()
        .describe('Below so many in the denominator this share is paid, whatever was achieved.'),
      points: block({
        number: numberAboveZero,
        places: count(0, 6),
        mode: z.enum(['half-away-from-zero', 'half-to-even', 'up', 'down']).default('half-away-from-zero'),
      })
        .optional()
        .describe('How many points there are, and to how many places those achieved are rounded.'),
      clause,
    }),
    toBeConfirmed,
  ])
  .meta({ id: 'achievement' });

/** Everything that a scheme has measured. */
export const measures = listOf(measure);

export type WrittenAchievement = z.output<typeof achievement>;
