import * as z from 'zod';
import { parseDay } from '../domain/day.ts';
import { holdsUnprintable } from '../domain/words/visible.ts';

// The words that JSON files are made of. The message of each says what is expected; mistakes.ts makes the sentence.

/** A text written in a JSON file, read into what it stands for. Its name is that in the JSON Schema. */
export function read<T>(name: string, expected: string, pattern: RegExp, parse: (text: string) => T | null) {
  const written = z
    .string({ error: expected })
    .regex(pattern, { error: expected })
    .meta({ id: name, description: capital(expected) });
  return written.transform((text, { issues }) => {
    const value = parse(text);
    if (value !== null) return value;
    issues.push({ code: 'custom', message: expected, input: text });
    return z.NEVER;
  });
}

/** A phrase as a sentence of its own. */
export function capital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** Some words on one line. */
export function wordsOnOneLine(expected: string) {
  return z
    .string({ error: expected })
    .min(1, { error: expected, abort: true })
    .refine((text) => text.trim() !== '' && !holdsUnprintable(text), { error: expected });
}

/** The same, or none: a cell may be empty. */
export const lineOrNothing = z
  .string({ error: 'a text' })
  .refine((text) => !holdsUnprintable(text), { error: 'a text on one line, without control characters' });

/** Words for a reader. */
export const text = wordsOnOneLine('a text on one line, without control characters').meta({ id: 'text' });

/** A calendar date. */
export const calendarDay = read('day', 'a date of the calendar as YYYY-MM-DD', /^\d{4}-\d\d-\d\d$/, parseDay);
