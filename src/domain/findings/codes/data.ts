import type { CodeEntry } from './entry.ts';

const saveAsUtf8 = 'In the spreadsheet choose Save As, "CSV UTF-8 (Comma delimited)", and use the new file.';
const checkTheRow = 'Look at the row in the spreadsheet, correct it there, and save the file again.';

/** What can be wrong with a data folder. */
export const dataCodes = {
  'missing-file': {
    severity: 'error',
    title: 'A needed file is missing',
    meaning:
      'practices.csv and list-sizes.csv are always needed; evidence, claims and measures where the scheme asks for such facts.',
    fix: 'Put the file into the data folder under exactly this name, in small letters. A header alone says that there are no rows.',
  },
  'unused-file': {
    severity: 'warning',
    title: 'The scheme has no use for a file',
    meaning:
      'The table is one that this scheme asks nothing of, so it was not read. It may belong to the folder of another scheme.',
    fix: 'Check that the data folder is the one of this scheme, or move the file away.',
  },
  'unknown-file': {
    severity: 'warning',
    title: 'A file is none of the tables',
    meaning: 'Only the tables of a data folder are read. What another file holds takes no part in the calculation.',
    fix: 'Move the file out of the folder.',
  },
  'known-file': {
    severity: 'error',
    title: 'A public file that is not this table',
    meaning:
      'The columns are those of a file that is published for all of England: a breakdown of the list of patients, a map or a directory of practices. As it stands it would be read wrongly, or not at all.',
    fix: 'Take the file that the message names, or keep the columns that it names and delete the others.',
  },
  'misnamed-file': {
    severity: 'error',
    title: 'A file has nearly the name of a table',
    meaning:
      'Only files with exactly the name of a table are read: of `Paid.csv`, `payed.csv` or `paid (1).csv` nothing would count, and money paid before would be paid again.',
    fix: 'Give the file the name of the table, put its rows into the table that is there, or move it out of the folder.',
  },
  'not-a-plain-file': {
    severity: 'error',
    title: 'A file is a link, a folder or a device',
    meaning: 'What is read has to be the file that is copied beside the results, so only plain files are read.',
    fix: 'Copy the file itself into the data folder in place of the link.',
  },
  'file-too-large': {
    severity: 'error',
    title: 'A file is far too large',
    meaning:
      'All tables but claims.csv hold a few rows for each practice. A file of more than 256 MiB is something else.',
    fix: 'Check that the right file has this name.',
  },
  workbook: {
    severity: 'error',
    title: 'A file is a workbook, not CSV',
    meaning:
      'The name ends in .csv, but the file is a spreadsheet workbook. Renaming a workbook does not turn it into text.',
    fix: `Open it in the spreadsheet. ${saveAsUtf8}`,
  },
  'utf-16': {
    severity: 'error',
    title: 'A file is UTF-16',
    meaning: 'Some programs save "Unicode Text" with two bytes a character. Tables have to be UTF-8.',
    fix: saveAsUtf8,
  },
  'not-utf-8': {
    severity: 'error',
    title: 'A file is not UTF-8',
    meaning:
      'A byte is no part of a UTF-8 character, most often because a spreadsheet saved plain "CSV", which is Windows-1252. Told once for a file, at the first such byte.',
    fix: `${saveAsUtf8} Or give --encoding windows-1252.`,
  },
  'looks-like-utf-8': {
    severity: 'warning',
    title: 'A file read as Windows-1252 looks like UTF-8',
    meaning: 'With --encoding windows-1252 the letters beyond A to Z of a UTF-8 file are spoilt: é becomes Ã©.',
    fix: 'Leave --encoding out, unless the line shown is right as it is.',
  },
  'lone-carriage-return': {
    severity: 'error',
    title: 'A line ends as on an old Macintosh, or holds a carriage return',
    meaning: 'Lines end in LF or CRLF. A carriage return alone would join rows or hide a part of one.',
    fix: saveAsUtf8,
  },
  'mixed-line-ends': {
    severity: 'warning',
    title: 'Lines end in two different ways',
    meaning:
      'Some lines end in LF and some in CRLF, as in files that were joined or edited by hand. The rows are read all the same.',
    fix: 'Check that no row is there twice, and save the file again from one program.',
  },
  'line-too-long': {
    severity: 'error',
    title: 'A line is longer than any row',
    meaning: 'A line of more than a million characters is no row of a table. The rest of the file was not read.',
    fix: 'Check that the file is the right one and that its lines have ends.',
  },
  'empty-file': {
    severity: 'error',
    title: 'A file is empty',
    meaning: 'Not even the names of the columns are there, as after a download or a save that failed.',
    fix: 'Save the file again. For a table without rows, keep the header.',
  },
  'no-rows': {
    severity: 'error',
    title: 'There are no practices',
    meaning: 'practices.csv holds the names of the columns and nothing else, so nobody can be paid.',
    fix: 'Add a row for each practice that takes part.',
  },
  'separator-line': {
    severity: 'error',
    title: 'The file begins with sep=',
    meaning:
      'The line is meant for a spreadsheet program; it is no row of the table, and says that the cells may not be separated by commas.',
    fix: saveAsUtf8,
  },
  'wrong-separator': {
    severity: 'error',
    title: 'The cells are not separated by commas',
    meaning: 'Spreadsheets in some languages save CSV with semicolons; text files are often separated by tabs.',
    fix: `Set the language of the computer to English (United Kingdom). ${saveAsUtf8}`,
  },
  'title-row': {
    severity: 'error',
    title: 'There is a title above the header',
    meaning: 'The first row has to hold the names of the columns.',
    fix: 'Delete the rows above it in the spreadsheet.',
  },
  'no-header': {
    severity: 'error',
    title: 'The names of the columns are missing',
    meaning: 'Without them nobody can say which cell is what, so the file was not read.',
    fix: 'Add a first row with the names of the columns, as `quarterday template` writes it.',
  },
  'unknown-column': {
    severity: 'error',
    title: 'A column has an unknown name',
    meaning:
      'A misspelt name would leave a column out of the calculation, so every name has to be known. Names are in small letters with underscores.',
    fix: 'Correct the name; name a column of your own notes, or begin its name with x_.',
  },
  'duplicate-column': {
    severity: 'error',
    title: 'A column is there twice',
    meaning: 'Two columns of one name may disagree, and which one counts would be a guess.',
    fix: 'Remove one, or begin its name with x_ so that it is ignored.',
  },
  'blank-column': {
    severity: 'error',
    title: 'A column has no name',
    meaning: 'Between named columns there is one without a name: a name was deleted, or cells have moved.',
    fix: 'Name the column, or remove it with its cells.',
  },
  'missing-column': {
    severity: 'error',
    title: 'A needed column is missing',
    meaning: 'The rows cannot be read without it, so their mistakes are not told yet.',
    fix: 'Add the column. Where it is there under another name, rename it.',
  },
  'empty-columns': {
    severity: 'warning',
    title: 'There are empty columns at the end',
    meaning:
      'Rows end in commas without names or content, which a spreadsheet writes for cells that were once used. They are ignored.',
    fix: 'Delete the columns to the right of the table in the spreadsheet, and save again.',
  },
  'blank-line': {
    severity: 'warning',
    title: 'There are blank lines between the rows',
    meaning: 'They are skipped. A row may have been lost where they are.',
    fix: 'Check against the source that no row is missing, then delete the blank lines.',
  },
  'too-many-cells': {
    severity: 'error',
    title: 'A row has too many cells',
    meaning: 'A comma inside a name or a number cuts a cell in two and moves all that follow to the wrong column.',
    fix: 'Put a cell that holds a comma in double quotes, and write numbers without separators; a spreadsheet does both when it saves CSV.',
  },
  'too-few-cells': {
    severity: 'error',
    title: 'A row has too few cells',
    meaning: 'The row was cut off, or a line break inside a cell broke it in two.',
    fix: checkTheRow,
  },
  'stray-quote': {
    severity: 'error',
    title: 'A double quote is out of place',
    meaning:
      'Quotes stand around a whole cell, in pairs, on one line. A stray one could swallow the rows that follow; here it spoils its own row only.',
    fix: 'Remove the quote, or double it inside a quoted cell; take line breaks out of cells with CLEAN().',
  },
  'stray-row': {
    severity: 'error',
    title: 'A row that is none of the table',
    meaning:
      'Below the names of the columns there are rows of the table alone: no totals, no notes, and no second row of names.',
    fix: 'Delete the row; where two files were pasted together, check that no row stands in both.',
  },
  placeholder: {
    severity: 'error',
    title: 'A placeholder instead of a value',
    meaning: 'The cell holds what people write where a value is not known yet: TBC, n/a, a dash, a question mark.',
    fix: 'Write the value, or take the row out until it is known.',
  },
  'blank-cell': {
    severity: 'error',
    title: 'A cell is blank that must not be',
    meaning: 'The row means nothing without it; a decision, for one, needs a name and a reason.',
    fix: 'Fill it in, or remove the row.',
  },
  'strange-character': {
    severity: 'error',
    title: 'A cell holds a character that cannot be seen',
    meaning:
      'No-break and zero-width spaces, control and direction characters look like nothing, but make two cells that look the same differ.',
    fix: 'Type the cell again, or clean the column with CLEAN(), TRIM() and SUBSTITUTE().',
  },
  'surrounding-space': {
    severity: 'error',
    title: 'A cell begins or ends with a space',
    meaning: 'Nothing is trimmed silently: a code with a space is another code.',
    fix: 'Remove the spaces: TRIM() does it for a whole column.',
  },
  'spreadsheet-error': {
    severity: 'error',
    title: 'A formula has failed',
    meaning: 'The cell holds what a spreadsheet shows in place of a value, such as #N/A or #REF!.',
    fix: 'Mend the formula or type the value, and save the file again.',
  },
  'practice-code-form': {
    severity: 'error',
    title: 'A practice code is misspelt',
    meaning:
      'A code is a capital letter and five digits. Lower case, the letter O for a zero or the code of a branch would name another practice, or none.',
    fix: 'Copy the code from the national register.',
  },
  'unknown-practice': {
    severity: 'error',
    title: 'A practice is not in practices.csv',
    meaning: 'Every practice that a table names has to take part. The row may be meant for another practice.',
    fix: 'Correct the code, or add the practice to practices.csv.',
  },
  'group-in-two-spellings': {
    severity: 'error',
    title: 'A locality or a network in two spellings',
    meaning:
      'Two names that differ only in capitals, white space or the form of their letters would be two groups, each with a sum of its own, although one is meant.',
    fix: 'Write the name in one spelling wherever it stands, in practices.csv and in memberships.csv.',
  },
  'two-spellings': {
    severity: 'warning',
    title: 'A name in two spellings',
    meaning: 'Two names that differ only in capitals, white space or the form of their letters are most likely one.',
    fix: 'Write the name in one spelling wherever it stands.',
  },
  'membership-twice': {
    severity: 'error',
    title: 'Two memberships of a practice from one day on',
    meaning: 'Nobody could tell which of the two holds.',
    fix: 'Keep one row for each practice and day.',
  },
  'succession-twice': {
    severity: 'error',
    title: 'An old code stands twice',
    meaning: 'A code ends once. Two codes cannot both stand for it: its account would be in two hands.',
    fix: 'Keep one of the rows. Where a practice was split, decide which code goes on with its account.',
  },
  'succession-circle': {
    severity: 'error',
    title: 'Codes that follow one another in a circle',
    meaning: 'Each code of the circle would stand for the others, and none of them would be the one that is paid.',
    fix: 'Correct the old and the new code of the row, which are most likely the wrong way round.',
  },
  'joining-not-in-scheme': {
    severity: 'error',
    title: 'A practice joins, and the scheme does not say what becomes of it',
    meaning:
      'The scheme has no rule for a practice that joins after the term began: whether its first period is paid, and which of its lists counts.',
    fix: 'Agree the rule and write it as "joining" into the scheme file; or clear joined_on if the practice took part from the start.',
  },
  'new-code-without-beginning': {
    severity: 'error',
    title: 'A new code that does not say when it began',
    meaning:
      'The scheme counts no patients, so only joined_on tells whether the new code is a practice of its own, with an account, or came into being with the code change.',
    fix: 'Fill in joined_on for the new code in practices.csv: the day of the change if it is a new code only, an earlier one if the practice was there before.',
  },
  'practice-twice': {
    severity: 'error',
    title: 'A practice is listed twice',
    meaning: 'It would be paid twice.',
    fix: 'Remove one of the rows.',
  },
  'not-a-date': {
    severity: 'error',
    title: 'A date is not written as YYYY-MM-DD',
    meaning: 'Other spellings are ambiguous (is 04/05/2017 in April or May?), so only one is read.',
    fix: 'Set the format of the column to YYYY-MM-DD (a custom format in most spreadsheets) and save again.',
  },
  'not-an-amount': {
    severity: 'error',
    title: 'An amount is not pounds and pence',
    meaning:
      'Amounts have digits, at most two decimals and, for money recovered, a minus: 1234.50 or -1234.50. The sum of a decision is above nothing.',
    fix: 'Set the format of the column to Number with two decimals and no separators, and save again.',
  },
  'not-a-whole-number': {
    severity: 'error',
    title: 'A number is not whole',
    meaning: 'Registered patients are counted, so a list size has digits and nothing else.',
    fix: 'Set the format of the column to Number without decimals or separators, and save again.',
  },
  'not-a-number': {
    severity: 'error',
    title: 'A number is not written plainly',
    meaning: 'Numbers have digits and at most a decimal point, and are not below zero.',
    fix: 'Set the format of the column to Number without separators, and save again.',
  },
  'not-a-share': {
    severity: 'error',
    title: 'A share is not between 0% and 100%',
    meaning: 'A bare 75 may be 75% or 75 times, so a share is written as 75%, 0.75 or 3/4.',
    fix: 'Add the percent sign, or write the decimal.',
  },
  'payee-code-form': {
    severity: 'error',
    title: 'A payee code has signs that it cannot have',
    meaning:
      'The code goes into the names of files and into references, so it has 1 to 20 letters, digits and hyphens, and begins with a letter or digit.',
    fix: 'Write the code that the payment system uses.',
  },
  'payee-code-capitals': {
    severity: 'error',
    title: 'Two payee codes differ only in capitals',
    meaning:
      'They would be two payees for the sums and one file for the letters. Codes of payees.csv, paid.csv and the ledger are compared, and those of practices, which are their own payees.',
    fix: 'Write the code in one spelling in every row, or give one of the two payees another code.',
  },
  'payee-named-twice': {
    severity: 'warning',
    title: 'A payee has two names',
    meaning:
      'Two rows name the payee of one code differently: a slip in the name, or in the code of one of two payees.',
    fix: 'Write one name in both rows, or correct the code.',
  },
  'unknown-evidence': {
    severity: 'error',
    title: 'The scheme asks for no such evidence',
    meaning: 'The row would satisfy no condition.',
    fix: 'Write one of the ids that `quarterday show` lists.',
  },
  'unknown-component': {
    severity: 'error',
    title: 'The scheme has no such component',
    meaning: 'The row would belong to nothing.',
    fix: 'Write one of the ids that `quarterday show` lists.',
  },
  'unknown-period': {
    severity: 'error',
    title: 'The scheme has no such period',
    meaning: 'The row would belong to no payment.',
    fix: 'Write one of the ids that `quarterday show` lists.',
  },
  'scientific-notation': {
    severity: 'error',
    title: 'An id in scientific notation',
    meaning:
      'A spreadsheet took a long id for a number and kept a few of its digits, as in 1.23457E+12. Different ids then look the same, and of two events one is not paid.',
    fix: 'Set the format of the column to Text, enter the ids again from the source, and save the file again.',
  },
  'unknown-event': {
    severity: 'warning',
    title: 'The scheme pays for no such event',
    meaning: 'The claim is refused, and stands in refused.csv with the same code.',
    fix: 'Write one of the events that `quarterday show` names, in the same spelling. Leave the row as it is if nothing is to be paid for it.',
  },
  'too-many-claims': {
    severity: 'error',
    title: 'One practice has more than a million claims',
    meaning:
      'The claims of a practice are looked at together, and so many of one year are not to be believed. How many claims there are in all has no limit.',
    fix: 'Check that the practice codes are right, and that the file does not hold the same claims many times.',
  },
  'unknown-measure': {
    severity: 'error',
    title: 'The scheme has no such measure',
    meaning: 'The row would scale nothing.',
    fix: 'Write one of the ids that `quarterday show` lists.',
  },
  'unknown-decision': {
    severity: 'error',
    title: 'There is no such decision',
    meaning: 'A decision is proportion, accept-late, recover or waive-recovery.',
    fix: 'Write one of these.',
  },
  'unknown-interval': {
    severity: 'error',
    title: 'There is no such interval',
    meaning: 'The instalments of a plan come every month or every period.',
    fix: 'Write month or period.',
  },
  'list-size-missing': {
    severity: 'error',
    title: 'A practice has no list size at the date of the scheme',
    meaning:
      'The scheme counts patients at one date, or at another that it names as accepted in its place. Lists of other dates are not used.',
    fix: 'Use the publication of that date, or add the row.',
  },
  'list-size-twice': {
    severity: 'error',
    title: 'A practice has two list sizes at one date',
    meaning: 'Which of the two is right would be a guess.',
    fix: 'Remove the one that is wrong.',
  },
  'evidence-not-per-component': {
    severity: 'error',
    title: 'A component is named where the evidence covers all',
    meaning: 'The scheme asks for this evidence once, whatever the component. The row may be meant for other evidence.',
    fix: 'Clear the component, or correct the evidence.',
  },
  'evidence-not-per-period': {
    severity: 'error',
    title: 'A period is named where the evidence covers all',
    meaning: 'The scheme asks for this evidence once, whatever the period. The row may be meant for other evidence.',
    fix: 'Clear the period, or correct the evidence.',
  },
  'measure-twice': {
    severity: 'error',
    title: 'A measure is there twice for one date',
    meaning: 'Which of the two rows is right would be a guess.',
    fix: 'Remove the one that is wrong.',
  },
  'numerator-above-denominator': {
    severity: 'warning',
    title: 'A numerator is above its denominator',
    meaning: 'More than 100% is rarely meant. The row is used as it is.',
    fix: 'Check that numerator and denominator are not swapped.',
  },
  'denominator-not-wanted': {
    severity: 'error',
    title: 'A plain figure has a denominator',
    meaning:
      'The measure is a plain figure, such as hectares or income: of how many it is has no meaning, so that it may be another measure.',
    fix: 'Leave the cell blank, or name the measure that is meant.',
  },
  'decision-incomplete': {
    severity: 'error',
    title: 'A decision leaves out what was decided on',
    meaning:
      'proportion needs a component and a proportion, recover and waive-recovery a component and the amount, accept-late the evidence or event. A decision about money covers the sum that it names and no other.',
    fix: 'Fill in the cell.',
  },
  'decision-cell-not-wanted': {
    severity: 'error',
    title: 'A decision says more than it can',
    meaning: 'The cell has no effect on such a decision, so something else may be meant.',
    fix: 'Clear the cell, or correct the decision.',
  },
  'decisions-conflict': {
    severity: 'error',
    title: 'Two proportions were decided on one day',
    meaning:
      'The latest decision on a proportion counts, and of two on one day neither is the latest. Sums to recover or to waive are no conflict: they add up.',
    fix: 'Remove one, or correct its day.',
  },
  'perhaps-evidence': {
    severity: 'warning',
    title: 'A late claim is spelt much like evidence',
    meaning:
      'A name that is no evidence of the scheme is taken for the event_id of a late claim. It may be evidence, misspelt.',
    fix: 'Correct the spelling if evidence is meant.',
  },
  'payees-conflict': {
    severity: 'error',
    title: 'Two agreements of one day name a payee',
    meaning: 'The latest agreement counts, and of two on one day neither is the latest.',
    fix: 'Remove one, or correct its day.',
  },
} satisfies Record<string, CodeEntry>;
