import { type Said, say } from '../words/sentence.ts';
import type { Words } from '../words/words.ts';
import type { Code } from './codes.ts';
import { codes } from './codes.ts';

/** Where a finding stands: a file as the analyst knows it, and a cell of it, all counted from 1. */
export interface Place {
  readonly file?: string;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

export type Severity = 'error' | 'warning';

/**
 * Something wrong with what came in. It is data: the terminal and the JSON lines are two renderings of it. Where it is made without a scheme
 * at hand its sentences may still be without their words; whoever notes it for a scheme says it once.
 */
export interface Finding<Text extends Said = string> extends Place {
  readonly code: Code;
  readonly severity: Severity;
  /** What is wrong and what was expected, in one sentence. */
  readonly message: Text;
  /** What stood there, as it stood. */
  readonly value?: string;
  /** The cell or line of an imported file from which the row came, where it was imported. */
  readonly source?: string;
  /** One concrete fix. */
  readonly hint: Text;
}

/** A finding as it is made. */
export type MadeFinding = Finding<Said>;

/** A finding in the words of a scheme. What it quotes stands as it is. */
export function saidFinding(words: Words, made: MadeFinding): Finding {
  return { ...made, message: say(words, made.message), hint: say(words, made.hint) };
}

/** A finding of a code; its severity is the code's own. */
export function finding<Message extends Said, Hint extends Said>(
  code: Code,
  place: Place,
  says: { readonly message: Message; readonly hint: Hint; readonly value?: string },
): Finding<Message | Hint> {
  return { code, severity: codes[code].severity, ...place, ...says };
}

/** What a stage makes of its input, with everything that it found wrong on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

export function hasErrors(findings: readonly MadeFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
