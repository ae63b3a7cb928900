import type { Command } from 'commander';
import { type Ask, declareCommand, encodingOption, type MannerOptions, mannerOf } from '../declare.ts';
import type { CheckRequest } from '../request.ts';

interface CheckOptions extends MannerOptions {
  readonly data?: string;
  readonly examples?: boolean;
  readonly encoding?: CheckRequest['encoding'];
}

/** `check SCHEME [--data DIR] [--examples]`. */
export function declareCheck(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'check',
    'SCHEME [--data DIR] [--examples]',
    'prove a scheme file, and read a data folder against it',
    ['check dorset-ccip-2015-16', 'check ./my-scheme.json --data ./my-data'],
    'It works out the examples to the penny, and finds whatever a run would find in the data.',
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .option('--data <dir>', 'data folder to read against the scheme')
    .option('--examples', 'print the steps of every worked example')
    .addOption(encodingOption())
    .action((scheme: string, options: CheckOptions) => {
      const { data = null, examples = false, encoding = 'utf-8' } = options;
      ask({ command: 'check', scheme, data, examples, encoding }, mannerOf(options), async (...asked) =>
        (await import('./check-scheme.ts')).checkScheme(...asked),
      );
    });
}
