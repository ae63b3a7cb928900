import type { Command } from 'commander';
import { type Ask, declareCommand, mannerOf } from '../declare.ts';
import { addOutlookSource, addOutlookTarget, type OutlookOptions, outlookAsked } from '../outlook-options.ts';

interface ForecastOptions extends OutlookOptions {
  readonly finance?: string;
  readonly assume?: string;
  readonly against?: string;
}

/** `forecast SCHEME --as-at DATE --data DIR [--ledger DIR] [--finance DIR] [--assume FILE] [--against FILE] [--out DIR]`. */
export function declareForecast(program: Command, ask: Ask): void {
  const command = declareCommand(
    program,
    'forecast',
    'SCHEME --as-at DATE --data DIR [--ledger DIR] [--finance DIR] [--assume FILE] [--against FILE] [--out DIR]',
    'what the term will come to: at the least, at the most, and as somebody assumes',
    [
      'forecast dorset-ccip-2015-16 --as-at 2015-11-15 --data ./dorset',
      'forecast dorset-ccip-2015-16 --as-at 2015-11-15 --data ./dorset --finance ./finance --assume ./assume.csv --out ./forecast',
    ],
    'Certain, if nothing more comes in; most, if all of it does; expected, as somebody assumes; beside the budget (variance is expected, or else most, less budget). It names what neither bounds.',
  );
  addOutlookSource(command)
    .option('--finance <dir>', 'finance folder, of which budget.csv is read')
    .option('--assume <file>', 'what somebody assumes of what is still open, as a CSV file')
    .option('--against <file>', 'forecast.csv of an earlier forecast, to see how wrong it was');
  addOutlookTarget(command, 'the folder to write').action((scheme: string, options: ForecastOptions) => {
    const { finance = null, assume = null, against = null } = options;
    ask(
      { command: 'forecast', ...outlookAsked(scheme, options), finance, assume, against },
      mannerOf(options),
      async (...asked) => (await import('./make-forecast.ts')).makeForecast(...asked),
    );
  });
}
