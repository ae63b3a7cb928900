import type { Command } from 'commander';
import { type Ask, declareCommand, type MannerOptions, mannerOf } from '../declare.ts';

/** `schemes`. */
export function declareSchemes(program: Command, ask: Ask): void {
  declareCommand(program, 'schemes', '[options]', 'list the schemes that come with the program', [
    'schemes',
    'schemes --format json',
  ]).action((options: MannerOptions) =>
    ask({ command: 'schemes' }, mannerOf(options), async (...asked) =>
      (await import('./list-schemes.ts')).listSchemes(...asked),
    ),
  );
}
