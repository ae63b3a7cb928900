import type * as z from 'zod';
import { type Finding, type Outcome, saidFinding } from '../domain/findings/finding.ts';
import { plainWords, type Words } from '../domain/words/words.ts';
import { type Document, findingOf } from './document.ts';
import type { JsonMistake } from './mistake.ts';
import { mistakesOf } from './mistakes.ts';
import { decode, readJson } from './read-json.ts';

/** What stands in a JSON file that a person wrote, with the places of it for what is found later. */
export interface WrittenIn<Written> {
  readonly written: Written;
  readonly document: Document;
}

/**
 * The bytes of a JSON file as its grammar has it: strict UTF-8, JSON with its positions, then the grammar. Null where it does not fit
 * the grammar. Also beside a value there may be errors (a key written twice), so that checks can go on and tell theirs. `file` is the
 * name that findings give it.
 */
export function readWrittenBytes<Written>(
  bytes: Uint8Array,
  file: string,
  grammar: z.ZodType<Written>,
): Outcome<WrittenIn<Written> | null> {
  const { value: text, findings } = decode(bytes, file);
  return text === null ? { value: null, findings } : readWritten(text, file, grammar);
}

/** The same of a text. Its mistakes are told in the words that `wordsIn` finds in it, or in plain ones. */
export function readWritten<Written>(
  text: string,
  file: string,
  grammar: z.ZodType<Written>,
  wordsIn: (written: unknown) => Words = () => plainWords,
): Outcome<WrittenIn<Written> | null> {
  const { value: document, findings } = readJson(text, file);
  if (document === null) return { value: null, findings };
  const parsed = grammar.safeParse(document.value);
  if (!parsed.success) {
    const mistakes = located(mistakesOf(parsed.error.issues, document), document, wordsIn(document.value));
    return { value: null, findings: [...findings, ...mistakes] };
  }
  return { value: { written: parsed.data, document }, findings };
}

/** Mistakes as findings, in the order of the file and in the words of what stands in it. */
export function located(mistakes: readonly JsonMistake[], document: Document, words = plainWords): Finding[] {
  return mistakes
    .map((mistake) => saidFinding(words, findingOf(document, mistake)))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
