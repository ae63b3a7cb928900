import { type Command, InvalidArgumentError, Option } from 'commander';
import { encodings } from '../data/files/encoding.ts';
import { type Day, parseDay } from '../domain/day.ts';
import type { Host } from '../terminal/host.ts';
import { colours, formats, type Manner } from '../terminal/manner.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { Request } from './request.ts';

/** Takes what a command was asked for, how it is to speak, and what carries it out. */
export type Ask = <Asked extends Request>(request: Asked, manner: Manner, carryOut: CarryOut<Asked>) => void;

/** Carries a command out. Each brings its own rooms when it is asked for, and not before. */
type CarryOut<Asked extends Request> = (request: Asked, host: Host, terminal: Terminal) => Promise<void>;

/** The grammar of the whole command line, for the command that explains it; see cli/grammar.ts. */
export type Grammar = (ask: Ask, write: (text: string) => void, first?: string, width?: number) => Command;

/** The options that every command takes, as commander hands them over. */
export interface MannerOptions {
  readonly format?: Manner['format'];
  readonly color?: Manner['color'];
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

/** Declares a command as the manual writes it: what it does in a few words, and `more` in whole sentences; its examples end its help. */
export function declareCommand(
  program: Command,
  name: string,
  usage: string,
  says: string,
  examples: readonly string[],
  more?: string,
): Command {
  return program
    .command(name)
    .usage(usage)
    .summary(says)
    .description(more === undefined ? says : `${says}. ${more}`)
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ quarterday ${example}\n`).join('')}`);
}

/** What `--format json` gives: one document and lines of findings, but for commands that print what has a form of its own. */
const jsonIs = 'json: one document on stdout, and a finding in each line of stderr';
const jsonIsToo: Readonly<Record<string, string>> = {
  completion: 'the lines for a shell are the same in both',
  schema: `${jsonIs}; a JSON Schema is the same in both`,
};

/** Adds what every command takes, after the options of its own. */
export function addMannerOptions(command: Command): void {
  const answer = `how to answer; ${jsonIsToo[command.name()] ?? jsonIs}`;
  command
    .addOption(new Option('--format <format>', answer).choices(formats))
    .addOption(new Option('--color <when>', 'colour on the terminal').choices(colours))
    .option('--strict', 'count a warning as an error')
    .option('--quiet', 'no progress, warnings or next step: nothing on stderr unless something is wrong');
}

/** The option that says how the files of a data folder are encoded. */
export function encodingOption(): Option {
  return new Option('--encoding <encoding>', 'how the files of the data folder are encoded').choices(encodings);
}

/** How the command is to speak, with what holds where nothing is said. */
export function mannerOf({ format = 'text', color = 'auto', strict = false, quiet = false }: MannerOptions): Manner {
  return { format, color, strict, quiet };
}

/** A day as it is typed. */
export function dayGiven(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('A date of the calendar is written YYYY-MM-DD, as 2018-05-01.');
  return day;
}
