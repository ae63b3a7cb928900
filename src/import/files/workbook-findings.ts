import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import { withSeparators } from '../../domain/money/money.ts';

/** A workbook that cannot be opened. */
export function unreadableWorkbook(file: string, why: string, hint: string): MadeFinding {
  return finding('workbook-unreadable', { file }, { message: `${why}; the file was not read`, hint });
}

export function cutShort(file: string): MadeFinding {
  return unreadableWorkbook(
    file,
    'the workbook is cut short or damaged; expected a whole one',
    'copy or download the file again, and see that it opens in the spreadsheet',
  );
}

export function encrypted(file: string): MadeFinding {
  return unreadableWorkbook(
    file,
    'the workbook is protected by a password; expected one that opens without',
    'open it in the spreadsheet, take the password away (File, Info, Protect Workbook) and save it again',
  );
}

/** A limit that was reached before anything could grow beyond it. */
export function tooLarge(file: string, what: string, most: number, unit: string): MadeFinding {
  const limit = unit === 'MiB' ? most / 1024 / 1024 : most;
  return finding(
    'workbook-too-large',
    { file },
    {
      message: `${what}; expected at most ${withSeparators(String(limit))} ${unit}; the file was not read`,
      hint: 'copy the rows that are meant into a new workbook; a sheet that was formatted to its last row is large without holding anything',
    },
  );
}

/** A workbook that no spreadsheet writes so. */
export function unsafe(file: string, why: string, value: string): MadeFinding {
  return finding(
    'workbook-unsafe',
    { file },
    {
      message: `${why}; no spreadsheet writes a workbook like that; the file was not read`,
      value,
      hint: 'ask whoever sent the file how it was made; if its rows are right, copy them into a new workbook',
    },
  );
}
