import { type Command, InvalidArgumentError } from 'commander';
import { type Ask, declareCommand, mannerOf } from '../declare.ts';
import { addOutlookSource, addOutlookTarget, type OutlookOptions, outlookAsked } from '../outlook-options.ts';

interface DueOptions extends OutlookOptions {
  readonly within?: number;
  readonly practice?: string;
}

/** `due SCHEME --as-at DATE --data DIR [--ledger DIR] [--within 30d] [--practice CODE] [--out DIR]`. */
export function declareDue(program: Command, ask: Ask): void {
  const command = declareCommand(
    program,
    'due',
    'SCHEME --as-at DATE --data DIR [--ledger DIR] [--within 30d] [--practice CODE] [--out DIR]',
    'what is still asked of practices, by when, and what it is worth',
    [
      'due dorset-ccip-2015-16 --as-at 2016-03-15 --data ./dorset --within 30d',
      'due dorset-ccip-2015-16 --as-at 2016-03-15 --data ./dorset --ledger ./ledger --out ./due',
    ],
    'As due.csv, and due.ics for a calendar. Rows of a practice with one number in joint hang together and have one worth between them (all: with the figures of others too).',
  );
  addOutlookSource(command)
    .option(
      '--within <days>',
      'only what has its last day within so many days, such as 30d, and what it hangs together with',
      daysGiven,
    )
    .option('--practice <code>', 'only what is asked of this practice');
  addOutlookTarget(command, 'the folder for due.csv and due.ics').action((scheme: string, options: DueOptions) => {
    const { within = null, practice = null } = options;
    ask({ command: 'due', ...outlookAsked(scheme, options), within, practice }, mannerOf(options), async (...asked) =>
      (await import('./list-due.ts')).listDue(...asked),
    );
  });
}

function daysGiven(text: string): number {
  const found = /^(\d{1,5})d$/.exec(text);
  if (!found) throw new InvalidArgumentError('So many days are written as 30d.');
  return Number(found[1]);
}
