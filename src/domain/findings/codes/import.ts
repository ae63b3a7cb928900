import type { CodeEntry } from './entry.ts';

/** What can be wrong with the files that `import` makes a data folder of. */
export const importCodes = {
  'workbook-unreadable': {
    severity: 'error',
    title: 'A file cannot be opened as a workbook',
    meaning:
      'The file is damaged, cut short, protected by a password, or of another kind than its name says: what is in a file tells what it is.',
    fix: 'Open it in the spreadsheet and save it as "Excel Workbook (.xlsx)" without a password, or copy it again from where it came.',
  },
  'workbook-too-large': {
    severity: 'error',
    title: 'A workbook is larger than any table of practices',
    meaning:
      'Files up to 256 MiB are read, packed and unpacked, .xls files up to 32 MiB, and up to 1,000,000 cells. This is found out before the file is unpacked, so that no file can take all the memory.',
    fix: 'Copy the rows that are meant into a new workbook.',
  },
  'workbook-unsafe': {
    severity: 'error',
    title: 'A workbook is made as none should be',
    meaning:
      'A part of the file has the name of a path outside it, or declares entities. Spreadsheets write neither; files made to do harm do.',
    fix: 'Do not open the file before you know who made it, and how.',
  },
  'workbook-extras': {
    severity: 'warning',
    title: 'A workbook carries macros or links to others',
    meaning:
      'Nothing of a workbook is run and no link is followed. The values that were saved in its cells are taken, and they are as old as the last time it was worked out.',
    fix: 'Open the workbook, let it work out its values, and save it, if they may be old.',
  },
  'name-says-otherwise': {
    severity: 'warning',
    title: 'A file is of another kind than its name says',
    meaning:
      'What is in a file tells what it is: a CSV file that is called .xlsx was read as CSV, and a workbook that is called .csv as a workbook.',
    fix: 'Check that it is the file that is meant, and give it the right name.',
  },
  'unknown-source': {
    severity: 'error',
    title: 'A file is nothing that can be imported',
    meaning:
      'Files are known by the names of their columns. No sheet of this file has the columns of a table of the data folder or of a national file.',
    fix: 'Name the columns as the table does (quarterday template --xlsx makes a workbook that has them), or leave the file out.',
  },
  'two-sources': {
    severity: 'error',
    title: 'Two sources for one thing',
    meaning:
      'Two files or sheets hold the same table, or fill the same column of it. Which of them counts nobody can tell but you, and rows that are in both would count twice.',
    fix: 'Put the rows into one sheet, or leave out the file that is not to count.',
  },
  'cell-question': {
    severity: 'error',
    title: 'A cell may mean two things',
    meaning:
      'A spreadsheet made something else of what was typed: a date of an id, a number of a code with zeros before it, a fraction of a percentage. Which was meant cannot be told from the file, and is not guessed.',
    fix: 'Look at the cell, format its column as the hint says, type the value again and save.',
  },
  'merged-cells': {
    severity: 'error',
    title: 'Cells of a table are merged',
    meaning:
      'The value of merged cells stands in the first of them only: the rows below, or the columns beside it, are blank.',
    fix: 'Take the cells apart (Unmerge Cells) and write the value into each row that it is meant for.',
  },
  'hidden-cells': {
    severity: 'warning',
    title: 'Hidden rows, columns or sheets hold values',
    meaning:
      'What is hidden or filtered away is part of the table all the same, and was taken. It is told because nobody sees it who looks at the sheet.',
    fix: 'Show everything in the spreadsheet, and delete what is not meant to count.',
  },
  'row-left': {
    severity: 'warning',
    title: 'A row is no row of the table',
    meaning: 'Totals, headings that come once more and footnotes below a table are left out, each told with its cell.',
    fix: 'Nothing, if that is what the row is.',
  },
  'as-at-missing': {
    severity: 'error',
    title: 'A file does not say of which day it is',
    meaning:
      'Some national files have their date in their name only, and a name is no evidence: it is changed with every download.',
    fix: 'Give --as-at with the day of the file, as its publisher states it.',
  },
  'whose-practices': {
    severity: 'error',
    title: 'It is not known whose practices are meant',
    meaning:
      'National files hold the practices of all England. Those are taken that practices.csv, or a sheet with its columns, names, or else those of one commissioner.',
    fix: 'Give a file of practices beside the national ones, or --commissioner with the code of the commissioner.',
  },
} as const satisfies Record<string, CodeEntry>;
