import type { Argument, Command, Option } from 'commander';
import { visible } from '../../domain/words/visible.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Grammar } from '../declare.ts';
import type { CompleteRequest } from '../request.ts';
import { type AskedWord, askedWord, type GivenWords } from './asked-word.ts';
import { offeringFor } from './by-placeholder.ts';
import { nothingOffered, type Offer, type Offers, offered } from './offers.ts';
import { typedWords } from './typed-words.ts';

/**
 * Answers a shell: a line for each word that may stand next, with a tab before what it is, and at the end `:files`, `:folders` or
 * `:none`, the paths that may stand there too. A line that makes no sense has no answer, and no error.
 */
export async function completeLine(
  grammar: Grammar,
  { shell, line }: CompleteRequest,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const program = grammar(
    () => {},
    () => {},
  );
  const raw = shell === 'powershell' ? Buffer.from(line, 'base64').toString() : line;
  const words = typedWords(raw, shell);
  const { words: offers, paths } = await offersFor(program, askedWord(program, words), words.last, host);
  const begun = offers.filter(({ word }) => word.startsWith(words.last));
  const lines = begun.map(({ word, says }) => (says === '' ? word : `${word}\t${visible(says)}`));
  terminal.print(`${[...lines, `:${paths}`].join('\n')}\n`);
}

/** Whether no shell finds anything in a word to expand or to run, nor the program an option: ids are such, and no other values are offered. */
function isSafe({ word }: Offer): boolean {
  return /^[A-Za-z0-9][\w.-]*$/.test(word);
}

async function offersFor(program: Command, asked: AskedWord, last: string, host: Host): Promise<Offers> {
  switch (asked.kind) {
    case 'nothing':
      return nothingOffered;
    case 'command':
      return offered(commandsOf(program));
    case 'option':
      return offered(optionOffers(asked.options));
    case 'value': {
      const { option, before, given } = asked;
      const offers = await offersOf(option, option.long ?? null, { given, host, program });
      return { ...offers, words: joined(offers.words, before, option, last) };
    }
    case 'argument': {
      const { argument, given } = asked;
      return offersOf(argument, null, { given, host, program });
    }
  }
}

function commandsOf(program: Command): Offer[] {
  const commands = program.createHelp().visibleCommands(program);
  const named = commands.map((command) => ({ word: command.name(), says: command.summary() }));
  return [...named, { word: '--help', says: 'print help' }, { word: '--version', says: 'print the version' }];
}

function optionOffers(options: readonly Option[]): Offer[] {
  const named = options.map(({ long, flags, description }) => ({ word: long ?? flags, says: description }));
  return [...named, { word: '--help', says: 'print help on this command' }];
}

/** What may stand for an argument or for the value of an option: one of its choices, or what its placeholder says. */
async function offersOf(
  declared: Argument | Option,
  option: string | null,
  { given, host, program }: { readonly given: GivenWords; readonly host: Host; readonly program: Command },
): Promise<Offers> {
  if (declared.argChoices) return offered(declared.argChoices.map((word) => ({ word, says: '' })));
  const offers = await offeringFor(option, placeholderOf(declared))?.(given, host, program);
  return offers ? { ...offers, words: offers.words.filter(isSafe) } : nothingOffered;
}

/** `dir` of `--out <dir>` and of `[dir]`, `run` of `<run...>`. */
export function placeholderOf(declared: Argument | Option): string {
  if ('flags' in declared) return /[<[]([^>\]]*?)(?:\.\.\.)?[>\]]/.exec(declared.flags)?.[1] ?? '';
  return declared.name();
}

/** The words with what stands before them: `--format=`, or, in a list such as `<kind,...>`, what is in it already. */
function joined(words: readonly Offer[], before: string, option: Option, last: string): readonly Offer[] {
  const value = last.slice(before.length);
  const listed = option.flags.includes(',...') ? value.slice(0, value.lastIndexOf(',') + 1) : '';
  const there = listed.split(',');
  return words
    .filter(({ word }) => !there.includes(word))
    .map(({ word, says }) => ({ word: `${before}${listed}${word}`, says }));
}
