import { ours, type Said } from '../../domain/words/sentence.ts';
import { CellMistake } from './cell-mistake.ts';

const placeholders =
  /^(n\/?a|none|nil|null|tb[acd]|unknown|not known|not applicable|pending|awaited|\?+|-+|–|—|\.+|x+)$/i;

/** What people write where a value is not known yet, and what a spreadsheet puts before a text: no value, and known by its look. */
export function placeholder(text: string, expected: Said): CellMistake | null {
  if (placeholders.test(text)) {
    return new CellMistake(
      'placeholder',
      ours`stands for a value that is not there; ${expected}`,
      'write the value, or take the row out until it is known',
    );
  }
  if (/^['‘’`].*[^'’`]$/.test(text)) {
    return new CellMistake(
      'strange-character',
      ours`begins with an apostrophe, as a spreadsheet marks a text; ${expected}`,
      'delete the apostrophe',
    );
  }
  return null;
}
