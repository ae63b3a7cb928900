import { Argument, type Command } from 'commander';
import { type Ask, declareCommand, type Grammar, type MannerOptions, mannerOf } from '../declare.ts';
import { type Shell, shells } from '../request.ts';

/** `completion bash|zsh|fish|powershell`. */
export function declareCompletion(program: Command, ask: Ask): void {
  declareCommand(
    program,
    'completion',
    shells.join('|'),
    'the lines that make a shell complete commands, options, ids and paths when Tab is pressed',
    ['completion bash >> ~/.bashrc', 'completion fish > ~/.config/fish/completions/quarterday.fish'],
  )
    .addArgument(new Argument('<shell>', 'the shell that is to complete').choices(shells))
    .action((shell: Shell, options: MannerOptions) => {
      ask({ command: 'completion', shell }, mannerOf(options), async (...asked) =>
        (await import('./print-script.ts')).printScript(...asked),
      );
    });
}

/** `__complete SHELL LINE`, which those lines ask: what may stand next on a command line. No person types it, and no list shows it. */
export function declareComplete(program: Command, ask: Ask, grammar: Grammar): void {
  program
    .command('__complete', { hidden: true })
    .addArgument(new Argument('<shell>', 'the shell that asks').choices(shells))
    .argument('<line>', 'the command line up to the cursor')
    .action((shell: Shell, line: string, options: MannerOptions) => {
      ask({ command: '__complete', shell, line }, mannerOf(options), async (...asked) =>
        (await import('./complete-line.ts')).completeLine(grammar, ...asked),
      );
    });
}
