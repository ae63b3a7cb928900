import * as z from 'zod';
import { ceilingPers, dayKinds } from '../../domain/scheme/event-prices.ts';
import type { Quantity } from '../../domain/scheme/quantity.ts';
import { block, listOf, someOf } from '../../json/block.ts';
import { daysOrMonths } from './long.ts';
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
const belowNothing = z
  .enum(['zero', 'comes-back'])
  .optional()
  .describe('What is below zero stays so: set off against other components, or asked back of what was paid before.');
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
  atMostPerPerson: count(1, 1_000_000).optional().describe('How many count for one person.'),
  personOver: z
    .literal('all')
    .optional()
    .describe('Each person counts for one member alone: for the one whose claim came first.'),
  limitsOf: id.optional().describe('The component that counts this kind of event too, and whose limits hold.'),
};

/** Which days of events are meant. */
const eventDays = {
  from: day.optional().describe('Events from this day on.'),
  until: day.optional().describe('Events until this day.'),
  on: someOf(z.enum(dayKinds), 'at least one kind of day')
    .optional()
    .describe('Events on these days of the week, or on holidays.'),
};

/** The price of an event: one, or several by the day of the event. */
export const eventPounds = z.union([
  pounds,
  someOf(block({ pounds, ...eventDays, agreedOn: day.optional(), ...says }), 'at least one price').describe(
    'Prices by the day of the event: the last that holds on it decides.',
  ),
]);

const ofPeriod = z.union([
  z.literal('each-period'),
  block({ periodsBefore: count(1, 1200) }, 'Of the period so many before.'),
]);

/** A day; or so long after the member's own start, or after the end of the period. */
const fromDay = z.union([
  day,
  block({ years: count(0, 100) }, "So long after the member's own start."),
  block({ months: count(0, 1200) }),
  block({ days: count(0, 36_600) }),
  block({ afterPeriod: daysOrMonths }, 'So long after the end of the period.'),
]);

const eventChoice = {
  event: id,
  at: ofPeriod.optional().describe('Those of the period alone, or of one before; left out, all up to its end.'),
  ...eventDays,
  ...eventLimits,
};

/** Whether a band or a step holds at its edge, as it does unless this is said. */
export const excluded = z.literal('excluded').optional().describe('It holds only above its edge, and not at it.');

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
      at: z.union([day, eachPeriod, z.literal('each-quarter')]).optional(),
      ...says,
    },
    'Patients of list-sizes.csv: of the population and at the date of the scheme, unless said otherwise.',
  ),
  block(
    {
      kind: z.literal('measure'),
      measure: id,
      part,
      at: z.union([day, z.enum(['latest', 'to-date']), ofPeriod]).default('latest'),
      zeroDenominator: share.optional(),
      ifMissing: bound
        .optional()
        .describe('What it counts as while there is no row; left out, what depends on it waits.'),
      ...says,
    },
    'A figure of measures.csv: one of its two numbers, or the share that they make.',
  ),
  block(
    { kind: z.literal('change'), measure: id, part: number, from: day, to: day, below: zero, ...says },
    'By how much a number of measures.csv grew between two days.',
  ),
  block(
    { kind: z.literal('events'), ...eventChoice, ...says },
    'Events of claims.csv that count, up to and including the period unless said otherwise.',
  ),
  block(
    {
      kind: z.literal('claimed'),
      ...eventChoice,
      ceilings: listOf(
        block({ per: someOf(z.enum(ceilingPers), 'what a claim has its ceiling for'), pounds: eventPounds }),
      ),
      ...says,
    },
    'What was claimed, by the column amount of claims.csv, for events that count, up to ceilings.',
  ),
  block(
    {
      kind: z.literal('each-line'),
      measure: id,
      at: z.union([day, z.literal('latest'), eachPeriod]).default('latest'),
      of: quantity,
      ...says,
    },
    'Worked out for each line of a measure by itself, and added up; inside, the measure is that of the line.',
  ),
  block({ kind: z.literal('rate'), pounds, for: quantity, ...says }, 'So many pounds for each of something.'),
  block({ kind: z.literal('sum'), of: severalOf, ...says }, 'Added up; all of one unit.'),
  block({ kind: z.literal('product'), of: severalOf, ...says }, 'Multiplied.'),
  block({ kind: z.literal('greatest'), of: severalOf, ...says }, 'The greatest of several.'),
  block({ kind: z.literal('least'), of: severalOf, ...says }, 'The least of several.'),
  block(
    { kind: z.literal('difference'), from: quantity, less: quantity, below: belowNothing, ...says },
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
      bands: someOf(block({ from: edge, edge: excluded, is: quantity }), 'at least one band'),
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
    { kind: z.literal('named'), name: id, ...says },
    'A quantity of the scheme by its name, as `quantities` has it.',
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
      by: z
        .union([z.enum(['period', 'start']), block({ received: id }, 'The day on which a piece of evidence came.')])
        .optional()
        .describe(
          "Whose day decides: the first of the period unless said, the member's own start, or that of evidence.",
        ),
      byDays: z.literal(true).optional().describe('A period in which it changes is worth the days of each.'),
      values: someOf(block({ from: fromDay, is: quantity, agreedOn: day.optional(), clause }), 'at least one value'),
      ...says,
    },
    'Of values from a day on the last that has begun; a run as at a day before agreedOn goes by the one before.',
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
