import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface TemplateOptions extends MannerOptions {
  readonly out: string;
}

/** `template SCHEME --out DIR`. */
export function declareTemplate(program: Command, ask: Ask): void {
  declareCommand(program, 'template', 'SCHEME --out DIR', 'write an empty data folder with the right headers', [
    'template dorset-ccip-2015-16 --out ./dorset',
    'template ./my-scheme.json --out ./my-data',
  ])
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption('--out <dir>', 'the data folder to write; it must be empty or not there yet')
    .action((scheme: string, options: TemplateOptions) => {
      ask({ command: 'template', scheme, out: options.out }, mannerOf(options), async (...asked) =>
        (await import('./write-template.ts')).writeTemplate(...asked),
      );
    });
}
