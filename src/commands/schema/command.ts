import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

/** `schema [KIND]`. */
export function declareSchema(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'schema',
    '[KIND]',
    'the JSON Schema of a document that people or the program write, or the columns of a CSV; alone, list the kinds',
    ['schema channel', 'schema payments.csv'],
  )
    .argument(
      '[kind]',
      'scheme, channel, map, job, letter, or the kind in a "format"; or the name of a table such as payments.csv',
    )
    .action((kind: string | undefined, options: MannerOptions) =>
      ask({ command: 'schema', kind: kind ?? null }, mannerOf(options), async (...asked) =>
        (await import('./tell-schema.ts')).tellSchema(...asked),
      ),
    );
}
