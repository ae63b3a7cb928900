import type { Argument, Command, Option } from 'commander';
import type { TypedWords } from './typed-words.ts';

/** What was typed after the name of a command: each value by the name of its argument or the long form of its option. */
export type GivenWords = ReadonlyMap<string, string>;

/** Which word of a command line is being typed. */
export type AskedWord =
  | { readonly kind: 'nothing' }
  /** The name of a command, or an option of the program itself. */
  | { readonly kind: 'command' }
  /** An option: those that may stand there, what is still needed first. */
  | { readonly kind: 'option'; readonly options: readonly Option[] }
  /** The value of an option, after `before` where it is joined to it. */
  | { readonly kind: 'value'; readonly option: Option; readonly before: string; readonly given: GivenWords }
  /** A word that stands by itself; at its place an option may stand too. */
  | { readonly kind: 'argument'; readonly argument: Argument; readonly given: GivenWords };

/** Finds out, from the declarations of the commands alone, which word is being typed. */
export function askedWord(program: Command, { whole, last }: TypedWords): AskedWord {
  // `NAME=text` before the command is a variable that the shell sets for it.
  const [, name, ...words] = whole.slice(whole.findIndex((word) => !/^\w+=/.test(word)));
  if (name === undefined) return { kind: 'command' };
  const command = program.commands.find((known) => known.name() === name);
  if (!command) return { kind: 'nothing' };
  const walked = walk(command, words);
  const { given, counts, awaits, ended } = walked;
  if (!ended) {
    const joined = /^(--[^=]+=)/.exec(last)?.[1];
    const option = joined === undefined ? undefined : optionNamed(command, joined.slice(0, -1));
    if (joined !== undefined) return option ? { kind: 'value', option, before: joined, given } : { kind: 'nothing' };
    if (awaits && !(awaits.variadic && last.startsWith('-'))) {
      return { kind: 'value', option: awaits, before: '', given };
    }
    if (last.startsWith('-')) return optionsLeft();
  }
  const argument = argumentAt(command, counts.argument);
  if (argument) return { kind: 'argument', argument, given };
  return ended || last !== '' ? { kind: 'nothing' } : optionsLeft();

  function optionsLeft(): AskedWord {
    const left = command?.options.filter((option) => mayStand(option, counts.options)) ?? [];
    const needed = left.filter(({ mandatory }) => mandatory);
    return { kind: 'option', options: [...needed, ...left.filter(({ mandatory }) => !mandatory)] };
  }
}

/** The words after a command, taken as commander takes them. */
function walk(command: Command, words: readonly string[]) {
  const given = new Map<string, string>();
  const counts = { argument: 0, options: new Set<Option>() };
  let awaits: Option | null = null;
  let ended = false;
  for (const word of words) {
    const [name = '', ...joined] = word.split('=');
    const option: Option | undefined = ended || !word.startsWith('-') ? undefined : optionNamed(command, name);
    if (awaits && !option && word !== '--') {
      given.set(nameOf(awaits), word);
      if (!awaits.variadic) awaits = null;
    } else if (!ended && word === '--') {
      ended = true;
      awaits = null;
    } else if (option) {
      counts.options.add(option);
      awaits = option.required && joined.length === 0 ? option : null;
      if (joined.length > 0) given.set(nameOf(option), joined.join('='));
    } else if (ended || !word.startsWith('-')) {
      const argument = argumentAt(command, counts.argument);
      if (argument && !given.has(argument.name())) given.set(argument.name(), word);
      counts.argument += 1;
    }
  }
  return { given, counts, awaits, ended };
}

function optionNamed(command: Command, name: string): Option | undefined {
  return command.options.find(({ long, short }) => name === long || name === short);
}

/** The argument at a place; the last goes on where it may be several. */
function argumentAt({ registeredArguments }: Command, index: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic ? last : undefined);
}

/** Whether an option may still be written: it is not there yet, or gathers what it is given. */
function mayStand(option: Option, given: ReadonlySet<Option>): boolean {
  return !given.has(option) || Array.isArray(option.defaultValue);
}

function nameOf({ long, flags }: Option): string {
  return long ?? flags;
}
