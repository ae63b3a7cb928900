import type { Command } from 'commander';
import { type Ask, declareCommand, type Grammar, type MannerOptions, mannerOf } from '../declare.ts';

/** `help [TOPIC]`. */
export function declareHelp(program: Command, ask: Ask, grammar: Grammar): void {
  declareCommand(
    program,
    'help',
    '[TOPIC]',
    'explain a command, or the code of an error or a warning; alone, list them all',
    ['help run', 'help paid-below-zero'],
  )
    .argument('[topic]', 'a command, or a code as it stands before a message')
    .action((topic: string | undefined, options: MannerOptions) => {
      ask({ command: 'help', topic: topic ?? null }, mannerOf(options), async (...asked) =>
        (await import('./explain-topic.ts')).explainTopic(grammar, ...asked),
      );
    });
}
