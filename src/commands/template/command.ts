import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

interface TemplateOptions extends MannerOptions {
  readonly out: string;
  readonly xlsx?: boolean;
}

/** `template SCHEME --out DIR [--xlsx]`. */
export function declareTemplate(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'template',
    'SCHEME --out DIR [--xlsx]',
    'write an empty data folder with the right headers',
    ['template dorset-ccip-2015-16 --out ./dorset', 'template ./my-scheme.json --out ./my-form --xlsx'],
    'Or a workbook; with the ids that its cells may hold.',
  )
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .requiredOption('--out <dir>', 'the data folder to write; it must be empty or not there yet')
    .option('--xlsx', 'write one workbook to fill in, which quarterday import takes back')
    .action((scheme: string, options: TemplateOptions) => {
      ask(
        { command: 'template', scheme, out: options.out, xlsx: options.xlsx ?? false },
        mannerOf(options),
        async (...asked) => (await import('./write-template.ts')).writeTemplate(...asked),
      );
    });
}
