import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

/** `schema [KIND]`. */
export function declareSchema(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'schema',
    '[KIND]',
    'the JSON Schema of a file that people write, or the columns of a table; alone, list the kinds',
    ['schema channel', 'schema evidence.csv'],
  )
    .argument('[kind]', 'scheme, channel, map, job or letter, or the name of a table such as evidence.csv')
    .action((kind: string | undefined, options: MannerOptions) =>
      ask({ command: 'schema', kind: kind ?? null }, mannerOf(options), async (...asked) =>
        (await import('./tell-schema.ts')).tellSchema(...asked),
      ),
    );
}
