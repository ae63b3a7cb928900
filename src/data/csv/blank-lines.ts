import { finding } from '../../domain/findings/finding.ts';
import type { Note } from './note.ts';

export interface BlankLines {
  /** Whether the line is blank: nothing in it, or nothing but commas and spaces. */
  isBlank(text: string, line: number): boolean;
  /** A line that is surely not blank was taken. */
  pass(): void;
  end(): void;
}

/** Watches for blank lines, which are skipped: a run of them is one warning; quite empty ones at the end of a file are none. */
export function watchBlankLines(file: string, note: Note): BlankLines {
  let from = 0;
  let to = 0;
  let hasCommas = false;

  function isBlank(text: string, line: number): boolean {
    const blank = !beginsWithText(text) && /^[ ,]*$/.test(text);
    if (blank) {
      if (from === 0) from = line;
      to = line;
      hasCommas ||= text.includes(',');
    } else pass();
    return blank;
  }

  function pass(): void {
    if (from > 0) tell();
  }

  function tell(): void {
    const lines = from === to ? `the line is blank` : `the lines ${from} to ${to} are blank`;
    note(
      finding(
        'blank-line',
        { file, line: from },
        {
          message: `${lines}${hasCommas ? ', with nothing but commas' : ''}; expected a row; skipped`,
          hint: 'check that no row was lost here, then delete the blank ones in the spreadsheet',
        },
      ),
    );
    from = 0;
    hasCommas = false;
  }

  function end(): void {
    if (from > 0 && hasCommas) tell();
  }

  return { isBlank, pass, end };
}

/** Nearly every line does, which is sooner seen than that it is blank. */
function beginsWithText(text: string): boolean {
  const first = text.charCodeAt(0);
  return first !== 0x20 && first !== 0x2c && text !== '';
}
