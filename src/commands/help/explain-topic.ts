import { codes } from '../../domain/findings/codes.ts';
import type { Host } from '../../terminal/host.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Grammar } from '../declare.ts';
import type { HelpRequest } from '../request.ts';
import { explainCode, listCodes } from './codes.ts';
import { commandJson } from './command-json.ts';
import { listPages, pagesThatShow, programFolder } from './pages.ts';
import { topicJson, topicText } from './topic-text.ts';
import { topics } from './topics/topics.ts';

/** Shows a page of the manual, a command or a code; looks for any other word; asked about nothing in particular, lists the pages. */
export async function explainTopic(
  grammar: Grammar,
  { topic }: HelpRequest,
  host: Host,
  terminal: Terminal,
): Promise<void> {
  const program = grammar(
    () => {},
    (text) => terminal.printLines(text),
    undefined,
    terminal.paint.width,
  );
  const page = topics.find(({ id }) => id === topic);
  const command = program.commands.find((known) => known.name() === topic);
  const code = Object.entries(codes).find(([known]) => known === topic);
  if (topic === null) listPages(program, terminal);
  else if (page) {
    if (terminal.format === 'json') terminal.printJson(topicJson(page, programFolder(host)));
    else terminal.printLines(topicText(page, terminal.paint));
    terminal.next(`The fixtures/ and schemes/ of this page are in ${programFolder(host)}`);
  } else if (topic === 'codes') listCodes(terminal);
  else if (command) {
    if (terminal.format === 'json') terminal.printJson(commandJson(command));
    else command.outputHelp();
    terminal.next(pagesThatShow(command.name()));
  } else if (code) explainCode(...code, terminal);
  else (await import('./search.ts')).searchManual(program, topic, terminal);
}
