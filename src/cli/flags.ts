import type { Command, Option } from 'commander';
import { type Finding, finding } from '../domain/findings/finding.ts';
import { nearest } from '../domain/words/nearest.ts';
import { shellQuoted } from '../terminal/shell-quote.ts';

/** An option as it stands on the command line; `value` is null where it has none, or takes none. */
interface Given {
  readonly option: Option;
  readonly value: string | null;
}

/**
 * What commander lets pass in the options of a command: one given twice (it keeps the last), with an empty value, or
 * swallowing the option after it; and all that are missing, where commander tells the first.
 */
export function flagMistakes(command: Command, args: readonly string[]): Finding[] {
  const flags = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length);
  const { given, words } = flagsGiven(command, flags);
  const asksForHelp = flags.includes('--help') || flags.includes('-h');
  const absent = asksForHelp ? [] : missing(command, given, words);
  // One that is misspelt leaves another missing: both are told.
  const strange = absent.length > 0 ? unknown(command, flags) : [];
  return [...strange, ...withoutValue(given), ...noStream(given), ...twice(given), ...absent];
}

/** Options that the command does not have; commander tells the first of them, where nothing is missing. */
function unknown(command: Command, args: readonly string[]): Finding[] {
  const known = command.options.flatMap(({ long }) => (long ? [long] : []));
  return args
    .map((arg) => arg.split('=')[0] ?? arg)
    .filter((name) => /^--[a-z]/.test(name) && !known.includes(name))
    .map((value) => {
      const near = nearest(value, known);
      const hint =
        near === null ? 'see quarterday COMMAND --help; options stand after the command' : `did you mean ${near}?`;
      return finding('unknown-option', {}, { message: 'there is no such option here', value, hint });
    });
}

/** The options as they were typed, and the words that belong to none of them. */
function flagsGiven(command: Command, args: readonly string[]): { readonly given: Given[]; readonly words: string[] } {
  const given: Given[] = [];
  const words: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', ...joined] = (args[at] ?? '').split('=');
    const option = command.options.find(({ long, short }) => name === long || name === short);
    if (!option) {
      if (!name.startsWith('-')) words.push(args[at] ?? '');
    } else if (joined.length > 0) given.push({ option, value: joined.join('=') });
    else if (!option.required) given.push({ option, value: null });
    else if (isFlag(command, args[at + 1])) given.push({ option, value: null });
    else {
      at += 1;
      given.push({ option, value: args[at] ?? null });
    }
  }
  return { given, words };
}

function isFlag(command: Command, arg: string | undefined): boolean {
  return (
    arg !== undefined && (arg.startsWith('--') || arg === '-h' || command.options.some(({ short }) => short === arg))
  );
}

function withoutValue(given: readonly Given[]): Finding[] {
  return given
    .filter(({ option, value }) => option.required && (value === null || value.trim() === ''))
    .map(({ option }) => {
      const message = `${nameOf(option)} has no value`;
      return finding('option-without-value', place(option), { message, hint: `write it as ${option.flags}` });
    });
}

/** A `-` is a stream to other programs, and would be a folder of that name here: it is asked, so that none is made by accident. */
function noStream(given: readonly Given[]): Finding[] {
  return given
    .filter(({ option, value }) => value === '-' && /<(dir|file)>/.test(option.flags))
    .map(({ option }) => {
      const message = `${nameOf(option)} takes a path, and no stream`;
      const hint = 'give a path; one that is called - is written ./-';
      return finding('option-value', place(option), { message, value: '-', hint });
    });
}

function twice(given: readonly Given[]): Finding[] {
  return given
    .filter(({ option }, index) => !gathers(option) && given.findIndex((other) => other.option === option) < index)
    .map(({ option, value }) => {
      const says = { message: `${nameOf(option)} is given more than once`, hint: 'keep the one that you mean' };
      return finding('option-twice', place(option), value === null ? says : { ...says, value });
    });
}

/** Whether an option gathers what it is given, so that it may be given more than once. */
function gathers({ defaultValue }: Option): boolean {
  return Array.isArray(defaultValue);
}

function missing(command: Command, given: readonly Given[], words: readonly string[]): Finding[] {
  const absent = command.options.filter(
    (option) => option.mandatory && !given.some((other) => other.option === option),
  );
  const [word] = command.registeredArguments.length === 0 ? words : [];
  const meant = word === undefined ? [] : absent.filter((option) => isMeantFor(option, word));
  return absent.map((option) => {
    const message = `${command.name()} needs ${nameOf(option)}: ${option.description}`;
    const isMeant = word !== undefined && meant.length === 1 && meant[0] === option;
    const hint = isMeant ? `write ${nameOf(option)} ${shellQuoted(word)}` : `add ${option.flags}`;
    return finding('missing-argument', place(option), { message, hint });
  });
}

/** Whether a word without an option may be meant for this one: a name for what takes an id, a path for what takes a file or a folder. */
function isMeantFor({ flags }: Option, word: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(word) ? flags.includes('<id>') : /<(file|dir)>/.test(flags);
}

function place(option: Option): { readonly field: string } {
  return { field: nameOf(option) };
}

function nameOf({ long, flags }: Option): string {
  return long ?? flags;
}
