import type { Command } from 'commander';
import type { Encoding } from '../../data/files/encoding.ts';
import type { Day } from '../../domain/day.ts';
import { type Ask, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';
import { dateGiven } from '../typed.ts';

interface AccrueOptions extends MannerOptions {
  readonly asAt: Day;
  readonly data: string;
  readonly ledger: string;
  readonly finance: string;
  readonly channel: string;
  readonly out: string;
  readonly prior?: string;
  readonly encoding?: Encoding;
}

/** `accrue SCHEME --as-at DATE --data DIR --ledger DIR --finance DIR --channel FILE --out DIR [--prior FILE]`. */
export function declareAccrue(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'accrue',
    'SCHEME --as-at DATE --data DIR --ledger DIR --finance DIR --channel FILE --out DIR [--prior FILE]',
    'the month end: what is earned and not posted, paid in advance, or to come back, and a balanced journal of it',
    [
      'accrue dorset-ccip-2015-16 --as-at 2015-11-30 --data ./dorset --ledger ./ledger --finance ./finance --channel ./journal.json --out ./month-8',
      'accrue dorset-ccip-2015-16 --as-at 2015-12-31 --data ./dorset --ledger ./ledger --finance ./finance --channel ./journal.json --out ./month-9 --prior ./month-8/accruals.csv',
    ],
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption('--as-at <date>', 'the last day of the month, YYYY-MM-DD', dateGiven)
    .requiredOption('--data <dir>', 'data folder')
    .requiredOption('--ledger <dir>', 'ledger: what was posted as at that day or before')
    .requiredOption('--finance <dir>', 'folder with coding.csv, which also names creditor, prepaid and debtor')
    .requiredOption('--channel <file>', 'channel: the JSON file that says what the journal looks like')
    .requiredOption('--out <dir>', 'the folder to write; it must be empty or not there yet')
    .option('--prior <file>', 'accruals.csv of the last time: the journal reverses it')
    .addOption(encodingOption())
    .action((scheme: string, options: AccrueOptions) => {
      const { asAt, data, ledger, finance, channel, out, prior = null, encoding = 'utf-8' } = options;
      const request = { scheme, asAt, data, ledger, finance, channel, out, prior, encoding };
      ask({ command: 'accrue', ...request }, mannerOf(options), async (...asked) =>
        (await import('./make-accruals.ts')).makeAccruals(...asked),
      );
    });
}
