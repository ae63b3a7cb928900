import type { Command } from 'commander';

/** The lines below `Examples:` at the end of the help of a command. What the command prints goes nowhere else from then on. */
export function examplesOf(command: Command): string[] {
  let help = '';
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  return [...help.matchAll(/^ {2}\$ (quarterday .*)$/gm)].map(([, line = '']) => line);
}
