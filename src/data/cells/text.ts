import { nearest, plainName, plainNamesOf } from '../../domain/words/nearest.ts';
import { CellMistake, type Reader, toldOnce } from './cell-mistake.ts';
import { unreadable, untidy } from './characters.ts';

/** A cell that may be blank: null then. */
export function optional<T>(reader: Reader<T>): Reader<T | null> {
  return (text) => (text === '' ? null : reader(text));
}

/** Words that a person reads and the program only repeats: kept as they stand, spaces and all; never blank. */
export const words: Reader<string> = (text) => unreadable(text) ?? (text.trim() === '' ? blank() : text);

/** The same, blank or not. */
export const anyWords: Reader<string | null> = (text) =>
  text === '' ? null : (unreadable(text) ?? (text.trim() === '' ? null : text));

/** A name that the program compares with others (a locality, an event): no spaces around it; never blank. */
export const name: Reader<string> = (text) => (text === '' ? blank() : (untidy(text) ?? text));

/** A cell that is read later, in the light of its neighbours. */
export const asItStands: Reader<string> = (text) => text;

type Named = 'evidence' | 'component' | 'period' | 'measure' | 'decision' | 'interval';

/** One of the names that the scheme (or this program) knows. */
export function oneOf<T extends string>(kind: Named, known: readonly T[]): Reader<T> {
  const mistake = toldOnce((text) => untidy(text) ?? unknown(kind, text, known));
  return (text) => known.find((id) => id === text) ?? (text === '' ? blank() : mistake(text));
}

function unknown(kind: Named, text: string, known: readonly string[]): CellMistake {
  const meant = idMeantBy(text, known);
  const expected = known.length === 0 ? 'the scheme has none' : `expected ${list(known)}`;
  return new CellMistake(
    `unknown-${kind}`,
    `is no ${kind === 'decision' || kind === 'interval' ? kind : `${kind} of the scheme`}; ${expected}`,
    meant === null ? 'write one of these, in the same spelling' : `did you mean ${meant}?`,
  );
}

/** `Quarter 1` is Q1, `waive` is waive-recovery: where one id alone begins so, or has that initial and number; else the nearest. */
function idMeantBy(text: string, known: readonly string[]): string | null {
  const plain = plainName(text);
  const plainNames = plainNamesOf(known);
  const begun = known.filter((_, index) => plain.length > 2 && plainNames[index]?.startsWith(plain));
  if (begun.length === 1) return begun[0] ?? null;
  const numbered = /^([a-z])[a-z]* ?(\d+)$/.exec(plain);
  const short = numbered && known[plainNames.indexOf(`${numbered[1]}${numbered[2]}`)];
  return short ?? nearest(text, known);
}

/** `a, b or c`; of a long list the first dozen. */
export function list(names: readonly string[]): string {
  if (names.length > 12) return `one of ${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** What is wrong with a cell that has to be filled in. */
export function blank(): CellMistake {
  return new CellMistake('blank-cell', 'is blank; expected a value', 'fill the cell in, or remove the row');
}
