import { CommanderError } from 'commander';
import type { Request } from '../commands/request.ts';
import type { Finding } from '../domain/findings/finding.ts';
import { widthOf } from '../terminal/colour.ts';
import type { Host } from '../terminal/host.ts';
import type { Manner } from '../terminal/manner.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { flagMistakes } from './flags.ts';
import { grammar } from './grammar.ts';
import { usageFinding } from './usage.ts';
import { whereToBegin } from './where-to-begin.ts';

/** What the command line comes to: something to do, help to print, or mistakes. */
export type CommandLine =
  | {
      readonly kind: 'request';
      readonly request: Request;
      readonly manner: Manner;
      readonly carryOut: (host: Host, terminal: Terminal) => Promise<void>;
    }
  | { readonly kind: 'help'; readonly text: string; readonly manner: Manner }
  | { readonly kind: 'mistakes'; readonly findings: readonly Finding[]; readonly manner: Manner };

/** Reads what was typed after the name of the program; help is for a terminal of so many columns, or for none. */
export function readCommandLine(typed: readonly string[], columns: number | null = null): CommandLine {
  const args = fromTheCommandOn(typed);
  let asked: CommandLine | null = null;
  let text = '';
  const program = grammar(
    (request, manner, carryOut) => {
      asked = { kind: 'request', request, manner, carryOut: (host, terminal) => carryOut(request, host, terminal) };
    },
    (help) => {
      text += help;
    },
    args[0],
    widthOf(columns),
  );
  const manner = mannerGuessed(args);
  if (args.length === 0) return { kind: 'help', text: whereToBegin, manner };
  const command = program.commands.find((known) => known.name() === args[0]);
  const findings = command ? flagMistakes(command, args.slice(1)) : [];
  if (findings.length > 0) return { kind: 'mistakes', findings, manner };
  try {
    program.parse(command ? args : withoutWhatFollows(args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'help', text, manner };
    const mistake = usageFinding(error);
    if (mistake === null) throw error;
    return { kind: 'mistakes', findings: [mistake], manner };
  }
  if (asked === null) throw new Error('a command line that asks for nothing');
  return asked;
}

/** A `--` before the command ends no options: there are none yet. */
function fromTheCommandOn(typed: readonly string[]): readonly string[] {
  const first = typed.findIndex((arg) => arg !== '--');
  return first < 0 ? [] : typed.slice(first);
}

/** The name of a command that is not there: whatever follows it, a --help too, is about nothing. */
function withoutWhatFollows(args: readonly string[]): readonly string[] {
  return args[0]?.startsWith('-') ? args : args.slice(0, 1);
}

/** How to speak of a command line that cannot be read. */
function mannerGuessed(args: readonly string[]): Manner {
  return {
    format: valueAfter('--format') === 'json' ? 'json' : 'text',
    color: colour(valueAfter('--color')),
    strict: false,
    quiet: args.includes('--quiet'),
  };

  function valueAfter(flag: string): string | undefined {
    const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
    return args[at] === flag ? args[at + 1] : args[at]?.slice(flag.length + 1);
  }

  function colour(text: string | undefined): Manner['color'] {
    return text === 'always' || text === 'never' ? text : 'auto';
  }
}
