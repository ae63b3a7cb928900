import { InvalidArgumentError } from 'commander';
import { type Day, parseDay } from '../domain/day.ts';
import { holdsUnprintable } from '../domain/words/visible.ts';

// What several commands take on their line.

/** The name of a person, or a reason: one line of at most 200 characters that can be seen. */
export function wordsGiven(text: string): string {
  const words = text.trim();
  if (holdsUnprintable(words) || words.length > 200) {
    throw new InvalidArgumentError('Names and reasons are at most 200 characters on one line, all of them visible.');
  }
  return words;
}

export function dateGiven(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('A date is written as YYYY-MM-DD, such as 2015-11-15.');
  return day;
}
