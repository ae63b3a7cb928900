import type { Command } from 'commander';
import { type Ask, declareCommand, type Grammar, type MannerOptions, mannerOf } from '../declare.ts';

/** `help [TOPIC...]`. */
export function declareHelp(program: Command, ask: Ask, grammar: Grammar): void {
  declareCommand(
    program,
    'help',
    '[TOPIC]',
    'a page of the manual, a command, or the code of a message; any other word is looked for',
    ['help quarter', 'help paid-below-zero'],
    'Alone, it lists the pages; help codes lists every code.',
  )
    .argument('[topic...]', 'a page, a command, a code as it stands before a message, or any word: late claim')
    .action((topic: readonly string[], options: MannerOptions) => {
      ask(
        { command: 'help', topic: topic.length === 0 ? null : topic.join(' ') },
        mannerOf(options),
        async (...asked) => (await import('./explain-topic.ts')).explainTopic(grammar, ...asked),
      );
    });
}
