import { isPlain } from '../../domain/words/visible.ts';
import { CellMistake } from './cell-mistake.ts';

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\uFFFD]/u;
/** Seen by nobody, and part of some letters and pictures: they may stand in free text, and in no name that is compared. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u;
const oddSpace = /(?! )\p{Zs}/u;
const spreadsheetError = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)|#+)$/i;

const names: ReadonlyMap<number, string> = new Map([
  [0x00, 'a NUL character'],
  [0x09, 'a tab'],
  [0x0a, 'a line break'],
  [0x0d, 'a carriage return'],
  [0x1b, 'an escape character'],
  [0xa0, 'a no-break space'],
  [0xad, 'a soft hyphen'],
  [0x200b, 'a zero-width space'],
  [0x202e, 'a right-to-left override'],
  [0xfeff, 'a byte-order mark'],
  [0xfffd, 'a replacement character, left where an earlier program lost a letter'],
]);

/** What no cell may hold, free text included: the error of a formula, or a character that nobody can see. */
export function unreadable(text: string): CellMistake | null {
  if (spreadsheetError.test(text)) return errorOfFormula(text);
  const hidden = isPlain(text) ? null : invisible.exec(text);
  return hidden && strange(hidden[0], 'expected text without it', 'delete that character, or type the cell again');
}

/** What no cell but free text may hold: the above, spaces that are not plain ones, and spaces at either end. */
export function untidy(text: string): CellMistake | null {
  const mistake = unreadable(text);
  if (mistake) return mistake;
  const unseen = isPlain(text) ? null : ignorable.exec(text);
  if (unseen) return strange(unseen[0], 'expected text without it', 'delete that character, or type the cell again');
  const space = isPlain(text) ? null : oddSpace.exec(text);
  if (space) return strange(space[0], 'expected none', 'replace it by nothing or by a plain space (Find and Replace)');
  if (!text.startsWith(' ') && !text.endsWith(' ')) return null;
  return new CellMistake(
    'surrounding-space',
    'begins or ends with a space; expected none',
    'remove the space: in a spreadsheet, TRIM() does it for a whole column',
  );
}

/** `a no-break space (U+00A0)`. */
function nameOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const name = names.get(point) ?? (/\p{Cc}/u.test(character) ? 'a control character' : 'an invisible character');
  return `${name} (U+${point.toString(16).toUpperCase().padStart(4, '0')})`;
}

/** Whether a name of a column or a file holds a character that nobody can see, or a space that is not a plain one. */
export function strangeIn(text: string): string | null {
  const found = isPlain(text) ? null : (invisible.exec(text) ?? oddSpace.exec(text));
  return found && nameOf(found[0]);
}

function strange(character: string, expected: string, hint: string): CellMistake {
  return new CellMistake('strange-character', `holds ${nameOf(character)}; ${expected}`, hint);
}

function errorOfFormula(text: string): CellMistake {
  const tooNarrow = /^#+$/.test(text);
  return new CellMistake(
    'spreadsheet-error',
    `is the error that a spreadsheet shows in place of a value; expected the value`,
    tooNarrow
      ? 'the column was too narrow to show the value: widen it and save the file again'
      : 'mend the formula in the spreadsheet, or type the value in its place, and save the file again',
  );
}
