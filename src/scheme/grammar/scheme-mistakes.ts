import type * as z from 'zod';
import { nearest } from '../../domain/words/nearest.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type Document, isWritten, sayWrittenAt, writtenAt } from '../json/document.ts';
import { type Flaw, sayPath } from '../scheme-mistake.ts';
import { type Misfit, misfitsOf } from './grammar-issues.ts';

/** What zod found wrong with a document, as flaws: a misspelt key is one of them, not an unknown and a missing one. */
export function flawsOf(issues: readonly z.core.$ZodIssue[], document: Document): Flaw[] {
  const misfits = issues.flatMap((issue) => misfitsOf(issue, [], document));
  const misspelt = new Map<Misfit, string>();
  const meant = new Set<string>();
  for (const misfit of misfits) {
    if (misfit.kind !== 'unknown-key') continue;
    const free = misfit.known.filter((key) => !isWritten(document, [...misfit.at, key]));
    const near = nearest(misfit.key, free);
    if (near === null) continue;
    misspelt.set(misfit, near);
    meant.add(sayPath([...misfit.at, near]));
  }
  return misfits
    .filter((misfit) => misfit.kind !== 'missing-key' || !meant.has(sayPath([...misfit.at, misfit.key])))
    .map((misfit) => flawOf(misfit, misspelt.get(misfit) ?? null, document));
}

function flawOf(misfit: Misfit, near: string | null, document: Document): Flaw {
  switch (misfit.kind) {
    case 'unknown-key':
      return {
        code: 'scheme-unknown-key',
        at: [...misfit.at, misfit.key],
        on: 'key',
        message: `the key ${JSON.stringify(misfit.key)} is not known here; expected only ${misfit.known.join(', ')}`,
        hint: near === null ? 'take it out' : `did you mean ${JSON.stringify(near)}?`,
      };
    case 'missing-key':
      return {
        code: 'scheme-missing-key',
        at: [...misfit.at, misfit.key],
        message: `the key ${JSON.stringify(misfit.key)} is missing here; expected ${misfit.expected}`,
        hint: `add ${JSON.stringify(misfit.key)} to this block`,
      };
    case 'unknown-word':
      return {
        code: 'scheme-unknown-word',
        at: misfit.at,
        message: `${sayWrittenAt(document, misfit.at)} is not known here; expected ${misfit.expected}`,
        hint: didYouMean(writtenAt(document, misfit.at) ?? '', misfit.known),
      };
    case 'unquoted': {
      const written = writtenAt(document, misfit.at) ?? '';
      return {
        code: 'scheme-bare-number',
        at: misfit.at,
        message: `${written} is a bare number; expected it in quotes, to be read exactly: ${misfit.expected}`,
        hint: `write ${JSON.stringify(written)}, in quotes`,
      };
    }
    case 'wrong': {
      const written = misfit.on === 'key' ? JSON.stringify(misfit.at.at(-1)) : sayWrittenAt(document, misfit.at);
      return {
        code: 'scheme-bad-value',
        at: misfit.at,
        on: misfit.on,
        message: `${written} does not fit here; expected ${misfit.expected}`,
        hint: `write ${misfit.expected}`,
      };
    }
  }
}
