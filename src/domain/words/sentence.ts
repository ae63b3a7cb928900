import { formatPounds, type Pence } from '../money/money.ts';
import { inWords, type Words } from './words.ts';

/** What may stand within a sentence of ours: a text or a number as it is, a sum in the currency, another sentence. */
type Part = string | number | Pence | Sentence;

/** A sentence of ours whose words are not chosen yet: what we say, and between that what is put into it. */
export class Sentence {
  readonly ours: readonly string[];
  readonly parts: readonly Part[];

  constructor(said: readonly string[], parts: readonly Part[]) {
    this.ours = said;
    this.parts = parts;
  }

  /** It is no text before its words are known. */
  toString(): string {
    throw new Error(`a sentence without its words: ${this.ours.join('…')}`);
  }
}

/** What is written in the words of a scheme where it is shown: a text as it is, a sum, a sentence of ours. */
export type Said = string | Pence | Sentence;

/** `ours`${sum} of a practice`` is a sentence of ours. */
export function ours(said: readonly string[], ...parts: readonly Part[]): Sentence {
  return new Sentence(said, parts);
}

/** A constant text of ours as a sentence: `a practice that takes part`. */
export function ourText(text: string): Sentence {
  return new Sentence([text], []);
}

/** A sentence in the words of a scheme. What is put into it, such as the text of a person, stands as it is. */
export function say(words: Words, said: Said | number): string {
  if (typeof said === 'string') return said;
  if (typeof said === 'number') return String(said);
  if (typeof said === 'bigint') return formatPounds(words, said);
  const { parts } = said;
  return said.ours
    .map((text, index) => `${inWords(words, text)}${index < parts.length ? say(words, parts[index] ?? '') : ''}`)
    .join('');
}

/** The same at once: `sayIn(words)`The practice ${code}``. */
export function sayIn(words: Words): (said: readonly string[], ...parts: readonly Part[]) => string {
  return (said, ...parts) => say(words, ours(said, ...parts));
}

/** What is said one after another, with the same between. */
export function joined(said: readonly Said[], between: string): Sentence {
  return new Sentence(['', ...said.slice(1).map(() => between), ''], said);
}
