import type { Command } from 'commander';
import { codes } from '../../domain/findings/codes.ts';
import { topics } from '../help/topics/topics.ts';
import { type Offers, offered } from './offers.ts';

/** What `help` explains: pages, commands and codes. */
export function topicsThere(program: Command): Offers {
  const commands = program.createHelp().visibleCommands(program);
  return offered([
    ...topics.map(({ id, title }) => ({ word: id, says: title })),
    ...commands.map((command) => ({ word: command.name(), says: command.summary() })),
    { word: 'codes', says: 'what may be found wrong' },
    ...Object.entries(codes).map(([code, { title }]) => ({ word: code, says: title })),
  ]);
}
