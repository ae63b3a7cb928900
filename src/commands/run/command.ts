import type { Command } from 'commander';
import type { Day } from '../../domain/day.ts';
import { type Ask, dayGiven, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';
import type { RunRequest } from '../request.ts';

interface RunOptions extends MannerOptions {
  readonly period: string;
  readonly asAt: Day;
  readonly data: string;
  readonly ledger?: string;
  readonly out?: string;
  readonly encoding?: RunRequest['encoding'];
}

/** `run SCHEME --period ID --as-at DATE --data DIR [--out DIR]`. */
export function declareRun(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'run',
    'SCHEME --period ID --as-at DATE --data DIR [--ledger DIR] [--out DIR]',
    'work out the payments and clawbacks of a period',
    [
      'run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data ./dorset',
      'run dorset-ccip-2015-16 --period Q2 --as-at 2015-11-15 --data ./dorset --ledger ./ledger --out ./runs',
    ],
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption('--period <id>', 'payment period of the scheme')
    .requiredOption(
      '--as-at <date>',
      'the day as at which to look, YYYY-MM-DD: rows dated later take no part',
      dayGiven,
    )
    .requiredOption('--data <dir>', 'data folder')
    .option('--ledger <dir>', 'ledger of what was posted before: it counts as paid')
    .option('--out <dir>', 'where to make the run folder; without it nothing is written: a rehearsal')
    .addOption(encodingOption())
    .action((scheme: string, options: RunOptions) => {
      const { period, asAt, data, ledger = null, out = null, encoding = 'utf-8' } = options;
      ask({ command: 'run', scheme, period, asAt, data, ledger, out, encoding }, mannerOf(options), async (...asked) =>
        (await import('./make-payment-run.ts')).makePaymentRun(...asked),
      );
    });
}
