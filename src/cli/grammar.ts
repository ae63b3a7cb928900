import { Command } from 'commander';
import { declareAccrue } from '../commands/accrue/command.ts';
import { declareBatch } from '../commands/batch/command.ts';
import { declareCheck } from '../commands/check/command.ts';
import { declareComplete, declareCompletion } from '../commands/completion/command.ts';
import { type Ask, addMannerOptions } from '../commands/declare.ts';
import { declareDiff } from '../commands/diff/command.ts';
import { declareDue } from '../commands/due/command.ts';
import { declareExplain } from '../commands/explain/command.ts';
import { declareForecast } from '../commands/forecast/command.ts';
import { declareHandOff } from '../commands/hand-off/command.ts';
import { declareHelp } from '../commands/help/command.ts';
import { declareImport } from '../commands/import/command.ts';
import { declareLedger } from '../commands/ledger/command.ts';
import { declareNew } from '../commands/new/command.ts';
import { declarePost } from '../commands/post/command.ts';
import { declarePublish } from '../commands/publish/command.ts';
import { declareRun } from '../commands/run/command.ts';
import { declareSchema } from '../commands/schema/command.ts';
import { declareSchemes } from '../commands/schemes/command.ts';
import { declareSettle } from '../commands/settle/command.ts';
import { declareShow } from '../commands/show/command.ts';
import { declareTemplate } from '../commands/template/command.ts';
import { declareVerify } from '../commands/verify/command.ts';
import { version } from '../terminal/version.ts';

/** Every command, in the order in which a person comes to need them. */
const commands = new Map<string, (program: Command, ask: Ask) => void>([
  ['schemes', declareSchemes],
  ['show', declareShow],
  ['new', declareNew],
  ['schema', declareSchema],
  ['check', declareCheck],
  ['template', declareTemplate],
  ['import', declareImport],
  ['run', declareRun],
  ['explain', declareExplain],
  ['publish', declarePublish],
  ['post', declarePost],
  ['hand-off', declareHandOff],
  ['settle', declareSettle],
  ['ledger', declareLedger],
  ['verify', declareVerify],
  ['diff', declareDiff],
  ['due', declareDue],
  ['forecast', declareForecast],
  ['accrue', declareAccrue],
  ['batch', declareBatch],
  ['completion', declareCompletion],
  ['help', (program: Command, ask: Ask) => declareHelp(program, ask, grammar)],
  ['__complete', (program: Command, ask: Ask) => declareComplete(program, ask, grammar)],
]);

/**
 * The grammar of the command line. Help and the version go to `write`; what was asked for goes to `ask`. Where `first` is the name of
 * a command, that one is declared and no other. Help is as wide as `width`, in characters.
 */
export function grammar(ask: Ask, write: (text: string) => void, first?: string, width = 100): Command {
  const program = new Command('quarterday')
    .description('Works out what practices are owed under local incentive schemes: payments, clawbacks, and why.')
    .usage('COMMAND [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: write,
      writeErr: () => {},
      getOutHelpWidth: () => width,
      getOutHasColors: () => false,
    })
    .addHelpText(
      'after',
      '\nExamples:\n  $ quarterday show dorset-ccip-2015-16\n  $ quarterday help quarter\n\n`quarterday COMMAND --help` shows the options of a command; they stand after it. `quarterday help` lists the pages of the manual.',
    );
  const named = commands.get(first ?? '');
  for (const declare of named ? [named] : commands.values()) declare(program, ask);
  program.commands.forEach(addMannerOptions);
  return program;
}
