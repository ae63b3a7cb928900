import type { OfMembers } from '../../domain/scheme/member.ts';
import { ours } from '../../domain/words/sentence.ts';
import { CellMistake, type Reader } from './cell-mistake.ts';
import { untidy } from './characters.ts';
import { placeholder } from './placeholders.ts';
import { blank } from './text.ts';

const form = /^[A-Z]\d{5}$/;

/** A practice code in the national form: a capital letter and five digits. */
export const practiceCode: Reader<string> = (text) =>
  form.test(text) ? text : text === '' ? blank() : (untidy(text) ?? misspelt(text));

/** The code of whom a scheme pays, in the form that it names. */
export function codeOf({ member }: OfMembers): Reader<string> {
  return member?.codes === 'any' ? anyCode : practiceCode;
}

const anyForm = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;

const anyCode: Reader<string> = (text) => {
  if (anyForm.test(text)) return text;
  if (text === '') return blank();
  const message = 'is not a code; expected 1 to 20 letters, digits and hyphens, beginning with a letter or digit';
  return untidy(text) ?? new CellMistake('practice-code-form', message, 'write the code without spaces or other signs');
};

/** The same in practices.csv itself, from which every other file copies. */
export function ownCodeOf(scheme: OfMembers): Reader<string> {
  return scheme.member?.codes === 'any' ? anyCode : ownPracticeCode;
}

const ownPracticeCode: Reader<string> = (text) => {
  const code = practiceCode(text);
  if (!(code instanceof CellMistake) || code.code !== 'practice-code-form' || likelyCode(text) !== null) return code;
  const hint = ours`take the code of the practice from the national directory; format the column as Text so that no zero is lost`;
  return new CellMistake(code.code, code.message, hint);
};

/** The code of a practice of practices.csv. `known` is null where that file could not be read: then only the form counts. */
export function practiceAmong(known: ReadonlySet<string> | null): Reader<string> {
  // Codes of another form stand in practices.csv only where the scheme takes any.
  const formed = known && [...known].some((code) => !form.test(code)) ? anyCode : practiceCode;
  return (text) => {
    if (known?.has(text)) return text;
    const code = formed(text);
    return code instanceof CellMistake || known === null ? code : missing(code, known);
  };
}

function misspelt(text: string): CellMistake {
  const known = placeholder(text, 'expected a capital letter and five digits, such as A12345');
  if (known) return known;
  const likely = likelyCode(text);
  return new CellMistake(
    'practice-code-form',
    ours`is not a practice code; expected a capital letter and five digits, such as A12345`,
    likely === null
      ? 'copy the code from practices.csv; format the column as Text so that no zero is lost'
      : `probably ${likely}: write it so`,
  );
}

function missing(code: string, known: ReadonlySet<string>): CellMistake {
  const meant = oneSlipAway(code, known);
  return new CellMistake(
    'unknown-practice',
    ours`is not in practices.csv; expected a practice that is`,
    meant === null ? ours`add the practice to practices.csv, or correct the code here` : `did you mean ${meant}?`,
  );
}

/** The code behind lower case, a letter O or I for a digit, or the three digits of a branch at the end. */
export function likelyCode(text: string): string | null {
  const capitals = text.toUpperCase().replaceAll(' ', '');
  const code = capitals.slice(0, 1) + capitals.slice(1, 6).replaceAll('O', '0').replace(/[IL]/g, '1');
  return form.test(code) && /^\d{0,3}$/.test(capitals.slice(6)) && capitals.length !== 7 ? code : null;
}

/** The one known code that differs by a single character or by two neighbours swapped, if there is only one. */
function oneSlipAway(code: string, known: ReadonlySet<string>): string | null {
  const found = new Set<string>();
  for (const slip of slips(code)) if (known.has(slip)) found.add(slip);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function* slips(code: string): Generator<string> {
  for (let i = 0; i < code.length; i += 1) {
    for (const other of i === 0 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789') {
      yield code.slice(0, i) + other + code.slice(i + 1);
    }
    if (i > 1) yield code.slice(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.slice(i + 1);
  }
}
