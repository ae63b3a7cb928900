import { finding } from '../../domain/findings/finding.ts';
import type { TableDescription } from '../tables/tables.ts';
import { cutCells } from './cut-cells.ts';
import { type Header, looksLikeHeader, readHeader } from './header.ts';
import { knownFileOf } from './known-files.ts';
import { loneReturn } from './lines.ts';
import type { Note } from './note.ts';

export interface HeaderSearch {
  /** Looks at one line that is not blank: the header, or that none can be found. */
  line(text: string, line: number): Header | 'none' | 'not yet';
  /** The file ended before a header was found. */
  end(): void;
}

/** So many lines are looked at for a header that stands below a title. */
const within = 6;

/** Finds the header of a table: the first row, or a later one below a title, which is an error that says so. */
export function searchHeader(table: TableDescription, note: Note): HeaderSearch {
  const { file } = table;
  let first: { readonly text: string; readonly line: number } | null = null;
  let seen = 0;

  function line(text: string, line: number): Header | 'none' | 'not yet' {
    seen += 1;
    first ??= { text, line };
    const otherwise = separatorOf(table, text);
    if (otherwise !== null) {
      note(finding(otherwise.code, { file, line }, { ...otherwise, value: text }));
      return 'none';
    }
    if (text.includes('\r')) {
      note(loneReturn({ file, line }));
      return 'none';
    }
    const cells = cutCells(text);
    const publicFile = 'isOpen' in cells ? null : knownFileOf(cells);
    if (publicFile !== null) {
      note(
        finding(
          'known-file',
          { file, line },
          { message: `${publicFile.says}; the file was not read`, hint: publicFile.hint },
        ),
      );
      return 'none';
    }
    if (!('isOpen' in cells) && looksLikeHeader(table, cells)) {
      if (seen > 1) note(titleRow(file, first.line, first.text, line));
      return readHeader(table, cells, line, note);
    }
    if (seen < within) return 'not yet';
    note(noHeader(table, first));
    return 'none';
  }

  return { line, end: () => note(first === null ? emptyFile(file) : noHeader(table, first)) };
}

function separatorOf(table: TableDescription, text: string) {
  if (/^"?sep=/i.test(text)) {
    return {
      code: 'separator-line',
      message:
        'the first line tells a spreadsheet which separator to use; expected the names of the columns; the file was not read',
      hint: 'save the file again as "CSV UTF-8 (Comma delimited)", or delete this line if the cells are separated by commas',
    } as const;
  }
  for (const [separator, name] of [
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
  ] as const) {
    if (!text.includes(separator) || !looksLikeHeader(table, text.split(separator))) continue;
    return {
      code: 'wrong-separator',
      message: `the cells are separated by ${name}; expected commas; the file was not read`,
      hint: 'save the file again as "CSV UTF-8 (Comma delimited)"; where the computer is set to another language, choose English (United Kingdom) first',
    } as const;
  }
  return null;
}

function titleRow(file: string, line: number, value: string, headerLine: number) {
  return finding(
    'title-row',
    { file, line },
    {
      message: `the names of the columns stand in line ${headerLine}; expected them in the first row, without a title above`,
      hint: 'delete everything above the names of the columns',
      value,
    },
  );
}

function noHeader(table: TableDescription, first: { readonly text: string; readonly line: number } | null) {
  const names = table.columns.filter(({ optional }) => !optional).map(({ name }) => name);
  const isData = first !== null && /^"?[A-Za-z]\d{5}"?,/.test(first.text);
  return finding(
    'no-header',
    { file: table.file, line: first?.line ?? 1 },
    {
      message: `${isData ? 'the first row is data already' : 'no row holds the names of the columns'}; expected ${names.join(', ')} above the rows; the file was not read`,
      hint: `put a first row with the names of the columns above the others: ${names.join(',')}`,
      value: first?.text ?? '',
    },
  );
}

function emptyFile(file: string) {
  return finding(
    'empty-file',
    { file },
    {
      message: 'the file is empty; expected at least the names of the columns',
      hint: 'save the file again from where it came from, or remove it if it is not needed',
    },
  );
}
