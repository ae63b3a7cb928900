import * as z from 'zod';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import { block, someOf } from '../../json/block.ts';
import { bound, clause, count, day, quantity as digits, factor, id, pounds, share } from './words.ts';

/** Any block that works something out, inside another. */
export const quantity: z.ZodType<Quantity> = z
  .lazy(() => z.discriminatedUnion('kind', [...quantityBlocks]))
  .meta({
    id: 'quantityBlock',
    description: 'Something that is worked out: a tree of blocks, each with its own unit.',
  });

const says = { clause: clause.optional() };
const severalOf = someOf(quantity, 'at least one block');
const unit = id.describe('The singular word for what is counted: "patient", "point", "item".');
const part = z.enum(['numerator', 'denominator', 'share']);
const number = z.enum(['numerator', 'denominator']);
const zero = z.literal('zero').optional();
const eachPeriod = z.literal('each-period');
const edge = z.union([bound, quantity]).describe('A number in the unit of what is banded, or a block that gives one.');

/** Beyond its last point a line is level, unless it goes on. */
export const goesOn = z
  .literal('goes-on')
  .optional()
  .describe('Beyond the last point the last line goes on; left out, it is level there.');

/** How many events count, for a value and for a quantity alike. */
export const eventLimits = {
  atMost: z
    .union([count(1, 1_000_000), quantity])
    .optional()
    .describe('How many count over the term.'),
  atMostPerPeriod: count(1, 1_000_000).optional().describe('How many count in one period.'),
};

/** The blocks that work something out. Where one names no clause, that of the block around it holds. */
export const quantityBlocks = [
  block(
    { kind: z.literal('pounds'), pounds, per: unit.optional(), ...says },
    'A sum of money, or a price per something.',
  ),
  block(
    { kind: z.literal('number'), number: bound, unit: unit.optional(), ...says },
    'A number, of something or plain.',
  ),
  block(
    {
      kind: z.literal('patients'),
      population: id.optional(),
      at: z.union([day, eachPeriod]).optional(),
      ...says,
    },
    'Patients of list-sizes.csv: of the population and at the date of the scheme, unless said otherwise.',
  ),
  block(
    {
      kind: z.literal('measure'),
      measure: id,
      part,
      at: z.union([day, z.literal('latest'), eachPeriod]).default('latest'),
      zeroDenominator: share.optional(),
      ...says,
    },
    'A figure of measures.csv: one of its two numbers, or the share that they make.',
  ),
  block(
    { kind: z.literal('change'), measure: id, part: number, from: day, to: day, below: zero, ...says },
    'By how much a number of measures.csv grew between two days.',
  ),
  block(
    { kind: z.literal('events'), event: id, ...eventLimits, ...says },
    'Events of claims.csv that count, up to and including the period.',
  ),
  block({ kind: z.literal('rate'), pounds, for: quantity, ...says }, 'So many pounds for each of something.'),
  block({ kind: z.literal('sum'), of: severalOf, ...says }, 'Added up; all of one unit.'),
  block({ kind: z.literal('product'), of: severalOf, ...says }, 'Multiplied.'),
  block({ kind: z.literal('greatest'), of: severalOf, ...says }, 'The greatest of several.'),
  block({ kind: z.literal('least'), of: severalOf, ...says }, 'The least of several.'),
  block(
    { kind: z.literal('difference'), from: quantity, less: quantity, below: zero, ...says },
    'One less another; with "below": "zero" it may be below zero, else it stops there.',
  ),
  block(
    { kind: z.literal('ratio'), of: quantity, to: quantity, ...says },
    'One divided by another, such as an index to a national figure.',
  ),
  block({ kind: z.literal('share'), share, of: quantity, ...says }, 'A share of something.'),
  block(
    {
      kind: z.literal('rounded'),
      of: quantity,
      places: count(0, 6),
      mode: z.enum(['half-away-from-zero', 'half-to-even', 'up', 'down']).default('half-away-from-zero'),
      ...says,
    },
    'Rounded to decimal places: 2 for pence, 0 for whole ones.',
  ),
  block(
    {
      kind: z.literal('bands'),
      on: quantity,
      how: z.enum(['whole', 'marginal']),
      bands: someOf(block({ from: edge, is: quantity }), 'at least one band'),
      ...says,
    },
    'Bands from inclusive lower bounds: what stands at the band reached, or each band its part.',
  ),
  block(
    {
      kind: z.literal('line'),
      on: quantity,
      points: someOf(
        block({ at: edge, is: quantity, below: quantity.optional(), above: quantity.optional() }),
        'at least one point',
      ),
      beyond: goesOn,
      ...says,
    },
    'Points and straight lines between them; at a jump `is` holds at the place, `below` just before it, `above` just after.',
  ),
  block(
    { kind: z.literal('to-date'), of: quantity, ...says },
    'What each period comes to by its own figures, added up to and including the period.',
  ),
  block(
    { kind: z.literal('of-all'), how: z.enum(['total', 'average', 'least', 'greatest']), of: quantity, ...says },
    'One figure of all that take part.',
  ),
  block(
    { kind: z.literal('rank'), of: quantity, from: z.enum(['lowest', 'highest']), ...says },
    'Its place among all that take part, from 1; equal figures have the better place together.',
  ),
  block(
    {
      kind: z.literal('over-time'),
      values: someOf(block({ from: day, is: quantity, agreedOn: day.optional(), clause }), 'at least one value'),
      ...says,
    },
    'What holds in periods that begin on or after a day; a run as at a day before agreedOn goes by the one before.',
  ),
] as const;

/** The kinds that work something out. */
export const quantityKinds: readonly string[] = quantityBlocks.flatMap((each) => [...each.shape.kind.values]);

/** A sum in pounds as a text, or worked out. */
export const poundsOrQuantity = z.union([
  pounds.transform((sum): Quantity => ({ kind: 'pounds', pounds: sum })),
  quantity,
]);

/** A share as a text, or a plain number worked out. */
export const factorOrQuantity = z.union([
  factor.transform((number): Quantity => ({ kind: 'number', number })),
  quantity,
]);

export const numberOrQuantity = z.union([
  digits.transform((number): Quantity => ({ kind: 'number', number })),
  quantity,
]);
