import type { Code } from '../domain/findings/codes.ts';
import type { Said } from '../domain/words/sentence.ts';

/** The way to a value in a JSON file: keys and places in lists, from the top. */
export type Path = readonly (string | number)[];

/** Something wrong at a path of a JSON file; the text it was read from turns it into a finding with its line and column. */
export interface JsonMistake {
  readonly code: Code;
  readonly at: Path;
  /** Whether the key itself is wrong, or what it holds (as is, unless said). */
  readonly on?: 'key' | 'value';
  readonly message: Said;
  readonly hint: Said;
}

/** A path as a person reads it: `components[2].value.pounds`. */
export function sayPath(path: Path): string {
  return path.reduce<string>((said, step) => {
    if (typeof step === 'number') return `${said}[${step}]`;
    if (!/^[\w$-]+$/.test(step)) return `${said}[${JSON.stringify(step)}]`;
    return said === '' ? step : `${said}.${step}`;
  }, '');
}
