import { Command } from 'commander';
import { declareCheck } from './commands/check.ts';
import { type Ask, addCommonOptions } from './commands/command.ts';
import { declareDiff } from './commands/diff.ts';
import { declareExplain } from './commands/explain.ts';
import { declareHelp } from './commands/help.ts';
import { declarePost } from './commands/post.ts';
import { declareRun } from './commands/run.ts';
import { declareSchemes } from './commands/schemes.ts';
import { declareShow } from './commands/show.ts';
import { declareTemplate } from './commands/template.ts';
import { declareVerify } from './commands/verify.ts';
import { version } from './version.ts';

const commands = new Map([
  ['check', declareCheck],
  ['run', declareRun],
  ['post', declarePost],
  ['verify', declareVerify],
  ['explain', declareExplain],
  ['diff', declareDiff],
  ['show', declareShow],
  ['template', declareTemplate],
  ['schemes', declareSchemes],
  ['help', declareHelp],
]);

/**
 * The grammar of the command line. Help and the version go to `write`; what was asked for goes to `ask`. Where `first` is the name of
 * a command, that one is declared and no other.
 */
export function grammar(ask: Ask, write: (text: string) => void, first?: string): Command {
  const program = new Command('quarterday')
    .description('Works out what practices are owed under local incentive schemes: payments, clawbacks, and why.')
    .usage('COMMAND [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}`.replace(' [options]', '') })
    .configureOutput({
      writeOut: write,
      writeErr: () => {},
      getOutHelpWidth: () => 100,
      getOutHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExamples:\n  $ quarterday show dorset-ccip-2015-16\n  $ quarterday help run\n\n`quarterday COMMAND --help` shows the options of a command; they stand after it.',
    );
  const named = commands.get(first ?? '');
  for (const declare of named ? [named] : commands.values()) declare(program, ask);
  program.commands.forEach(addCommonOptions);
  return program;
}
