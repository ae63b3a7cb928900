import * as z from 'zod';

// The words that documents are made of. Each is a text of one form, so that a reader needs no guess.

/** A text of one form, under a name of its own in the JSON Schema. */
function word(id: string, pattern: RegExp, description: string) {
  return z.string().regex(pattern).meta({ id, description });
}

export const money = word(
  'money',
  /^-?\d+\.\d\d$/,
  'Pounds and pence, or what stands for them in another currency, as text, such as 587147.11 or -12.00.',
);
export const currencyCode = word('currency', /^[A-Z]{3}$/, 'In what all its money is, by its ISO code; left out, GBP.');
export const exact = word('exact', /^-?\d+(\.\d+|\/\d+)?$/, 'An exact number as text: 12, 0.125 or 1/3.');
export const day = word('day', /^\d{4}-\d\d-\d\d$/, 'A day of the calendar as YYYY-MM-DD.');
export const moment = word('moment', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'A moment in ISO 8601, in UTC.');
export const sha256 = word('sha256', /^[0-9a-f]{64}$/, 'A SHA-256 in hexadecimal.');
export const count = z.int().min(0).meta({ id: 'count', description: 'A whole number, nothing or more.' });
export const serial = z
  .int()
  .min(1)
  .meta({ id: 'serial', description: 'The place of a record in the ledger, from 1.' });

/** Words for a person, or a name or id that stands for itself. */
export const prose = z.string();

/** What stands for a title where space is short. */
export const shortTitle = prose.optional().describe('For charts and tables; left out where the scheme gives none.');

/** An object with these keys and no others, and what it is. */
export function keys<Shape extends z.core.$ZodLooseShape>(shape: Shape, says?: string) {
  const object = z.strictObject(shape);
  return says === undefined ? object : object.describe(says);
}

/** What is there, or null where there is none. */
export function orNull<Form extends z.core.SomeType>(form: Form, says?: string) {
  const either = z.union([form, z.null()]);
  return says === undefined ? either : either.describe(says);
}

/** A list of such, in an order that never changes for the same input. */
export function list<Form extends z.core.SomeType>(form: Form, says?: string) {
  const all = z.array(form);
  return says === undefined ? all : all.describe(says);
}
