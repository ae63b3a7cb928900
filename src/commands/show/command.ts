import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

/** `show SCHEME`. */
export function declareShow(program: Command, ask: Ask): void {
  declareCommand(program, 'show', 'SCHEME', 'the scheme in plain English, with its budget table', [
    'show west-hampshire-qps-2019-20',
    'show ./my-scheme.json --format json',
  ])
    .argument('<scheme>', 'id of a scheme that comes with the program, or path of a scheme file')
    .action((scheme: string, options: MannerOptions) =>
      ask({ command: 'show', scheme }, mannerOf(options), async (...asked) =>
        (await import('./show-scheme.ts')).showScheme(...asked),
      ),
    );
}
