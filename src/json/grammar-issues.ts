import type * as z from 'zod';
import { type Document, isBareNumber, isWritten } from './document.ts';
import type { Path } from './mistake.ts';

type Issue = z.core.$ZodIssue;

/** One thing that the grammar asks for and the text has not, at its full path. */
export type GrammarIssue =
  | { readonly kind: 'missing-key'; readonly at: Path; readonly key: string; readonly expected: string }
  | { readonly kind: 'unknown-key'; readonly at: Path; readonly key: string; readonly known: readonly string[] }
  | { readonly kind: 'unknown-word'; readonly at: Path; readonly known: readonly string[]; readonly expected: string }
  | { readonly kind: 'unquoted'; readonly at: Path; readonly expected: string }
  | { readonly kind: 'wrong'; readonly at: Path; readonly on: 'key' | 'value'; readonly expected: string };

/** What an issue of zod's comes to; `above` is the path that its own continues. */
export function grammarIssuesOf(issue: Issue, above: Path, document: Document): GrammarIssue[] {
  const at: Path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const key = at.at(-1);
  if (typeof key === 'string' && !isWritten(document, at)) {
    return [{ kind: 'missing-key', at: at.slice(0, -1), key, expected: expectationOf(issue) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((unknown) => ({ kind: 'unknown-key', at, key: unknown, known: issue.message.split(' ') }));
    case 'invalid_union':
      return unionIssues(issue, at, document);
    case 'invalid_value':
      return [{ kind: 'unknown-word', at, known: issue.values.map(String), expected: expectationOf(issue) }];
    case 'invalid_key':
      return [{ kind: 'wrong', at, on: 'key', expected: issue.issues.map(expectationOf).join(' or ') }];
    case 'invalid_type':
    case 'invalid_format':
    case 'invalid_element':
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
    case 'custom':
      return [wrong(issue, at, document)];
  }
}

/** A value of the wrong form; a bare number where a text belongs is a mistake of its own. */
function wrong(issue: Issue, at: Path, document: Document): GrammarIssue {
  const expected = expectationOf(issue);
  const text =
    issue.code === 'invalid_union'
      ? issue.errors.flat().find((each) => each.path.length === 0 && wantsText(each))
      : issue;
  if (text && wantsText(text) && isBareNumber(document, at))
    return { kind: 'unquoted', at, expected: expectationOf(text) };
  return { kind: 'wrong', at, on: 'value', expected };
}

function wantsText(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'string';
}

/** The grammarIssues of the one form, of several, that was probably meant: of the right type, and nearest in its keys. */
function unionIssues(issue: z.core.$ZodIssueInvalidUnion, at: Path, document: Document): GrammarIssue[] {
  if (issue.discriminator !== undefined) {
    return [{ kind: 'unknown-word', at, known: kindsOf(issue), expected: expectationOf(issue) }];
  }
  const forms = issue.errors
    .filter((issues) => !issues.some(isOfAnotherForm))
    .map((issues) => issues.flatMap((inner) => grammarIssuesOf(inner, at, document)))
    .sort((a, b) => strangeKeys(a, at) - strangeKeys(b, at));
  return forms[0] ?? [wrong(issue, at, document)];
}

/** The kinds of block that could stand in a place, where they are told apart by `kind`. */
function kindsOf(issue: z.core.$ZodIssueInvalidUnion): string[] {
  return issue.inclusive === false ? [] : (issue.options ?? []).map(String);
}

function isOfAnotherForm({ code, path }: Issue): boolean {
  return path.length === 0 && (code === 'invalid_type' || code === 'invalid_value');
}

function strangeKeys(grammarIssues: readonly GrammarIssue[], at: Path): number {
  return grammarIssues.filter(
    (grammarIssue) => grammarIssue.kind.endsWith('-key') && grammarIssue.at.length === at.length,
  ).length;
}

/** What an issue expects, as a phrase: the words of the grammar say it themselves, the rest is said here. */
function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length === 1
        ? JSON.stringify(issue.values[0])
        : `one of ${issue.values.map((known) => JSON.stringify(known)).join(', ')}`;
    case 'invalid_type':
      if (issue.expected === 'array') return 'a list in [ ]';
      if (issue.expected === 'object' || issue.expected === 'record') return 'a block in { }';
      return issue.message;
    case 'invalid_union':
      if (issue.discriminator !== undefined)
        return `one of ${kindsOf(issue)
          .map((kind) => JSON.stringify(kind))
          .join(', ')}`;
      return issue.errors.flatMap((issues) => issues.slice(0, 1).map(expectationOf)).join(', or ');
    case 'unrecognized_keys':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'too_big':
    case 'too_small':
    case 'not_multiple_of':
    case 'custom':
      return issue.message;
  }
}
