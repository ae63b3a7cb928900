import type * as z from 'zod';
import { nearest } from '../../domain/words/nearest.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type Document, isWritten, sayWrittenAt, writtenAt } from '../json/document.ts';
import { type SchemeMistake, sayPath } from '../scheme-mistake.ts';
import { type GrammarIssue, grammarIssuesOf } from './grammar-issues.ts';

/** What zod found wrong with a document, as mistakes: a misspelt key is one of them, not an unknown and a missing one. */
export function schemeMistakesOf(issues: readonly z.core.$ZodIssue[], document: Document): SchemeMistake[] {
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
    .map((grammarIssue) => schemeMistakeOf(grammarIssue, misspelt.get(grammarIssue) ?? null, document));
}

function schemeMistakeOf(grammarIssue: GrammarIssue, near: string | null, document: Document): SchemeMistake {
  switch (grammarIssue.kind) {
    case 'unknown-key':
      return {
        code: 'scheme-unknown-key',
        at: [...grammarIssue.at, grammarIssue.key],
        on: 'key',
        message: `the key ${JSON.stringify(grammarIssue.key)} is not known here; expected only ${grammarIssue.known.join(', ')}`,
        hint: near === null ? 'take it out' : `did you mean ${JSON.stringify(near)}?`,
      };
    case 'missing-key':
      return {
        code: 'scheme-missing-key',
        at: [...grammarIssue.at, grammarIssue.key],
        message: `the key ${JSON.stringify(grammarIssue.key)} is missing here; expected ${grammarIssue.expected}`,
        hint: `add ${JSON.stringify(grammarIssue.key)} to this block`,
      };
    case 'unknown-word':
      return {
        code: 'scheme-unknown-word',
        at: grammarIssue.at,
        message: `${sayWrittenAt(document, grammarIssue.at)} is not known here; expected ${grammarIssue.expected}`,
        hint: didYouMean(writtenAt(document, grammarIssue.at) ?? '', grammarIssue.known),
      };
    case 'unquoted': {
      const written = writtenAt(document, grammarIssue.at) ?? '';
      return {
        code: 'scheme-bare-number',
        at: grammarIssue.at,
        message: `${written} is a bare number; expected it in quotes, to be read exactly: ${grammarIssue.expected}`,
        hint: `write ${JSON.stringify(written)}, in quotes`,
      };
    }
    case 'wrong': {
      const written =
        grammarIssue.on === 'key' ? JSON.stringify(grammarIssue.at.at(-1)) : sayWrittenAt(document, grammarIssue.at);
      return {
        code: 'scheme-bad-value',
        at: grammarIssue.at,
        on: grammarIssue.on,
        message: `${written} does not fit here; expected ${grammarIssue.expected}`,
        hint: `write ${grammarIssue.expected}`,
      };
    }
  }
}
