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
  'accruals-of-another': {
    severity: 'error',
    title: 'Accruals of another scheme',
    meaning: 'The journal reverses what was accrued for the same scheme the last time.',
    fix: 'Give the accruals.csv of this scheme to --prior.',
  },
  'run-twice': {
    severity: 'error',
    title: 'A run stands twice in a job',
    meaning: 'The same scheme, period, as-at date, data and folder would make the same run folder twice.',
    fix: 'Take one of the two out of the job.',
  },
  'run-before-posting': {
    severity: 'warning',
    title: 'Two periods of one scheme in one job, with nothing posted between them',
    meaning:
      'A run pays what is not posted yet, of all periods up to its own. Two runs of one scheme that do not know of one another both pay the earlier periods; whichever is posted first makes the other stale.',
    fix: 'Post the earlier period first, or give each period a job of its own.',
  },
  'unknown-topic': {
    severity: 'error',
    title: 'There is no help on this',
    meaning:
      '`quarterday help` explains a page of the manual, a command, or a code as it stands before a message, and looks for any other word in all of them.',
    fix: 'Try another word, or take one of the pages that `quarterday help` lists.',
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
    title: 'What is to be written is there already',
    meaning:
      'A run folder is named after its contents and never changed; one of the same name is the same run, made before. A template, and the stories of explain --all, are written only into a folder that is empty or not there yet; a new scheme only into a file that is not there yet.',
    fix: 'Use what is there, or choose another place with --out.',
  },
  'confirm-total': {
    severity: 'error',
    title: 'The confirmed total is not the net total of the run',
    meaning:
      'Whoever posts a run types the net total that was approved, payments less clawbacks that are due, so that no other run is posted by mistake. The right one is not told.',
    fix: 'Compare the run folder with what was approved. If it is the right run, give the approved total to the penny.',
  },
  'stale-run': {
    severity: 'error',
    title: 'More of the scheme was posted since the run was made',
    meaning:
      'A run takes account of what was posted of its scheme up to a certain posting. What was posted since might be paid twice, so the run cannot be posted any more. Postings of other schemes do not matter.',
    fix: 'Run again with --ledger, and post the new run.',
  },
  'posted-otherwise': {
    severity: 'error',
    title: 'A different run for this scheme and period is posted already',
    meaning: 'Two runs were made with the same postings of the scheme before them, and the other one was posted first.',
    fix: 'Compare the two with diff. To correct what was posted, run again with --ledger: it pays or recovers the difference.',
  },
  'before-newest-posting': {
    severity: 'error',
    title: 'The run is as at a day before that of the newest posting',
    meaning:
      'A run looks at what was known by its as-at date. What was decided or came in between that day and the newest posting of the scheme would be undone: paid again, or taken back.',
    fix: 'Run as at the day of the newest posting, or later. Without --out the run is made as a rehearsal.',
  },
  'rehearsal-before-newest-posting': {
    severity: 'warning',
    title: 'The rehearsal is as at a day before that of the newest posting',
    meaning:
      'What was decided or came in between the as-at date and the newest posting of the scheme is not seen, so that the rehearsal undoes it. Such a run cannot be kept.',
    fix: 'Run as at the day of the newest posting, or later.',
  },
  'scheme-changed': {
    severity: 'warning',
    title: 'The scheme file has changed since the newest posting',
    meaning:
      'A posting keeps the sha256 of the scheme file that its run was made from, and the file with this id is another one now. What it changes for earlier periods is paid or taken back by this run.',
    fix: 'See with diff what the change moves: the run folder of the posting against that of this run. Where the change was not meant, put the file back.',
  },
  'nothing-posted': {
    severity: 'warning',
    title: 'Earlier periods are paid, as nothing says that they were',
    meaning:
      'The run is not for the first period of the scheme, and neither a posting nor paid.csv says what was paid before. It pays for the earlier periods too, a second time if they were paid.',
    fix: 'Give the ledger of the scheme with --ledger, or list what was paid before in paid.csv.',
  },
  'other-version': {
    severity: 'error',
    title: 'Another version of the program made the run',
    meaning:
      'A release makes again every run of its own major version; a run of another is proved by a release of that one. What is posted is made by the version that posts it.',
    fix: 'Verify the run with the release that the message names. To post it, make the run again.',
  },
  'stray-file': {
    severity: 'warning',
    title: 'There is a file that does not belong here',
    meaning:
      'A run folder and a ledger hold what the program wrote and nothing else. Whatever else lies there is not read and changes nothing, but may be the copy of something that is missed.',
    fix: 'Move it elsewhere.',
  },
  'temporary-folder-left': {
    severity: 'warning',
    title: 'A killed program left a temporary folder behind',
    meaning:
      'A program that is killed cannot remove its temporary files. They are no run, and nobody else can look into them, but they may hold what practices sent in.',
    fix: 'Delete the folder, unless a run is being made on another machine.',
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
      'Each posting names the sha256 of the one before and seals itself, its lines come to its control totals, and they are those of the run that it posted. Something there does not hold, or the newest posting is not the one that was noted.',
    fix: 'Find out who changed the file and when, and put it back from a copy.',
  },
  'run-difference': {
    severity: 'error',
    title: 'The run folder is not as it was made',
    meaning:
      'A checksum, a total, or a figure of the run made again is different from what the rest of the folder says that it must be; or the ledger holds other lines than the run says that it took from it.',
    fix: 'Find out who changed the file and when; the run can be made again from its own inputs.',
  },
  'not-posted': {
    severity: 'error',
    title: 'The run is not posted',
    meaning:
      'No posting of the ledger is of this very run: every run has an id, and each posting names that of its run.',
    fix: 'Post the run, or give the folder of the run that was posted; quarterday ledger lists what is posted.',
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
    meaning: 'A run holds the practices of its own practices.csv and those who are paid for them, and no others.',
    fix: 'Correct the code; inputs/practices.csv in the run folder lists the practices.',
  },
  'practice-not-in-ledger': {
    severity: 'error',
    title: 'The ledger holds nothing under such a code',
    meaning: 'No posting has a line of this practice code: nothing was paid or taken back under it.',
    fix: 'Correct the code; quarterday ledger without --practice lists the postings.',
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
  'other-currency': {
    severity: 'error',
    title: 'Sums of two currencies would meet',
    meaning:
      'Sums of two currencies are never added up, compared or paid together: a ledger holds one, a channel pays in one, and so do runs that are published or compared.',
    fix: 'Keep a ledger for each currency, and give a channel that pays in it; a channel names its currency, and is in GBP unless it does.',
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
  'assumed-outside-bounds': {
    severity: 'error',
    title: 'A value is assumed that lies outside what can come',
    meaning:
      'What is expected lies between what is certain and the most that can come in. A value beyond them would need a decision, a correction or a change of the scheme, which no forecast takes for granted.',
    fix: 'Assume a value between the two that the message names.',
  },
  'assumed-twice': {
    severity: 'error',
    title: 'Two rows assume something of the same component',
    meaning: 'Of two rows for one practice and component, or two for all practices, nobody can say which holds.',
    fix: 'Keep one row for each practice and component, and one for all other practices.',
  },
  'assumption-unclear': {
    severity: 'error',
    title: 'A row of assumptions has no share and no value, or both',
    meaning:
      'A row says either which share of what is still open will come in, or to how much the whole term will come.',
    fix: 'Fill in one of the two columns.',
  },
} satisfies Record<string, CodeEntry>;
