import * as z from 'zod';
import { parseDay } from '../domain/day.ts';
import { holdsUnprintable } from '../domain/words/visible.ts';

// The words that JSON files are made of. The message of each says what is expected; mistakes.ts makes the sentence.

/** A text written in a JSON file, read into what it stands for. Its name is that in the JSON Schema. */
export function read<T>(name: string, expected: string, pattern: RegExp, parse: (text: string) => T | null) {
  const written = z
    .string({ error: expected })
    .regex(pattern, {
      error: ({ input }) =>
        isTooLong(input, pattern) ? `${expected}, of at most ${lengthIn(pattern)} digits` : expected,
    })
    .meta({ id: name, description: capital(expected) });
  return written.transform((text, { issues }) => {
    const value = parse(text);
    if (value !== null) return value;
    issues.push({ code: 'custom', message: expected, input: text });
    return z.NEVER;
  });
}

/** How many digits in a row a pattern takes; nothing where it says nothing of them. */
function lengthIn({ source }: RegExp): number {
  return Number(source.match(/\\d\{1,(\d+)\}/)?.[1] ?? 0);
}

/** Whether a text has more digits in a row than its pattern takes. */
function isTooLong(input: unknown, pattern: RegExp): boolean {
  const most = lengthIn(pattern);
  return most > 0 && typeof input === 'string' && (input.match(/\d+/g) ?? []).some((digits) => digits.length > most);
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
