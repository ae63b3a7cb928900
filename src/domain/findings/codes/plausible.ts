import type { CodeEntry } from './entry.ts';

/** What is well formed in a data folder and hard to believe all the same. */
export const plausibleCodes = {
  'left-before': {
    severity: 'warning',
    title: 'A practice left before it gave notice or joined',
    meaning: 'The earlier of the two days counts, and with the days swapped that is the wrong one.',
    fix: 'Compare the days with the letters, and correct the one that is wrong.',
  },
  'day-far-from-term': {
    severity: 'warning',
    title: 'A day lies more than a year outside the term',
    meaning:
      'Most often a digit of the year is wrong, or the row belongs to the scheme of another year. The row is used as it is.',
    fix: 'Correct the year, or move the row to the folder that it belongs to.',
  },
  'list-size-zero': {
    severity: 'warning',
    title: 'A list of no patients',
    meaning: 'A practice without patients earns nothing by its list. A blank cell may have become a 0.',
    fix: 'Check the list against the publication. Give a practice that has closed its last day in left_on.',
  },
  'list-sizes-differ': {
    severity: 'warning',
    title: 'Two lists of a practice differ by more than half',
    meaning:
      'Lists rarely grow or shrink by half. A digit may be missing, or the row may be that of another practice. A merger is a reason.',
    fix: 'Check both lists against their publications.',
  },
  'blank-covers-all': {
    severity: 'warning',
    title: 'A blank cell makes evidence count for everything',
    meaning:
      'The scheme asks for this evidence by component or by period. A row with a blank cell is good for each of them, and may release money that nobody has reported for.',
    fix: 'Write the component or the period that the row is for. Leave the cell blank only if it covers all that the message names.',
  },
  'quantity-missing': {
    severity: 'warning',
    title: 'A quantity is asked for and blank',
    meaning: 'The scheme asks for a least number. A row that does not say how many is not enough.',
    fix: 'Fill in the quantity.',
  },
  'quantity-not-asked-for': {
    severity: 'warning',
    title: 'A quantity stands where none is asked for',
    meaning: 'The number changes nothing. It may belong to another row, or to other evidence.',
    fix: 'Correct the evidence, or clear the quantity.',
  },
  'perhaps-percentage': {
    severity: 'warning',
    title: 'A percentage in place of two numbers',
    meaning:
      'A numerator that is not whole, of a denominator of 100, is most likely a percentage. Practices that are measured together then weigh alike, whatever their size, and the percentage may be rounded across a threshold.',
    fix: 'Write the numerator and the denominator that the percentage was made from.',
  },
  'paid-row-twice': {
    severity: 'warning',
    title: 'A row of paid.csv stands twice',
    meaning:
      'The two are the same in every cell, as where a file was added twice. Both count as paid, so that the second comes back from the practice.',
    fix: 'Remove one of them. If both were paid, write the reference of each payment.',
  },
  'paid-row-posted': {
    severity: 'warning',
    title: 'A row of paid.csv repeats a posted payment',
    meaning:
      'The ledger holds the same sum for the same practice, component and period. Payments of this program stand in the ledger; paid.csv is for money paid in another way. Both count, so that one of them comes back from the practice.',
    fix: 'Remove the row from paid.csv if it is the payment that was posted.',
  },
  'event-in-two-spellings': {
    severity: 'warning',
    title: 'One event in two spellings',
    meaning:
      'Two ids of a practice and kind differ only in capitals, in white space, in the form of their letters, or in zeros before a number. To the program they are two events, and each is paid.',
    fix: 'Write the id in one spelling in every row of the event.',
  },
  'event-on-two-days': {
    severity: 'warning',
    title: 'One event on two days',
    meaning:
      'Two rows of a practice have one id and different days. They count as one event, which is paid once, on the day of the row that comes first.',
    fix: 'Correct the day that is wrong; give a second event an id of its own.',
  },
  'two-events-on-one-day': {
    severity: 'warning',
    title: 'Two events of one kind on one day',
    meaning:
      'Two people at one meeting give one event_id, and are paid once. Under two ids the meeting is paid twice. Told once for a practice and kind of event.',
    fix: 'Write one id in the rows of one event. Leave them as they are if there were two.',
  },
} satisfies Record<string, CodeEntry>;
