import { inWords, type Words } from '../words/words.ts';
import type { Finding } from './finding.ts';

/** A finding about the data of a scheme, in its words. */
export function findingInWordsOf(words: Words, finding: Finding): Finding {
  return { ...finding, message: inWords(words, finding.message), hint: inWords(words, finding.hint) };
}
