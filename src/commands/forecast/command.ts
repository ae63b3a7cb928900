import type { Command } from 'commander';
import type { Day } from '../../domain/day.ts';
import { type Ask, dayGiven, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';
import type { ForecastRequest } from '../request.ts';

interface ForecastOptions extends MannerOptions {
  readonly asAt: Day;
  readonly data: string;
  readonly ledger?: string;
  readonly finance?: string;
  readonly assume?: string;
  readonly against?: string;
  readonly out?: string;
  readonly encoding?: ForecastRequest['encoding'];
}

/** `forecast SCHEME --as-at DATE --data DIR [--ledger DIR] [--finance DIR] [--assume FILE] [--against FILE] [--out DIR]`. */
export function declareForecast(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'forecast',
    'SCHEME --as-at DATE --data DIR [--ledger DIR] [--finance DIR] [--assume FILE] [--against FILE] [--out DIR]',
    'what the term will come to: at the least, at the most, and as somebody assumes',
    [
      'forecast dorset-ccip-2015-16 --as-at 2015-11-15 --data ./dorset',
      'forecast dorset-ccip-2015-16 --as-at 2015-11-15 --data ./dorset --finance ./finance --assume ./assume.csv --out ./forecast',
    ],
    'Certain, if nothing more comes in; most, if all of it does; expected, as somebody assumes; beside the budget (variance is expected, or else most, less budget). It names what neither bounds.',
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption(
      '--as-at <date>',
      'the day as at which to look, YYYY-MM-DD: rows dated later take no part',
      dayGiven,
    )
    .requiredOption('--data <dir>', 'data folder')
    .option('--ledger <dir>', 'ledger of what was posted before: it counts as paid')
    .option('--finance <dir>', 'finance folder, of which budget.csv is read')
    .option('--assume <file>', 'what somebody assumes of what is still open, as a CSV file')
    .option('--against <file>', 'forecast.csv of an earlier forecast, to see how wrong it was')
    .option('--out <dir>', 'the folder to write, empty or not there yet; without it nothing is written')
    .addOption(encodingOption())
    .action((scheme: string, options: ForecastOptions) => {
      const { asAt, data, ledger = null, finance = null, assume = null, against = null, out = null } = options;
      const { encoding = 'utf-8' } = options;
      ask(
        { command: 'forecast', scheme, asAt, data, ledger, finance, assume, against, out, encoding },
        mannerOf(options),
        async (...asked) => (await import('./make-forecast.ts')).makeForecast(...asked),
      );
    });
}
