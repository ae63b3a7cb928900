import { type Command, InvalidArgumentError } from 'commander';
import type { Day } from '../../domain/day.ts';
import { type Ask, dayGiven, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';
import type { DueRequest } from '../request.ts';

interface DueOptions extends MannerOptions {
  readonly asAt: Day;
  readonly data: string;
  readonly ledger?: string;
  readonly within?: number;
  readonly practice?: string;
  readonly out?: string;
  readonly encoding?: DueRequest['encoding'];
}

/** `due SCHEME --as-at DATE --data DIR [--ledger DIR] [--within 30d] [--practice CODE] [--out DIR]`. */
export function declareDue(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'due',
    'SCHEME --as-at DATE --data DIR [--ledger DIR] [--within 30d] [--practice CODE] [--out DIR]',
    'what is still asked of practices, by when, and what it is worth',
    [
      'due dorset-ccip-2015-16 --as-at 2016-03-15 --data ./dorset --within 30d',
      'due dorset-ccip-2015-16 --as-at 2016-03-15 --data ./dorset --ledger ./ledger --out ./due',
    ],
    'As due.csv, and due.ics for a calendar. Rows of a practice with one number in joint hang together and have one worth between them (all: with the figures of others too).',
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption(
      '--as-at <date>',
      'the day as at which to look, YYYY-MM-DD: rows dated later take no part',
      dayGiven,
    )
    .requiredOption('--data <dir>', 'data folder')
    .option('--ledger <dir>', 'ledger of what was posted before: it counts as paid')
    .option(
      '--within <days>',
      'only what has its last day within so many days, such as 30d, and what it hangs together with',
      daysGiven,
    )
    .option('--practice <code>', 'only what is asked of this practice')
    .option('--out <dir>', 'the folder for due.csv and due.ics, empty or not there yet; without it nothing is written')
    .addOption(encodingOption())
    .action((scheme: string, options: DueOptions) => {
      const { asAt, data, ledger = null, within = null, practice = null, out = null, encoding = 'utf-8' } = options;
      ask(
        { command: 'due', scheme, asAt, data, ledger, within, practice, out, encoding },
        mannerOf(options),
        async (...asked) => (await import('./list-due.ts')).listDue(...asked),
      );
    });
}

function daysGiven(text: string): number {
  const found = /^(\d{1,5})d$/.exec(text);
  if (!found) throw new InvalidArgumentError('So many days are written as 30d.');
  return Number(found[1]);
}
