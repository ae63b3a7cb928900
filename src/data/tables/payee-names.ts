import { CellMistake, type Reader } from '../cells/cell-mistake.ts';
import { untidy } from '../cells/characters.ts';
import { blank } from '../cells/text.ts';

/** The code of a payee becomes part of file names and of references, so it is short and plain. */
export const payeeCode: Reader<string> = (text) => {
  if (/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/.test(text)) return text;
  return text === '' ? blank() : (untidy(text) ?? notAPayeeCode());
};

/** Where a payee was named. */
interface Place {
  readonly file: string;
  readonly line: number;
}

/** Compares the payees of all tables, who would be taken for one another, or for two. */
export interface PayeeNames {
  /** The code as it was spelt before, where only its capitals were others. */
  readonly spelt: (code: string, place: Place) => CellMistake | null;
  /** The name that the code had before, where it is another. */
  readonly named: (code: string, name: string, place: Place) => CellMistake | null;
}

/** Remembers how every payee was spelt and named first; a practice is its own payee unless another is agreed on. */
export function payeeNames(): PayeeNames {
  const spellings = new Map<string, Place & { readonly code: string }>();
  const names = new Map<string, Place & { readonly name: string }>();
  return {
    spelt(code, place) {
      const first = spellings.get(code.toUpperCase());
      if (first === undefined) spellings.set(code.toUpperCase(), { code, ...place });
      return first === undefined || first.code === code ? null : otherCapitals(first);
    },
    named(code, name, place) {
      const first = names.get(code);
      if (first === undefined) names.set(code, { name, ...place });
      return first === undefined || first.name === name ? null : otherName(first);
    },
  };
}

function notAPayeeCode(): CellMistake {
  return new CellMistake(
    'payee-code-form',
    'is not a payee code; expected up to 20 letters, digits and hyphens, beginning with a letter or digit',
    'write the code that the payment system knows the payee by; its name belongs in payee_name',
  );
}

function otherCapitals({ code, file, line }: Place & { readonly code: string }): CellMistake {
  return new CellMistake(
    'payee-code-capitals',
    `differs from ${code} in line ${line} of ${file} in its capitals only; expected one spelling of a payee`,
    `write ${code} in both, or give one of them another code if they are two`,
  );
}

function otherName({ name, file, line }: Place & { readonly name: string }): CellMistake {
  return new CellMistake(
    'payee-named-twice',
    `is another name for the payee than ${name} in line ${line} of ${file}; expected one name for a code`,
    'write the same name in both, or correct the code if they are two payees',
  );
}
