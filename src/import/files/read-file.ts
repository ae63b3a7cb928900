import type { Note } from '../../data/csv/note.ts';
import type { Encoding } from '../../data/files/encoding.ts';
import { finding, type MadeFinding } from '../../domain/findings/finding.ts';
import type { Sheet } from '../sheet.ts';
import { readCsvSheet } from './csv-sheet.ts';
import { largestFile } from './limits.ts';
import { readOldWorkbook, readZippedWorkbook } from './workbook.ts';
import { tooLarge, unreadableWorkbook } from './workbook-findings.ts';

/** Makes sheets of the bytes of a file, which tell what it is: its name may say anything. */
export function readSheets(file: string, bytes: Buffer, encoding: Encoding, note: Note): readonly Sheet[] {
  const refused = refusalOf(file, bytes);
  if (refused) {
    note(refused);
    return [];
  }
  const otherwise = nameMistake(file, isWorkbook(bytes));
  if (otherwise) note(otherwise);
  const isZipped = begins(bytes, 0x50, 0x4b);
  if (isWorkbook(bytes)) {
    const { sheets, findings } = isZipped ? readZippedWorkbook(file, bytes) : readOldWorkbook(file, bytes);
    findings.forEach(note);
    return sheets;
  }
  const sheet = readCsvSheet(file, bytes, encoding, note);
  return sheet ? [sheet] : [];
}

function isWorkbook(bytes: Buffer): boolean {
  return begins(bytes, 0x50, 0x4b) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** A name that says another thing than what is in the file is told; it is read as what it is. */
function nameMistake(file: string, isBook: boolean): MadeFinding | null {
  const [ending = ''] = /\.[a-z]+$/i.exec(file) ?? [];
  const saysBook = /^\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(ending);
  const saysText = /^\.(csv|txt)$/i.test(ending);
  if (isBook ? !saysText : !saysBook) return null;
  const what = isBook ? 'a workbook' : 'CSV';
  const message = `the file is ${what}, and its name ends in ${ending}; expected a name that says what it is; it was read as ${what}`;
  const hint = 'check that it is the file that is meant, and give it the right name';
  return finding('name-says-otherwise', { file }, { message, hint });
}

function refusalOf(file: string, bytes: Buffer): MadeFinding | null {
  if (bytes.length > largestFile) return tooLarge(file, 'the file is too large', largestFile, 'MiB');
  if (bytes.length === 0) return empty(file);
  if (isMarkup(bytes)) return webPage(file);
  return begins(bytes, 0x25, 0x50, 0x44, 0x46) ? pdf(file) : null;
}

function begins(bytes: Buffer, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Web pages and XML of older programs are often named .xls. */
function isMarkup(bytes: Buffer): boolean {
  return /^(\uFEFF|ï»¿)?\s*<(!doctype|html|table|\?xml|head|meta|style)/i.test(bytes.toString('latin1', 0, 200));
}

function webPage(file: string): MadeFinding {
  return unreadableWorkbook(
    file,
    'the file is a web page or XML, whatever its name says; expected a workbook or CSV',
    'open it in the spreadsheet and save it as "Excel Workbook (.xlsx)"',
  );
}

function pdf(file: string): MadeFinding {
  return unreadableWorkbook(
    file,
    'the file is a PDF; expected a workbook or CSV',
    'ask for the table as a workbook or CSV',
  );
}

function empty(file: string): MadeFinding {
  return finding(
    'empty-file',
    { file },
    {
      message: 'the file is empty; expected at least the names of the columns',
      hint: 'save the file again from where it came from, or leave it out',
    },
  );
}
