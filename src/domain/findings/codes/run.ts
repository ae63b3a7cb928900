import type { CodeEntry } from './entry.ts';

export const runCodes = {
  'unknown-command': {
    severity: 'error',
    title: 'There is no such command',
    meaning: 'The first word after `quarterday` says what to do, and this is none of its commands.',
    fix: 'Use one of the commands that `quarterday --help` lists.',
  },
  'unknown-option': {
    severity: 'error',
    title: 'There is no such option',
    meaning: 'Every command takes a fixed list of options; a misspelt one is refused rather than ignored.',
    fix: 'Use an option that `quarterday COMMAND --help` lists. Options stand after the command.',
  },
  'option-twice': {
    severity: 'error',
    title: 'An option is given twice',
    meaning: 'Of two values for one option, one would be dropped silently.',
    fix: 'Give the option once.',
  },
  'option-without-value': {
    severity: 'error',
    title: 'An option has no value',
    meaning: 'The option stands at the end, is followed by another option, or is given an empty value.',
    fix: 'Write the value after the option. If a value begins with --, join the two: --data=--folder.',
  },
  'option-value': {
    severity: 'error',
    title: 'An option has a value that it does not take',
    meaning: 'Some options take one of a few words, and --as-at takes a date written YYYY-MM-DD.',
    fix: 'Use a value that the message names.',
  },
  'missing-argument': {
    severity: 'error',
    title: 'Something that the command needs is not given',
    meaning: 'A command works only from what is written on its line: nothing is guessed and no configuration is read.',
    fix: 'Add what the message names; `quarterday COMMAND --help` shows two whole lines to copy.',
  },
  'extra-argument': {
    severity: 'error',
    title: 'There is a word too many',
    meaning:
      'The command takes fewer words than were given. A path with a space in it counts as two unless it is quoted.',
    fix: 'Leave the word out, or put quotation marks round a path with spaces.',
  },
  'unknown-scheme': {
    severity: 'error',
    title: 'There is no such scheme',
    meaning: 'A scheme is named by the id of one that comes with the program, or by the path of a scheme file.',
    fix: 'Use an id that `quarterday schemes` lists, or a path with a slash or a dot in it: ./my-scheme.json.',
  },
  'period-not-in-scheme': {
    severity: 'error',
    title: 'The scheme has no such period',
    meaning: 'A run is made for one payment period of the scheme, named by its id.',
    fix: 'Use a period that the message lists; `quarterday show SCHEME` explains each of them.',
  },
  'unknown-topic': {
    severity: 'error',
    title: 'There is no help on this',
    meaning: '`quarterday help` explains a command, or a code as it stands before an error or a warning.',
    fix: 'Copy the code from the message that you want explained.',
  },
  'no-such-path': {
    severity: 'error',
    title: 'There is no file or folder at a path that was given',
    meaning: 'The path leads nowhere, or to a file where a folder is needed, or to a folder where a file is needed.',
    fix: 'Check the spelling, and that the path is right as seen from the folder that you work in.',
  },
  'output-inside-data': {
    severity: 'error',
    title: 'The output folder or the ledger lies inside the data folder',
    meaning:
      'Nothing is written among the files that a run reads: what was made would be taken for data the next time.',
    fix: 'Choose a folder beside the data folder.',
  },
  'output-inside-ledger': {
    severity: 'error',
    title: 'The output folder lies inside the ledger',
    meaning: 'A ledger holds postings and nothing else: a run folder in it would look like a mistake of somebody.',
    fix: 'Choose a folder beside the ledger.',
  },
  'target-exists': {
    severity: 'error',
    title: 'The folder to be written is there already',
    meaning:
      'A run folder is named after its contents and never changed; one of the same name is the same run, made before. A template is written only into a folder that is empty or not there yet.',
    fix: 'Use the folder that is there, or choose another place with --out.',
  },
  'confirm-total': {
    severity: 'error',
    title: 'The confirmed total is not the net total of the run',
    meaning:
      'Whoever posts a run types its net total again, payments less clawbacks that are due, so that no other run is posted by mistake.',
    fix: 'Compare the run folder with what was approved. If it is the right run, give its net total to the penny.',
  },
  'run-not-sound': {
    severity: 'error',
    title: 'The run folder is incomplete, or was changed',
    meaning:
      'Only a run that is exactly as it was made can be posted: every file is there, every checksum holds, and the lines come to the control totals.',
    fix: 'See what verify says of the folder, and post the folder as run made it: from a copy, or by the same run again.',
  },
  'stale-run': {
    severity: 'error',
    title: 'The ledger is not where it was when the run was made',
    meaning:
      'A run takes account of everything posted up to a certain posting. What was posted since might be paid twice, so the run cannot be posted any more.',
    fix: 'Run again with --ledger, and post the new run.',
  },
  'posted-otherwise': {
    severity: 'error',
    title: 'A different run for this scheme and period is posted already',
    meaning: 'Two runs were made from the same state of the ledger, and the other one was posted first.',
    fix: 'Compare the two with diff. To correct what was posted, run again with --ledger: it pays or recovers the difference.',
  },
  'ledger-locked': {
    severity: 'error',
    title: 'The ledger is locked',
    meaning:
      'On a drive without hard links a posting is guarded by a small empty file, so that only one can be made at a time. The file stays where the program was killed meanwhile.',
    fix: 'Try again in a minute. If nobody is posting, delete the file that is named, and nothing else.',
  },
  'ledger-unsound': {
    severity: 'error',
    title: 'The ledger does not verify',
    meaning:
      'A file of the ledger was changed, removed or added by hand. What was paid before is not certain any more, so that no run can rest on it.',
    fix: 'See what verify --ledger says, and put the ledger back from a copy.',
  },
  'ledger-difference': {
    severity: 'error',
    title: 'The ledger is not as it was posted',
    meaning:
      'Each posting names the sha256 of the one before and seals itself, and its lines come to its control totals. Something there does not hold.',
    fix: 'Find out who changed the file and when, and put it back from a copy.',
  },
  'run-difference': {
    severity: 'error',
    title: 'The run folder is not as it was made',
    meaning:
      'A checksum, a total, or with --recompute a figure is different from what the rest of the folder says that it must be.',
    fix: 'Find out who changed the file and when; the run can be made again from its own inputs.',
  },
  'new-ledger': {
    severity: 'warning',
    title: 'There is no ledger yet',
    meaning:
      'A ledger that is not there is taken for an empty one, as before the first posting. A slip in the path would look the same.',
    fix: 'Check the path. To begin a ledger, make an empty folder there, or go on: the first posting makes it.',
  },
  'posted-practice-missing': {
    severity: 'error',
    title: 'The ledger has paid a practice that is not listed',
    meaning:
      'Money that was paid under the scheme must stay in account: a practice that was paid cannot drop out of the data.',
    fix: 'Add the practice to practices.csv again; if it has left the scheme, with the day in left_on.',
  },
  'posted-line-unknown': {
    severity: 'error',
    title: 'The ledger has paid for something that the scheme does not have',
    meaning:
      'The scheme file was changed after money was paid under it: a component or a period has another id now, or none.',
    fix: 'Give the component or the period its old id back. Its value may become nothing, its id must stay.',
  },
  'practice-not-in-run': {
    severity: 'error',
    title: 'The run has no such practice',
    meaning: 'A run holds the practices of its own practices.csv, and no others.',
    fix: 'Correct the code; inputs/practices.csv in the run folder lists the practices.',
  },
  'component-not-in-scheme': {
    severity: 'error',
    title: 'The scheme has no such component',
    meaning: 'A component is named by its id, as the reports of the run write it.',
    fix: 'Use one of the ids that the message names; `quarterday show SCHEME` explains each of them.',
  },
  'schemes-differ': {
    severity: 'error',
    title: 'The runs are of different schemes',
    meaning: 'Two runs can be compared where they work out the same payments: those of one scheme.',
    fix: 'Give two run folders whose names begin with the same scheme id.',
  },
  'not-a-run': {
    severity: 'error',
    title: 'The folder is no whole run',
    meaning:
      'A run folder is whole when SHA256SUMS, which is written last, is there and its files are as the run wrote them.',
    fix: 'Use the folder as the run made it, or make the run again.',
  },
  'draft-scheme': {
    severity: 'error',
    title: 'A draft scheme cannot be run',
    meaning: 'The scheme is not agreed yet: a draft can be checked and shown, but no money can be worked out from it.',
    fix: 'Agree the values that are listed, write them into the scheme file, and set its status to "agreed".',
  },
  'system-failure': {
    severity: 'error',
    title: 'The system refused a file',
    meaning:
      'A file or folder could not be read or written: no permission, a full disk, or a device that failed. Nothing half-written is left.',
    fix: 'Mend what the message names, and give the same command again.',
  },
  'input-changed': {
    severity: 'error',
    title: 'An input file changed while it was read',
    meaning:
      'The run would not be what its record says, so it was given up. A spreadsheet program or a synchronised folder may have saved the file meanwhile.',
    fix: 'Close the file in other programs, or copy the data folder, and run again.',
  },
  fault: {
    severity: 'error',
    title: 'A fault of this program',
    meaning:
      'Something that must always hold did not. The files that you gave are not to blame, and nothing was written.',
    fix: 'Report the message and the lines below it, the command, and what `quarterday --version` prints. Leave the data out.',
  },
} satisfies Record<string, CodeEntry>;
