import * as z from 'zod';
import { parseAmount } from '../../domain/money/money.ts';
import { compare, isZero, one, parseDecimal, parseShare, type Ratio } from '../../domain/money/ratio.ts';
import { capital, read, wordsOnOneLine } from '../../json/words.ts';

// The words that a scheme is made of, beside those of every such file. The message of each says what is expected.

export { calendarDay as day, text } from '../../json/words.ts';

/** The clause of the paper that a figure or a rule stands in. */
export const clause = wordsOnOneLine('the clause of the paper, such as "3.2"').meta({
  id: 'clause',
  description: 'The clause of the paper that says so.',
});

/** What a thing is called where space is short. */
export const shortTitle = wordsOnOneLine('a text on one line, of at most 40 letters')
  .max(40, { error: 'a text on one line, of at most 40 letters' })
  .meta({ id: 'shortTitle', description: 'The title for charts, letters and tables: at most 40 letters.' })
  .optional();

const idExpected = 'an id: letters, digits and hyphens, beginning with a letter or digit, at most 60';

/** A name that cells of the data folder and other blocks refer to. It may become part of a file name. */
export const id = z
  .string({ error: idExpected })
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}$/, { error: idExpected })
  .meta({ id: 'id', description: capital(idExpected) });

/** Pounds, exactly, in a rate or a sum: not below zero. */
export const pounds = read(
  'pounds',
  'pounds in digits, such as "0.50" or "380977"',
  /^\d{1,15}(\.\d{1,15})?$/,
  parseDecimal,
);

/** Pounds and pence that an example comes to. */
export const amount = read('amount', 'pounds and pence, such as "11600.00"', /^-?\d{1,15}(\.\d{1,2})?$/, parseAmount);

const decimalPattern = /^\d{1,15}(\.\d{1,15})?$/;

/** A number of patients, or of anything else that is counted or weighted. */
export const quantity = read('quantity', 'a number in digits, such as "5800"', decimalPattern, parseDecimal);

/** The same where it divides something. */
export const numberAboveZero = read(
  'numberAboveZero',
  'a number above zero in digits, such as "26"',
  decimalPattern,
  (text) => {
    const value = parseDecimal(text);
    return value !== null && !isZero(value) ? value : null;
  },
);

const sharePattern = /^(\d{1,15}(\.\d{1,15})?%?|\d{1,15}\/\d{1,15})$/;

/** A share of something, from nothing to all of it. */
export const share = read('share', 'a share from 0 to 1, such as "1/4", "0.25" or "25%"', sharePattern, (text) => {
  const value = parseShare(text);
  return value !== null && compare(value, one) <= 0 ? value : null;
});

/** An edge on a scale. Of a share it may lie above one, but then says so with a per cent sign or a fraction: a bare 40 is a slip for 40%. */
export interface Threshold extends Ratio {
  /** Whether it can only be the edge of a plain figure. */
  readonly isBare?: true;
}

export const threshold = read(
  'threshold',
  'a share, such as "80%", "0.8" or "4/5", or a number of a plain figure',
  sharePattern,
  (text): Threshold | null => {
    const value = parseShare(text);
    return value !== null && !/[%/]/.test(text) && compare(value, one) > 0 ? { ...value, isBare: true } : value;
  },
);

/** What a point on a scale pays: above one, or below nothing, with a per cent sign or as a fraction. */
export const paid = read(
  'paid',
  'a share, such as "96%", "110%" or "-9%"',
  /^-?(\d{1,15}(\.\d{1,15})?%?|\d{1,15}\/\d{1,15})$/,
  (text): Ratio | null => {
    const value = parseShare(text);
    return value !== null && (/[%/]/.test(text) || compare(value, one) <= 0) ? value : null;
  },
);

/** A whole number that counts something; it stands outside quotes. */
export function count(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}, outside quotes`;
  return z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });
}

const numberPattern = /^-?(\d{1,15}(\.\d{1,15})?%?|\d{1,15}\/\d{1,15})$/;

/** A lower bound of a band, in the unit of what is banded. */
export const bound = read('bound', 'a number or a share, such as "2%", "0.5" or "5000"', numberPattern, parseShare);

/** A plain number that multiplies, or counts something: not below zero. */
export const factor = read('factor', 'a number or a share, such as "1.25", "75%" or "26"', sharePattern, parseShare);
