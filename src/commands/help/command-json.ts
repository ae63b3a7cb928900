import type { Command } from 'commander';
import type { CommandDocument } from '../../formats/help.ts';
import { examplesOf } from './examples.ts';

/** What a command takes, as data. */
export function commandJson(command: Command): CommandDocument {
  const help = command.createHelp();
  return {
    format: 'quarterday/command/1',
    command: command.name(),
    usage: command.usage(),
    says: command.description(),
    arguments: command.registeredArguments.map((each) => ({
      name: each.name(),
      several: each.variadic,
      required: each.required,
      ...(each.argChoices && { choices: each.argChoices }),
      says: each.description,
    })),
    options: help.visibleOptions(command).map((option) => ({
      flags: option.flags,
      required: option.mandatory,
      ...(option.argChoices && { choices: option.argChoices }),
      says: option.description,
    })),
    examples: examplesOf(command),
  };
}
