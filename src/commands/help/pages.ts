import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { Host } from '../../terminal/host.ts';
import { inTwo } from '../../terminal/in-two.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { readers, type Topic, topicParts } from './topics/topic.ts';
import { topics } from './topics/topics.ts';

/** The pages of the manual, by their readers, and the commands. */
export function listPages(program: Command, terminal: Terminal): void {
  const commands = program.createHelp().visibleCommands(program);
  const told = commands.map((command) => ({ command: command.name(), does: command.summary() }));
  if (terminal.format === 'json') {
    const pages = topics.map(({ id, title, reader, next }) => ({ topic: id, title, reader: readers[reader], next }));
    terminal.printJson({ format: 'quarterday/help/1', topics: pages, commands: told });
    return;
  }
  const { heading } = terminal.paint;
  const groups = Object.entries(readers).map(([reader, title]) => {
    const lines = topics.filter((topic) => topic.reader === reader).map(({ id, title }) => [id, title] as const);
    return `${heading(title)}\n${inTwo(lines)}`;
  });
  const lines = told.map(({ command, does }) => [command, does] as const);
  terminal.printLines(`${groups.join('\n')}\n${heading('Commands')}\n${inTwo(lines)}`);
  terminal.next(
    'Next: quarterday help TOPIC, or COMMAND; any other word is looked for; quarterday help codes lists what may be found wrong.',
  );
}

/** The first pages that show a command at work, as a line that ends its help. */
export function pagesThatShow(command: string): string {
  const pages = pagesShowing(command).slice(0, 3);
  return pages.length === 0
    ? 'Next: quarterday help lists the pages of the manual.'
    : `Next: ${pages.map(({ id }) => `quarterday help ${id}`).join(', ')}`;
}

/** The pages that show a command at work. */
export function pagesShowing(command: string): readonly Topic[] {
  return topics.filter((topic) => commandsIn(topic).has(command));
}

/** The commands of the program that a page runs. */
export function commandsIn(topic: Topic): Set<string> {
  const lines = topicParts(topic).flatMap((part) => (part.kind === 'commands' ? part.lines : []));
  return new Set(lines.flatMap((line) => /^quarterday ([a-z-]+)/.exec(line)?.[1] ?? []));
}

/** The folder of the program, with its fixtures and schemes. */
export function programFolder({ schemes }: Host): string {
  return fileURLToPath(new URL('..', schemes));
}
