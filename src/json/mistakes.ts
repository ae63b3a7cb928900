import type * as z from 'zod';
import { didYouMean } from '../domain/words/did-you-mean.ts';
import { nearest } from '../domain/words/nearest.ts';
import { ours, ourText } from '../domain/words/sentence.ts';
import { type Document, isWritten, sayWrittenAt, writtenAt } from './document.ts';
import { type GrammarIssue, grammarIssuesOf } from './grammar-issues.ts';
import { type JsonMistake, sayPath } from './mistake.ts';

/** What zod found wrong with a document, as mistakes: a misspelt key is one of them, not an unknown and a missing one. */
export function mistakesOf(issues: readonly z.core.$ZodIssue[], document: Document): JsonMistake[] {
  const grammarIssues = issues.flatMap((issue) => grammarIssuesOf(issue, [], document));
  const misspelt = new Map<GrammarIssue, string>();
  const meant = new Set<string>();
  for (const grammarIssue of grammarIssues) {
    if (grammarIssue.kind !== 'unknown-key') continue;
    const free = grammarIssue.known.filter((key) => !isWritten(document, [...grammarIssue.at, key]));
    const near = nearest(grammarIssue.key, free);
    if (near === null) continue;
    misspelt.set(grammarIssue, near);
    meant.add(sayPath([...grammarIssue.at, near]));
  }
  return grammarIssues
    .filter(
      (grammarIssue) =>
        grammarIssue.kind !== 'missing-key' || !meant.has(sayPath([...grammarIssue.at, grammarIssue.key])),
    )
    .map((grammarIssue) => mistakeOf(grammarIssue, misspelt.get(grammarIssue) ?? null, document));
}

function mistakeOf(grammarIssue: GrammarIssue, near: string | null, document: Document): JsonMistake {
  switch (grammarIssue.kind) {
    case 'unknown-key':
      return {
        code: 'json-unknown-key',
        at: [...grammarIssue.at, grammarIssue.key],
        on: 'key',
        message: `the key ${JSON.stringify(grammarIssue.key)} is not known here; expected only ${grammarIssue.known.join(', ')}`,
        hint: near === null ? 'take it out' : `did you mean ${JSON.stringify(near)}?`,
      };
    case 'missing-key':
      return {
        code: 'json-missing-key',
        at: [...grammarIssue.at, grammarIssue.key],
        message: ours`the key ${JSON.stringify(grammarIssue.key)} is missing here; expected ${ourText(grammarIssue.expected)}`,
        hint: `add ${JSON.stringify(grammarIssue.key)} to this block`,
      };
    case 'unknown-word':
      return {
        code: 'json-unknown-word',
        at: grammarIssue.at,
        message: `${sayWrittenAt(document, grammarIssue.at)} is not known here; expected ${grammarIssue.expected}`,
        hint: didYouMean(writtenAt(document, grammarIssue.at) ?? '', grammarIssue.known),
      };
    case 'unquoted': {
      const written = writtenAt(document, grammarIssue.at) ?? '';
      return {
        code: 'json-bare-number',
        at: grammarIssue.at,
        message: ours`${written} is a bare number; expected it in quotes, to be read exactly: ${ourText(grammarIssue.expected)}`,
        hint: `write ${JSON.stringify(written)}, in quotes`,
      };
    }
    case 'wrong': {
      const expected = ourText(grammarIssue.expected);
      const written =
        grammarIssue.on === 'key'
          ? JSON.stringify(grammarIssue.at.at(-1) ?? '')
          : sayWrittenAt(document, grammarIssue.at);
      return {
        code: 'json-bad-value',
        at: grammarIssue.at,
        on: grammarIssue.on,
        message: ours`${written} does not fit here; expected ${expected}`,
        hint: ours`write ${expected}`,
      };
    }
  }
}
