import type { Code } from '../../domain/findings/codes.ts';
import type { Said } from '../../domain/words/sentence.ts';

/** What is wrong with one cell. It knows no place: the table that the cell stands in adds it. */
export class CellMistake {
  readonly code: Code;
  /** What is wrong and what was expected. */
  readonly message: Said;
  /** What to do in the spreadsheet. */
  readonly hint: Said;

  constructor(code: Code, message: Said, hint: Said) {
    this.code = code;
    this.message = message;
    this.hint = hint;
  }
}

/** Makes of the text of a cell what it stands for, or says what is wrong with it. It trims and mends nothing. */
export type Reader<T> = (text: string) => T | CellMistake;

/** So many different texts are remembered: of a column that is wrong throughout the same few come again and again. */
const mostTexts = 1000;

/** Makes the mistake of a text once. */
export function toldOnce(make: (text: string) => CellMistake): (text: string) => CellMistake {
  const told = new Map<string, CellMistake>();
  return (text) => {
    const known = told.get(text);
    if (known) return known;
    const mistake = make(text);
    if (told.size < mostTexts) told.set(text, mistake);
    return mistake;
  };
}
