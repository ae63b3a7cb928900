import type { Command } from 'commander';
import { examplesOf } from '../commands/help/examples.ts';
import { pagesShowing } from '../commands/help/pages.ts';
import { type Part, readers, type Topic, topicParts } from '../commands/help/topics/topic.ts';
import { topics } from '../commands/help/topics/topics.ts';
import { version } from '../terminal/version.ts';
import { grammar } from './grammar.ts';
import { argumentOf, copied, described, paragraphs, section } from './roff.ts';

/** A page for `man`, by its path in the package. */
export interface ManPage {
  readonly file: string;
  readonly text: string;
}

/** The manual for `man`, of what help shows and nothing else: the program, each command, and each page of the manual. The build writes it. */
export function manPages(): ManPage[] {
  const program = grammar(
    () => {},
    () => {},
  );
  const commands = program.createHelp().visibleCommands(program);
  return [programPage(program, commands), ...commands.map(commandPage), ...topics.map(topicPage)];
}

function programPage(program: Command, commands: readonly Command[]): ManPage {
  const pages = topics.map(({ id, title, reader }) => described(manName(id, 7), `${title}. ${readers[reader]}.`));
  return page('quarterday', 1, program.description(), [
    section('synopsis', paragraphs(['quarterday COMMAND [options]'])),
    section('commands', commands.map((command) => described(manName(command.name(), 1), command.summary())).join('')),
    section('manual', pages.join('')),
    section('exit status', paragraphs(exitCodes())),
    section('see also', paragraphs(['quarterday help WORD looks for any word in the manual.'])),
  ]);
}

/** The paragraph of the manual that tells them. */
function exitCodes(): string[] {
  return topics
    .flatMap(topicParts)
    .flatMap((part) => (part.kind === 'paragraph' && part.text.startsWith('Exit codes: ') ? [part.text] : []));
}

function commandPage(command: Command): ManPage {
  const help = command.createHelp();
  const values = help.visibleArguments(command).map((argument) => described(argument.name(), argument.description));
  const options = help.visibleOptions(command).map((option) => described(option.flags, help.optionDescription(option)));
  const seeAlso = pagesShowing(command.name()).map(({ id }) => manName(id, 7));
  return page(`quarterday-${command.name()}`, 1, command.summary(), [
    section('synopsis', paragraphs([`quarterday ${command.name()} ${command.usage()}`])),
    section('description', paragraphs([command.description()])),
    section('options', [...values, ...options].join('')),
    section('examples', copied(examplesOf(command).map((line) => `$ ${line}`))),
    section('see also', paragraphs([['quarterday(1)', ...seeAlso].join(', ')])),
  ]);
}

function topicPage(topic: Topic): ManPage {
  const body = topicParts(topic).map(partText);
  return page(`quarterday-${topic.id}`, 7, topic.title, [
    section('description', body.join('')),
    section('see also', paragraphs([['quarterday(1)', ...topic.next.map((id) => manName(id, 7))].join(', ')])),
  ]);
}

function partText(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return paragraphs([part.text]);
    case 'items':
      return part.items.map((item) => described('•', item)).join('');
    case 'commands':
      return copied(part.lines.map((line) => (line.startsWith('  ') ? `  ${line}` : `$ ${line}`)));
  }
}

function page(name: string, part: 1 | 7, says: string, sections: readonly string[]): ManPage {
  const head = `.TH ${argumentOf(name.toUpperCase())} ${part} "" ${argumentOf(`quarterday ${version}`)} "quarterday"\n.ad l\n.nh\n`;
  const named = section('name', paragraphs([`${name} - ${says}`]));
  return { file: `man/man${part}/${name}.${part}`, text: [head, named, ...sections].join('') };
}

function manName(name: string, part: 1 | 7): string {
  return `quarterday-${name}(${part})`;
}
