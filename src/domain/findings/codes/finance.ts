import type { CodeEntry } from './entry.ts';

/** What can be wrong on the way of a posted sum to the bank and back. */
export const financeCodes = {
  'finance-row-twice': {
    severity: 'error',
    title: 'A row of the finance folder is there twice',
    meaning:
      'A payee has one supplier and one contact, and a component of a scheme one coding: of two nobody can tell which holds.',
    fix: 'Keep the row that holds and remove the other.',
  },
  'supplier-missing': {
    severity: 'error',
    title: 'A payee is no supplier',
    meaning:
      'Money is handed over to suppliers that the payment system knows, and suppliers.csv has no row for this payee.',
    fix: 'Add the payee to suppliers.csv, with its number in the payment system.',
  },
  'coding-missing': {
    severity: 'error',
    title: 'A component has no coding',
    meaning:
      'Every sum is handed over with the cost centre and the subjective code that it is charged to, and coding.csv has no row for this component.',
    fix: 'Add the component to coding.csv.',
  },
  'channel-field': {
    severity: 'error',
    title: 'A column of a channel cannot be filled in',
    meaning: 'The channel asks for something that a row of its kind does not have, or has more than once.',
    fix: 'Correct the column, or let the channel have a row for each payee and component.',
  },
  'channel-layout': {
    severity: 'error',
    title: 'Two parts of a channel do not go together',
    meaning:
      'What would be written could not be read back: a sign that nothing shows, or one character that parts the cells and the pence.',
    fix: 'Change one of the two.',
  },
  'channel-text-too-long': {
    severity: 'error',
    title: 'A text is longer than its column',
    meaning:
      'The channel says how long a cell of the column may be. Nothing is cut: a code that is cut is another code.',
    fix: 'Correct the code where it comes from, or the length in the channel.',
  },
  'channel-text-unquotable': {
    severity: 'error',
    title: 'A text cannot stand in the file of a channel without quotes',
    meaning:
      'The channel never quotes, and the text holds the character that parts the cells, a quote or the end of a line.',
    fix: 'Correct the text, or let the channel quote where it is needed.',
  },
  'channel-row-limit': {
    severity: 'error',
    title: 'One sum needs more rows than a file may have',
    meaning:
      'Where there are more rows than one file takes, several files are written, but the rows of one sum stay together.',
    fix: 'Correct mostRows in the channel, or use a channel with one row a payee.',
  },
  'no-working-day': {
    severity: 'error',
    title: 'Nothing is paid on this day',
    meaning: 'The channel pays on working days, and the day is a Saturday, a Sunday or a day of holidays.csv.',
    fix: 'Give a working day with --pay-on.',
  },
  'last-day-passed': {
    severity: 'warning',
    title: 'The last day for sending was over when the run was posted',
    meaning:
      'The channel wants its file so many working days before the payment, and the posting was made later than that.',
    fix: 'Choose a later day with --pay-on, or make sure that the file is still taken.',
  },
  'posting-not-in-ledger': {
    severity: 'error',
    title: 'The ledger has no such posting',
    meaning: 'A hand-off is of postings, each named by its serial. Records of other kinds have serials too.',
    fix: 'Use a serial of a posting that `quarterday ledger` lists.',
  },
  'handed-over-before': {
    severity: 'error',
    title: 'The posting was handed over before',
    meaning: 'A sum is handed over once. What was rejected or came back is sent again by name, one sum at a time.',
    fix: 'See with `quarterday ledger DIR --open` how its sums stand; send one again with --again REFERENCE and --reason.',
  },
  'not-to-send-again': {
    severity: 'error',
    title: 'The sum is not one that can be sent again',
    meaning: 'Sent again is a sum above zero of a posting that is named, that was handed over, and that is not paid.',
    fix: 'Give a reference that `quarterday ledger DIR --open` lists.',
  },
  'sent-again-unanswered': {
    severity: 'warning',
    title: 'A sum is sent again that was not refused',
    meaning:
      'The channel has not said that the sum was rejected or came back: it may have been paid, and be paid twice.',
    fix: 'Ask the channel what became of the sum before the file is sent.',
  },
  'nothing-to-hand-over': {
    severity: 'warning',
    title: 'No payee is to be paid',
    meaning:
      'Every sum of the postings is nothing or below zero, so that there is no file for the channel. What is to come back stands in to-recover.csv.',
    fix: 'Nothing, if this is what was posted.',
  },
  'bank-file': {
    severity: 'error',
    title: 'A file of a channel is not as its map says',
    meaning:
      'The map names the columns of what the channel sends back; one of them is not there, or a row has another number of cells.',
    fix: 'Correct the map, or give the file that the map is of.',
  },
  'bank-cell': {
    severity: 'error',
    title: 'A cell of a file of a channel cannot be read as its map says',
    meaning: 'A day, an amount or a status is not written as the map has it. Nothing of such a cell is guessed.',
    fix: 'Correct the map; a status that it does not know is added to "statuses".',
  },
  'bank-unmatched': {
    severity: 'warning',
    title: 'The channel tells of something that was not handed over',
    meaning:
      'A row is matched by its reference alone, and nothing was handed over under this one. A like sum is named, and never taken.',
    fix: 'Find out what the row is. If its reference was cut or changed on the way, ask the channel for the whole one.',
  },
  'bank-duplicate': {
    severity: 'warning',
    title: 'A sum was settled a second time',
    meaning:
      'What was sent is paid already, and the channel tells of another payment of it; or it came back already, and comes back once more.',
    fix: 'Ask the channel at once. A payment that was made twice has to come back.',
  },
  'bank-more-than-sent': {
    severity: 'warning',
    title: 'More was paid or came back than was sent',
    meaning: 'What the channel tells of a sum comes to more than what was handed over.',
    fix: 'Ask the channel. What was paid too much has to come back.',
  },
  'bank-day': {
    severity: 'warning',
    title: 'The day of a bank is hard to believe',
    meaning:
      'A sum cannot be paid before its posting, seldom before the day that it was to be paid on, and not after the day on which the file is read. The row counts all the same.',
    fix: 'See that the map reads days as the channel writes them, day or month first.',
  },
} satisfies Record<string, CodeEntry>;
